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
  public var settings: [(name: String, value: Double)] {
    switch self {
    case .constant: []
    case .step(let drop, let every): [("drop", drop), ("every", Double(every))]
    case .exponential(let k), .inverseTime(let k): [("k", k)]
    case .cosine(let steps, let floor): [("steps", Double(steps)), ("floor", floor)]
    case .warmUp(let steps): [("steps", Double(steps))]
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
    guard settings.contains(where: { $0.name == setting }) else {
      throw .unknownSetting(setting, schedule: name, known: settings.map(\.name))
    }
    guard !given.contains(setting) else { throw .repeated(setting) }
    let domain = Self.domain(of: setting)
    guard case .number(let number) = domain.value(parsing: text) else {
      throw .notAllowed(text, setting: setting, domain: domain)
    }
    switch (self, setting) {
    case (.step(_, let every), "drop"): self = .step(drop: number, every: every)
    case (.step(let drop, _), _): self = .step(drop: drop, every: Int(number))
    case (.cosine(_, let floor), "steps"): self = .cosine(steps: Int(number), floor: floor)
    case (.cosine(let steps, _), _): self = .cosine(steps: steps, floor: number)
    case (.exponential, _): self = .exponential(k: number)
    case (.inverseTime, _): self = .inverseTime(k: number)
    case (.warmUp, _): self = .warmUp(steps: Int(number))
    case (.constant, _): break
    }
    return setting
  }

  private static func domain(of setting: String) -> SettingDomain {
    switch setting {
    case "drop": .positive
    case "every", "steps": .steps
    case "floor": .fraction
    default: .nonNegative
    }
  }
}
