/// Why a text is no optimizer with settings.
public enum OptimizerError: InputError {
  /// There is no such rule.
  case unknownRule(String)
  /// The rule has no such setting.
  case unknownSetting(String, rule: String, known: [String])
  /// Not of the form `name=value`.
  case malformed(String, rule: String)
  /// A number with a decimal comma, and with a point.
  case decimalComma(String, setting: String, point: String)
  /// A setting given twice.
  case repeated(String)
  /// A value that the setting cannot have.
  case notAllowed(String, setting: String, domain: SettingDomain)
  /// A setting that contradicts another one, or has no meaning beside it.
  case contradiction(setting: String, value: String, rule: String)

  /// Who has to change something.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .unknownRule(let name):
      "there is no optimizer \(Echo.quote(name)); there are \(Self.list(OptimizerConfiguration.all.map(\.name)))"
    case .unknownSetting(let name, let rule, let known):
      "\(rule) has no setting \(Echo.quote(name)); it has \(Self.list(known))"
    case .malformed(let text, let rule):
      "\(Echo.quote(text)) is not a setting of \(rule): write name=value, separated by commas"
    case .decimalComma(let text, let setting, let point):
      "\(setting): \(Echo.quote(text)) is not one number; write \(Echo.escape(point)) with a point"
    case .repeated(let name):
      "the setting \(name) is given twice"
    case .notAllowed(let value, let setting, let domain):
      "\(setting) must be \(domain.words), not \(Echo.quote(value))"
        + (Numeral.parse(value) == nil ? Numeral.advice(on: value) : "")
    case .contradiction(let setting, let value, let rule):
      "\(setting)=\(Echo.escape(value)) contradicts the other settings of \(rule)"
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
