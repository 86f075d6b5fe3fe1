import Autodiff
import Learning

/// A computation walked through: every node as it is computed, then every share of an adjoint as it arrives. Held as texts,
/// since values may be NaN and a lab's state compares with `==`.
struct GraphPicture: SettingsPicture {
  /// One node of the tape.
  struct Node: Equatable, Sendable {
    /// The operation on what it is made of: `x`, `2`, `x · y`, `sin(#3)`.
    let text: String
    /// The same with the operands' values.
    let numbers: String
    let value: String
    /// The operation alone: `+`, `·`, `sin`, or the name or number of an input.
    let symbol: String
    let inputs: [Int]
    /// ∂node/∂input for each of the inputs.
    let partials: [String]
    let isInput: Bool
    /// Whether it matters which operand is the first.
    let isOrdered: Bool
  }

  /// One share of an adjoint on its way from a node to an operand.
  struct Share: Equatable, Sendable {
    let node, input: Int
    let adjoint, partial, product: String
    /// The operand's adjoint after it.
    let total: String
    /// Whether the operand had received a share before.
    let isAddition: Bool
  }

  /// A derivative compared with central differences.
  struct Check: Equatable, Sendable {
    let name, exact, numeric: String
    let outcome: Outcome
  }

  /// What a comparison found.
  enum Outcome: String, Equatable, Sendable {
    case agrees, fine, doubtful, differs
    case undefined = "no value"
    /// Differences straddle a kink, where the tape takes one slope: neither is wrong.
    case kink = "at a kink"

    init(_ band: GradientReport.Band, isAtKink: Bool) {
      switch band {
      case .agrees: self = .agrees
      case .acceptable: self = .fine
      case .doubtful: self = isAtKink ? .kink : .doubtful
      case .wrong: self = isAtKink ? .kink : .differs
      case .undefined: self = .undefined
      }
    }
  }

  let nodes: [Node]
  let shares: [Share]
  /// The tape drawn; `nil` in the other view.
  let drawing: GraphDrawing?
  let checks: [Check]
  /// The node that holds the value.
  let output: Int
  /// Where and why numbers are not finite, and the choices made at kinks.
  let remarks: [String]
  /// The first of them in short.
  let note: String?
  let expression: String
  /// The same in signs that programs read.
  let plainExpression: String

  /// Steps of the timeline: the nodes, then the shares.
  var stepCount: Int { nodes.count + shares.count }

  init(_ scene: GraphScene) throws(LabRefusal) {
    do {
      let expression = try scene.expression()
      let record = try expression.recorded(at: scene.point)
      let sweep = Backpropagation(of: record.nodes, from: record.output)
      self.expression = expression.source
      plainExpression = expression.plain
      nodes = record.nodes.map { Self.node($0, among: record.nodes) }
      var received: Set<Int> = []
      shares = sweep.shares.map { share in
        Share(
          node: share.node, input: share.input, adjoint: Numeral.format(share.adjoint),
          partial: Numeral.factor(share.partial), product: Numeral.format(share.product),
          total: Numeral.format(share.total), isAddition: !received.insert(share.input).inserted)
      }
      drawing = scene.view == .nodes ? try GraphDrawing(nodes, shares) : nil
      output = record.output
      let arguments = expression.variables.map { scene.point[$0] ?? 0 }
      remarks = record.remarks.map(\.listed)
      note = record.remarks.first?.brief
      let isAtKink = record.remarks.contains(where: \.isKink)
      let report = GradientChecker().check(
        expression.variables.map { record.gradient[$0] ?? 0 }, of: { expression.value($0) }, at: arguments)
      checks = zip(expression.variables, report.entries).map { name, entry in
        Check(
          name: name, exact: Numeral.format(entry.exact, digits: 6),
          numeric: Numeral.format(entry.numeric, digits: 6), outcome: Outcome(entry.band, isAtKink: isAtKink))
      }
    } catch {
      throw LabRefusal("\(error)")
    }
  }

  private static func node(_ node: TapeNode<Double>, among nodes: [TapeNode<Double>]) -> Node {
    func name(_ index: Int) -> String {
      let input = nodes[index]
      if let name = input.name { return name }
      return input.operation == .constant ? Numeral.format(input.value) : "#\(index)"
    }
    let isInput = node.operation == .variable || node.operation == .constant
    let text =
      isInput
      ? node.name ?? Numeral.format(node.value) : spelled(node, node.inputs.map(name))
    let numbers = spelled(node, node.inputs.map { Numeral.factor(nodes[$0].value) })
    return Node(
      text: text, numbers: isInput ? text : numbers, value: Numeral.format(node.value),
      symbol: isInput ? text : symbol(node), inputs: node.inputs,
      partials: node.partials.map { Numeral.format($0) }, isInput: isInput,
      isOrdered: [.subtract, .divide, .power].contains(node.operation))
  }

  private static func symbol(_ node: TapeNode<Double>) -> String {
    // What stands between or around two operands without a name.
    switch node.operation {
    case .negate: return "-"
    case .absolute: return "| |"
    case .maximum: return "max"
    case .minimum: return "min"
    case .add, .subtract, .multiply, .divide, .power, .integerPower:
      return spelled(node, ["", ""]).filter { $0 != " " }
    case .variable, .constant, .root, .exp, .expMinusOne, .log, .logOnePlus, .sqrt, .sin, .cos, .tan, .asin,
      .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .relu, .leakyRelu, .threshold, .sigmoid,
      .sum, .mean, .max, .softmax, .logSoftmax, .crossEntropy, .batchNorm, .dropout, .reshape, .broadcast,
      .transpose, .slice, .concatenate, .gather, .matmul, .linear, .conv2d, .pool:
      return node.operation.name
    }
  }

  private static func spelled(_ node: TapeNode<Double>, _ operands: [String]) -> String {
    let first = operands.first ?? ""
    let second = operands.count > 1 ? operands[1] : ""
    switch node.operation {
    case .add: return "\(first) + \(second)"
    case .subtract: return "\(first) - \(second)"
    case .multiply: return "\(first)·\(second)"
    case .divide: return "\(first)/\(second)"
    case .power: return "\(first)^\(second)"
    case .integerPower: return "\(first)^\(node.parameter ?? 1)"
    case .negate: return "-\(first)"
    case .absolute: return "|\(first)|"
    case .maximum: return "max(\(first), \(second))"
    case .minimum: return "min(\(first), \(second))"
    case .variable, .constant, .root, .exp, .expMinusOne, .log, .logOnePlus, .sqrt, .sin, .cos, .tan, .asin,
      .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .relu, .leakyRelu, .threshold, .sigmoid,
      .sum,
      .mean, .max, .softmax, .logSoftmax, .crossEntropy, .batchNorm, .dropout, .reshape, .broadcast,
      .transpose,
      .slice, .concatenate, .gather, .matmul, .linear, .conv2d, .pool:
      return "\(node.operation.name)(\(operands.joined(separator: ", ")))"
    }
  }

  /// Adjoints after `count` shares; `nil` where none has arrived.
  func adjoints(after count: Int) -> [String?] {
    var adjoints = [String?](repeating: nil, count: nodes.count)
    adjoints[output] = "1"
    for share in shares.prefix(max(0, count)) { adjoints[share.input] = share.total }
    return adjoints
  }
}
