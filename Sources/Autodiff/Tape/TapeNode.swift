/// A node of the tape as a listing shows it: a number, or a tensor with its shape.
public struct TapeNode<Element: Precision>: Equatable, Sendable {
  /// Position on the tape, from 0; operands always stand before what is computed from them.
  public let index: Int
  /// What was computed.
  public let operation: Operation
  /// The name given to a variable.
  public let name: String?
  /// The exponent of `integerPower`, the degree of `root`.
  public let parameter: Int?
  /// The axes' lengths of a tensor, outermost first; empty for a number.
  public let shape: [Int]
  /// The operands' positions, in order. A constant operand has one only on a tape that lists constants.
  public let inputs: [Int]
  /// The result. A tensor of one and more axes has 0 here; see `Tape.elements(ofNode:)`.
  public let value: Element
  /// ∂node/∂input for each of `inputs` where number comes from numbers; none where tensors take part.
  public let partials: [Element]
  /// ∂output/∂node after the last reverse sweep; 0 before it, and for a tensor of one and more axes.
  public let adjoint: Element
}

extension Tape {
  /// Everything recorded, in order; nothing is simplified.
  public var nodes: [TapeNode<Element>] { (0..<count).map(node(at:)) }

  /// One recorded node.
  public func node(at index: Int) -> TapeNode<Element> {
    let number = checked(index)
    let node = storage.pointee.nodes[index]
    let isTensor = storage.pointee.isTensor(number)
    let operands =
      isTensor
      ? [] : [(node.first, node.firstPartial), (node.second, node.secondPartial)].filter { $0.0 >= 0 }
    let inputs = isTensor ? storage.pointee.inputs(of: number) : operands.map { Int($0.0) }
    let hasParameter = node.operation == .integerPower || node.operation == .root
    let parameter = isTensor ? storage.pointee.record(of: number).pointee.parameter : node.parameter
    return TapeNode(
      index: index, operation: node.operation, name: names[number],
      parameter: hasParameter ? Int(parameter) : nil,
      shape: Array(storage.pointee.shape(of: number)), inputs: inputs, value: node.value,
      partials: operands.map { $0.1 }, adjoint: node.adjoint)
  }

  /// The elements of a recorded node with their shape.
  public func elements(ofNode index: Int) -> Tensor<Element> {
    TensorVariable(storage: storage, node: checked(index)).tensor
  }

  /// ∂output/∂node after the last reverse sweep, in the node's shape; zeros where none arrived.
  public func adjoints(ofNode index: Int) -> Tensor<Element> {
    adjoint(of: TensorVariable(storage: storage, node: checked(index)))
  }

  /// Sweeps backwards from a recorded node, as ``sweep(from:upstream:)`` does from a variable.
  public func sweep(fromNode index: Int, upstream: Tensor<Element>? = nil) {
    sweep(from: TensorVariable(storage: storage, node: checked(index)), upstream: upstream)
  }

  private func checked(_ index: Int) -> Int32 {
    precondition((0..<count).contains(index), "A tape of \(count) nodes has no node \(index).")
    return Int32(truncatingIfNeeded: index)
  }
}

extension TapeStorage {
  /// The positions of a tensor node's operands.
  fileprivate func inputs(of node: Int32) -> [Int] {
    let inputs = record(of: node).pointee.inputs
    return [inputs.0, inputs.1, inputs.2].filter { $0 >= 0 }.map { Int($0) }
  }
}
