extension Tape {
  /// Sweeps backwards from `output`; afterwards `adjoint(of:)` has ∂output/∂node for every node.
  ///
  /// - Parameter upstream: what ∂/∂output is to be taken as, in the shape of `output`; ones if `nil`, which makes it
  ///   the gradient of the sum of the elements.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func sweep(from output: TensorVariable<Element>, upstream: Tensor<Element>? = nil) {
    let node = position(of: output)
    precondition(
      upstream == nil || upstream?.shape == output.shape,
      "The upstream gradient must have the output's shape \(output.shape).")
    storage.pointee.clearAdjoints()
    storage.pointee.isSwept = true
    guard let adjoints = storage.pointee.adjoints(of: node) else { return }
    if let upstream {
      upstream.elements.withUnsafeBufferPointer { elements in
        if let start = elements.baseAddress { adjoints.update(from: start, count: elements.count) }
      }
    } else {
      adjoints.update(repeating: 1, count: output.count)
    }
    storage.pointee.passDown(from: node)
  }

  /// ∂output/∂`variable` after the last sweep, in the variable's shape; zeros for constants.
  public func adjoint(of variable: TensorVariable<Element>) -> Tensor<Element> {
    Tensor(
      unchecked: variable.shape,
      withAdjoints(of: variable) { $0.map(Array.init) }
        ?? Array(repeating: 0, count: variable.count))
  }

  /// Reads ∂output/∂`variable` in place, in row-major order; `nil` if nothing reached it.
  @inlinable
  public func withAdjoints<Result, Failure: Error>(
    of variable: TensorVariable<Element>,
    _ body: (UnsafeBufferPointer<Element>?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(adjoints(of: variable))
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  @usableFromInline
  func adjoints(of variable: TensorVariable<Element>) -> UnsafeBufferPointer<Element>? {
    let node = position(of: variable)
    guard storage.pointee.nodes[Int(node)].isReached, let adjoints = storage.pointee.adjoints(of: node)
    else {
      return nil
    }
    return UnsafeBufferPointer(start: adjoints, count: variable.count)
  }

  private func position(of variable: TensorVariable<Element>) -> Int32 {
    precondition(variable.storage == storage, "The variable is from another tape.")
    return variable.node
  }
}
