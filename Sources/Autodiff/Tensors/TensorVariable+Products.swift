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

  /// x · Wᵀ + bias: the layer in which every output sees every input.
  ///
  /// - Parameters:
  ///   - weight: `[outputs, inputs]`, a row for each output as in PyTorch; the receiver is `[rows, inputs]`.
  ///   - bias: `[outputs]`.
  /// - Returns: `[rows, outputs]`.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func linear(_ weight: TensorVariable, bias: TensorVariable? = nil) -> TensorVariable {
    precondition(
      storage == weight.storage && (bias == nil || bias?.storage == storage),
      "Two tensors of different tapes cannot be combined.")
    let (own, other) = (storage.pointee.shape(of: node), storage.pointee.shape(of: weight.node))
    precondition(
      own.count == 2 && other.count == 2 && own[1] == other[1],
      "The shapes \(Array(own)) and \(Array(other)) have no product of rows with rows.")
    let size = ProductDetails(rows: own[0], inner: own[1], columns: other[0])
    if let bias {
      precondition(
        bias.rank == 1 && bias.count == size.columns,
        "There is a bias for each of \(size.columns) outputs, not the shape \(bias.shape).")
    }
    let inputs = (node, weight.node, bias?.node ?? Node<Element>.none)
    let result = storage.pointee.appendTensor(.linear, rank: 2, inputs: inputs) { axes, _ in
      (axes[0], axes[1]) = (size.rows, size.columns)
    }
    storage.pointee.attach(size, to: result)
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
  }
}
