public import RealModule

/// A number that a formula can be written in once and then evaluated plainly or differentiated.
///
/// `Double`, `Float` and the tape's `Variable` conform, so one generic function serves a heat map (many plain
/// evaluations) and a gradient (one recorded evaluation).
public protocol Scalar: ElementaryFunctions, AlgebraicField, ExpressibleByFloatLiteral, Sendable {
  /// The constant `value`; on a tape it has no derivative.
  init(_ value: Double)
  /// The plain value, whatever is recorded about it.
  var primal: Double { get }
  /// max(0, x), with the derivative 0 at 0 (the choice of PyTorch and Keras).
  static func relu(_ x: Self) -> Self
  /// 1 / (1 + e⁻ˣ), computed without overflow for any finite x.
  static func sigmoid(_ x: Self) -> Self
  /// |x|, with the derivative 0 at 0.
  static func absolute(_ x: Self) -> Self
  /// The larger of two; at a tie the first, which then takes the whole derivative.
  static func maximum(_ a: Self, _ b: Self) -> Self
  /// The smaller of two; at a tie the first, which then takes the whole derivative.
  static func minimum(_ a: Self, _ b: Self) -> Self
}
