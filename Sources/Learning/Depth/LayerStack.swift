import Autodiff
import RealModule

/// Many wide layers one behind the other, without biases, before they learn: how large activations are on the way
/// forward, and gradients on the way back.
///
/// One generator draws, in this order and row by row: the input, `[batch, width]` of N(0, 1); the weights of each layer,
/// `[width, width]`; the upstream gradient at the last output, `[batch, width]` of N(0, 1). Every layer is
/// y = φ(y before · W), with skip connections plus y before.
public struct LayerStack: Hashable, Sendable {
  /// What decides it.
  public struct Settings: Hashable, Sendable {
    /// The number of layers, 1 to 1,000.
    public var layers: Int
    /// Neurons of every layer and of the input, 1 to 1,024.
    public var width: Int
    /// Samples that go through together, 1 to 4,096.
    public var batch: Int
    /// How weights are drawn.
    public var initialisation: Initialisation
    /// φ.
    public var activation: Activation
    /// Whether every layer adds what it was given.
    public var hasSkip: Bool
    /// What determines chance.
    public var seed: UInt64

    /// Settings, usual ones where none are given.
    public init(
      layers: Int = 20, width: Int = 64, batch: Int = 64, initialisation: Initialisation = .xavierUniform,
      activation: Activation = .tanh, hasSkip: Bool = false, seed: UInt64 = 1
    ) {
      (self.layers, self.width, self.batch) = (layers, width, batch)
      (self.initialisation, self.activation) = (initialisation, activation)
      (self.hasSkip, self.seed) = (hasSkip, seed)
    }
  }

  /// One layer.
  public struct Layer: Hashable, Sendable {
    /// All outputs, sample by sample.
    public let outputs: [Double]
    /// ∂L/∂output of all outputs, sample by sample.
    public let gradients: [Double]

    /// The mean of the outputs.
    public var outputMean: Double { outputs.mean }
    /// The standard deviation of the outputs.
    public var outputDeviation: Double { outputs.deviation }
    /// The standard deviation of the gradients.
    public var gradientDeviation: Double { gradients.deviation }
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
      ("batch", settings.batch, Self.batches),
    ] where !allowed.contains(value) {
      throw .outOfRange(name, value, allowed)
    }
    let numbers = settings.layers * settings.width * (settings.width + settings.batch)
    guard numbers <= Self.mostNumbers else { throw .tooLarge }
    var generator = SplitMix64(seed: settings.seed)
    let (batch, width) = (settings.batch, settings.width)
    let tape = Tape<Double>()
    do {
      let input = try Tensor(
        shape: [batch, width], elements: (0..<batch * width).map { _ in generator.normal() })
      var outputs: [TensorVariable<Double>] = []
      var before = tape.variable(input)
      for _ in 0..<settings.layers {
        let weights = settings.initialisation.weights(inputs: width, outputs: width, using: &generator)
        let matrix = tape.constant(try Tensor(shape: [width, width], elements: weights))
        let output = settings.activation.value(before.matmul(matrix))
        before = settings.hasSkip ? output + before : output
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
