public import Autodiff

/// Batch normalisation of a batch, rows being samples and columns features:
///
///     x̂ = (x − mean)/√(variance + ε),   y = γ·x̂ + β
///
/// While training, mean and variance are those of the batch, the variance with 1/n. In use they are the running averages
/// that training left behind.
public struct BatchNormalisation: Hashable, Sendable {
  /// x, `[samples, features]`.
  public let batch: Grid
  /// γ, one for each feature.
  public let scale: [Double]
  /// β, one for each feature.
  public let shift: [Double]
  /// ε, at least 0.
  public let epsilon: Double
  /// The averages that are used in place of the batch's own, in use.
  public let running: Running?

  /// Running averages of a layer, one number for each feature.
  public struct Running: Hashable, Sendable {
    /// Of the means.
    public var mean: [Double]
    /// Of the variances, each with 1/(n − 1).
    public var variance: [Double]

    /// Averages so far; 0 and 1 before the first batch.
    public init(mean: [Double], variance: [Double]) { (self.mean, self.variance) = (mean, variance) }

    /// What a fresh layer starts from.
    public static func fresh(features: Int) -> Running {
      Running(
        mean: [Double](repeating: 0, count: features), variance: [Double](repeating: 1, count: features))
    }
  }

  /// The mean of each feature over the batch.
  public let mean: [Double]
  /// The variance of each feature over the batch, with 1/n.
  public let variance: [Double]
  /// x̂.
  public let normalised: Grid
  /// y.
  public let output: Grid

  /// Share of the new batch in running averages (PyTorch's `momentum`; Keras's 0.99 is the share of the old).
  public static let newShare = 0.1

  /// Normalises a batch.
  ///
  /// - Parameters:
  ///   - scale: γ; ones if `nil`.
  ///   - shift: β; zeros if `nil`.
  ///   - running: given in use, `nil` while training.
  /// - Throws: ``NormalisationError`` for lists of another length than there are features, a negative ε or variance, and
  ///   a batch of one sample while training, which has no spread.
  public init(
    _ batch: Grid, scale: [Double]? = nil, shift: [Double]? = nil, epsilon: Double = 1e-5,
    running: Running? = nil
  ) throws(NormalisationError) {
    let features = batch.width
    for (name, list) in [
      ("gamma", scale), ("beta", shift), ("running mean", running?.mean),
      ("running variance", running?.variance),
    ] {
      guard let list else { continue }
      guard list.count == features else { throw .count(name, list.count, features: features) }
    }
    guard epsilon >= 0, epsilon.isFinite else { throw .epsilon(epsilon) }
    if let variance = running?.variance, let index = variance.firstIndex(where: { $0 < 0 }) {
      throw .negativeVariance(variance[index], feature: index)
    }
    guard running != nil || batch.height > 1 else { throw .oneSample(features: features) }
    self.batch = batch
    self.scale = scale ?? [Double](repeating: 1, count: features)
    self.shift = shift ?? [Double](repeating: 0, count: features)
    (self.epsilon, self.running) = (epsilon, running)
    let tape = Tape<Double>()
    let nodes = Self.recorded(
      on: tape, batch, self.scale, self.shift, epsilon, running)
    mean = nodes.mean.tensor.elements
    variance = nodes.variance.tensor.elements
    normalised = Grid(extent: batch.extent, cells: nodes.normalised.tensor.elements)
    output = Grid(extent: batch.extent, cells: nodes.output.tensor.elements)
  }

  /// What the gradient `upstream`, ∂L/∂y, becomes on its way back, through mean and variance of the batch while training.
  ///
  /// - Throws: ``NormalisationError/upstream(_:expected:)``
  public func gradients(upstream: Grid) throws(NormalisationError) -> (
    batch: Grid, scale: [Double], shift: [Double]
  ) {
    guard upstream.extent == batch.extent else { throw .upstream(upstream.extent, expected: batch.extent) }
    let tape = Tape<Double>()
    let nodes = Self.recorded(on: tape, batch, scale, shift, epsilon, running)
    // The gradient of Σ upstream·y is upstream where it comes to y.
    let weights = tape.constant(Tensor(vector: upstream.cells)).reshaped(to: [batch.height, batch.width])
    tape.sweep(from: (nodes.output * weights).sum())
    return (
      Grid(extent: batch.extent, cells: tape.adjoint(of: nodes.batch).elements),
      tape.adjoint(of: nodes.scale).elements, tape.adjoint(of: nodes.shift).elements
    )
  }

  /// The running averages after this batch: 0.9 of the old and 0.1 of the batch's mean and of its variance with 1/(n − 1).
  public func updated(_ old: Running) -> Running {
    let samples = Double(batch.height)
    let keep = 1 - Self.newShare
    return Running(
      mean: zip(old.mean, mean).map { keep * $0 + Self.newShare * $1 },
      variance: zip(old.variance, variance).map { keep * $0 + Self.newShare * $1 * samples / (samples - 1) })
  }
}

extension BatchNormalisation {
  private struct Nodes {
    let batch, scale, shift, mean, variance, normalised, output: TensorVariable<Double>
  }

  private static func recorded(
    on tape: Tape<Double>, _ batch: Grid, _ scale: [Double], _ shift: [Double], _ epsilon: Double,
    _ running: Running?
  ) -> Nodes {
    let (gamma, beta) = (tape.variable(Tensor(vector: scale)), tape.variable(Tensor(vector: shift)))
    let x = tape.variable(Tensor(vector: batch.cells))
    let rows = x.reshaped(to: [batch.height, batch.width])
    let mean = rows.mean(over: [0])
    let away = rows - mean
    let variance = (away * away).mean(over: [0])
    let ones = tape.constant(Tensor(vector: scale.map { _ in 1 }))
    let zeros = tape.constant(Tensor(vector: scale.map { _ in 0 }))
    let normalised =
      running.map { running in
        running.mean.withUnsafeBufferPointer { mean in
          running.variance.withUnsafeBufferPointer { variance in
            rows.batchNorm(scale: ones, shift: zeros, epsilon: epsilon, mean: mean, variance: variance)
          }
        }
      } ?? rows.batchNorm(scale: ones, shift: zeros, epsilon: epsilon)
    return Nodes(
      batch: x, scale: gamma, shift: beta, mean: mean, variance: variance, normalised: normalised,
      output: normalised * gamma + beta)
  }
}

/// Other ways to bring numbers to a common size.
public enum Scaling {
  /// (x − min)/(max − min): from 0 to 1. All 0 where the numbers are equal.
  public static func minMax(_ numbers: [Double]) -> [Double] {
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
    return numbers.map { high > low ? ($0 - low) / (high - low) : 0 }
  }

  /// (x − mean)/deviation, over the population: a mean of 0 and a deviation of 1. All 0 where the numbers are equal.
  public static func standardised(_ numbers: [Double]) -> [Double] {
    let (mean, deviation) = (numbers.mean, numbers.deviation)
    return numbers.map { deviation > 0 ? ($0 - mean) / deviation : 0 }
  }
}

/// Why a batch is not normalised. Features count from 0 here and from 1 in sentences.
public enum NormalisationError: InputError {
  /// A list that has not one number for each feature.
  case count(String, Int, features: Int)
  /// An ε that is negative or not finite.
  case epsilon(Double)
  /// A running variance below 0.
  case negativeVariance(Double, feature: Int)
  /// One sample has no spread.
  case oneSample(features: Int)
  /// An upstream gradient of another shape than the batch.
  case upstream(Extent, expected: Extent)
  /// Running averages where they are not used, or use without them.
  case runningWithoutUse

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .epsilon, .runningWithoutUse: .request
    case .count, .negativeVariance, .oneSample, .upstream: .data
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .count(let name, let count, let features):
      "\(name) has \(Plural.count(count, "number")) for \(Plural.count(features, "feature"))"
    case .epsilon(let epsilon): "epsilon must be 0 or more, not \(Numeral.format(epsilon))"
    case .negativeVariance(let variance, let feature):
      "the running variance of feature \(feature + 1) is \(Numeral.format(variance)), and no variance is below 0"
    case .oneSample(let features):
      "a batch of one sample has no spread to divide by; give one row for each sample"
        + (features > 1 ? ", as in \"1; 2; 3\" for three samples of one feature" : "")
        + ", or running averages with --use"
    case .upstream(let extent, let expected):
      "the upstream gradient is \(extent.product) where the batch is \(expected.product)"
    case .runningWithoutUse:
      "running averages go with --use, and --use needs --running-mean and --running-variance"
    }
  }
}
