import Autodiff
import Learning
import TerminalUI

extension GraphWords {
  /// How one number of a tensor comes about: of the node that is computed, or of the adjoint that receives a share.
  static func arithmetic(of record: NetworkRecord, for lab: GraphLab) -> [ArithmeticLine] {
    if lab.share != nil { return chain(record.shares[lab.arrived - 1], of: record, for: lab) }
    guard let active = lab.active else {
      return [
        ArithmeticLine("net", lab.picture.expression),
        ArithmeticLine("input", "\(record.network.input), \(target(of: record))"),
      ]
    }
    let node = record.nodes[active]
    if lab.computed == record.nodes.count {
      return [
        ArithmeticLine("loss", "#\(active) = \(Numeral.format(node.elements[0])); \(target(of: record))"),
        ArithmeticLine("seed", "∂L/∂L = 1 at #\(active): from here the adjoints go back"),
      ]
    }
    let element = place(lab.element, of: node)
    let name = name(active, node, element)
    return [
      ArithmeticLine("value", "\(name) = \(made(element, of: active, record, for: lab))"),
      ArithmeticLine("", position(element, of: node.elements.count)),
    ]
  }

  /// What the network should give.
  static func target(of record: NetworkRecord) -> String {
    record.network.output == .vector(1)
      ? "it should give \(Numeral.format(record.example.target))"
      : "class \(Int(record.example.target)) is the right one"
  }

  /// The number of a tensor that stands for `element`, which counts on and on.
  private static func place(_ element: Int, of node: NetworkRecord.Node) -> Int {
    let count = max(1, node.elements.count)
    return (element % count + count) % count
  }

  /// `#5[0,1]`; of a single number `#5`.
  static func name(_ index: Int, _ node: NetworkRecord.Node, _ element: Int) -> String {
    let name = node.name ?? "#\(index)"
    guard node.elements.count > 1 else { return name }
    var (rest, places) = (element, [Int]())
    for length in node.shape.reversed() {
      places.append(rest % length)
      rest /= length
    }
    return "\(name)[\(places.reversed().map(String.init).joined(separator: ","))]"
  }

  private static func position(_ element: Int, of count: Int) -> String {
    count > 1 ? "number \(element + 1) of \(count) (tab)" : "the only number"
  }

  /// A number made of the operands' numbers.
  private static func made(
    _ element: Int, of index: Int, _ record: NetworkRecord, for lab: GraphLab
  ) -> String {
    let node = record.nodes[index]
    let value = Numeral.format(node.elements[element])
    guard let first = node.inputs.first else { return value }
    let operand = record.nodes[first].elements
    switch node.operation {
    // Sums of products: as the first operand's numbers count in them, and what does not depend on it, the bias.
    case .linear, .matmul, .conv2d:
      guard let share = record.shares.first(where: { $0.node == index && $0.input == first }) else {
        return value
      }
      let terms = products(operand, share.partials[element])
      let rest = node.elements[element] - zip(operand, share.partials[element]).reduce(0) { $0 + $1.0 * $1.1 }
      let bias = node.inputs.count > 2 ? " + bias \(Numeral.factor(abs(rest) < 1e-12 ? 0 : rest))" : ""
      return lab.line(adding: terms) { "\($0)\(bias) = \(value)" }
    case .negate, .integerPower, .root, .exp, .expMinusOne, .log, .logOnePlus, .sqrt, .sin, .cos, .tan,
      .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .relu, .leakyRelu, .threshold,
      .sigmoid, .absolute:
      return "\(node.operation.name)(\(Numeral.format(operand[element]))) = \(value)"
    case .crossEntropy:
      return "-ln(softmax(\(Figure.list(operand)))[\(Int(record.example.target))]) = \(value)"
    case .variable, .constant: return value
    case .add, .subtract, .multiply, .divide, .power, .maximum, .minimum, .sum, .mean, .max, .softmax,
      .logSoftmax, .batchNorm, .dropout, .reshape, .broadcast, .transpose, .slice, .concatenate, .gather,
      .pool:
      return "\(value), from \(lab.picture.nodes[index].text)"
    }
  }

  /// One number of a share: the node's adjoint times a column of the local derivative.
  private static func chain(
    _ share: NetworkRecord.Share, of record: NetworkRecord, for lab: GraphLab
  ) -> [ArithmeticLine] {
    let node = record.nodes[share.input]
    let element = place(lab.element, of: node)
    let name = name(share.input, node, element)
    let terms = products(share.adjoint, share.partials.map { $0[element] })
    let result = Numeral.format(share.product[element])
    return [
      ArithmeticLine("chain", lab.line(adding: terms) { "∂L/∂\(name) gets \($0) = \(result)" }),
      ArithmeticLine(
        "",
        "Σ adjoint of #\(share.node) · ∂#\(share.node)/∂\(name); "
          + position(element, of: node.elements.count)),
    ]
  }

  /// Products of which none is 0 because of its second factor: those that have a part in the sum.
  private static func products(_ one: [Double], _ other: [Double]) -> [String] {
    let terms = zip(one, other).filter { $0.1 != 0 }.map {
      "\(Numeral.factor($0, digits: 3))·\(Numeral.factor($1, digits: 3))"
    }
    return terms.isEmpty ? ["0"] : terms
  }

  /// Numbers in a row.
  private enum Figure {
    static func list(_ numbers: [Double]) -> String {
      let shown = numbers.prefix(4).map { Numeral.format($0, digits: 3) }
      return (shown + (numbers.count > 4 ? ["…"] : [])).joined(separator: ", ")
    }
  }

  // MARK: In words

  static func paragraph(of record: NetworkRecord, for lab: GraphLab) -> String {
    let picture = lab.picture
    var sentences = [
      "The network \(picture.expression) on \(record.network.input); \(target(of: record)). Its "
        + "\(Plural.count(record.network.parameters, "weight and bias", plural: "weights and biases")) follow from seed \(record.example.seed).",
      "So far, \(lab.computed) of \(Plural.count(picture.nodes.count, "node")) computed and \(lab.arrived) of "
        + "\(Plural.count(picture.shares.count, "share")) of adjoints arrived.",
    ]
    if lab.computed == picture.nodes.count {
      sentences.append("The loss is \(picture.nodes[picture.output].value.brief).")
    }
    if lab.arrived == picture.shares.count {
      let gradients = record.checks.map { check in
        "of \(check.name) \(check.entries.map { Numeral.format($0.exact, digits: 3) }.joined(separator: ", "))"
      }
      sentences.append("Its gradients are \(gradients.joined(separator: "; ")).")
    }
    return sentences.joined(separator: " ")
  }
}
