extension OptimizerConfiguration: CustomStringConvertible {
  /// Reads `adam:lr=0.05,beta1=0.9`: a rule, and settings that differ from the usual ones.
  ///
  /// - Throws: ``OptimizerError``
  public init(parsing text: String) throws(OptimizerError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard let usual = Self.all.first(where: { $0.name == name }) else { throw .unknownRule(name) }
    self = usual
    if parts.count > 1 { try set(String(parts[1])) }
  }

  /// Changes settings: `lr=0.1,beta1=0.8`.
  ///
  /// - Throws: ``OptimizerError``; nothing is changed then.
  public mutating func set(_ settings: String) throws(OptimizerError) {
    self = try Self.changed(rule, settings)
  }

  /// The one text for this rule and its settings; usual values are left out.
  public var description: String { Self.spelling(rule) }

  /// All settings with their values, in the order in which they are spelled.
  public var settings: [(name: String, value: SettingValue)] { Self.values(rule) }

  private static func changed<Rule: Optimizer>(
    _ rule: Rule, _ text: String
  ) throws(OptimizerError) -> OptimizerConfiguration {
    var rule = rule
    var given: [(setting: OptimizerSetting<Rule>, value: SettingValue)] = []
    let items = text.split(separator: ",", omittingEmptySubsequences: false)
    for (index, item) in items.enumerated() {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw .malformed(String(item), rule: Rule.facts.name) }
      let (name, value) = (String(parts[0]), String(parts[1]))
      guard let setting = Rule.settings.first(where: { $0.name == name }) else {
        throw .unknownSetting(name, rule: Rule.facts.name, known: Rule.settings.map(\.name))
      }
      if let next = items[(index + 1)...].first, !next.isEmpty, next.allSatisfy(\.isNumber),
        let point = Numeral.withPoint("\(value),\(next)")
      {
        throw .decimalComma("\(value),\(next)", setting: name, point: point)
      }
      guard !given.contains(where: { $0.setting.name == name }) else { throw .repeated(name) }
      guard let parsed = setting.domain.value(parsing: value) else {
        throw .notAllowed(value, setting: name, domain: setting.domain)
      }
      setting.write(&rule, parsed)
      given.append((setting, parsed))
    }
    for (setting, value) in given where setting.read(rule) != value {
      throw .contradiction(setting: setting.name, value: value.description, rule: Rule.facts.name)
    }
    return OptimizerConfiguration(rule)
  }

  private static func values<Rule: Optimizer>(_ rule: Rule) -> [(name: String, value: SettingValue)] {
    Rule.settings.compactMap { setting in setting.read(rule).map { (setting.name, $0) } }
  }

  private static func spelling<Rule: Optimizer>(_ rule: Rule) -> String {
    let usual = Rule()
    let spelled = Rule.settings.compactMap { setting -> String? in
      guard let value = setting.read(rule), value != setting.read(usual) else { return nil }
      return "\(setting.name)=\(value)"
    }
    return spelled.isEmpty
      ? Rule.facts.name : "\(Rule.facts.name):\(spelled.joined(separator: ","))"
  }
}
