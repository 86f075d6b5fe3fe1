public import Autodiff
import RealModule

/// A typed formula such as `(1-x)^2 + 100*(y-x^2)^2`, parsed once into a flat program and evaluated over any
/// ``Scalar``: plain numbers for a heat map, variables of a tape for a gradient.
///
///     sum     := product (('+' | '-') product)*
///     product := sign (('*' | '/') sign)*
///     sign    := ('+' | '-') sign | power
///     power   := primary ['^' sign | raised digits]
///     primary := number | '½' | name | function '(' sum (',' sum)* ')' | '(' sum ')' | '|' sum '|' | '√' primary
///
/// Signs of print are read as those of the keyboard: `·` and `×` are `*`, `−` is `-`, `x²` is `x^2`, `π` is `pi`, `½` is `0.5`.
/// So `-2^2` is -4 and `2^3^2` is 512; there is no implicit product. Functions are `exp log ln sqrt sin cos tan tanh
/// sigmoid relu abs min max` (`log` is natural), constants `pi` and `e`. A constant integral exponent uses the integer
/// power, which is defined left of 0 and makes 0^0 = 1; a negative base with any other exponent gives NaN. Nothing is
/// simplified: of `x^(1+1)` the sum is recorded as well, though the power takes only the number from it.
public struct Expression: Hashable, Sendable, CustomStringConvertible {
  /// The text as typed.
  public let source: String
  /// What has to be given for an evaluation: all names in order of first appearance, or the names asked for.
  public let variables: [String]

  /// The same in signs of the keyboard, without blanks: `sqrt(x)^2` for `(√x)²`.
  public let plain: String

  @usableFromInline let program: [Instruction]
  @usableFromInline let stackDepth: Int
  /// The column of each instruction in ``source``, counted from 1.
  let columns: [Int]

  /// Parses `source`.
  ///
  /// - Parameters:
  ///   - variables: the names it may use, in the order in which values will be given; `nil` for any.
  /// - Throws: ``ExpressionError`` with the column of what is wrong.
  public init(parsing source: String, variables: [String]? = nil) throws(ExpressionError) {
    var parser = try ExpressionParser(source, variables: variables)
    try parser.parse()
    self.source = source
    plain = parser.plain
    self.variables = parser.variables
    program = parser.program
    columns = parser.columns
    stackDepth = parser.stackDepth
  }

  /// Whether the variable at that place in ``variables`` occurs in the formula.
  public func reads(variable: Int) -> Bool {
    program.contains { if case .variable(variable) = $0 { true } else { false } }
  }

  /// The value for the given values of ``variables``, in that order.
  ///
  /// - Precondition: there is one argument per variable.
  @inlinable
  public func value<Number: Scalar>(_ arguments: [Number]) -> Number {
    precondition(arguments.count == variables.count, "one argument per variable")
    return evaluate(constant: { Number($0) }, variable: { arguments[$0] })
  }

  /// The value of a function of at most two variables, for surfaces: nothing is allocated for plain numbers.
  ///
  /// - Precondition: there are at most two variables.
  @inlinable
  public func value<Number: Scalar>(_ x: Number, _ y: Number) -> Number {
    precondition(variables.count <= 2, "at most two variables")
    return evaluate(constant: { Number($0) }, variable: { $0 == 0 ? x : y })
  }

  /// Runs the program, with constants and variables made by the caller, on a stack that is freed at the end.
  @inlinable
  func evaluate<Number: Scalar>(constant: (Double) -> Number, variable: (Int) -> Number) -> Number {
    withUnsafeTemporaryAllocation(of: Number.self, capacity: stackDepth) { stack in
      var count = 0
      for instruction in program {
        switch instruction {
        case .constant(let value):
          stack.initializeElement(at: count, to: constant(value))
          count += 1
        case .variable(let index):
          stack.initializeElement(at: count, to: variable(index))
          count += 1
        case .unary(let function):
          stack[count - 1] = function.value(stack[count - 1])
        case .integerPower(let exponent):
          stack[count - 1] = .pow(stack[count - 1], exponent)
        case .computedPower(let exponent):
          count -= 1
          _ = stack.moveElement(from: count)
          stack[count - 1] = .pow(stack[count - 1], exponent)
        case .binary(let function):
          count -= 1
          let second = stack.moveElement(from: count)
          stack[count - 1] = function.value(stack[count - 1], second)
        }
      }
      return stack.moveElement(from: 0)
    }
  }

  /// The text as typed.
  public var description: String { source }
}
