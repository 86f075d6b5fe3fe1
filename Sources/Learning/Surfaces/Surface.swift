public import Autodiff
import RealModule

/// A function of two parameters on which optimizers race: one with a name, or a typed expression in x and y.
///
/// The quadratic surfaces can be turned and stretched about their minimum, or a saddle's middle. Gradients come from the
/// engine.
public struct Surface: Hashable, Sendable {
  /// Where the function comes from.
  public indirect enum Source: Hashable, Sendable {
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
  /// What is computed: a quadratic as it was turned and stretched, or what the source says.
  @usableFromInline let function: any SurfaceFunction

  /// The surface `kind` as it is.
  public init(_ kind: SurfaceKind) { self.init(kind, reshaped: nil, rotation: nil, condition: nil) }

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
    self.init(kind, reshaped: changed, rotation: rotation, condition: condition)
  }

  /// The ill-conditioned bowl with its axes turned by a finite number of degrees; `nil` for its own 45.
  static func rotatedBowl(rotation: Double?) -> Surface {
    let turned = rotation.map { Quadratic(a: 1, b: 100, rotation: $0) }
    return Surface(.rotatedBowl, reshaped: turned, rotation: rotation, condition: nil)
  }

  /// A typed function of x and y, such as `(1-x)^2 + 100*(y-x^2)^2`.
  ///
  /// - Throws: ``SurfaceError/expression(_:)`` with the column of what is wrong.
  public init(expression text: String) throws(SurfaceError) {
    let expression: Expression
    do { expression = try Expression(parsing: text, variables: ["x", "y"]) } catch {
      throw .expression(error)
    }
    (source, function) = (.typed(expression), expression)
    (rotation, condition, quadratic) = (nil, nil, nil)
  }

  private init(_ kind: SurfaceKind, reshaped: Quadratic?, rotation: Double?, condition: Double?) {
    (source, self.rotation, self.condition) = (.named(kind), rotation, condition)
    quadratic = reshaped ?? kind.quadratic
    function = reshaped ?? kind.function
  }

  /// Whether both are turned and stretched alike from the same source.
  public static func == (one: Surface, other: Surface) -> Bool {
    one.source == other.source && one.rotation == other.rotation && one.condition == other.condition
  }

  /// The source stands for the surface.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }

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

  /// f(x, y)
  @inlinable
  public func value(_ x: Double, _ y: Double) -> Double { function.height(x, y) }

  /// f(x, y) of variables of a tape.
  public func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number { function.value(x, y) }

  /// f with its gradient, recorded on `tape`.
  @inlinable
  public func valueAndGradient(
    at point: SurfacePoint, on tape: Tape<Double>
  ) -> (value: Double, dx: Double, dy: Double) {
    function.valueAndGradient(at: point, on: tape)
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
