/// Up to which learning rate a rule converges on a quadratic surface.
public struct StabilityLimit: Hashable, Sendable {
  /// The rate at which the rule neither converges nor diverges.
  public let rate: Double
  /// How it comes about: `2·(1+μ)/λ = 2·1.9/100 = 0.038`.
  public let line: FormulaLine
}

extension OptimizerConfiguration {
  /// The largest stable rate on a quadratic with the greatest curvature λ.
  ///
  /// From the roots of the rule's linear recurrence along the steepest axis: 2/λ for SGD, 2(1+μ)/λ for classical
  /// momentum, 2(1+μ)/((1+2μ)λ) for Nesterov, 2(1+β)/((1-β)λ) for averaged momentum, min(1/μ, 2/(1-μ))/λ for two
  /// terms. L2 adds its λ to the curvature. `nil` for rules that adapt their rate, or when the surface has an axis that
  /// falls away.
  public func stabilityLimit(on curvature: Curvature) -> StabilityLimit? {
    let λ = ("λ", curvature.greatest + rule.weightDecay)
    guard curvature.least + rule.weightDecay >= 0, λ.1 > 0, λ.1.isFinite else { return nil }
    let rate: Double
    let right: Arithmetic
    switch self {
    case .sgd:
      rate = 2 / λ.1
      right = "2/\(λ.0, λ.1)"
    case .momentum(let rule):
      rate = 2 * (1 + rule.decay) / λ.1
      right = "2·(1 + \("μ", rule.decay))/\(λ.0, λ.1)"
    case .nesterov(let rule):
      rate = 2 * (1 + rule.decay) / ((1 + 2 * rule.decay) * λ.1)
      right = "2·(1 + \("μ", rule.decay))/((1 + 2·\("μ", rule.decay))·\(λ.0, λ.1))"
    case .momentumAveraged(let rule):
      rate = 2 * (1 + rule.beta) / ((1 - rule.beta) * λ.1)
      right = "2·(1 + \("β", rule.beta))/((1 - \("β", rule.beta))·\(λ.0, λ.1))"
    case .momentumTwoTerm(let rule):
      let μ = ("μ", rule.decay)
      let isOscillation = 2 * μ.1 <= 1 - μ.1
      rate = (isOscillation ? 2 / (1 - μ.1) : 1 / μ.1) / λ.1
      right = isOscillation ? "2/((1 - \(μ.0, μ.1))·\(λ.0, λ.1))" : "1/(\(μ.0, μ.1)·\(λ.0, λ.1))"
    case .adagrad, .adadelta, .rmsprop, .adam, .adamw, .nadam:
      return nil
    }
    return rate.isFinite ? StabilityLimit(rate: rate, line: FormulaLine("lr", right, equals: rate)) : nil
  }
}
