public import Autodiff

/// Where a run stands after some steps, with everything the next step needs. All numbers but the memories' are finite,
/// and none is NaN.
@frozen
public struct DescentState: Hashable, Sendable {
  /// The number of steps taken.
  public var step: Int
  /// The parameters.
  public var point: SurfacePoint
  /// f at ``point``.
  public var value: Double
  /// ∂f/∂x at ``point``, without noise.
  public var dx: Double
  /// ∂f/∂y at ``point``, without noise.
  public var dy: Double
  /// What the rule remembers of x.
  public var xMemory: OptimizerMemory<Double>
  /// What the rule remembers of y.
  public var yMemory: OptimizerMemory<Double>

  /// ‖∇f‖, without overflow.
  public var gradientNorm: Double { .hypot(dx, dy) }
}
