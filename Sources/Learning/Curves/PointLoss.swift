public import Autodiff

/// A loss as a function of one number.
///
/// ``signed``, ``absolute`` and ``squared`` are losses of an output x for the target 0; ``zeroOne``, ``hinge`` and
/// ``logistic`` of a margin x, the score of the right class against the other, which is better the larger it is;
/// ``crossEntropy`` of the probability x that the right class was given.
public enum PointLoss: String, CaseIterable, Sendable {
  /// 1 where x ≤ 0, else 0.
  case zeroOne = "zero-one"
  /// −x: desired minus actual, which may be negative.
  case signed
  /// |x|.
  case absolute
  /// x².
  case squared
  /// max(0, 1 − x).
  case hinge
  /// ln(1 + e⁻ˣ).
  case logistic
  /// −ln x.
  case crossEntropy = "cross-entropy"

  /// The loss, plain or recorded.
  public func value<Number: Scalar>(_ x: Number) -> Number {
    switch self {
    case .zeroOne: 1 - .threshold(x)
    case .signed: -x
    case .absolute: .absolute(x)
    case .squared: .power(x, 2)
    case .hinge: .relu(1 - x)
    case .logistic: Self.softplus(-x)
    case .crossEntropy: -.log(x)
    }
  }

  /// ln(1 + eˣ), written so that no exponential overflows and the slope at 0 is right.
  private static func softplus<Number: Scalar>(_ x: Number) -> Number {
    // Recorded first, so that its slope arrives last: for very negative x it is tiny, and the halves, which take each
    // other away there, would swallow its digits.
    let tail = Number.log(onePlus: .exp(-.absolute(x)))
    let line = Number(0.5) * .absolute(x) + Number(0.5) * x
    return line + tail
  }

  /// What x is.
  public var argument: String {
    switch self {
    case .signed, .absolute, .squared: "x is the output, the target is 0"
    case .zeroOne, .hinge, .logistic: "x is the margin: the score for the right class against the other"
    case .crossEntropy: "x is the probability that the right class was given"
    }
  }
}
