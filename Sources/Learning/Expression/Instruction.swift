public import Autodiff
import RealModule

/// One step of an expression's program. Operands are taken from a stack, the result is put there.
@usableFromInline
enum Instruction: Hashable, Sendable {
  case constant(Double)
  case variable(Int)
  case unary(UnaryFunction)
  case integerPower(Int)
  /// The integer power by a whole number that was computed from constants and lies on the stack.
  case computedPower(Int)
  case binary(BinaryFunction)
}

/// A function of one number that expressions know; the raw value is its name.
@usableFromInline
enum UnaryFunction: String, CaseIterable, Sendable {
  case exp, log, ln, sqrt, sin, cos, tan, tanh, sigmoid, relu, abs
  case negate = "-"

  @inlinable
  func value<Number: Scalar>(_ x: Number) -> Number {
    switch self {
    case .exp: .exp(x)
    case .log, .ln: .log(x)
    case .sqrt: .sqrt(x)
    case .sin: .sin(x)
    case .cos: .cos(x)
    case .tan: .tan(x)
    case .tanh: .tanh(x)
    case .sigmoid: .sigmoid(x)
    case .relu: .relu(x)
    case .abs: .absolute(x)
    case .negate: -x
    }
  }
}

/// A function of two numbers that expressions know; the raw value is its name.
@usableFromInline
enum BinaryFunction: String, CaseIterable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"
  case minimum = "min"
  case maximum = "max"

  @inlinable
  func value<Number: Scalar>(_ a: Number, _ b: Number) -> Number {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: .power(a, b)
    case .minimum: .minimum(a, b)
    case .maximum: .maximum(a, b)
    }
  }
}
