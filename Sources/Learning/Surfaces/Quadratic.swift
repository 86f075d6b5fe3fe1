public import Autodiff
import RealModule

/// f = (a·u² + b·v²)/2 with (u, v) the coordinates along axes turned by an angle: curvature a along u, b along v.
@frozen
public struct Quadratic: Hashable, Sendable {
  /// The curvature along u.
  public let a: Double
  /// The curvature along v.
  public let b: Double
  /// By how much the axes are turned counter-clockwise, in degrees.
  public let rotation: Double
  @usableFromInline let cosine: Double
  @usableFromInline let sine: Double

  /// A quadratic with finite curvatures and angle.
  public init(a: Double, b: Double, rotation: Double = 0) {
    (self.a, self.b, self.rotation) = (a, b, rotation)
    let angle = rotation.remainder(dividingBy: 360) * .pi / 180
    (cosine, sine) = (.cos(angle), .sin(angle))
  }

  /// x² + y²
  public static let bowl = Quadratic(a: 2, b: 2)
  /// 0.1x² + 2y²
  public static let ravine = Quadratic(a: 0.2, b: 4)
  /// Curvatures 1 and 100 at 45°.
  public static let rotatedBowl = Quadratic(a: 1, b: 100, rotation: 45)
  /// (x² + 10y²)/2
  public static let usual = Quadratic(a: 1, b: 10)

  /// f(x, y)
  @inlinable
  public func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
    let (u, v) = rotation == 0 ? (x, y) : turned(x, y)
    return Number(0.5 * a) * (u * u) + Number(0.5 * b) * (v * v)
  }

  @inlinable
  func turned<Number: Scalar>(_ x: Number, _ y: Number) -> (Number, Number) {
    let (cosine, sine) = (Number(cosine), Number(sine))
    return (cosine * x + sine * y, cosine * y - sine * x)
  }

  /// The point (x, y) that lies at (u, v) along the turned axes.
  public func point(u: Double, v: Double) -> SurfacePoint {
    SurfacePoint(x: cosine * u - sine * v, y: sine * u + cosine * v)
  }
}
