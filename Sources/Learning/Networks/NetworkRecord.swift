public import Autodiff

/// A small network evaluated on a tape of its own: every tensor with its numbers, and every share of an adjoint on its way
/// back. All numbers come from the engine's rules.
public struct NetworkRecord: Equatable, Sendable {
  /// A node of the tape.
  public struct Node: Equatable, Sendable {
    /// What was computed.
    public let operation: Operation
    /// What a variable is called: `x` for the example, else as PyTorch does, `0.weight`.
    public let name: String?
    /// The axes' lengths; the first axis of `x` and of what layers give counts examples, of which there is one.
    public let shape: [Int]
    /// The operands' positions, in order.
    public let inputs: [Int]
    /// The numbers, in row-major order.
    public let elements: [Double]
  }

  /// What one node hands to one of its operands.
  public struct Share: Equatable, Sendable {
    /// The node whose adjoint is complete, and the operand.
    public let node, input: Int
    /// ∂node/∂operand: for each element of the node a row of one number for each element of the operand.
    public let partials: [[Double]]
    /// The node's adjoint; what the operand gets of it, adjoint · partials; and the operand's adjoint after that.
    public let adjoint, product, total: [Double]
  }

  /// The derivatives of the loss by one variable, compared with central differences.
  public struct Check: Equatable, Sendable {
    /// The variable.
    public let name: String
    /// For each of its elements.
    public let entries: [GradientReport.Entry]
  }

  /// What was evaluated.
  public let example: NetworkExample
  /// The layers with their sizes.
  public let network: ShapedNetwork
  /// The tape, in order.
  public let nodes: [Node]
  /// All shares in the order of the sweep; constants get none.
  public let shares: [Share]
  /// The variables with their gradients checked, the example first.
  public let checks: [Check]

  /// The position of the loss.
  public var output: Int { nodes.count - 1 }

  /// Evaluates and differentiates.
  ///
  /// - Throws: ``NetworkExampleError``
  public init(_ example: NetworkExample) throws(NetworkExampleError) {
    let network = try example.shaped()
    let drawn = ParameterStart.torch.elements(
      of: network.parameterTensors, seed: example.seed, as: Double.self)
    let start = drawn.map { ($0 * 10).rounded() / 10 }
    let point = example.planes.flatMap(\.cells) + start
    let tape = Tape<Double>(listsConstants: true)
    let variables = Self.record(example, network, at: point, on: tape)
    let listed = tape.nodes
    nodes = listed.map { node in
      Node(
        operation: node.operation, name: node.name, shape: node.shape, inputs: node.inputs,
        elements: tape.elements(ofNode: node.index).elements)
    }
    guard nodes.allSatisfy({ $0.elements.allSatisfy(\.isFinite) }) else { throw .notFinite }
    shares = Self.shares(listed, on: tape)
    tape.sweep(fromNode: listed.count - 1)
    let gradient = variables.flatMap { tape.adjoints(ofNode: $0).elements }
    // The same tape again and again: what was read of it has been copied.
    let report = GradientChecker().check(
      gradient,
      of: { point in
        tape.reset()
        _ = Self.record(example, network, at: point, on: tape)
        return tape.elements(ofNode: tape.count - 1).elements[0]
      }, at: point)
    var first = 0
    var checks: [Check] = []
    for variable in variables {
      let count = nodes[variable].elements.count
      checks.append(
        Check(name: nodes[variable].name ?? "", entries: Array(report.entries[first..<first + count])))
      first += count
    }
    (self.checks, self.example, self.network) = (checks, example, network)
  }

  /// Puts the example, the parameters, the network and its loss on `tape`; the variables' positions.
  private static func record(
    _ example: NetworkExample, _ network: ShapedNetwork, at point: [Double], on tape: Tape<Double>
  ) -> [Int] {
    var rest = point[...]
    func variable(_ shape: [Int], _ name: String) -> TensorVariable<Double> {
      let count = shape.reduce(1, *)
      defer { rest = rest.dropFirst(count) }
      return tape.variable(tensor(shape, Array(rest.prefix(count))), named: name)
    }
    let x = variable(network.input.tensorShape(images: 1), "x")
    let parameters = network.parameterTensors.map { variable($0.shape, $0.name) }
    var pass = ForwardPass<Double>(
      statistics: ParameterStart.torch.elements(of: network.statisticTensors, seed: 0, as: Double.self))
    let outputs = network.outputs(of: x, parameters: parameters, in: &pass)
    let targets: BatchTargets<Double> =
      outputs.count == 1
      ? .values(tape.constant(tensor(outputs.shape, [example.target]))) : .classes([Int(example.target)])
    _ = network.loss(of: outputs, for: targets)
    return [x.index] + parameters.map(\.index)
  }

  private static func tensor(_ shape: [Int], _ elements: [Double]) -> Tensor<Double> {
    do { return try Tensor(shape: shape, elements: elements) } catch {
      preconditionFailure("a tensor has as many elements as its shape says: \(error)")
    }
  }

  /// Node by node from the loss back: a row of each local derivative is a sweep that begins with 1 at one element alone.
  private static func shares(_ nodes: [TapeNode<Double>], on tape: Tape<Double>) -> [Share] {
    var adjoints = [[Double]?](repeating: nil, count: nodes.count)
    var shares: [Share] = []
    adjoints[nodes.count - 1] = [1]
    for node in nodes.reversed() {
      guard let adjoint = adjoints[node.index] else { continue }
      var operands: [Int] = []
      for input in node.inputs where nodes[input].operation != .constant && !operands.contains(input) {
        operands.append(input)
      }
      guard !operands.isEmpty else { continue }
      let partials = adjoint.indices.map { element in
        let unit = adjoint.indices.map { $0 == element ? 1.0 : 0 }
        tape.sweep(fromNode: node.index, upstream: tensor(node.shape, unit))
        return operands.map { tape.adjoints(ofNode: $0).elements }
      }
      for (place, input) in operands.enumerated() {
        let rows = partials.map { $0[place] }
        let product = rows[0].indices.map { column in
          zip(adjoint, rows).reduce(0) { $0 + $1.0 * $1.1[column] }
        }
        let total = zip(product, adjoints[input] ?? product.map { _ in 0 }).map { $0 + $1 }
        adjoints[input] = total
        shares.append(
          Share(
            node: node.index, input: input, partials: rows, adjoint: adjoint, product: product, total: total))
      }
    }
    return shares
  }
}
