extension TensorVariable {
  /// The sum over the given axes, or over all of them.
  ///
  /// - Parameters:
  ///   - axes: the axes to reduce; negative ones count from the last (−1).
  ///   - keepingAxes: whether reduced axes stay with length 1, ready for broadcasting.
  public func sum(over axes: [Int]? = nil, keepingAxes: Bool = false) -> TensorVariable {
    reduced(.sum, over: axes, keepingAxes)
  }

  /// The mean over the given axes, or over all of them.
  public func mean(over axes: [Int]? = nil, keepingAxes: Bool = false) -> TensorVariable {
    reduced(.mean, over: axes, keepingAxes)
  }

  /// The largest element over the given axes, or over all of them.
  ///
  /// At a tie the first in row-major order takes the whole derivative.
  public func max(over axes: [Int]? = nil, keepingAxes: Bool = false) -> TensorVariable {
    precondition(count > 0, "There is no largest of no elements.")
    return reduced(.max, over: axes, keepingAxes)
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func reduced(_ operation: Operation, over axes: [Int]?, _ keepingAxes: Bool) -> TensorVariable {
    let rank = rank
    precondition(rank <= UInt64.bitWidth, "Reductions work on at most \(UInt64.bitWidth) axes.")
    var mask: UInt64 = 0
    for axis in axes ?? Array(0..<rank) {
      precondition((-rank..<rank).contains(axis), "A tensor of \(rank) axes has no axis \(axis).")
      mask |= 1 << UInt64(axis < 0 ? axis + rank : axis)
    }
    let none = Node<Element>.none
    let result = storage.pointee.appendTensor(
      operation, rank: keepingAxes ? rank : rank - mask.nonzeroBitCount, inputs: (node, none, none)
    ) { [node] lengths, storage in
      var next = 0
      for (axis, length) in storage.shape(of: node).enumerated() {
        let isReduced = mask & (1 << axis) != 0
        if isReduced && !keepingAxes { continue }
        lengths[next] = isReduced ? 1 : length
        next += 1
      }
    }
    let length = storage.pointee.shape(of: node).enumerated().reduce(1) { product, axis in
      mask & (1 << axis.offset) == 0 ? product : product * axis.element
    }
    storage.pointee.attach(ReductionDetails(axes: mask, length: length), to: result)
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
  }
}
