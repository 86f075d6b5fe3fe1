/// The same elements elsewhere, or some of them. Shapes must fit, or the program stops with a sentence.
extension TensorVariable {
  /// The same elements in the same order under another shape.
  public func reshaped(to shape: [Int]) -> TensorVariable {
    precondition(
      (try? elementCount(of: shape)) == count,
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

  /// Two axes change places: unless said otherwise the last two, which turns every matrix over.
  public func transposed(_ one: Int = -2, _ other: Int = -1) -> TensorVariable {
    let (one, other) = (place(ofAxis: one), place(ofAxis: other))
    let (low, high) = (Swift.min(one, other), Swift.max(one, other))
    var details = TransposeDetails()
    for (axis, length) in storage.pointee.shape(of: node).enumerated() {
      if axis < low {
        details.outer *= length
      } else if axis == low {
        details.first = length
      } else if axis < high {
        details.middle *= length
      } else if axis == high {
        details.second = length
      } else {
        details.inner *= length
      }
    }
    return moved(.transpose, rank: rank, with: details) { [node] axes, storage in
      _ = axes.update(fromContentsOf: storage.shape(of: node))
      axes.swapAt(low, high)
    }
  }

  /// The positions of a range along an axis.
  public func sliced(_ range: Range<Int>, axis: Int = 0) -> TensorVariable {
    let axis = place(ofAxis: axis)
    let split = AxisSplit(storage.pointee.shape(of: node), at: axis)
    precondition(
      range.lowerBound >= 0 && range.upperBound <= split.length,
      "The positions \(range.lowerBound)..<\(range.upperBound) are not among the \(split.length) of the axis."
    )
    let details = SliceDetails(split: split, start: range.lowerBound, count: range.count)
    return moved(.slice, rank: rank, with: details) { [node] axes, storage in
      _ = axes.update(fromContentsOf: storage.shape(of: node))
      axes[axis] = range.count
    }
  }

  /// The elements at the given positions along an axis, in that order; a position may stand more than once.
  public func gathered(_ positions: [Int], axis: Int = 0) -> TensorVariable {
    let axis = place(ofAxis: axis)
    let split = AxisSplit(storage.pointee.shape(of: node), at: axis)
    for position in positions {
      precondition(
        (0..<split.length).contains(position),
        "The position \(position) is not among the \(split.length) of the axis.")
    }
    let place = storage.pointee.arena.allocate(positions.count, of: Int32.self)
    let target = storage.pointee.arena.pointer(at: place, to: Int32.self)
    for (index, position) in positions.enumerated() { target[index] = Int32(truncatingIfNeeded: position) }
    let details = GatherDetails(split: split, count: positions.count, positions: place)
    return moved(.gather, rank: rank, with: details) { [node] axes, storage in
      _ = axes.update(fromContentsOf: storage.shape(of: node))
      axes[axis] = positions.count
    }
  }

  /// The elements of this tensor and then those of another along an axis; all other axes are equally long.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  public func concatenated(with other: TensorVariable, axis: Int = 0) -> TensorVariable {
    precondition(storage == other.storage, "Two tensors of different tapes cannot be combined.")
    let axis = place(ofAxis: axis)
    let (first, second) = (storage.pointee.shape(of: node), storage.pointee.shape(of: other.node))
    precondition(
      first.count == second.count && first.indices.allSatisfy { $0 == axis || first[$0] == second[$0] },
      "The shapes \(Array(first)) and \(Array(second)) cannot be joined along axis \(axis).")
    let length = first[axis] + second[axis]
    let result = storage.pointee.appendTensor(
      .concatenate, rank: rank, inputs: (node, other.node, Node<Element>.none),
      parameter: Int32(truncatingIfNeeded: axis)
    ) { [node] axes, storage in
      _ = axes.update(fromContentsOf: storage.shape(of: node))
      axes[axis] = length
    }
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
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

  private func moved(
    _ operation: Operation, rank: Int, with details: some BitwiseCopyable,
    shape: (UnsafeMutableBufferPointer<Int>, TapeStorage<Element>) -> Void
  ) -> TensorVariable {
    let none = Node<Element>.none
    let result = storage.pointee.appendTensor(operation, rank: rank, inputs: (node, none, none), shape: shape)
    storage.pointee.attach(details, to: result)
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
  }
}
