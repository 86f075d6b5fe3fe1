/// The elementary functions that pictures need; this target imports nothing that has them. Accurate to about
/// 1e-13, which is finer than any dot.
enum Elementary {
  /// ln 2.
  static let ln2 = 0.693147180559945309417

  /// The natural logarithm; -∞ at 0, NaN below.
  static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x < .infinity else { return x }
    var m = x.significand
    var exponent = Double(x.exponent)
    if m > 1.4142135623730951 {
      m /= 2
      exponent += 1
    }
    // ln m = 2 artanh((m - 1) / (m + 1)), |argument| < 0.172.
    let s = (m - 1) / (m + 1)
    let q = s * s
    let high = (((1.0 / 17 * q + 1.0 / 15) * q + 1.0 / 13) * q + 1.0 / 11) * q + 1.0 / 9
    let sum = (((high * q + 1.0 / 7) * q + 1.0 / 5) * q + 1.0 / 3) * q + 1
    return exponent * ln2 + 2 * s * sum
  }

  /// The decimal logarithm; exact at powers of ten up to rounding.
  static func log10(_ x: Double) -> Double { log(x) / 2.302585092994045684018 }

  /// 10 to a whole power in -320 ... 308, correctly rounded.
  static func powerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .infinity }

  /// `base` to the power `exponent`, for a base above 0.
  static func power(_ base: Double, _ exponent: Double) -> Double { exp(exponent * log(base)) }

  /// e to the power `x`; NaN stays NaN.
  static func exp(_ x: Double) -> Double {
    guard x > -745 else { return x.isNaN ? x : 0 }
    guard x < 710 else { return .infinity }
    let halvings = (x / ln2).rounded()
    let rest = x - halvings * ln2
    var sum = 1.0
    for k in stride(from: 14.0, through: 1, by: -1) { sum = 1 + sum * rest / k }
    // In two steps, because 2^1024 and 2^-1075 are out of range while the product may not be.
    let first = Int(halvings) / 2
    return sum * Double(sign: .plus, exponent: first, significand: 1)
      * Double(sign: .plus, exponent: Int(halvings) - first, significand: 1)
  }

  /// Sine and cosine of an angle in radians; (0, 1) when it is not finite.
  static func sineAndCosine(_ angle: Double) -> (sine: Double, cosine: Double) {
    guard angle.isFinite else { return (0, 1) }
    let turn = angle.remainder(dividingBy: 2 * .pi)
    return (sine(turn), sine((turn + .pi / 2).remainder(dividingBy: 2 * .pi)))
  }

  private static func sine(_ x: Double) -> Double {
    // Folded to -π/2 ... π/2, then Taylor's series.
    let folded = x > .pi / 2 ? .pi - x : (x < -.pi / 2 ? -.pi - x : x)
    let q = folded * folded
    var sum = 1.0
    for k in stride(from: 18.0, through: 2, by: -2) { sum = 1 - sum * q / (k * (k + 1)) }
    return folded * sum
  }
}
