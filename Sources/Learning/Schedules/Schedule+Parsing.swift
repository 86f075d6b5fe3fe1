extension Schedule: CustomStringConvertible {
  /// What schedules are called on the command line and in scenes.
  public static let names = usual.map(\.name)

  /// The schedules with their usual settings, in teaching order.
  public static let usual: [Schedule] = [
    .constant, .step(), .exponential(), .inverseTime(), .cosine(), .warmUp(),
  ]

  /// The schedule with settings that suit a run of `length` steps; over all of them the exponential one falls to about a
  /// hundredth of the rate.
  public func suited(to length: Int) -> Schedule {
    let k = Ladder.next(after: 5 / Double(length), by: -1)
    return switch self {
    case .constant: .constant
    case .step: .step(every: max(1, length / 4))
    case .exponential: .exponential(k: k)
    case .inverseTime: .inverseTime(k: k)
    case .cosine: .cosine(steps: length)
    case .warmUp: .warmUp()
    }
  }

  /// Reads `cosine:steps=100`: a schedule, and settings that differ from the usual ones.
  ///
  /// - Throws: ``ScheduleError``
  public init(parsing text: String) throws(ScheduleError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard var schedule = Self.usual.first(where: { $0.name == name }) else { throw .unknown(name) }
    if parts.count > 1 {
      var given: [String] = []
      for item in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
        given.append(try schedule.set(item, given: given))
      }
    }
    self = schedule
  }

  /// The name on the command line.
  public var name: String {
    switch self {
    case .constant: "constant"
    case .step: "step"
    case .exponential: "exponential"
    case .inverseTime: "inverse-time"
    case .cosine: "cosine"
    case .warmUp: "warm-up"
    }
  }

  /// All settings with their values.
  public var settings: [(name: String, value: Double)] { table.map { ($0.name, $0.value) } }

  /// Each setting with its value, what it may be, and the schedule with another.
  private var table: [(name: String, value: Double, domain: SettingDomain, with: (Double) -> Schedule)] {
    switch self {
    case .constant: []
    case .step(let drop, let every):
      [
        ("drop", drop, .positive, { .step(drop: $0, every: every) }),
        ("every", Double(every), .steps, { .step(drop: drop, every: Int($0)) }),
      ]
    case .exponential(let k): [("k", k, .nonNegative, { .exponential(k: $0) })]
    case .inverseTime(let k): [("k", k, .nonNegative, { .inverseTime(k: $0) })]
    case .cosine(let steps, let floor):
      [
        ("steps", Double(steps), .steps, { .cosine(steps: Int($0), floor: floor) }),
        ("floor", floor, .fraction, { .cosine(steps: steps, floor: $0) }),
      ]
    case .warmUp(let steps): [("steps", Double(steps), .steps, { .warmUp(steps: Int($0)) })]
    }
  }

  /// The one text for this schedule; usual settings are left out.
  public var description: String {
    let usual = Self.usual.first { $0.name == name }?.settings ?? []
    let spelled = zip(settings, usual).filter { $0.value != $1.value }.map {
      "\($0.0.name)=\(Numeral.exact($0.0.value))"
    }
    return spelled.isEmpty ? name : "\(name):\(spelled.joined(separator: ","))"
  }

  private mutating func set(_ item: Substring, given: [String]) throws(ScheduleError) -> String {
    let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .malformed(String(item), schedule: name) }
    let (setting, text) = (String(parts[0]), String(parts[1]))
    guard let entry = table.first(where: { $0.name == setting }) else {
      throw .unknownSetting(setting, schedule: name, known: settings.map(\.name))
    }
    guard !given.contains(setting) else { throw .repeated(setting) }
    guard case .number(let number) = entry.domain.value(parsing: text) else {
      throw .notAllowed(text, setting: setting, domain: entry.domain)
    }
    self = entry.with(number)
    return setting
  }
}
