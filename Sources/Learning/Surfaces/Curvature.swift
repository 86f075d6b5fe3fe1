public import Autodiff

/// The least and the greatest curvature of a surface whose curvature is the same everywhere.
public struct Curvature: Hashable, Sendable {
  /// The smaller eigenvalue of the Hessian.
  public let least: Double
  /// The larger eigenvalue of the Hessian.
  public let greatest: Double
}

extension Surface {
  /// The curvature, where it is constant: on quadratic surfaces. `nil` for all others.
  ///
  /// The gradient of a quadratic is linear, so differences of the engine's gradients over a distance of 1 are the
  /// Hessian itself, free of any truncation. They are recorded on `tape`.
  public func curvature(on tape: Tape<Double>) -> Curvature? {
    guard quadratic != nil else { return nil }
    let origin = valueAndGradient(at: SurfacePoint(x: 0, y: 0), on: tape)
    let alongX = valueAndGradient(at: SurfacePoint(x: 1, y: 0), on: tape)
    let alongY = valueAndGradient(at: SurfacePoint(x: 0, y: 1), on: tape)
    let (xx, xy) = (alongX.dx - origin.dx, alongX.dy - origin.dy)
    let (yx, yy) = (alongY.dx - origin.dx, alongY.dy - origin.dy)
    let (mean, half, mixed) = ((xx + yy) / 2, (xx - yy) / 2, (xy + yx) / 2)
    let radius = (half * half + mixed * mixed).squareRoot()
    return Curvature(least: mean - radius, greatest: mean + radius)
  }
}
