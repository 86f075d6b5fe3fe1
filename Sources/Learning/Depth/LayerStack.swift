import Autodiff
import RealModule

/// Many wide layers one behind the other, without biases, before they learn: how large activations are on the way
/// forward, and gradients on the way back.
///
/// One generator draws, in this order and row by row: the input, `[batch, inputs]` of N(0, 1); the weights of each layer,
/// `[width before, width]`; the upstream gradient at the last output, `[batch, width]` of N(0, 1). Every layer is
/// y = φ(y before · W), or with batch norm y = φ(norm(y before · W)), and with skip connections plus y before, where
/// that is as wide.
public struct LayerStack: Hashable, Sendable {
  /// What decides it.
  public struct Settings: Hashable, Sendable {
    /// The number of layers, 1 to 1,000.
    public var layers: Int
    /// Neurons of every layer, 1 to 1,024.
    public var width: Int
    /// Numbers of the input; `nil` is as many as a layer has neurons.
    public var inputs: Int?
    /// Samples that go through together, 1 to 4,096.
    public var batch: Int
    /// How weights are drawn.
    public var initialisation: Initialisation
    /// φ.
    public var activation: Activation
    /// Whether every layer adds what it was given.
    public var hasSkip: Bool
    /// Whether every layer normalises its sums over the batch, with γ = 1 and β = 0, before φ.
    public var hasNorm: Bool
    /// What determines chance.
    public var seed: UInt64

    /// Settings, usual ones where none are given.
    public init(
      layers: Int = 20, width: Int = 64, inputs: Int? = nil, batch: Int = 64,
      initialisation: Initialisation = .xavierUniform, activation: Activation = .tanh, hasSkip: Bool = false,
      hasNorm: Bool = false, seed: UInt64 = 1
    ) {
      (self.layers, self.width, self.inputs, self.batch) = (layers, width, inputs, batch)
      (self.initialisation, self.activation) = (initialisation, activation)
      (self.hasSkip, self.hasNorm, self.seed) = (hasSkip, hasNorm, seed)
    }

    /// What the layer at `index` is given from each sample: m of m → n.
    public func inputs(at index: Int) -> Int { index == 0 ? inputs ?? width : width }

    /// Whether the layer at `index` adds what it was given, which must be as wide as what it makes of it.
    public func hasSkip(at index: Int) -> Bool { hasSkip && inputs(at: index) == width }
  }

  /// One layer.
  public struct Layer: Hashable, Sendable {
    /// All outputs, sample by sample.
    public let outputs: [Double]
    /// ∂L/∂output of all outputs, sample by sample.
    public let gradients: [Double]

    /// The mean of the outputs.
    public let outputMean: Double
    /// The standard deviation of the outputs.
    public let outputDeviation: Double
    /// The standard deviation of the gradients.
    public let gradientDeviation: Double

    init(outputs: [Double], gradients: [Double]) {
      (self.outputs, self.gradients) = (outputs, gradients)
      (outputMean, outputDeviation) = (outputs.mean, outputs.deviation)
      gradientDeviation = gradients.deviation
    }
  }

  /// What decided it.
  public let settings: Settings
  /// From the first to the last.
  public let layers: [Layer]

  /// Sizes that are accepted.
  public static let layerCounts = 1...1_000
  /// Sizes that are accepted.
  public static let widths = 1...1_024
  /// Sizes that are accepted.
  public static let batches = 1...4_096
  /// Most numbers that are held at once.
  public static let mostNumbers = 10_000_000

  /// Goes through all layers forwards and backwards.
  ///
  /// - Throws: ``DepthError`` for sizes out of range.
  public init(_ settings: Settings) throws(DepthError) {
    for (name, value, allowed) in [
      ("number of layers", settings.layers, Self.layerCounts), ("width", settings.width, Self.widths),
      ("number of inputs", settings.inputs(at: 0), Self.widths), ("batch", settings.batch, Self.batches),
    ] where !allowed.contains(value) {
      throw .outOfRange(name, value, allowed)
    }
    let numbers = settings.layers * settings.width * (settings.width + settings.batch)
    guard numbers <= Self.mostNumbers else { throw .tooLarge }
    guard settings.batch > 1 || !settings.hasNorm else { throw .normOfOneSample }
    var generator = SplitMix64(seed: settings.seed)
    let (batch, width, inputs) = (settings.batch, settings.width, settings.inputs(at: 0))
    let tape = Tape<Double>()
    do {
      let input = try Tensor(
        shape: [batch, inputs], elements: (0..<batch * inputs).map { _ in generator.normal() })
      let (gamma, beta) = (
        tape.constant(try Tensor(shape: [width], elements: [Double](repeating: 1, count: width))),
        tape.constant(try Tensor(shape: [width], elements: [Double](repeating: 0, count: width)))
      )
      var outputs: [TensorVariable<Double>] = []
      var before = tape.variable(input)
      for index in 0..<settings.layers {
        let inputs = settings.inputs(at: index)
        let weights = settings.initialisation.weights(inputs: inputs, outputs: width, using: &generator)
        let matrix = tape.constant(try Tensor(shape: [inputs, width], elements: weights))
        let sums = before.matmul(matrix)
        let output = settings.activation.value(
          settings.hasNorm ? sums.batchNorm(scale: gamma, shift: beta) : sums)
        before = settings.hasSkip(at: index) ? output + before : output
        outputs.append(before)
      }
      let upstream = try Tensor(
        shape: [batch, width], elements: (0..<batch * width).map { _ in generator.normal() })
      tape.sweep(from: before, upstream: upstream)
      layers = outputs.map { output in
        Layer(outputs: output.tensor.elements, gradients: tape.adjoint(of: output).elements)
      }
    } catch {
      // Every shape holds as many elements as were drawn for it.
      throw .tooLarge
    }
    self.settings = settings
  }
}

/// How gradients change on their way back.
public enum GradientFlow {
  /// The factor per layer that takes `last`, at the last of `layers`, to `first`, at the first.
  public static func factor(from last: Double, to first: Double, layers: Int) -> Double {
    layers > 1 ? .root(abs(first / last), layers - 1) : 1
  }
}

extension [Double] {
  var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }

  /// Over the whole population: the root of the mean square distance from the mean.
  var deviation: Double {
    let mean = mean
    return isEmpty ? 0 : (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)).squareRoot()
  }
}
