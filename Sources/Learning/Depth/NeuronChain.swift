import Autodiff

/// Single neurons in a row, each with one weight and no bias: the plainest network in which gradients vanish or explode.
///
/// With x as y₀ every layer has net = w·y before it, and y = φ(net), or with skip connections y = φ(net) + y before it.
/// The loss is L = ½(t − y)² of the last y.
public struct NeuronChain: Hashable, Sendable {
  /// One neuron, with what the engine's sweep leaves there.
  public struct Layer: Hashable, Sendable {
    /// w.
    public let weight: Double
    /// w times the output before.
    public let net: Double
    /// y.
    public let output: Double
    /// φ′(net).
    public let slope: Double
    /// ∂y/∂y before: φ′(net)·w, and 1 more with a skip connection. The gradient is multiplied by it on its way back.
    public let factor: Double
    /// ∂L/∂y.
    public let gradient: Double
    /// ∂L/∂w.
    public let weightGradient: Double
  }

  /// From the first neuron to the last.
  public let layers: [Layer]
  /// x.
  public let input: Double
  /// t.
  public let target: Double
  /// φ.
  public let activation: Activation
  /// Whether every layer adds what it was given to what it makes of it.
  public let hasSkip: Bool
  /// L.
  public let loss: Double
  /// ∂L/∂x.
  public let inputGradient: Double

  /// Most neurons that are accepted.
  public static let mostLayers = 1_000

  /// Goes through the chain forwards and backwards.
  ///
  /// - Throws: ``DepthError`` for no weights, too many, or numbers that are not finite.
  public init(
    weights: [Double], input: Double = 1, target: Double = 0, activation: Activation = .tanh,
    skip: Bool = false
  ) throws(DepthError) {
    guard !weights.isEmpty else { throw .noLayers }
    guard weights.count <= Self.mostLayers else { throw .tooManyLayers(weights.count, most: Self.mostLayers) }
    guard weights.allSatisfy({ $0.isFinite }), input.isFinite, target.isFinite else { throw .notFinite }
    let tape = Tape<Double>()
    let x = tape.variable(input)
    let parameters = weights.map { tape.variable($0) }
    var (nets, outputs) = ([Variable<Double>](), [Variable<Double>]())
    for weight in parameters {
      let before = outputs.last ?? x
      let net = weight * before
      nets.append(net)
      outputs.append(skip ? activation.value(net) + before : activation.value(net))
    }
    let difference = tape.constant(target) - (outputs.last ?? x)
    let loss = 0.5 * difference * difference
    tape.sweep(from: loss)
    let slopes = Tape<Double>()
    layers = weights.indices.map { index in
      let net = nets[index].value
      let slope = slopes.valueAndDerivative(at: net) { activation.value($0) }.derivative
      return Layer(
        weight: weights[index], net: net, output: outputs[index].value, slope: slope,
        factor: slope * weights[index] + (skip ? 1 : 0), gradient: tape.adjoint(of: outputs[index]),
        weightGradient: tape.adjoint(of: parameters[index]))
    }
    (self.input, self.target, self.activation, hasSkip) = (input, target, activation, skip)
    self.loss = loss.value
    inputGradient = tape.adjoint(of: x)
  }

  /// The output before the layer at `index`.
  public func output(before index: Int) -> Double { index == 0 ? input : layers[index - 1].output }

  /// Δw = −rate·∂L/∂w of every layer, as in the lecture.
  public func updates(rate: Double) -> [Double] { layers.map { -rate * $0.weightGradient } }

  /// ∂L/∂w if all layers share one weight, as a recurrent unit does over its steps: the sum of what each contributes.
  public var sharedWeightGradient: Double { layers.reduce(0) { $0 + $1.weightGradient } }
}
