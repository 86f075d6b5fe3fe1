/// A function of one number with its derivative.
///
/// The scalar tape, the tensors and the plain numbers all take their values and derivatives from here; for some functions
/// tensors have kernels, which are tested against these.
@usableFromInline
protocol UnaryRule {
  /// The name under which it is recorded.
  var operation: Operation { get }
  /// A number needed to restate the rule later, such as the exponent of an integer power.
  var parameter: Int32 { get }
  /// y = f(x).
  func value<E: Precision>(_ x: E) -> E
  /// f′(x), given x and y = f(x).
  func derivative<E: Precision>(_ x: E, _ y: E) -> E
}

extension UnaryRule {
  @inlinable var parameter: Int32 { 0 }
}
