extension TensorVariable {
  /// The same elements in the same order under another shape.
  public func reshaped(to shape: [Int]) -> TensorVariable {
    precondition(
      (try? Tensor<Element>.count(of: shape)) == count,
      "The \(count) elements of the shape \(self.shape) do not fill \(shape).")
    return moved(.reshape, to: shape)
  }

  /// The elements repeated along new leading axes and along axes of length 1.
  public func broadcast(to shape: [Int]) -> TensorVariable {
    let own = self.shape
    precondition(
      own.count <= shape.count && zip(own.reversed(), shape.reversed()).allSatisfy { $0 == $1 || $0 == 1 },
      "The shape \(own) cannot be broadcast to \(shape).")
    return moved(.broadcast, to: shape)
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func moved(_ operation: Operation, to shape: [Int]) -> TensorVariable {
    let none = Node<Element>.none
    let result = storage.pointee.appendTensor(operation, rank: shape.count, inputs: (node, none, none)) {
      axes, _ in
      _ = axes.update(fromContentsOf: shape)
    }
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
  }
}
