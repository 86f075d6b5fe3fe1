import Autodiff
import RealModule

/// Surfaces with several minima.
extension SurfaceKind {
  /// A deeper and a shallower well.
  public static let twoWells = SurfaceKind(
    "two-wells", "Two wells", "x² + y² - 2e^(-((x-1)² + y²)/0.2) - 3e^(-((x+1)² + y²)/0.2)",
    watchFor: "watch for the two wells: the one at the larger x is the higher", start: (1, 1.25),
    minima: [
      SurfaceMinimum(-0.9363006340109187, 0, value: -2.0630902517681946),
      SurfaceMinimum(0.905317899160115, 0, value: -1.0927319992017408),
    ], Wells(deep: 3, stretch: 1))

  /// Two wells that are narrow across.
  public static let twoWellsSteep = SurfaceKind(
    "two-wells-steep", "Two wells, steeper",
    "x² + (1.4y)² - 2e^(-((x-1)² + (1.4y)²)/0.2) - 6e^(-((x+1)² + (1.4y)²)/0.2)",
    watchFor: "watch for the two wells, both narrow across", start: (1.5, 1.5),
    minima: [
      SurfaceMinimum(-0.9675774464554597, 0, value: -5.032339968658436),
      SurfaceMinimum(0.9053178606008482, 0, value: -1.092732038481015),
    ], Wells(deep: 6, stretch: 1.4))
  private struct Wells: SurfaceFunction {
    let deep, stretch: Double

    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
      let y = stretch == 1 ? y : Number(stretch) * y
      let yy = y * y
      return x * x + yy - 2 * .exp((square(x - 1) + yy) * -5) - Number(deep) * .exp((square(x + 1) + yy) * -5)
    }
  }

  /// Four minima of the same height.
  public static let himmelblau = SurfaceKind(
    "himmelblau", "Himmelblau", "(x² + y - 11)² + (x + y² - 7)²",
    watchFor: "watch for four minima, all equally deep",
    window: (-5...5, -5...5), start: (0, 0),
    minima: [
      SurfaceMinimum(3, 2), SurfaceMinimum(-2.805118086952745, 3.131312518250573),
      SurfaceMinimum(-3.779310253377747, -3.2831859912861696),
      SurfaceMinimum(3.5844283403304917, -1.8481265269644036),
    ], Himmelblau())
  private struct Himmelblau: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
      square(x * x + y - 11) + square(x + y * y - 7)
    }
  }

  /// Six minima, the two lowest of the same height.
  public static let camel = SurfaceKind(
    "camel", "Six-hump camel", "(4 - 2.1x² + x⁴/3)x² + xy + 4(y² - 1)y²",
    watchFor: "watch for two equal minima among six", window: (-2...2, -1...1), start: (-1.6, 0.9),
    minima: [
      SurfaceMinimum(0.08984201310031806, -0.7126564030207396, value: -1.0316284534898774),
      SurfaceMinimum(-0.08984201310031806, 0.7126564030207396, value: -1.0316284534898774),
    ], Camel())
  private struct Camel: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
      let xx = x * x
      let humps = (4 - 2.1 * xx + xx * xx / 3) * xx
      return humps + x * y + 4 * (y * y - 1) * (y * y)
    }
  }

  /// Two minima beside the lowest.
  public static let threeHumpCamel = SurfaceKind(
    "three-hump-camel", "Three-hump camel", "2x² - 1.05x⁴ + x⁶/6 + xy + y²",
    watchFor: "watch for two local minima beside the middle one",
    window: (-2.5...2.5, -2.5...2.5), start: (-2, 1), minima: [SurfaceMinimum(0, 0)], ThreeHumpCamel())
  private struct ThreeHumpCamel: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
      let xx = x * x
      let humps = 2 * xx - 1.05 * (xx * xx) + xx * xx * xx / 6
      return humps + x * y + y * y
    }
  }

  /// Four wells, one of them deepest.
  public static let styblinskiTang = SurfaceKind(
    "styblinski-tang", "Styblinski-Tang", "(x⁴ - 16x² + 5x + y⁴ - 16y² + 5y)/2",
    watchFor: "watch for four wells, of which one is deepest", window: (-5...5, -5...5), start: (0.2, 0.4),
    minima: [SurfaceMinimum(-2.903534027771177, -2.903534027771177, value: -78.33233140754284)],
    StyblinskiTang())
  private struct StyblinskiTang: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number { 0.5 * (quartic(x) + quartic(y)) }

    private func quartic<Number: Scalar>(_ t: Number) -> Number {
      let tt = t * t
      return tt * tt - 16 * tt + 5 * t
    }
  }

  /// A minimum at every pair of whole numbers.
  public static let rastrigin = SurfaceKind(
    "rastrigin", "Rastrigin", "20 + x² + y² - 10cos 2πx - 10cos 2πy",
    watchFor: "watch for the dimples: every whole number holds a local minimum",
    window: (-5.12...5.12, -5.12...5.12), start: (-2, 3.5), minima: [SurfaceMinimum(0, 0)], Rastrigin())
  private struct Rastrigin: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number { 20 + dimple(x) + dimple(y) }

    private func dimple<Number: Scalar>(_ x: Number) -> Number {
      x * x - 10 * .cos(Number(2 * Double.pi) * x)
    }
  }

  /// Ripples around a needle.
  public static let ackley = SurfaceKind(
    "ackley", "Ackley", "20 + e - 20e^(-0.2√((x² + y²)/2)) - e^((cos 2πx + cos 2πy)/2)",
    watchFor: "watch for ripples on the way to a minimum as sharp as a needle",
    window: (-5...5, -5...5), start: (3.5, -3), minima: [SurfaceMinimum(0, 0, isSmooth: false)], Ackley())
  private struct Ackley: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
      let turn = Number(2 * Double.pi)
      let distance: Number = .sqrt(0.5 * (x * x + y * y))
      let waves: Number = 0.5 * (.cos(turn * x) + .cos(turn * y))
      return Number(20 + Double.exp(1)) - 20 * .exp(-0.2 * distance) - .exp(waves)
    }
  }

  /// Rings around a minimum.
  public static let ripples = SurfaceKind(
    "ripples", "Ripples", "0.01r² - sin(r)/r, r = 10√(x² + y²) + 0.01",
    watchFor: "watch for the rings that hold small steps", start: (1.5, 1.5),
    minima: [SurfaceMinimum(0, 0, value: -0.9999823334166664, isSmooth: false)], Ripples())
  private struct Ripples: SurfaceFunction {
    func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
      let r: Number = 10 * .sqrt(x * x + y * y) + 0.01
      return 0.01 * (r * r) - .sin(r) / r
    }
  }
}
