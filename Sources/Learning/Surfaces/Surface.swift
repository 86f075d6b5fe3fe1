public import Autodiff
import RealModule

/// A function of two parameters on which optimizers race: one with a name, or a typed expression in x and y.
///
/// The quadratic surfaces can be turned and stretched. Gradients come from the engine.
public struct Surface: Hashable, Sendable {
  /// Where the function comes from.
  public enum Source: Hashable, Sendable {
    case named(SurfaceKind)
    case typed(Expression)
  }

  /// Where the function comes from.
  public let source: Source
  /// By how much the axes are turned, in degrees, if it was asked for.
  public let rotation: Double?
  /// The ratio of the two curvatures, if it was asked for.
  public let condition: Double?
  /// The surface as a quadratic, if it is one of the kind that can be turned.
  public let quadratic: Quadratic?

  /// The surface `kind` as it is.
  public init(_ kind: SurfaceKind) {
    self.init(kind, quadratic: kind.quadratic, rotation: nil, condition: nil)
  }

  /// The surface `kind`, turned and stretched.
  ///
  /// - Parameters:
  ///   - rotation: degrees counter-clockwise instead of the surface's own; finite.
  ///   - condition: curvature along the second axis over that along the first, from 1 to 1,000,000.
  /// - Throws: ``SurfaceError`` if a value is out of its range, or the surface is none of those that can be changed.
  public init(_ kind: SurfaceKind, rotation: Double?, condition: Double?) throws(SurfaceError) {
    guard rotation != nil || condition != nil else {
      self.init(kind)
      return
    }
    guard let own = kind.quadratic else { throw .notQuadratic(kind) }
    if let rotation, !rotation.isFinite { throw .rotation(Numeral.exact(rotation)) }
    if let condition, !(condition >= 1 && condition <= 1_000_000) {
      throw .condition(Numeral.exact(condition))
    }
    let changed = Quadratic(
      a: own.a, b: condition.map { own.a * $0 } ?? own.b, rotation: rotation ?? own.rotation)
    self.init(kind, quadratic: changed, rotation: rotation, condition: condition)
  }

  /// The ill-conditioned bowl with its axes turned by a finite number of degrees; `nil` for its own 45.
  static func rotatedBowl(rotation: Double?) -> Surface {
    let turned = Quadratic(a: 1, b: 100, rotation: rotation ?? Quadratic.rotatedBowl.rotation)
    return Surface(.rotatedBowl, quadratic: turned, rotation: rotation, condition: nil)
  }

  /// A typed function of x and y, such as `(1-x)^2 + 100*(y-x^2)^2`.
  ///
  /// - Throws: ``SurfaceError/expression(_:)`` with the column of what is wrong.
  public init(expression text: String) throws(SurfaceError) {
    do {
      source = .typed(try Expression(parsing: text, variables: ["x", "y"]))
    } catch {
      throw .expression(error)
    }
    (rotation, condition, quadratic) = (nil, nil, nil)
  }

  private init(_ kind: SurfaceKind, quadratic: Quadratic?, rotation: Double?, condition: Double?) {
    source = .named(kind)
    (self.quadratic, self.rotation, self.condition) = (quadratic, rotation, condition)
  }

  /// The name on the command line; `nil` for a typed expression.
  public var kind: SurfaceKind? { if case .named(let kind) = source { kind } else { nil } }

  /// The name, or the expression as typed.
  public var name: String {
    switch source {
    case .named(let kind): kind.rawValue
    case .typed(let expression): expression.source
    }
  }

  /// The formula as it is printed, with the numbers of a turned or stretched quadratic.
  public var formula: String {
    switch source {
    case .typed(let expression): return expression.source
    case .named(let kind):
      guard let quadratic, rotation != nil || condition != nil else { return kind.formula }
      let (a, b) = (Numeral.format(quadratic.a), Numeral.format(quadratic.b))
      guard quadratic.rotation != 0 else { return "(\(a)x² + \(b)y²)/2" }
      return "(\(a)u² + \(b)v²)/2, (u, v) turned by \(Numeral.format(quadratic.rotation))°"
    }
  }

  /// f(x, y), for numbers and for variables of a tape alike.
  @inlinable
  public func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
    if let quadratic { return quadratic.value(x, y) }
    return switch source {
    case .named(let kind): kind.value(x, y)
    case .typed(let expression): expression.value(x, y)
    }
  }

  /// f with its gradient, recorded on `tape`.
  @inlinable
  public func valueAndGradient(
    at point: SurfacePoint, on tape: Tape<Double>
  ) -> (value: Double, dx: Double, dy: Double) {
    tape.valueAndGradient(at: point.x, point.y) { value($0, $1) }
  }
}

extension SurfaceKind {
  /// The kinds that can be turned and stretched.
  var quadratic: Quadratic? {
    switch self {
    case .bowl: .bowl
    case .ravine: .ravine
    case .rotatedBowl: .rotatedBowl
    case .quadratic: .usual
    case .rosenbrock, .beale, .himmelblau, .saddle, .twoWells, .rastrigin, .camel, .styblinskiTang, .plateau,
      .booth, .matyas, .goldsteinPrice, .ackley, .mildBanana, .twoWellsSteep, .saddlePlain, .sineSaddle,
      .ellipticBowl, .ripples, .threeHumpCamel:
      nil
    }
  }
}
