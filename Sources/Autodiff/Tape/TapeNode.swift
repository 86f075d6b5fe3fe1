/// A node of the tape as a listing shows it.
public struct TapeNode<Element: Precision>: Equatable, Sendable {
  /// Position on the tape, from 0; operands always stand before what is computed from them.
  public let index: Int
  /// What was computed.
  public let operation: Operation
  /// The name given to a variable.
  public let name: String?
  /// The exponent of `integerPower`, the degree of `root`.
  public let parameter: Int?
  /// The operands' positions, in order. A constant operand has one only on a tape that lists constants.
  public let inputs: [Int]
  /// The result.
  public let value: Element
  /// ∂node/∂input for each of `inputs`.
  public let partials: [Element]
  /// ∂output/∂node after the last reverse sweep; 0 before it.
  public let adjoint: Element
}

extension Tape {
  /// Everything recorded, in order; nothing is simplified.
  public var nodes: [TapeNode<Element>] { (0..<count).map(node(at:)) }

  /// One recorded node.
  public func node(at index: Int) -> TapeNode<Element> {
    precondition((0..<count).contains(index), "A tape of \(count) nodes has no node \(index).")
    let node = storage.pointee.nodes[index]
    let operands = [(node.first, node.firstPartial), (node.second, node.secondPartial)].filter { $0.0 >= 0 }
    let hasParameter = node.operation == .integerPower || node.operation == .root
    return TapeNode(
      index: index, operation: node.operation, name: names[Int32(index)],
      parameter: hasParameter ? Int(node.parameter) : nil,
      inputs: operands.map { Int($0.0) }, value: node.value, partials: operands.map { $0.1 },
      adjoint: node.adjoint)
  }
}
