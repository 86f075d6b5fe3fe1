import RealModule

/// Reads an expression by recursive descent, one function per rule of the grammar, and emits its program.
struct ExpressionParser {
  private(set) var program: [Instruction] = []
  private(set) var columns: [Int] = []
  private(set) var variables: [String]
  private(set) var stackDepth = 0

  private var scanner: ExpressionScanner
  private let mayAddVariables: Bool
  private var nesting = 0
  private var stackCount = 0
  /// Where the operand that was read last begins, counted from 0.
  private var lastOperand: Int?

  /// The expression in signs of the keyboard, without blanks.
  var plain: String { scanner.plain }

  init(_ source: String, variables: [String]?) throws(ExpressionError) {
    let count = source.unicodeScalars.count
    guard count <= Limits.expressionCharacters else {
      throw ExpressionError(column: Limits.expressionCharacters + 1, .tooLong)
    }
    scanner = ExpressionScanner(source)
    self.variables = variables ?? []
    mayAddVariables = variables == nil
  }

  mutating func parse() throws(ExpressionError) {
    guard scanner.next != nil else { throw ExpressionError(column: 1, .empty) }
    try sum()
    guard scanner.next == nil else { throw unexpected(.expectedOperator(found: scanner.found)) }
  }

  // MARK: Rules

  private mutating func sum() throws(ExpressionError) {
    try product()
    while let (symbol, column) = scanner.take(anyOf: "+-") {
      try product()
      emit(.binary(symbol == "+" ? .add : .subtract), column)
    }
  }

  private mutating func product() throws(ExpressionError) {
    try sign()
    while let (symbol, column) = scanner.take(anyOf: "*/") {
      if symbol == "*", scanner.next == "*", let start = lastOperand {
        let base = scanner.taken(from: start).dropLast().trimmed
        _ = scanner.take(anyOf: "*")
        let sign = scanner.take(anyOf: "+-").map { String($0.0) } ?? ""
        guard let exponent = scanner.operand else { throw error(.expectedValue(found: scanner.found)) }
        throw ExpressionError(column: column, .powerByStars("\(base)^\(sign)\(exponent)"))
      }
      try sign()
      emit(.binary(symbol == "*" ? .multiply : .divide), column)
    }
  }

  private mutating func sign() throws(ExpressionError) {
    guard let (symbol, column) = scanner.take(anyOf: "+-") else { return try power() }
    try nested(at: column) { parser throws(ExpressionError) in try parser.sign() }
    if symbol == "-" { emit(.unary(.negate), column) }
  }

  private mutating func power() throws(ExpressionError) {
    let (start, isRoot) = (scanner.column - 1, scanner.next == "√")
    defer { lastOperand = start }
    try primary()
    lastOperand = start
    let column = scanner.column
    if isRoot, scanner.next == "^" || scanner.next.flatMap(Signs.raised) != nil {
      throw ExpressionError(column: start + 1, .powerOfRoot(scanner.taken(from: start)))
    }
    if let raised = scanner.raised() {
      guard let exponent = Int32(raised).map(Int.init) else {
        throw ExpressionError(column: column, .badExponent(raised))
      }
      scanner.plain += "^\(exponent)"
      return emit(.integerPower(exponent), column)
    }
    guard scanner.take(anyOf: "^") != nil else { return }
    let exponentColumn = scanner.column
    let exponent = program.count
    try nested(at: column) { parser throws(ExpressionError) in try parser.sign() }
    if let integer = integralConstant(from: exponent) {
      guard Int32(exactly: integer) != nil else {
        throw ExpressionError(column: exponentColumn, .badExponent(scanner.taken(from: exponentColumn - 1)))
      }
      guard isLiteral(from: exponent) else { return emit(.computedPower(integer), column) }
      program.removeSubrange(exponent...)
      columns.removeSubrange(exponent...)
      stackCount -= 1
      emit(.integerPower(integer), column)
    } else {
      emit(.binary(.power), column)
    }
  }

  private mutating func primary() throws(ExpressionError) {
    let column = scanner.column
    guard let next = scanner.next else { throw error(.expectedValue(found: nil)) }
    switch next {
    case "0"..."9", ".":
      emit(.constant(try scanner.number()), column)
    case "a"..."z", "A"..."Z":
      try name()
    case "π":
      scanner.skip()
      scanner.plain += "pi"
      emit(.constant(.pi), column)
    case "√":
      scanner.skip()
      scanner.plain += "sqrt("
      try nested(at: column) { parser throws(ExpressionError) in try parser.primary() }
      scanner.plain += ")"
      emit(.unary(.sqrt), column)
    case "|":
      scanner.skip()
      scanner.plain += "abs("
      try nested(at: column) { parser throws(ExpressionError) in try parser.sum() }
      guard scanner.next == "|" else { throw unexpected(.unclosedBar(open: column, found: scanner.found)) }
      scanner.skip()
      scanner.plain += ")"
      emit(.unary(.abs), column)
    case "(":
      _ = scanner.take(anyOf: "(")
      try nested(at: column) { parser throws(ExpressionError) in try parser.sum() }
      try close(column)
    default:
      guard let value = scanner.commonFraction() else {
        throw error(.expectedValue(found: scanner.found))
      }
      emit(.constant(value), column)
    }
  }

  private mutating func name() throws(ExpressionError) {
    let column = scanner.column
    let name = scanner.name()
    scanner.plain += name
    if let function = UnaryFunction(rawValue: name) {
      let count = try arguments(of: name, at: column, joinedBy: nil)
      guard count == 1 else {
        throw ExpressionError(column: column, .argumentCount(name, count, expected: 1))
      }
      emit(.unary(function), column)
    } else if let function = BinaryFunction(rawValue: name) {
      let count = try arguments(of: name, at: column, joinedBy: function)
      guard count >= 2 else {
        throw ExpressionError(column: column, .argumentCount(name, count, expected: 2))
      }
    } else if scanner.next == "(" {
      throw ExpressionError(column: column, .unknownFunction(name))
    } else if name == "pi" || name == "e" {
      emit(.constant(name == "pi" ? .pi : .exp(1)), column)
    } else {
      emit(.variable(try slot(of: name, at: column)), column)
    }
  }

  /// Reads `(…, …)` and returns the number of arguments; from the second on, `function` joins each to those before.
  private mutating func arguments(
    of name: String, at column: Int, joinedBy function: BinaryFunction?
  ) throws(ExpressionError) -> Int {
    let open = scanner.column
    guard scanner.take(anyOf: "(") != nil else {
      throw ExpressionError(column: column, .missingArguments(name))
    }
    var count = 0
    repeat {
      try nested(at: column) { parser throws(ExpressionError) in try parser.sum() }
      count += 1
      if count > 1, let function { emit(.binary(function), column) }
    } while scanner.take(anyOf: ",") != nil
    try close(open)
    return count
  }

  // MARK: Program

  private mutating func emit(_ instruction: Instruction, _ column: Int) {
    program.append(instruction)
    columns.append(column)
    switch instruction {
    case .constant, .variable: stackCount += 1
    case .binary, .computedPower: stackCount -= 1
    case .unary, .integerPower: break
    }
    stackDepth = max(stackDepth, stackCount)
  }

  private mutating func slot(of name: String, at column: Int) throws(ExpressionError) -> Int {
    if let slot = variables.firstIndex(of: name) { return slot }
    guard mayAddVariables else {
      throw ExpressionError(column: column, .unknownVariable(name, known: variables))
    }
    variables.append(name)
    return variables.count - 1
  }

  /// Whether the instructions from `start` on are a number as it is written, with its signs.
  private func isLiteral(from start: Int) -> Bool {
    program[start...].allSatisfy { instruction in
      switch instruction {
      case .constant, .unary(.negate): true
      case .variable, .unary, .integerPower, .computedPower, .binary: false
      }
    }
  }

  /// The whole number that the instructions from `start` on compute, if they compute one without variables.
  private func integralConstant(from start: Int) -> Int? {
    var stack: [Double] = []
    for instruction in program[start...] {
      switch instruction {
      case .constant(let value): stack.append(value)
      case .variable: return nil
      case .unary(let function): stack.append(function.value(stack.removeLast()))
      case .integerPower(let exponent): stack.append(.pow(stack.removeLast(), exponent))
      case .computedPower(let exponent):
        stack.removeLast()
        stack.append(.pow(stack.removeLast(), exponent))
      case .binary(let function):
        let second = stack.removeLast()
        stack.append(function.value(stack.removeLast(), second))
      }
    }
    return stack.last.flatMap { Int(exactly: $0) }
  }

  // MARK: Nesting

  private mutating func nested(
    at column: Int, _ rule: (inout ExpressionParser) throws(ExpressionError) -> Void
  ) throws(ExpressionError) {
    nesting += 1
    guard nesting <= Limits.expressionDepth else { throw ExpressionError(column: column, .tooDeep) }
    try rule(&self)
    nesting -= 1
  }

  private mutating func close(_ open: Int) throws(ExpressionError) {
    guard scanner.take(anyOf: ")") != nil else {
      throw unexpected(.unclosed(open: open, found: scanner.found))
    }
  }

  /// What stands where an operator was expected: often a product without its sign, or a decimal comma.
  private func unexpected(_ problem: ExpressionError.Problem) -> ExpressionError {
    if let number = scanner.numberWithPoint { return error(.decimalComma(number)) }
    guard let start = lastOperand, let next = scanner.next, let operand = scanner.operand else {
      return error(problem)
    }
    let factor = scanner.taken(from: start)
    // Two numbers side by side may be anything.
    let isNumber = { (scalar: Unicode.Scalar) in
      ("0"..."9").contains(scalar) || scalar == "." || Numeral.commonFraction(scalar) != nil
    }
    guard !isNumber(next) || factor.unicodeScalars.last.map(isNumber) == false else { return error(problem) }
    return error(.missingTimes("\(factor)*\(operand)"))
  }

  private func error(_ problem: ExpressionError.Problem) -> ExpressionError {
    ExpressionError(column: scanner.column, problem)
  }
}
