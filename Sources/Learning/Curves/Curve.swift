public import Autodiff

/// A function of one number with its slope: an activation, a loss, or whatever was typed.
public struct Curve: Hashable, Sendable {
  /// Where the function comes from.
  public enum Source: Hashable, Sendable {
    /// An activation, with the slope a left of 0 where it has one.
    case activation(Activation, parameter: Double?)
    /// A loss of one number.
    case loss(PointLoss)
    /// A typed function of x.
    case expression(Expression)
  }

  /// Where it comes from.
  public let source: Source

  /// The names that are known, in teaching order; anything else is read as an expression.
  public static let names = Activation.allCases.map(\.rawValue) + PointLoss.allCases.map(\.rawValue)

  /// The curve called `text`, or the expression in x that it is.
  ///
  /// - Parameter parameter: a, the slope left of 0, for what has one.
  /// - Throws: ``CurveError``
  public init(parsing text: String, parameter: Double? = nil) throws(CurveError) {
    if let activation = Activation(rawValue: text) {
      guard parameter == nil || activation.usualParameter != nil else { throw .noParameter(text) }
      if let parameter, !parameter.isFinite { throw .parameter(parameter) }
      source = .activation(activation, parameter: parameter ?? activation.usualParameter)
    } else if let loss = PointLoss(rawValue: text) {
      guard parameter == nil else { throw .noParameter(text) }
      source = .loss(loss)
    } else {
      guard parameter == nil else { throw .noParameter("an expression") }
      do {
        source = .expression(try Expression(parsing: text, variables: ["x"]))
      } catch {
        throw .expression(
          error, nearest: VariableValues.isName(text) ? Spelling.nearest(to: text, among: Self.names) : nil)
      }
    }
  }

  /// An activation with its usual parameter.
  public init(_ activation: Activation) {
    source = .activation(activation, parameter: activation.usualParameter)
  }

  /// An activation that has a parameter, which must be finite.
  init(_ activation: Activation, parameter: Double) {
    source = .activation(activation, parameter: parameter)
  }

  /// A loss.
  public init(_ loss: PointLoss) { source = .loss(loss) }

  /// What commands call it: a name, or `expression`.
  public var name: String {
    switch source {
    case .activation(let activation, _): activation.rawValue
    case .loss(let loss): loss.rawValue
    case .expression: "expression"
    }
  }

  /// What headings call it.
  public var title: String {
    switch source {
    case .activation(let activation, _): activation.title
    case .loss(let loss): "\(loss.rawValue) loss"
    case .expression(let expression): expression.source
    }
  }

  /// f(x), plain or recorded.
  public func value<Number: Scalar>(_ x: Number) -> Number {
    switch source {
    case .activation(let activation, let parameter): activation.value(x, parameter: parameter)
    case .loss(let loss): loss.value(x)
    case .expression(let expression): expression.value(x, x)
    }
  }

  /// The value and the slope at `x`, by the engine.
  ///
  /// - Parameter slopeAtKink: taken in place of the engine's at the kink, if `x` is there.
  public func point(at x: Double, slopeAtKink: Double? = nil) -> CurvePoint {
    let (value, slope) =
      if case .expression(let expression) = source {
        slopes(of: expression.recorded([x]))
      } else {
        Tape<Double>().valueAndDerivative(at: x) { self.value($0) }
      }
    let isAtKink = kink.map { $0.x == x } ?? false
    return CurvePoint(x: x, value: value, slope: isAtKink ? slopeAtKink ?? slope : slope, isAtKink: isAtKink)
  }

  private func slopes(of record: ExpressionRecord) -> (value: Double, derivative: Double) {
    (record.value, record.gradient["x"] ?? 0)
  }

  /// Where it has no single slope; of a typed function that is not known beforehand.
  public var kink: Kink? {
    switch source {
    case .activation(let activation, let parameter): Kink(activation, parameter: parameter)
    case .loss(let loss): Kink(loss)
    case .expression: nil
    }
  }

  /// Refuses a slope that cannot be taken at the kink.
  ///
  /// - Throws: ``CurveError/noKink(_:)``, ``CurveError/slopeAtKink(_:between:and:)``
  public func check(slopeAtKink slope: Double) throws(CurveError) {
    guard let kink, !kink.isJump else { throw .noKink(title) }
    guard kink.allows(slope) else {
      throw .slopeAtKink(slope, between: min(kink.left, kink.right), and: max(kink.left, kink.right))
    }
  }

  /// Where and why a typed function's value or slope is not finite, and the choices made at its kinks.
  public func remarks(at x: Double) -> [TapeRemark] {
    if case .expression(let expression) = source { expression.recorded([x]).remarks } else { [] }
  }
}

/// One place on a curve.
public struct CurvePoint: Hashable, Sendable {
  /// Where.
  public let x: Double
  /// f(x).
  public let value: Double
  /// f′(x), or what is taken for it at a kink.
  public let slope: Double
  /// Whether the curve has no single slope here.
  public let isAtKink: Bool

  /// The tangent at another place: f(x) + f′(x)·(other − x).
  public func tangent(at other: Double) -> Double { value + slope * (other - x) }
}

/// Why there is no such curve.
public enum CurveError: InputError {
  /// An expression that cannot be read; and the name it was meant for, maybe.
  case expression(ExpressionError, nearest: String?)
  /// What has no parameter; its name.
  case noParameter(String)
  /// A parameter that is not finite.
  case parameter(Double)
  /// What has no kink with a choice of slopes; its name.
  case noKink(String)
  /// A slope at a kink that is not between those on either side.
  case slopeAtKink(Double, between: Double, and: Double)

  /// It is always part of the request.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .expression(let error, let nearest?): "\(error); for a curve by name, did you mean \(nearest)?"
    case .expression(let error, nil): error.description
    case .noParameter(let name):
      "\(Echo.escape(name)) has no parameter; leaky and parametric have one, the slope left of 0"
    case .parameter(let parameter): "the parameter must be finite, not \(Numeral.format(parameter))"
    case .noKink(let name):
      "no slope can be chosen for \(Echo.escape(name)): relu, leaky, parametric, absolute and hinge have kinks where one can"
    case .slopeAtKink(let slope, let low, let high):
      "at the kink a slope from \(Numeral.format(low)) to \(Numeral.format(high)) can be taken, "
        + "not \(Numeral.format(slope))"
    }
  }
}
