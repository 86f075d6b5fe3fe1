import RealModule

/// Why an expression has no finite value somewhere: the operation that left its domain.
public struct ExpressionRemark: Hashable, Sendable, CustomStringConvertible {
  /// What happened.
  public enum Kind: Hashable, Sendable {
    /// log x with x < 0.
    case logOfNegative(Double)
    /// log 0.
    case logOfZero
    /// √x with x < 0.
    case rootOfNegative(Double)
    /// x/0.
    case divisionByZero
    /// A negative base with an exponent that is not a constant whole number.
    case powerOfNegative(base: Double, exponent: Double)
    /// 0 to a negative power.
    case negativePowerOfZero
    /// A result beyond the largest number, from finite ones.
    case overflow
  }

  /// Where in the text, counted from 1.
  public let column: Int
  /// What.
  public let kind: Kind

  /// A sentence for the learner, with the column.
  public var description: String {
    "column \(column): \(sentence)"
  }

  private var sentence: String {
    switch kind {
    case .logOfNegative(let x): "log of a negative number, \(Numeral.format(x)), is nan"
    case .logOfZero: "log of 0 is -inf"
    case .rootOfNegative(let x): "sqrt of a negative number, \(Numeral.format(x)), is nan"
    case .divisionByZero: "division by 0"
    case .powerOfNegative(let base, let exponent):
      "a negative base, \(Numeral.format(base)), with the exponent \(Numeral.format(exponent)) gives nan "
        + "(only a constant whole exponent has a value there)"
    case .negativePowerOfZero: "0 to a negative power"
    case .overflow: "the result is too large to be a number"
    }
  }
}

extension Expression {
  /// What leaves its domain when the variables have these values, in order of evaluation. What merely follows from an
  /// earlier NaN or infinity is not repeated.
  ///
  /// - Precondition: there is one argument per variable.
  public func remarks(_ arguments: [Double]) -> [ExpressionRemark] {
    precondition(arguments.count == variables.count, "one argument per variable")
    var remarks: [ExpressionRemark] = []
    var stack: [Double] = []
    for (instruction, column) in zip(program, columns) {
      let operands: [Double]
      let result: Double
      switch instruction {
      case .constant(let value): (operands, result) = ([], value)
      case .variable(let index): (operands, result) = ([], arguments[index])
      case .unary(let function):
        operands = [stack.removeLast()]
        result = function.value(operands[0])
      case .integerPower(let exponent):
        operands = [stack.removeLast()]
        result = .pow(operands[0], exponent)
      case .computedPower(let exponent):
        operands = [stack[stack.count - 2]]
        stack.removeLast(2)
        result = .pow(operands[0], exponent)
      case .binary(let function):
        operands = stack.suffix(2)
        stack.removeLast(2)
        result = function.value(operands[0], operands[1])
      }
      stack.append(result)
      if !result.isFinite, !operands.isEmpty, operands.allSatisfy(\.isFinite) {
        remarks.append(ExpressionRemark(column: column, kind: Self.cause(instruction, operands)))
      }
    }
    return remarks
  }

  /// Why `instruction` made no finite number of these finite operands.
  private static func cause(_ instruction: Instruction, _ operands: [Double]) -> ExpressionRemark.Kind {
    switch instruction {
    case .unary(.log), .unary(.ln): operands[0] == 0 ? .logOfZero : .logOfNegative(operands[0])
    case .unary(.sqrt): .rootOfNegative(operands[0])
    case .binary(.divide) where operands[1] == 0: .divisionByZero
    case .integerPower where operands[0] == 0, .computedPower where operands[0] == 0: .negativePowerOfZero
    case .binary(.power) where operands[0] == 0: .negativePowerOfZero
    case .binary(.power) where operands[0] < 0:
      .powerOfNegative(base: operands[0], exponent: operands[1])
    case .constant, .variable, .unary, .integerPower, .computedPower, .binary: .overflow
    }
  }
}
