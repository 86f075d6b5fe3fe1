import Autodiff
import RealModule

/// Surfaces with one minimum, and with saddles.
extension SurfaceKind {
  /// A steep valley along a parabola.
  public static let rosenbrock = SurfaceKind(
    "rosenbrock", "Rosenbrock's valley", "(1 - x)² + 100(y - x²)²",
    watchFor: "watch for the curved valley: steep walls, and a floor that hardly falls",
    window: (-2...2, -1...3), start: (-1.2, 1), minima: [SurfaceMinimum(1, 1)], Rosenbrock())
  private struct Rosenbrock: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number { square(1 - x) + 100 * square(y - x * x) }
  }

  /// A gentler valley along a parabola.
  public static let mildBanana = SurfaceKind(
    "mild-banana", "Mild banana", "(1 - x)² + 20(3y - x²)²",
    watchFor: "watch for the bend of the valley",
    window: (-2...2, -0.27...1.07), start: (-1.21, 0.853), minima: [SurfaceMinimum(1, 1.0 / 3)], MildBanana())
  private struct MildBanana: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
      square(1 - x) + 20 * square(3 * y - x * x)
    }
  }

  /// Flat in the middle, with cliffs in the corners.
  public static let beale = SurfaceKind(
    "beale", "Beale", "(1.5 - x + xy)² + (2.25 - x + xy²)² + (2.625 - x + xy³)²",
    watchFor: "watch for flat ground in the middle and cliffs in the corners",
    window: (-4.5...4.5, -4.5...4.5), start: (1, 1.5), minima: [SurfaceMinimum(3, 0.5)], Beale())
  private struct Beale: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
      let xy = x * y
      let xyy = xy * y
      return square(1.5 - x + xy) + square(2.25 - x + xyy) + square(2.625 - x + xyy * y)
    }
  }

  /// Six orders of magnitude from the rim to the minimum.
  public static let goldsteinPrice = SurfaceKind(
    "goldstein-price", "Goldstein-Price",
    "(1 + (x+y+1)²(19-14x+3x²-14y+6xy+3y²))(30 + (2x-3y)²(18-32x+12x²+48y-36xy+27y²))",
    watchFor: "watch for values over a million at the rim and 3 at the minimum",
    start: (-1.5, 1), minima: [SurfaceMinimum(0, -1, value: 3)], GoldsteinPrice())
  private struct GoldsteinPrice: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
      let (xx, xy, yy) = (x * x, x * y, y * y)
      let inner = 19 - 14 * x + 3 * xx - 14 * y + 6 * xy + 3 * yy
      let first = 1 + square(x + y + 1) * inner
      let outer = 18 - 32 * x + 12 * xx + 48 * y - 36 * xy + 27 * yy
      let second = 30 + square(2 * x - 3 * y) * outer
      return first * second
    }
  }

  /// A pit in a nearly flat plain.
  public static let plateau = SurfaceKind(
    "plateau", "Gaussian plateau", "1 - e^(-(x² + y²)/2) + 0.001(x² + y²)",
    watchFor: "watch for the flat outskirts, where gradients nearly vanish",
    window: (-4...4, -4...4), start: (3.5, 2.5), minima: [SurfaceMinimum(0, 0)], Plateau())
  private struct Plateau: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
      let rr = x * x + y * y
      return 1 - .exp(rr * -0.5) + 0.001 * rr
    }
  }

  /// A small pit in the middle of a wide bowl.
  public static let ellipticBowl = SurfaceKind(
    "elliptic-bowl", "Elliptic bowl", "u² + v²/2 - e^(-(u² + 5v²)), u = x/2, v = y/2",
    watchFor: "watch for the small pit in the middle of a wide bowl",
    start: (1.5, 1.5), minima: [SurfaceMinimum(0, 0, value: -1)], EllipticBowl())
  private struct EllipticBowl: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
      let (uu, vv) = (0.25 * (x * x), 0.25 * (y * y))
      return uu + 0.5 * vv - .exp(-(uu + 5 * vv))
    }
  }

  /// A saddle between two minima.
  public static let saddle = SurfaceKind(
    "saddle", "Saddle, bounded", "x² - y² + y⁴/4",
    watchFor: "watch for the line y = 0: on it the slope across is 0", start: (1.5, 0.001),
    minima: [
      SurfaceMinimum(0, 2.0.squareRoot(), value: -1), SurfaceMinimum(0, -2.0.squareRoot(), value: -1),
    ], Saddle())
  private struct Saddle: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number { x * x - y * y + square(y * y) * 0.25 }
  }

  /// Valleys and ridges in turn.
  public static let sineSaddle = SurfaceKind(
    "sine-saddle", "Sine saddle", "sin x + y²",
    watchFor: "watch for the ridge between two valleys of the sine",
    start: (1.5, 1.5), minima: [SurfaceMinimum(-.pi / 2, 0, value: -1)], SineSaddle())
  private struct SineSaddle: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number { .sin(x) + y * y }
  }
}
