/// How the losses of several examples become one.
public enum LossReduction: String, CaseIterable, Sendable {
  /// Their sum divided by their number.
  case mean
  /// Their sum.
  case sum
}

extension TensorVariable {
  /// eˣ / Σ eˣ along an axis, the last one unless said otherwise: positive numbers that add up to 1.
  public func softmax(over axis: Int = -1) -> TensorVariable { alongAxis(.softmax, axis) }

  /// log(eˣ / Σ eˣ) along an axis, without overflow and without the logarithm of an underflow.
  public func logSoftmax(over axis: Int = -1) -> TensorVariable { alongAxis(.logSoftmax, axis) }

  /// The cross-entropy of the softmax of scores `[examples, classes]`, −log p[class] for each example, in one stable
  /// operation: ∂/∂scores is p − 1[class].
  ///
  /// - Parameters:
  ///   - classes: the right class of each example, counted from 0.
  ///   - reduction: whether the examples' losses are averaged or added up.
  /// - Returns: a number.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func crossEntropy(classes: [Int], reduction: LossReduction = .mean) -> TensorVariable {
    let shape = storage.pointee.shape(of: node)
    precondition(
      shape.count == 2 && shape[0] > 0,
      "Cross-entropy takes scores of one row per example, not the shape \(self.shape).")
    let (rows, columns) = (shape[0], shape[1])
    precondition(
      classes.count == rows, "There are \(classes.count) classes for \(rows) rows of scores.")
    let none = Node<Element>.none
    let result = storage.pointee.appendTensor(.crossEntropy, rank: 0, inputs: (node, none, none)) { _, _ in }
    let place = storage.pointee.arena.allocate(rows, of: Int32.self)
    let probabilities = storage.pointee.arena.allocate(rows * columns, of: Element.self)
    let target = storage.pointee.arena.pointer(at: place, to: Int32.self)
    for (row, number) in classes.enumerated() {
      precondition(
        (0..<columns).contains(number), "The class \(number) is none of the \(columns) that have scores.")
      target[row] = Int32(truncatingIfNeeded: number)
    }
    storage.pointee.attach(
      CrossEntropyDetails(
        rows: rows, columns: columns, isMean: reduction == .mean, classes: place,
        probabilities: probabilities), to: result)
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func alongAxis(_ operation: Operation, _ axis: Int) -> TensorVariable {
    let none = Node<Element>.none
    let result = storage.pointee.appendTensor(
      operation, rank: rank, inputs: (node, none, none),
      parameter: Int32(truncatingIfNeeded: place(ofAxis: axis))
    ) { [node] axes, storage in
      _ = axes.update(fromContentsOf: storage.shape(of: node))
    }
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
  }

  /// The place of an axis, where −1 is the last.
  func place(ofAxis axis: Int) -> Int {
    let rank = rank
    precondition((-rank..<rank).contains(axis), "A tensor of \(rank) axes has no axis \(axis).")
    return axis < 0 ? axis + rank : axis
  }
}
