/// A rule with its settings, chosen at run time.
public struct OptimizerConfiguration: Sendable {
  /// All rules with their usual settings, in teaching order.
  public static let all = rules.map(OptimizerConfiguration.init)

  private static let rules: [any Optimizer] = [
    SGD(),
    Momentum(),
    MomentumAveraged(),
    MomentumTwoTerm(),
    Nesterov(),
    AdaGrad(),
    Adadelta(),
    RMSprop(),
    Adam(),
    AdamW(),
    Nadam(),
  ]

  /// The rule itself.
  public private(set) var rule: any Optimizer

  /// The rule as it is set.
  public init(_ rule: any Optimizer) { self.rule = rule }

  /// What holds of the rule whatever its settings.
  public var facts: OptimizerFacts { type(of: rule).facts }

  /// The rule's name on the command line.
  public var name: String { facts.name }

  /// The rule with its usual settings.
  public var usual: OptimizerConfiguration { OptimizerConfiguration(type(of: rule).init()) }

  /// η, finite and above 0.
  public var learningRate: Double {
    get { rule.learningRate }
    set { rule.learningRate = newValue }
  }

  /// The largest stable rate on a quadratic of this curvature. L2 adds its λ to the curvature. `nil` for rules that adapt
  /// their rate, or when the surface has an axis that falls away.
  public func stabilityLimit(on curvature: Curvature) -> StabilityLimit? {
    let steepest = curvature.greatest + rule.weightDecay
    guard curvature.least + rule.weightDecay >= 0, steepest > 0, steepest.isFinite else { return nil }
    return rule.stabilityLimit(steepest: steepest)
  }
}

extension OptimizerConfiguration: Hashable {
  /// Whether the rule and all its settings are the same.
  public static func == (one: OptimizerConfiguration, other: OptimizerConfiguration) -> Bool {
    one.rule.isEqual(to: other.rule)
  }

  /// The settings stand for the rule.
  public func hash(into hasher: inout Hasher) { hasher.combine(rule) }
}

extension Optimizer {
  fileprivate func isEqual(to other: any Optimizer) -> Bool { self == other as? Self }
}
