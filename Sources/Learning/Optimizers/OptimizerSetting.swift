/// The value of a setting, as typed and as printed.
public enum SettingValue: Hashable, Sendable, CustomStringConvertible {
  case number(Double)
  case flag(Bool)
  case word(String)

  /// A choice by its name; `true` and `false` are flags.
  init(choice name: String) {
    switch name {
    case "true": self = .flag(true)
    case "false": self = .flag(false)
    default: self = .word(name)
    }
  }

  /// The text that reads back as this value: `0.05`, `true`, `first`.
  public var description: String {
    switch self {
    case .number(let number): Numeral.exact(number)
    case .flag(let flag): flag.description
    case .word(let word): word
    }
  }
}

/// Which values a setting may have.
public enum SettingDomain: Hashable, Sendable {
  /// A finite number above 0.
  case positive
  /// A finite number, at least 0.
  case nonNegative
  /// A number, at least 0 and below 1.
  case fraction
  /// A whole number, at least 1 and at most ``Limits/steps``.
  case steps
  /// One of some names.
  case choice([String])

  /// The value that `text` spells; `nil` if it is not allowed here.
  func value(parsing text: String) -> SettingValue? {
    if case .choice(let names) = self {
      return names.contains(text) ? SettingValue(choice: text) : nil
    }
    guard let number = Numeral.parse(text), number.isFinite, contains(number) else { return nil }
    return .number(number)
  }

  private func contains(_ number: Double) -> Bool {
    switch self {
    case .positive: number > 0
    case .nonNegative: number >= 0
    case .fraction: number >= 0 && number < 1
    case .steps: number >= 1 && number <= Double(Limits.steps) && number == number.rounded()
    case .choice: false
    }
  }

  /// What is allowed, to follow "must be".
  public var words: String {
    switch self {
    case .positive: "a finite number above 0"
    case .nonNegative: "a finite number of at least 0"
    case .fraction: "at least 0 and below 1"
    case .steps: "a whole number from 1 to \(Numeral.grouped(Limits.steps))"
    case .choice(let names): names.joined(separator: " or ")
    }
  }
}

/// A setting of a rule: its name on the command line, what it may be, and where it is kept.
///
/// Parsing, spelling, listing and error texts all read this table; the usual values are those of `Rule.init()`.
public struct OptimizerSetting<Rule: Sendable>: Sendable {
  /// The name on the command line, such as `beta1`.
  public let name: String
  /// What it may be.
  public let domain: SettingDomain
  /// The value; `nil` when the setting has no meaning beside the others.
  let read: @Sendable (Rule) -> SettingValue?
  let write: @Sendable (inout Rule, SettingValue) -> Void

  static func number(
    _ name: String, _ domain: SettingDomain, _ path: any WritableKeyPath<Rule, Double> & Sendable,
    when applies: @escaping @Sendable (Rule) -> Bool = { _ in true }
  ) -> OptimizerSetting {
    OptimizerSetting(name: name, domain: domain) { rule in
      applies(rule) ? .number(rule[keyPath: path]) : nil
    } write: { rule, value in
      if case .number(let number) = value { rule[keyPath: path] = number }
    }
  }

  static func choice<Choice: RawRepresentable & CaseIterable & SendableMetatype>(
    _ name: String, _ path: any WritableKeyPath<Rule, Choice> & Sendable
  ) -> OptimizerSetting where Choice.RawValue == String {
    OptimizerSetting(name: name, domain: .choice(Choice.allCases.map(\.rawValue))) { rule in
      SettingValue(choice: rule[keyPath: path].rawValue)
    } write: { rule, value in
      if let choice = Choice(rawValue: value.description) { rule[keyPath: path] = choice }
    }
  }

  /// `eps_inside`: whether ε stands inside the root.
  static func epsilonInside(
    _ path: any WritableKeyPath<Rule, EpsilonPlacement> & Sendable
  ) -> OptimizerSetting {
    OptimizerSetting(name: "eps_inside", domain: .choice(["true", "false"])) { rule in
      .flag(rule[keyPath: path] == .inside)
    } write: { rule, value in
      if value == .flag(true) { rule[keyPath: path] = .inside }
      if value == .flag(false), rule[keyPath: path] == .inside { rule[keyPath: path] = .outside }
    }
  }

  /// `epsilon_place`: `hat` for Keras's Adam, else `outside`; without meaning while ε stands inside.
  static func epsilonPlace(
    _ path: any WritableKeyPath<Rule, EpsilonPlacement> & Sendable
  ) -> OptimizerSetting {
    let places = [EpsilonPlacement.outside, .hat]
    return OptimizerSetting(name: "epsilon_place", domain: .choice(places.map(\.rawValue))) { rule in
      rule[keyPath: path] == .inside ? nil : .word(rule[keyPath: path].rawValue)
    } write: { rule, value in
      if let place = places.first(where: { $0.rawValue == value.description }) { rule[keyPath: path] = place }
    }
  }
}

extension OptimizerSetting where Rule: Optimizer {
  static var learningRate: OptimizerSetting { .number("lr", .positive, \.learningRate) }
  static var weightDecay: OptimizerSetting { .number("weight_decay", .nonNegative, \.weightDecay) }
}
