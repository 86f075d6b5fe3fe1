import Autodiff

/// What a node of the tape computes, written out: a tree that can be compared, matched and printed as it is typed.
indirect enum ExpressionTree: Hashable {
  case number(Double)
  case name(String)
  case negative(ExpressionTree)
  /// `+ - * / ^` between two.
  case infix(ExpressionTree, Character, ExpressionTree)
  case call(String, [ExpressionTree])

  /// The formulas of all nodes of a listing, by position.
  static func all(of nodes: [TapeNode<Double>]) -> [ExpressionTree] {
    var formulas: [ExpressionTree] = []
    for node in nodes { formulas.append(ExpressionTree(node, node.inputs.map { formulas[$0] })) }
    return formulas
  }

  /// What `node` makes of its operands.
  init(_ node: TapeNode<Double>, _ operands: [ExpressionTree]) {
    guard let a = operands.first, let b = operands.last else {
      self = node.operation == .variable ? .name(node.name ?? "n\(node.index)") : .number(node.value)
      return
    }
    switch node.operation {
    case .add: self = .infix(a, "+", b)
    case .subtract: self = .infix(a, "-", b)
    case .multiply: self = .infix(a, "*", b)
    case .divide: self = .infix(a, "/", b)
    case .power: self = .infix(a, "^", b)
    case .integerPower: self = .infix(a, "^", .number(Double(node.parameter ?? 1)))
    case .negate: self = .negative(a)
    case .absolute: self = .call("abs", operands)
    case .maximum: self = .call("max", operands)
    case .minimum: self = .call("min", operands)
    case .variable, .constant, .root, .exp, .expMinusOne, .log, .logOnePlus, .sqrt, .sin, .cos, .tan, .asin,
      .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .relu, .leakyRelu, .threshold, .sigmoid,
      .sum,
      .mean, .max, .softmax, .logSoftmax, .crossEntropy, .batchNorm, .dropout, .reshape, .broadcast,
      .transpose, .slice, .concatenate, .gather, .matmul, .linear, .conv2d, .pool:
      self = .call(node.operation.name, operands)
    }
  }

  /// How tightly what is printed holds together: a sum 1, a product 2, a sign 3, a power 4, all else 5.
  private var strength: Int {
    switch self {
    case .infix(_, "+", _), .infix(_, "-", _): 1
    case .infix(_, "*", _), .infix(_, "/", _): 2
    case .negative: 3
    case .number(let value): value < 0 ? 3 : 5
    case .infix: 4
    case .name, .call: 5
    }
  }

  /// As it can be typed again, with no brackets that are not needed.
  var text: String {
    switch self {
    case .number(let value): Numeral.exact(value)
    case .name(let name): name
    case .negative(let a): "-\(a.bracketed(below: 3))"
    case .infix(let a, "^", let b): "\(a.bracketed(below: 5))^\(b.bracketed(below: 3))"
    case .infix(let a, let sign, let b) where "*/".contains(sign):
      "\(a.bracketed(below: 2))\(sign)\(b.bracketed(below: 3))"
    case .infix(let a, let sign, let b): "\(a.bracketed(below: 1)) \(sign) \(b.bracketed(below: 2))"
    case .call(let name, let operands): "\(name)(\(operands.map(\.text).joined(separator: ", ")))"
    }
  }

  private func bracketed(below limit: Int) -> String { strength < limit ? "(\(text))" : text }
}

extension ExpressionTree {
  /// The same function written so that nothing overflows on the way, or no 0 · ∞ arises; `nil` if none is known.
  ///
  /// The forms are those of every library: softplus by its larger part, log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|); the
  /// sigmoid and tanh as functions of their own; functions that undo each other left out. The maximum is written as
  /// (x + |x|)/2, so that the parts have the right slopes at 0 too.
  var stableForm: ExpressionTree? {
    switch self {
    case .call("log", let operands), .call("ln", let operands): operands[0].stableLogarithm
    case .infix(_, "/", _): stableQuotient
    case .call("exp", let operands):
      if case .call("log", let inner) = operands[0] { inner[0] } else { nil }
    case .call("sqrt", let operands): operands[0].rootOfSquare
    case .infix(let square, "^", .number(0.5)): square.rootOfSquare
    case .infix(.call("sqrt", let operands), "^", .number(2)): operands[0]
    case .infix(.call("sqrt", let operands), "*", .call("sqrt", let others)) where operands == others:
      operands[0]
    case .number, .name, .negative, .infix, .call: nil
    }
  }

  /// The root of this, where this is a square.
  private var rootOfSquare: ExpressionTree? {
    switch self {
    case .infix(let x, "^", .number(2)): .call("abs", [x])
    case .infix(let x, "*", let y) where x == y: .call("abs", [x])
    case .number, .name, .negative, .infix, .call: nil
    }
  }

  /// log of this.
  private var stableLogarithm: ExpressionTree? {
    if case .call("exp", let operands) = self { return operands[0] }
    if let x = sigmoidArgument { return .infix(half(x, "-", x.magnitude), "-", tail(x.magnitude)) }
    // log(1 - σ(x)) = log σ(-x)
    if case .infix(.one, "-", let part) = self, let x = part.sigmoidArgument {
      return .infix(half(x.negated, "-", x.magnitude), "-", tail(x.magnitude))
    }
    if let shares = softmaxExponents {
      return .infix(shares.own.minus(shares.largest), "-", .call("log", [shares.sum]))
    }
    guard let exponents else { return nil }
    guard exponents.count == 2 else {
      let largest = ExpressionTree.call("max", exponents)
      return .infix(largest, "+", .call("log", [Self.sum(exponents, without: largest)]))
    }
    let (x, y) = (exponents[0], exponents[1])
    let distance = x.minus(y).magnitude
    return .infix(half(x.plus(y), "+", distance), "+", tail(distance))
  }

  private var stableQuotient: ExpressionTree? {
    if let x = sigmoidArgument { return .call("sigmoid", [x]) }
    guard case .infix(let a, "/", let b) = self else { return nil }
    if a == .one, case .infix(.one, "/", let x) = b { return x }
    if let x = a.exponent, let y = b.exponent { return .call("exp", [x.minus(y)]) }
    if let shares = softmaxExponents {
      return .infix(.call("exp", [shares.own.minus(shares.largest)]), "/", shares.sum)
    }
    // (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)
    if case .infix(let rise, "-", let fall) = a, b == .infix(rise, "+", fall), let x = rise.exponent,
      let y = fall.exponent, y == x.negated
    {
      return .call("tanh", [x])
    }
    return nil
  }

  /// x, if this is σ(x) = 1/(1 + e⁻ˣ) in one of its forms: 1/(1 + e^u), e^u/(1 + e^u), e^u/(e^u + e^v).
  private var sigmoidArgument: ExpressionTree? {
    if case .call("sigmoid", let operands) = self { return operands[0] }
    guard case .infix(let part, "/", .infix(let a, "+", let b)) = self, part == a || part == b,
      let mine = part.exponent, let other = (part == a ? b : a).exponent
    else { return nil }
    return mine.minus(other)
  }

  /// The parts of a softmax e^u/(e^u + e^v + …) of three or more with the largest exponent taken off: u, the largest,
  /// and the sum that is left below the line.
  private var softmaxExponents: (own: ExpressionTree, largest: ExpressionTree, sum: ExpressionTree)? {
    guard case .infix(let a, "/", let b) = self, let own = a.exponent, let all = b.exponents,
      all.contains(own)
    else { return nil }
    let largest = ExpressionTree.call("max", all)
    return (own, largest, Self.sum(all, without: largest))
  }

  /// u, v, …, if this is e^u + e^v + …: two to six, as the stable forms of more are too long to read.
  private var exponents: [ExpressionTree]? {
    var (rest, found) = (self, [ExpressionTree]())
    while case .infix(let a, "+", let b) = rest, found.count < 5, let exponent = b.exponent {
      found.append(exponent)
      rest = a
    }
    guard !found.isEmpty, let first = rest.exponent else { return nil }
    return [first] + found.reversed()
  }

  /// e^(u − m) + e^(v − m) + …, none of which is above 1 if m is the largest.
  private static func sum(_ exponents: [ExpressionTree], without largest: ExpressionTree) -> ExpressionTree {
    let parts = exponents.map { ExpressionTree.call("exp", [$0.minus(largest)]) }
    return parts.dropFirst().reduce(parts[0]) { .infix($0, "+", $1) }
  }

  /// u, if this is e^u; 1 is e⁰.
  private var exponent: ExpressionTree? {
    if self == .one { return .zero }
    if case .call("exp", let operands) = self { return operands[0] }
    return nil
  }

  private static var zero: ExpressionTree { .number(0) }
  private static var one: ExpressionTree { .number(1) }

  private func half(_ a: ExpressionTree, _ sign: Character, _ b: ExpressionTree) -> ExpressionTree {
    .infix(.infix(a, sign, b), "/", .number(2))
  }

  /// log(1 + e^−d) for d ≥ 0, which never overflows.
  private func tail(_ distance: ExpressionTree) -> ExpressionTree {
    .call("log", [.infix(.one, "+", .call("exp", [.negative(distance)]))])
  }

  private var magnitude: ExpressionTree {
    if case .negative(let x) = self { .call("abs", [x]) } else { .call("abs", [self]) }
  }

  private var negated: ExpressionTree {
    if case .negative(let x) = self { x } else { .negative(self) }
  }

  private func minus(_ other: ExpressionTree) -> ExpressionTree {
    if other == .zero { return self }
    return self == .zero ? other.negated : .infix(self, "-", other)
  }

  private func plus(_ other: ExpressionTree) -> ExpressionTree {
    if other == .zero { return self }
    return self == .zero ? other : .infix(self, "+", other)
  }
}
