public import Autodiff

/// One evaluation of a model: in training or in use, with the numbers that are drawn and gathered on the way.
public struct ForwardPass<Element: Precision> {
  /// Whether units are dropped and batches normalised by their own statistics.
  public let isTraining: Bool
  private var generator: SplitMix64
  /// Means and variances of all batch normalisations, one after the other.
  var statistics: [Element]
  private var next = 0

  /// A pass in use, with the statistics gathered in training.
  public init(statistics: [Element] = []) {
    (isTraining, generator, self.statistics) = (false, SplitMix64(seed: 0), statistics)
  }

  /// A pass in training.
  ///
  /// - Parameter seed: determines what is dropped.
  public init(trainingWith statistics: [Element], seed: UInt64) {
    (isTraining, generator, self.statistics) = (true, SplitMix64(seed: seed), statistics)
  }

  /// In training each element is 0 with the probability `rate`, else divided by 1 - rate; in use nothing happens.
  public mutating func dropout(_ x: TensorVariable<Element>, rate: Double) -> TensorVariable<Element> {
    isTraining ? x.dropout(rate: rate, using: &generator) : x
  }

  /// Batch normalisation: in training by the batch's own mean and variance, which the running ones take in, in use by the
  /// running ones.
  ///
  /// - Parameters:
  ///   - x: `[examples, channels, …]`.
  ///   - momentum: the share of the batch in the running statistics: r ← (1 - momentum)·r + momentum·batch, with the
  ///     unbiased variance.
  public mutating func batchNorm(
    _ x: TensorVariable<Element>, scale: TensorVariable<Element>, shift: TensorVariable<Element>,
    epsilon: Double = 1e-5, momentum: Double = 0.1
  ) -> TensorVariable<Element> {
    let channels = scale.count
    let (means, variances) = (next, next + channels)
    next += 2 * channels
    precondition(
      next <= statistics.count, "The model has more batch normalisations than it named statistics.")
    guard isTraining else {
      return statistics.withUnsafeBufferPointer {
        x.batchNorm(
          scale: scale, shift: shift, epsilon: epsilon,
          mean: UnsafeBufferPointer(rebasing: $0[means..<variances]),
          variance: UnsafeBufferPointer(rebasing: $0[variances..<variances + channels]))
      }
    }
    let y = x.batchNorm(scale: scale, shift: shift, epsilon: epsilon)
    let (kept, taken) = (Element(1 - momentum), Element(momentum))
    y.withBatchStatistics { mean, variance, count in
      let unbiased = Element(count) / Element(count - 1)
      for channel in 0..<channels {
        statistics[means + channel] = kept * statistics[means + channel] + taken * mean[channel]
        statistics[variances + channel] =
          kept * statistics[variances + channel] + taken * (variance[channel] * unbiased)
      }
    }
    return y
  }
}
