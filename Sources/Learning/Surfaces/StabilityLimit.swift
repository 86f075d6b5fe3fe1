/// Up to which learning rate a rule converges on a quadratic surface.
public struct StabilityLimit: Hashable, Sendable {
  /// The rate at which the rule neither converges nor diverges.
  public let rate: Double
  /// How it comes about: `2·(1+μ)/λ = 2·1.9/100 = 0.038`.
  public let line: FormulaLine

  /// The limit at `rate`, which `right` gives; `nil` if it is not finite.
  init?(_ rate: Double, _ right: Arithmetic) {
    guard rate.isFinite else { return nil }
    (self.rate, line) = (rate, FormulaLine("lr", right, equals: rate))
  }
}
