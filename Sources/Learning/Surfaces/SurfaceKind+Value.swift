public import Autodiff
public import RealModule

extension SurfaceKind {
  /// f(x, y), for numbers and for variables of a tape alike.
  @inlinable
  public func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
    switch self {
    case .bowl: Quadratic.bowl.value(x, y)
    case .ravine: Quadratic.ravine.value(x, y)
    case .rotatedBowl: Quadratic.rotatedBowl.value(x, y)
    case .quadratic: Quadratic.usual.value(x, y)
    case .rosenbrock: Self.square(1 - x) + 100 * Self.square(y - x * x)
    case .mildBanana: Self.square(1 - x) + 20 * Self.square(3 * y - x * x)
    case .beale: Self.beale(x, y)
    case .himmelblau: Self.square(x * x + y - 11) + Self.square(x + y * y - 7)
    case .saddle: x * x - y * y + Self.square(y * y) * 0.25
    case .saddlePlain: x * x - y * y
    case .sineSaddle: .sin(x) + y * y
    case .twoWells: Self.wells(x, y, deep: 3)
    case .twoWellsSteep: Self.wells(x, 1.4 * y, deep: 6)
    case .rastrigin: 20 + Self.dimple(x) + Self.dimple(y)
    case .camel: Self.sixHumps(x * x) + x * y + 4 * (y * y - 1) * (y * y)
    case .threeHumpCamel: Self.threeHumps(x * x) + x * y + y * y
    case .styblinskiTang: 0.5 * (Self.quartic(x) + Self.quartic(y))
    case .plateau: Self.plateau(x * x + y * y)
    case .booth: Self.square(x + 2 * y - 7) + Self.square(2 * x + y - 5)
    case .matyas: 0.26 * (x * x + y * y) - 0.48 * (x * y)
    case .goldsteinPrice: Self.goldsteinPrice(x, y)
    case .ackley: Self.ackley(x, y)
    case .ellipticBowl: Self.ellipticBowl(0.25 * (x * x), 0.25 * (y * y))
    case .ripples: Self.ripples(10 * .sqrt(x * x + y * y) + 0.01)
    }
  }

  @inlinable
  static func square<Number: Scalar>(_ x: Number) -> Number { x * x }

  @inlinable
  static func beale<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
    let xy = x * y
    let xyy = xy * y
    return square(1.5 - x + xy) + square(2.25 - x + xyy) + square(2.625 - x + xyy * y)
  }

  @inlinable
  static func wells<Number: Scalar>(_ x: Number, _ y: Number, deep: Number) -> Number {
    let yy = y * y
    return x * x + yy - 2 * .exp((square(x - 1) + yy) * -5) - deep * .exp((square(x + 1) + yy) * -5)
  }

  @inlinable
  static func dimple<Number: Scalar>(_ x: Number) -> Number {
    x * x - 10 * .cos(Number(2 * Double.pi) * x)
  }

  @inlinable
  static func sixHumps<Number: Scalar>(_ xx: Number) -> Number { (4 - 2.1 * xx + xx * xx / 3) * xx }

  @inlinable
  static func threeHumps<Number: Scalar>(_ xx: Number) -> Number {
    2 * xx - 1.05 * (xx * xx) + xx * xx * xx / 6
  }

  @inlinable
  static func quartic<Number: Scalar>(_ t: Number) -> Number {
    let tt = t * t
    return tt * tt - 16 * tt + 5 * t
  }

  @inlinable
  static func plateau<Number: Scalar>(_ rr: Number) -> Number { 1 - .exp(rr * -0.5) + 0.001 * rr }

  @inlinable
  static func goldsteinPrice<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
    let (xx, xy, yy) = (x * x, x * y, y * y)
    let inner = 19 - 14 * x + 3 * xx - 14 * y + 6 * xy + 3 * yy
    let first = 1 + square(x + y + 1) * inner
    let outer = 18 - 32 * x + 12 * xx + 48 * y - 36 * xy + 27 * yy
    let second = 30 + square(2 * x - 3 * y) * outer
    return first * second
  }

  @inlinable
  static func ackley<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
    let turn = Number(2 * Double.pi)
    let distance: Number = .sqrt(0.5 * (x * x + y * y))
    let waves: Number = 0.5 * (.cos(turn * x) + .cos(turn * y))
    return Number(20 + Double.exp(1)) - 20 * .exp(-0.2 * distance) - .exp(waves)
  }

  @inlinable
  static func ellipticBowl<Number: Scalar>(_ uu: Number, _ vv: Number) -> Number {
    uu + 0.5 * vv - .exp(-(uu + 5 * vv))
  }

  @inlinable
  static func ripples<Number: Scalar>(_ r: Number) -> Number { 0.01 * (r * r) - .sin(r) / r }
}
