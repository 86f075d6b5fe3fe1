extension TensorVariable {
  /// The matrix product: [… , inner] · [inner, columns] → [… , columns].
  ///
  /// The left tensor may have any number of axes before the inner one; they are kept. A right tensor of one axis is
  /// a column, and that axis disappears: [inner] · [inner] is the dot product, a number.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func matmul(_ right: TensorVariable) -> TensorVariable {
    precondition(storage == right.storage, "Two tensors of different tapes cannot be combined.")
    let (leftRank, rightRank) = (rank, right.rank)
    let (left, other) = (storage.pointee.shape(of: node), storage.pointee.shape(of: right.node))
    precondition(
      leftRank >= 1 && (1...2).contains(rightRank) && left[leftRank - 1] == other[0],
      "The shapes \(Array(left)) and \(Array(other)) have no matrix product.")
    let inner = other[0]
    let columns = rightRank == 2 ? other[1] : 1
    let size = ProductDetails(rows: left.dropLast().reduce(1, *), inner: inner, columns: columns)
    let result = storage.pointee.appendTensor(
      .matmul, rank: leftRank + rightRank - 2, inputs: (node, right.node, Node<Element>.none)
    ) { [node] axes, storage in
      for axis in 0..<(leftRank - 1) { axes[axis] = storage.shape(of: node)[axis] }
      if rightRank == 2 { axes[leftRank - 1] = columns }
    }
    storage.pointee.attach(size, to: result)
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
  }
}
