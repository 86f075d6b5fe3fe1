/// The reverse sweep in slow motion: which share of an adjoint arrives where, and when.
///
/// Made from a listing, so that it can be kept, compared and stepped through in both directions: after k shares the
/// adjoint of a node is the `total` of the last of them that it was the `input` of.
public struct Backpropagation<Element: Precision>: Equatable, Sendable {
  /// One arrival: `node` hands `product = adjoint · partial` to `input`.
  public struct Share: Equatable, Sendable {
    /// The node whose adjoint, complete by now, is passed on.
    public let node: Int
    /// The operand that receives.
    public let input: Int
    /// ∂output/∂node.
    public let adjoint: Element
    /// ∂node/∂input, the local derivative.
    public let partial: Element
    /// What is added to the operand's adjoint.
    public let product: Element
    /// The operand's adjoint after the addition.
    public let total: Element
  }

  /// The position of the output, where the sweep starts with the adjoint 1.
  public let output: Int
  /// The number of nodes.
  public let count: Int
  /// All arrivals in the order of the sweep.
  public let shares: [Share]

  /// The sweep over `nodes` from `output`, which must be one of them.
  public init(of nodes: [TapeNode<Element>], from output: Int) {
    precondition(nodes.indices.contains(output), "The output must be one of the nodes.")
    var adjoints = [Element](repeating: 0, count: nodes.count)
    var shares: [Share] = []
    var isReached = [Bool](repeating: false, count: nodes.count)
    (adjoints[output], isReached[output]) = (1, true)
    for node in nodes[...output].reversed() where isReached[node.index] {
      let adjoint = adjoints[node.index]
      for (input, partial) in zip(node.inputs, node.partials) {
        adjoints[input] += adjoint * partial
        isReached[input] = true
        shares.append(
          Share(
            node: node.index, input: input, adjoint: adjoint, partial: partial, product: adjoint * partial,
            total: adjoints[input]))
      }
    }
    self.output = output
    count = nodes.count
    self.shares = shares
  }
}
