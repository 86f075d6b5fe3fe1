import RealModule

extension Curve {
  /// f(x) as it is printed.
  public var formula: String {
    switch source {
    case .activation(let activation, let parameter):
      switch activation {
      case .threshold: "1 if x > 0, else 0"
      case .linear: "x"
      case .sigmoid: "1/(1 + e^(-x))"
      case .tanh: "(e^x - e^(-x))/(e^x + e^(-x))"
      case .relu: "max(0, x)"
      case .leaky, .parametric: "x if x > 0, else \(Numeral.factor(parameter ?? 0))·x"
      }
    case .loss(let loss):
      switch loss {
      case .zeroOne: "1 if x <= 0, else 0"
      case .signed: "-x"
      case .absolute: "|x|"
      case .squared: "x^2"
      case .hinge: "max(0, 1 - x)"
      case .logistic: "ln(1 + e^(-x))"
      case .crossEntropy: "-ln(x)"
      }
    case .expression(let expression): expression.source
    }
  }

  /// f′(x) as it is printed; `nil` for a typed function, whose slope comes of its tape.
  public var slopeFormula: String? {
    switch source {
    case .activation(let activation, let parameter):
      switch activation {
      case .threshold: "0"
      case .linear: "1"
      case .sigmoid: "f·(1 - f)"
      case .tanh: "1 - f^2"
      case .relu: "1 if x > 0, else 0"
      case .leaky, .parametric: "1 if x > 0, else \(Numeral.format(parameter ?? 0))"
      }
    case .loss(let loss):
      switch loss {
      case .zeroOne: "0"
      case .signed: "-1"
      case .absolute: "1 if x > 0, -1 if x < 0"
      case .squared: "2·x"
      case .hinge: "-1 if x < 1, else 0"
      case .logistic: "-1/(1 + e^x)"
      case .crossEntropy: "-1/x"
      }
    case .expression: nil
    }
  }

  /// f(x) with the numbers put in: `f(2) = 1/(1 + e^(-2)) = 1/(1 + 0.1353) = 0.8808`.
  public func arithmetic(at point: CurvePoint, digits: Int = 4) -> String {
    let text = { (value: Double) in Numeral.format(value, digits: digits) }
    let factor = { (value: Double) in Numeral.factor(value, digits: digits) }
    let x = point.x
    let middle: String
    switch source {
    case .activation(let activation, let parameter):
      switch activation {
      case .threshold: middle = "\(text(x)) > 0 is \(x > 0)"
      case .linear: middle = ""
      case .sigmoid: middle = "1/(1 + e^\(factor(-x))) = 1/(1 + \(text(Double.exp(-x))))"
      case .tanh:
        let (up, down) = (Double.exp(x), Double.exp(-x))
        middle =
          up.isFinite && down.isFinite
          ? "(\(text(up)) - \(text(down)))/(\(text(up)) + \(text(down)))"
          : "the sign of \(text(x)): one power rules"
      case .relu: middle = "max(0, \(text(x)))"
      case .leaky, .parametric: middle = x > 0 ? "" : "\(text(parameter ?? 0))·\(factor(x))"
      }
    case .loss(let loss):
      switch loss {
      case .zeroOne: middle = "\(text(x)) <= 0 is \(x <= 0)"
      case .signed: middle = "-\(factor(x))"
      case .absolute: middle = "|\(text(x))|"
      case .squared: middle = "\(factor(x))^2"
      case .hinge: middle = "max(0, 1 - \(factor(x)))"
      case .logistic: middle = "ln(1 + e^\(factor(-x))) = ln(1 + \(text(Double.exp(-x))))"
      case .crossEntropy: middle = "-ln(\(text(x)))"
      }
    case .expression(let expression): middle = expression.source(with: ["x": factor(x)])
    }
    return "f(\(text(x))) = " + (middle.isEmpty ? "" : middle + " = ") + text(point.value)
  }

  /// f′(x) with the numbers put in: `f'(2) = f·(1 - f) = 0.8808·0.1192 = 0.105`.
  public func slopeArithmetic(at point: CurvePoint, digits: Int = 4) -> String {
    let text = { (value: Double) in Numeral.format(value, digits: digits) }
    let factor = { (value: Double) in Numeral.factor(value, digits: digits) }
    let head = "f'(\(text(point.x)))"
    if let kink, point.isAtKink {
      return kink.isJump
        ? "\(head) = \(text(point.slope)): \(kink.choices)"
        : "\(head) is taken as \(text(point.slope)): \(text(kink.left)) on the left, \(text(kink.right)) on the right; "
          + kink.choices
    }
    let middle: String
    switch source {
    case .activation(.sigmoid, _): middle = "f·(1 - f) = \(text(point.value))·\(text(1 - point.value)) = "
    case .activation(.tanh, _): middle = "1 - f^2 = 1 - \(factor(point.value))^2 = "
    case .loss(.squared): middle = "2·\(factor(point.x)) = "
    case .loss(.logistic): middle = "-1/(1 + e^\(factor(point.x))) = -1/(1 + \(text(Double.exp(point.x)))) = "
    case .loss(.crossEntropy): middle = "-1/\(factor(point.x)) = "
    case .activation, .loss, .expression: middle = ""
    }
    return "\(head) = \(middle)\(text(point.slope))"
  }

  /// Where slopes are so small that little is learnt: below a tenth of the largest; `nil` for what never is so.
  public var saturation: Saturation? {
    switch source {
    // 1 − f² = 1/10, and for the sigmoid, which is (1 + tanh(x/2))/2, the same at twice the x.
    case .activation(.tanh, _): Saturation(below: -.atanh(.sqrt(0.9)), above: .atanh(.sqrt(0.9)))
    case .activation(.sigmoid, _): Saturation(below: -2 * .atanh(.sqrt(0.9)), above: 2 * .atanh(.sqrt(0.9)))
    case .activation(.relu, _): Saturation(below: 0, above: nil)
    case .activation(.threshold, _), .loss(.zeroOne): Saturation(below: .infinity, above: nil)
    case .loss(.hinge): Saturation(below: nil, above: 1)
    // 1/(1 + eˣ) = 1/10.
    case .loss(.logistic): Saturation(below: nil, above: .log(9))
    case .activation(let activation, let parameter):
      activation.usualParameter != nil && abs(parameter ?? 0) < 0.1 ? Saturation(below: 0, above: nil) : nil
    case .loss, .expression: nil
    }
  }

  /// Stretches of x on which a curve is nearly level.
  public struct Saturation: Hashable, Sendable {
    /// Everything below this.
    public let below: Double?
    /// Everything above this.
    public let above: Double?

    /// Whether `x` lies in one of them.
    public func contains(_ x: Double) -> Bool {
      below.map { x < $0 } ?? false || above.map { x > $0 } ?? false
    }
  }
}
