public import Autodiff
import RealModule

/// A function of two parameters on which optimizers race: one with a name, or a typed expression in x and y.
///
/// The quadratic surfaces can be turned and stretched about their minimum, or a saddle's middle. Gradients come from the
/// engine.
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
  /// The surface as a quadratic, if it is one; those can be turned and stretched.
  public let quadratic: Quadratic?
  /// What values are computed with, unless the kind has a formula of its own.
  @usableFromInline let evaluated: Quadratic?

  /// The surface `kind` as it is.
  public init(_ kind: SurfaceKind) {
    self.init(kind, quadratic: kind.quadratic, rotation: nil, condition: nil)
  }

  /// The surface `kind`, turned and stretched.
  ///
  /// - Parameters:
  ///   - rotation: degrees counter-clockwise instead of the surface's own; finite.
  ///   - condition: how many times more the surface curves along its second axis than along its first, from 1 to
  ///     1,000,000; a saddle goes on falling along the second.
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
    let changed = own.changed(rotation: rotation, condition: condition)
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
    (rotation, condition, quadratic, evaluated) = (nil, nil, nil, nil)
  }

  private init(_ kind: SurfaceKind, quadratic: Quadratic?, rotation: Double?, condition: Double?) {
    source = .named(kind)
    (self.quadratic, self.rotation, self.condition) = (quadratic, rotation, condition)
    evaluated = rotation != nil || condition != nil || kind.isPlainQuadratic ? quadratic : nil
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

  /// Whether y does not occur in the function: a curve over x rather than a surface.
  public var isCurve: Bool {
    switch source {
    case .named: false
    case .typed(let expression): !expression.reads(variable: 1)
    }
  }

  /// The formula as it is printed, with the numbers of a turned or stretched quadratic.
  public var formula: String {
    switch source {
    case .typed(let expression): return expression.source
    case .named(let kind):
      guard let quadratic, isReshaped else { return kind.formula }
      let (a, b) = (Numeral.format(quadratic.a), Numeral.format(abs(quadratic.b)))
      let sign = quadratic.b < 0 ? "-" : "+"
      let (x, y) = (Self.offset("x", quadratic.center.x), Self.offset("y", quadratic.center.y))
      guard quadratic.rotation != 0 else { return "(\(a)\(x)² \(sign) \(b)\(y)²)/2" }
      let turn = "(u, v) turned by \(Numeral.format(quadratic.rotation))°"
      let center = quadratic.isCentred ? "" : " about (\(quadratic.center.text))"
      return "(\(a)u² \(sign) \(b)v²)/2, \(turn)\(center)"
    }
  }

  /// `x`, or `(x - 3)` for a centre that is not at 0.
  private static func offset(_ name: String, _ center: Double) -> String {
    if center == 0 { return name }
    return "(\(name) \(center < 0 ? "+" : "-") \(Numeral.format(abs(center))))"
  }

  /// Whether the surface is turned or stretched.
  private var isReshaped: Bool { rotation != nil || condition != nil }

  /// f(x, y), for numbers and for variables of a tape alike.
  @inlinable
  public func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
    if let evaluated { return evaluated.value(x, y) }
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

  /// Where and why f or its gradient is no finite number at `point`, and the choices made at kinks.
  public func remarks(at point: SurfacePoint) -> [TapeRemark] {
    if case .typed(let expression) = source { return expression.recorded([point.x, point.y]).remarks }
    let tape = Tape<Double>(listsConstants: true)
    let output = value(tape.variable(point.x, named: "x"), tape.variable(point.y, named: "y"))
    guard let last = output.index else { return [] }
    return TapeRemark.all(on: tape.nodes, from: last) { _ in nil }
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
    case .booth: .booth
    case .matyas: .matyas
    case .saddlePlain: .saddle
    case .rosenbrock, .beale, .himmelblau, .saddle, .twoWells, .rastrigin, .camel, .styblinskiTang, .plateau,
      .goldsteinPrice, .ackley, .mildBanana, .twoWellsSteep, .sineSaddle, .ellipticBowl, .ripples,
      .threeHumpCamel:
      nil
    }
  }

  /// Whether the kind is computed as a quadratic; the others keep the sums of their well-known formulas.
  fileprivate var isPlainQuadratic: Bool {
    switch self {
    case .bowl, .ravine, .rotatedBowl, .quadratic: true
    case .booth, .matyas, .saddlePlain, .rosenbrock, .beale, .himmelblau, .saddle, .twoWells, .rastrigin,
      .camel, .styblinskiTang, .plateau, .goldsteinPrice, .ackley, .mildBanana, .twoWellsSteep, .sineSaddle,
      .ellipticBowl, .ripples, .threeHumpCamel:
      false
    }
  }
}
