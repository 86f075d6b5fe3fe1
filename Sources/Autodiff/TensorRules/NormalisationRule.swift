/// What a batch normalisation node keeps.
struct NormalisationDetails: BitwiseCopyable {
  /// How the elements lie: images, channels, places of a plane.
  let images, channels, places: Int
  let epsilon: Double
  /// Whether mean and variance are those of the batch, through which derivatives then run too.
  let isTraining: Bool
  /// Where the arena has, channel after channel, the means, then the variances, then 1/√(variance + ε).
  let statistics: Int

  /// The number of elements of a channel.
  var length: Int { images * places }
}

/// y = scale · x̂ + shift with x̂ = (x − mean) / √(variance + ε), channel by channel (Ioffe & Szegedy, 2015).
///
/// The variance is the biased one, Σ(x − mean)² / length.
extension TapeStorage {
  func evaluateBatchNorm(_ node: Int32) {
    let details = details(of: node, as: NormalisationDetails.self).pointee
    let inputs = record(of: node).pointee.inputs
    let (x, scale, shift) = (values(of: inputs.0), values(of: inputs.1), values(of: inputs.2))
    let y = values(of: node)
    let mean = arena.pointer(at: details.statistics, to: Element.self)
    let (variance, inverse) = (mean + details.channels, mean + 2 * details.channels)
    if details.isTraining { evaluateStatistics(details, x, mean, variance) }
    for channel in 0..<details.channels {
      inverse[channel] = 1 / (variance[channel] + Element(details.epsilon)).squareRoot()
    }
    details.forEachPlane { channel, start in
      let (m, r, a, b) = (mean[channel], inverse[channel], scale[channel], shift[channel])
      for i in start..<start + details.places { y[i] = (x[i] - m) * r * a + b }
    }
  }

  /// ∂scale += Σ ∂y · x̂, ∂shift += Σ ∂y, and in training
  /// ∂x += scale / √(variance + ε) · (∂y − mean of ∂y − x̂ · mean of ∂y · x̂); in use the means stay away.
  mutating func pullBackBatchNorm(_ node: Int32) {
    guard let dy = adjoints(of: node) else { return }
    let details = details(of: node, as: NormalisationDetails.self).pointee
    let inputs = record(of: node).pointee.inputs
    let (x, scale) = (values(of: inputs.0), values(of: inputs.1))
    let mean = arena.pointer(at: details.statistics, to: Element.self)
    let inverse = mean + 2 * details.channels
    workspace.count = 0
    let place = workspace.allocate(2 * details.channels, of: Element.self)
    let sums = workspace.pointer(at: place, to: Element.self)
    let products = sums + details.channels
    sums.update(repeating: 0, count: 2 * details.channels)
    details.forEachPlane { channel, start in
      let (m, r) = (mean[channel], inverse[channel])
      var (sum, product): (Element, Element) = (0, 0)
      for i in start..<start + details.places {
        sum += dy[i]
        product += dy[i] * ((x[i] - m) * r)
      }
      sums[channel] += sum
      products[channel] += product
    }
    if let dScale = adjoints(of: inputs.1) {
      for channel in 0..<details.channels { dScale[channel] += products[channel] }
    }
    if let dShift = adjoints(of: inputs.2) {
      for channel in 0..<details.channels { dShift[channel] += sums[channel] }
    }
    guard let dx = adjoints(of: inputs.0) else { return }
    let share = details.isTraining ? 1 / Element(details.length) : 0
    for channel in 0..<details.channels {
      sums[channel] *= share
      products[channel] *= share
    }
    details.forEachPlane { channel, start in
      let (m, r, factor) = (mean[channel], inverse[channel], scale[channel] * inverse[channel])
      if details.isTraining {
        let (sum, product) = (sums[channel], products[channel])
        for i in start..<start + details.places {
          dx[i] += factor * (dy[i] - sum - (x[i] - m) * r * product)
        }
      } else {
        for i in start..<start + details.places { dx[i] += factor * dy[i] }
      }
    }
  }

  /// Mean and variance of every channel, in two passes.
  private func evaluateStatistics(
    _ details: NormalisationDetails, _ x: UnsafePointer<Element>, _ mean: UnsafeMutablePointer<Element>,
    _ variance: UnsafeMutablePointer<Element>
  ) {
    mean.update(repeating: 0, count: 2 * details.channels)
    details.forEachPlane { channel, start in mean[channel] += Autodiff.sum(x + start, details.places) }
    for channel in 0..<details.channels { mean[channel] /= Element(details.length) }
    details.forEachPlane { channel, start in
      let m = mean[channel]
      var sum: Element = 0
      for i in start..<start + details.places { sum += (x[i] - m) * (x[i] - m) }
      variance[channel] += sum
    }
    for channel in 0..<details.channels { variance[channel] /= Element(details.length) }
  }
}

extension NormalisationDetails {
  /// Calls `body` for the planes in order, with where each starts.
  @inline(__always)
  fileprivate func forEachPlane(_ body: (_ channel: Int, _ start: Int) -> Void) {
    var start = 0
    for _ in 0..<images {
      for channel in 0..<channels {
        body(channel, start)
        start += places
      }
    }
  }
}
