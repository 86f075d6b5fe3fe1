extension TapeStorage {
  /// Fills in ∂output/∂node for every node, in one pass from `output` to the first.
  ///
  /// Each node hands its adjoint, times its local derivative, to its operands, where the shares add up (fan-out
  /// and x · x included). Only nodes that do not lead to the output are passed over: an adjoint of 0 meets an infinite
  /// local derivative like any other number, and 0 · ∞ is NaN.
  @inlinable
  mutating func sweep(from output: Int32) {
    if isSwept { clearAdjoints() }
    isSwept = true
    nodes[Int(output)].adjoint = 1
    nodes[Int(output)].isReached = true
    passDown(from: output)
  }

  /// The pass itself; the output's adjoint is in place.
  @inlinable
  mutating func passDown(from output: Int32) {
    var index = Int(output)
    while index >= 0 {
      let node = nodes + index
      if node.pointee.isReached {
        let adjoint = node.pointee.adjoint
        let first = Int(node.pointee.first)
        if first >= 0 {
          nodes[first].receive(adjoint * node.pointee.firstPartial)
        } else if first == Int(Node<Element>.tensor) {
          pullBack(Int32(truncatingIfNeeded: index))
        }
        let second = Int(node.pointee.second)
        if second >= 0 { nodes[second].receive(adjoint * node.pointee.secondPartial) }
      }
      index &-= 1
    }
  }

  @usableFromInline
  mutating func clearAdjoints() {
    for index in 0..<Int(count) {
      nodes[index].adjoint = 0
      nodes[index].isReached = false
    }
  }
}

extension Tape {
  /// Sweeps backwards from `output`; afterwards `adjoint(of:)` and `nodes` show ∂output/∂node.
  ///
  /// Sweeping again, from the same or another output, starts afresh.
  @inlinable
  public func sweep(from output: Variable<Element>) {
    guard let node = position(of: output) else { return storage.pointee.clearAdjoints() }
    storage.pointee.sweep(from: node)
  }

  /// ∂output/∂`variable` after the last sweep; 0 for a constant.
  @inlinable
  public func adjoint(of variable: Variable<Element>) -> Element {
    guard let node = position(of: variable) else { return 0 }
    return storage.pointee.nodes[Int(node)].adjoint
  }

  /// The variable's index on this tape; `nil` for a constant.
  @inlinable
  func position(of variable: Variable<Element>) -> Int32? {
    guard let owner = variable.storage else { return nil }
    precondition(owner == storage, "The variable is from another tape.")
    return variable.node
  }
}
