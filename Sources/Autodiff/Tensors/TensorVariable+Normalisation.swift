extension TensorVariable {
  /// Batch normalisation as in training: y = scale · (x − mean) / √(variance + ε) + shift with each channel's own mean
  /// and (biased) variance over the batch, through which the derivatives run too.
  ///
  /// - Parameters:
  ///   - scale: `[channels]`; the receiver is `[images, channels, …]` with more than one number per channel.
  ///   - shift: `[channels]`.
  ///   - epsilon: keeps the root from 0; not negative.
  public func batchNorm(
    scale: TensorVariable, shift: TensorVariable, epsilon: Double = 1e-5
  ) -> TensorVariable {
    normalised(scale, shift, epsilon, mean: nil, variance: nil)
  }

  /// Batch normalisation as in use: with a mean and variance from elsewhere, one for each channel.
  public func batchNorm(
    scale: TensorVariable, shift: TensorVariable, epsilon: Double = 1e-5,
    mean: UnsafeBufferPointer<Element>, variance: UnsafeBufferPointer<Element>
  ) -> TensorVariable {
    normalised(scale, shift, epsilon, mean: mean, variance: variance)
  }

  /// The mean and the biased variance of each channel that this batch normalisation worked with, and how many numbers
  /// there were for each.
  public func withBatchStatistics<Result, Failure: Error>(
    _ body: (_ mean: UnsafeBufferPointer<Element>, _ variance: UnsafeBufferPointer<Element>, _ count: Int)
      throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(
      storage.pointee.nodes[Int(node)].operation == .batchNorm, "Only a batch normalisation has statistics.")
    let details = storage.pointee.details(of: node, as: NormalisationDetails.self).pointee
    let mean = storage.pointee.arena.pointer(at: details.statistics, to: Element.self)
    return try body(
      UnsafeBufferPointer(start: mean, count: details.channels),
      UnsafeBufferPointer(start: mean + details.channels, count: details.channels), details.length)
  }

  /// Each element is 0 with the probability `rate`, else divided by 1 − rate, so that the mean stays.
  ///
  /// - Parameter generator: decides element by element, in row-major order, with one number each.
  public func dropout(rate: Double, using generator: inout some RandomNumberGenerator) -> TensorVariable {
    precondition(rate >= 0 && rate <= 1, "The rate of dropout lies in 0...1; it is not \(rate).")
    let none = Node<Element>.none
    let result = storage.pointee.appendTensor(.dropout, rank: rank, inputs: (node, none, none)) {
      [node] axes, storage in
      _ = axes.update(fromContentsOf: storage.shape(of: node))
    }
    let count = count
    let place = storage.pointee.arena.allocate(count, of: Element.self)
    let factors = storage.pointee.arena.pointer(at: place, to: Element.self)
    Self.draw(factors, count, rate: rate) { generator.next() }
    storage.pointee.record(of: result).pointee.details = place
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private static func draw(
    _ factors: UnsafeMutablePointer<Element>, _ count: Int, rate: Double, _ next: () -> UInt64
  ) {
    let kept = rate < 1 ? Element(1 / (1 - rate)) : 0
    for i in 0..<count {
      let uniform = Double(next() >> 11) * 0x1p-53
      factors[i] = uniform < rate ? 0 : kept
    }
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func normalised(
    _ scale: TensorVariable, _ shift: TensorVariable, _ epsilon: Double, mean: UnsafeBufferPointer<Element>?,
    variance: UnsafeBufferPointer<Element>?
  ) -> TensorVariable {
    precondition(
      storage == scale.storage && storage == shift.storage, "Tensors of different tapes cannot be combined.")
    precondition(epsilon >= 0, "The epsilon of a batch normalisation is not negative.")
    precondition(rank >= 2, "Batch normalisation takes [images, channels, …], not the shape \(shape).")
    let split = AxisSplit(storage.pointee.shape(of: node), at: 1)
    precondition(
      scale.rank == 1 && shift.rank == 1 && scale.count == split.length && shift.count == split.length,
      "Batch normalisation takes a scale and a shift for each of \(split.length) channels.")
    let isTraining = mean == nil
    precondition(
      !isTraining || split.outer * split.inner > 1,
      "Batch normalisation in training needs more than one number per channel, not the shape \(shape).")
    let result = storage.pointee.appendTensor(
      .batchNorm, rank: rank, inputs: (node, scale.node, shift.node)
    ) { [node] axes, storage in
      _ = axes.update(fromContentsOf: storage.shape(of: node))
    }
    let place = storage.pointee.arena.allocate(3 * split.length, of: Element.self)
    if let mean = mean?.baseAddress, let variance, let start = variance.baseAddress {
      precondition(variance.count == split.length, "There is a mean and a variance for each channel.")
      let target = storage.pointee.arena.pointer(at: place, to: Element.self)
      target.update(from: mean, count: split.length)
      (target + split.length).update(from: start, count: split.length)
    }
    storage.pointee.attach(
      NormalisationDetails(
        images: split.outer, channels: split.length, places: split.inner, epsilon: epsilon,
        isTraining: isTraining, statistics: place), to: result)
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
  }
}
