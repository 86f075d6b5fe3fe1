public import Autodiff

/// A function of two parameters, written once for numbers and for variables of a tape.
///
/// ``height(_:_:)`` and ``valueAndGradient(at:on:)`` follow from ``value(_:_:)``. They are requirements so that the
/// compiler works them out for each function: through `any SurfaceFunction` a generic function is run operation by
/// operation, about thirty times slower.
public protocol SurfaceFunction: Sendable {
  /// f(x, y)
  func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number
  /// f(x, y) of plain numbers.
  func height(_ x: Double, _ y: Double) -> Double
  /// f with its gradient, recorded on `tape`.
  func valueAndGradient(
    at point: SurfacePoint, on tape: Tape<Double>
  ) -> (value: Double, dx: Double, dy: Double)
}

extension SurfaceFunction {
  /// f(x, y) of plain numbers.
  public func height(_ x: Double, _ y: Double) -> Double { value(x, y) }

  /// f with its gradient, recorded on `tape`.
  public func valueAndGradient(
    at point: SurfacePoint, on tape: Tape<Double>
  ) -> (value: Double, dx: Double, dy: Double) {
    tape.valueAndGradient(at: point.x, point.y) { value($0, $1) }
  }

  func square<Number: Scalar>(_ x: Number) -> Number { x * x }
}

extension Quadratic: SurfaceFunction {}

extension Expression: SurfaceFunction {}
