import TestSupport

/// Chance with a taste for numbers that break things.
extension SeededNumbers {
  /// Mostly ordinary, often huge, tiny or missing.
  mutating func nastyNumber() -> Double {
    let nasty: [Double] = [
      .nan, .infinity, -.infinity, 0, -0.0, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      .leastNonzeroMagnitude, .ulpOfOne, 1e-300, -1e300, 1e18, 9.3e18, -1,
    ]
    let choice = next(below: 24)
    return choice < nasty.count ? nasty[choice] : Double.random(in: -30...60, using: &self)
  }
}
