public import RealModule

/// A number that a formula can be written in once and then evaluated plainly or differentiated.
///
/// `Double`, `Float` and the tape's `Variable` conform, so one generic function serves a heat map (many plain
/// evaluations) and a gradient (one recorded evaluation). Beside what is listed here come `+ - * /` and the
/// elementary functions of swift-numerics (`exp`, `log`, `sin`, `pow(x, 2)`, `sqrt`, …).
///
/// Nothing traps: overflow, division by zero and arguments outside a function's domain give the infinities and
/// NaN of IEEE 754, in values and in derivatives.
public protocol Scalar: ElementaryFunctions, AlgebraicField, ExpressibleByFloatLiteral {
  /// The constant `value`; on a tape it has no derivative.
  init(_ value: Double)
  /// The plain value, whatever is recorded about it.
  var primal: Double { get }
  /// max(0, x), with the derivative 0 at 0 (the choice of PyTorch and Keras).
  static func relu(_ x: Self) -> Self
  /// x where x > 0, else slope · x, with the derivative slope at 0: leaky with a fixed slope, parametric with a variable.
  static func leakyRelu(_ x: Self, slope: Self) -> Self
  /// 1 where x > 0, else 0, with the derivative 0 everywhere.
  static func threshold(_ x: Self) -> Self
  /// 1 / (1 + e⁻ˣ), computed without overflow for any finite x.
  static func sigmoid(_ x: Self) -> Self
  /// |x|, with the derivative 0 at 0.
  static func absolute(_ x: Self) -> Self
  /// The larger of two; at a tie the first, which then takes the whole derivative. NaN if either is.
  static func maximum(_ a: Self, _ b: Self) -> Self
  /// The smaller of two; at a tie the first, which then takes the whole derivative. NaN if either is.
  static func minimum(_ a: Self, _ b: Self) -> Self
  /// xʸ for a real exponent: exp(y · log x) for x > 0, with 0⁰ = 1; NaN for every negative base.
  ///
  /// For a fixed integral exponent use `power(x, n)`, which is defined for negative bases too. (swift-numerics'
  /// own `pow(x, y)` differs in one point: for plain numbers it makes 0⁰ NaN.)
  static func power(_ x: Self, _ y: Self) -> Self
  /// xⁿ for an integral exponent and any base, with 0⁰ = 1.
  ///
  /// The same as swift-numerics' `pow(x, n)` up to the last digit, and much faster for small n, which are multiplied
  /// out: prefer it in formulas that are evaluated many times.
  static func power(_ x: Self, _ n: Int) -> Self
}
