/// Why a text is no ``Schedule``.
public enum ScheduleError: InputError {
  /// There is no such schedule.
  case unknown(String)
  /// The schedule has no such setting.
  case unknownSetting(String, schedule: String, known: [String])
  /// Not of the form `name=value`.
  case malformed(String, schedule: String)
  /// A setting given twice.
  case repeated(String)
  /// A value that the setting cannot have.
  case notAllowed(String, setting: String, domain: SettingDomain)

  /// Who has to change something.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .unknown(let name):
      "there is no schedule \(Echo.quote(name)); there are \(Schedule.names.joined(separator: ", "))"
    case .unknownSetting(let name, let schedule, let known) where known.isEmpty:
      "the schedule \(schedule) has no setting \(Echo.quote(name)), nor any other"
    case .unknownSetting(let name, let schedule, let known):
      "the schedule \(schedule) has no setting \(Echo.quote(name)); it has \(known.joined(separator: ", "))"
    case .malformed(let text, let schedule):
      "\(Echo.quote(text)) is not a setting of the schedule \(schedule): write name=value, separated by commas"
    case .repeated(let name):
      "the setting \(name) is given twice"
    case .notAllowed(let value, let setting, let domain):
      "\(setting) must be \(domain.words), not \(Echo.quote(value))"
    }
  }
}
