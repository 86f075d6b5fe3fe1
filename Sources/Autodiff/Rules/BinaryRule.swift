/// A function of two numbers with its partial derivatives.
@usableFromInline
protocol BinaryRule {
  /// The name under which it is recorded.
  var operation: Operation { get }
  /// y = f(a, b).
  func value<E: Precision>(_ a: E, _ b: E) -> E
  /// ∂f/∂a, given a, b and y = f(a, b).
  func first<E: Precision>(_ a: E, _ b: E, _ y: E) -> E
  /// ∂f/∂b, given a, b and y = f(a, b).
  func second<E: Precision>(_ a: E, _ b: E, _ y: E) -> E
}
