public import Autodiff

extension TapeRemark {
  /// What is worth saying about a computation: first what left its domain and which choices were made, in order of
  /// evaluation, then what arose on the way back, then stable forms. What merely follows from an earlier NaN or infinity
  /// is not repeated. If the value or a gradient is no finite number, at least one remark says why.
  ///
  /// - Parameters:
  ///   - nodes: a tape that lists its constants.
  ///   - output: the position of the node that holds the value.
  ///   - column: where a node's operation stands in the text, by position.
  public static func all(
    on nodes: [TapeNode<Double>], from output: Int, column: (Int) -> Int?
  ) -> [TapeRemark] {
    let survey = Survey(nodes, from: output)
    return survey.findings.map { TapeRemark(node: $0.node, column: column($0.node), kind: $0.kind) }
  }
}

/// One pass forward and one back over a listing.
private struct Survey {
  let nodes: [TapeNode<Double>]
  let formulas: [ExpressionTree]
  /// Whether a node depends on a variable; gradients of constants do not matter.
  var varies: [Bool] = []
  var findings: [(node: Int, kind: TapeRemark.Kind)] = []

  init(_ nodes: [TapeNode<Double>], from output: Int) {
    self.nodes = nodes
    formulas = ExpressionTree.all(of: nodes)
    for node in nodes {
      varies.append(node.operation == .variable || node.inputs.contains { varies[$0] })
    }
    for node in nodes[...output] where !node.partials.isEmpty { look(at: node) }
    lookBack(from: output)
    let troubled = Set(findings.filter(\.kind.isTrouble).map(\.node))
    suggest(from: output, for: troubled)
  }

  /// Why the value is not finite though the operands are, or which slope was chosen.
  private mutating func look(at node: TapeNode<Double>) {
    let operands = node.inputs.map { nodes[$0].value }
    if !node.value.isFinite {
      if operands.allSatisfy(\.isFinite) {
        findings.append((node.index, Self.cause(node, operands)))
      } else if node.value.isNaN, !operands.contains(where: \.isNaN) {
        let shown = node.inputs.map { ExpressionTree.number(nodes[$0].value) }
        findings.append((node.index, .undefined(ExpressionTree(node, shown).text)))
      }
    } else if varies[node.index] {
      if let kind = choice(node, operands) { findings.append((node.index, kind)) }
    }
  }

  /// Why an operation made no finite number of these finite operands.
  private static func cause(_ node: TapeNode<Double>, _ operands: [Double]) -> TapeRemark.Kind {
    let first = operands[0]
    return switch node.operation {
    case .log where first == 0: .logOfZero
    case .log: .logOfNegative(first)
    case .sqrt: .rootOfNegative(first)
    case .divide where operands[1] == 0: .divisionByZero
    case .integerPower where first == 0, .power where first == 0: .negativePowerOfZero
    case .power where first < 0: .powerOfNegative(base: first, exponent: operands[1])
    case .logOnePlus where first == -1: .logOfZero
    case .logOnePlus where first < -1: .logOfNegative(1 + first)
    case .asin, .acos, .acosh, .atanh, .root:
      .undefined(ExpressionTree(node, operands.map(ExpressionTree.number)).text)
    case .variable, .constant, .add, .subtract, .multiply, .divide, .power, .maximum, .minimum, .negate,
      .integerPower, .exp, .expMinusOne, .logOnePlus, .sin, .cos, .tan, .atan, .sinh, .cosh, .tanh, .asinh,
      .relu, .leakyRelu, .threshold, .sigmoid, .absolute, .sum, .mean, .max, .softmax, .logSoftmax,
      .crossEntropy, .batchNorm, .dropout, .reshape, .broadcast, .transpose, .slice, .concatenate, .gather,
      .matmul, .linear, .conv2d, .pool:
      .overflow
    }
  }

  /// The slope taken at a kink or tie, or that there is none; `nil` where the function is smooth.
  private func choice(_ node: TapeNode<Double>, _ operands: [Double]) -> TapeRemark.Kind? {
    switch node.operation {
    case .relu where operands[0] == 0: return .kink(function: "relu", slope: node.partials[0])
    case .leakyRelu where operands[0] == 0: return .kink(function: "leaky relu", slope: node.partials[0])
    case .absolute where operands[0] == 0: return .kink(function: "abs", slope: node.partials[0])
    case .power where operands == [0, 0] && varies[node.inputs[1]]: return .jumpOfPower
    case .maximum where operands[0] == operands[1], .minimum where operands[0] == operands[1]:
      // max(x, x) is x whichever is taken.
      guard formulas[node.inputs[0]] != formulas[node.inputs[1]] else { return nil }
      let name = node.operation == .maximum ? "max" : "min"
      return .tie(
        function: name, first: formulas[node.inputs[0]].text, second: formulas[node.inputs[1]].text,
        isConstant: !varies[node.inputs[0]])
    case .relu, .leakyRelu, .threshold, .absolute, .power, .maximum, .minimum, .variable, .constant, .add,
      .subtract, .multiply, .divide, .negate, .integerPower, .root, .exp, .expMinusOne, .log, .logOnePlus,
      .sqrt, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .sigmoid,
      .sum,
      .mean, .max, .softmax, .logSoftmax, .crossEntropy, .batchNorm, .dropout, .reshape, .broadcast,
      .transpose, .slice, .concatenate, .gather, .matmul, .linear, .conv2d, .pool:
      break
    }
    for (input, slope) in zip(node.inputs, node.partials) where varies[input] && !slope.isFinite {
      if isLength(node) { return .length }
      let function = ExpressionTree(node, node.inputs.map { $0 == input ? .name("…") : formulas[$0] }).text
      return .slope(function: function, at: nodes[input].value, slope: slope)
    }
    return nil
  }

  /// Whether the node is √(a² + b² + …) at 0.
  private func isLength(_ node: TapeNode<Double>) -> Bool {
    func isSumOfSquares(_ formula: ExpressionTree) -> Bool {
      switch formula {
      case .infix(let a, "+", let b): isSumOfSquares(a) && isSumOfSquares(b)
      case .infix(_, "^", .number(2)): true
      case .infix(let a, "*", let b): a == b
      case .number, .name, .negative, .infix, .call: false
      }
    }
    guard node.operation == .sqrt, case .infix(_, "+", _) = formulas[node.inputs[0]] else { return false }
    return isSumOfSquares(formulas[node.inputs[0]])
  }

  /// Where a finite adjoint is lost on the way back.
  private mutating func lookBack(from output: Int) {
    var totals = [Double](repeating: 0, count: nodes.count)
    for share in Backpropagation(of: nodes, from: output).shares {
      defer { totals[share.input] = share.total }
      guard varies[share.input], !share.adjoint.isNaN, !share.partial.isNaN else { continue }
      if share.product.isNaN {
        findings.append(
          (
            share.node,
            .zeroTimesInfinity(
              adjoint: share.adjoint, slope: share.partial, operand: formulas[share.input].text)
          ))
      } else if share.total.isNaN, !totals[share.input].isNaN {
        findings.append((share.input, .oppositeInfinities))
      } else if !share.total.isFinite, share.adjoint.isFinite, share.partial.isFinite,
        totals[share.input].isFinite
      {
        findings.append((share.input, .adjointOverflow))
      }
    }
  }

  /// The outermost parts with a stable form that hold a node in trouble.
  private mutating func suggest(from index: Int, for troubled: Set<Int>) {
    var rest = [index]
    var seen: Set<Int> = []
    while let index = rest.popLast() {
      guard seen.insert(index).inserted else { continue }
      if let stable = formulas[index].stableForm, !parts(of: index).isDisjoint(with: troubled) {
        findings.append((index, .stableForm(of: formulas[index].text, stable.text)))
      } else {
        rest += nodes[index].inputs.reversed()
      }
    }
  }

  /// The node and all it is computed from.
  private func parts(of index: Int) -> Set<Int> {
    var (rest, parts) = ([index], Set<Int>())
    while let index = rest.popLast() {
      if parts.insert(index).inserted { rest += nodes[index].inputs }
    }
    return parts
  }
}

extension TapeRemark.Kind {
  /// Whether a number was lost, rather than a choice made.
  var isTrouble: Bool {
    switch self {
    case .kink, .jumpOfPower, .tie, .stableForm: false
    case .logOfNegative, .logOfZero, .rootOfNegative, .divisionByZero, .powerOfNegative, .negativePowerOfZero,
      .overflow, .undefined, .slope, .length, .zeroTimesInfinity, .oppositeInfinities, .adjointOverflow:
      true
    }
  }
}
