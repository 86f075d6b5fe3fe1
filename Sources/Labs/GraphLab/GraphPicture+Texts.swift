import Autodiff
import Learning

extension GraphPicture {
  // MARK: Numbers

  static func node(_ node: TapeNode<Double>, among nodes: [TapeNode<Double>]) -> Node {
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
      text: text, numbers: isInput ? text : numbers, value: Figures(Numeral.format(node.value)),
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

  // MARK: Tensors

  /// A node of a network's tape, with its shape.
  static func node(_ index: Int, of record: NetworkRecord, _ names: [String]) -> Node {
    let node = record.nodes[index]
    let isInput = node.operation == .variable || node.operation == .constant
    let text =
      isInput
      ? node.name ?? Figures(node.elements).brief
      : "\(node.operation.name)(\(node.inputs.map { names[$0] }.joined(separator: ", ")))"
    let shape = shape(node.shape)
    // An operand that is used twice gets one share; constants get none.
    var inputs: [Int] = []
    for input in node.inputs where !inputs.contains(input) { inputs.append(input) }
    let partials = inputs.map { input in
      record.shares.first { $0.node == index && $0.input == input }.map { partial($0) } ?? ""
    }
    return Node(
      text: text, numbers: text, value: Figures(node.elements),
      symbol: (isInput ? node.name ?? "constant" : node.operation.name) + (shape.isEmpty ? "" : " \(shape)"),
      inputs: inputs, partials: partials, isInput: isInput, isOrdered: false)
  }

  /// `[2,3]`; nothing for a number.
  static func shape(_ shape: [Int]) -> String {
    shape.isEmpty ? "" : "[\(shape.map(String.init).joined(separator: ","))]"
  }

  /// The local derivative if it is one number, else how many rows and columns it has.
  static func partial(_ share: NetworkRecord.Share) -> String {
    let (rows, columns) = (share.partials.count, share.partials[0].count)
    return rows == 1 && columns == 1 ? Numeral.format(share.partials[0][0]) : "\(rows)x\(columns)"
  }
}
