public import Autodiff
import RealModule

/// f = (a·u² + b·v²)/2 with (u, v) the coordinates from a centre along axes turned by an angle: curvature a along u, b
/// along v.
public struct Quadratic: Hashable, Sendable {
  /// The curvature along u.
  public let a: Double
  /// The curvature along v.
  public let b: Double
  /// By how much the axes are turned counter-clockwise, in degrees.
  public let rotation: Double
  /// Where u and v are 0.
  public let center: SurfacePoint
  private let cosine: Double
  private let sine: Double

  /// A quadratic with finite curvatures, angle and centre.
  public init(a: Double, b: Double, rotation: Double = 0, center: SurfacePoint = SurfacePoint(x: 0, y: 0)) {
    (self.a, self.b, self.rotation, self.center) = (a, b, rotation, center)
    let angle = rotation.remainder(dividingBy: 360) * .pi / 180
    (cosine, sine) = (.cos(angle), .sin(angle))
  }

  /// |b|/|a|: how many times more the surface curves along v than along u, be it upwards or downwards.
  public var condition: Double { abs(b / a) }

  /// The same with `condition` as ``condition`` and other axes: a, the centre and the sign of b stay.
  func changed(rotation: Double?, condition: Double?) -> Quadratic {
    let stretched = condition.map { b < 0 ? -abs(a) * $0 : abs(a) * $0 }
    return Quadratic(a: a, b: stretched ?? b, rotation: rotation ?? self.rotation, center: center)
  }

  /// f(x, y)
  public func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
    let (x, y) = isCentred ? (x, y) : (x - Number(center.x), y - Number(center.y))
    let (u, v) = rotation == 0 ? (x, y) : turned(x, y)
    return Number(0.5 * a) * (u * u) + Number(0.5 * b) * (v * v)
  }

  var isCentred: Bool { center.x == 0 && center.y == 0 }

  private func turned<Number: Scalar>(_ x: Number, _ y: Number) -> (Number, Number) {
    let (cosine, sine) = (Number(cosine), Number(sine))
    return (cosine * x + sine * y, cosine * y - sine * x)
  }

  /// The point (x, y) that lies at (u, v) along the turned axes.
  public func point(u: Double, v: Double) -> SurfacePoint {
    SurfacePoint(x: center.x + cosine * u - sine * v, y: center.y + sine * u + cosine * v)
  }
}
