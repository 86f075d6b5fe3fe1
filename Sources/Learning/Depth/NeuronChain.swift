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

  /// How the gradient of the layer at `index` comes of the one behind it:
  /// `∂L/∂y2 = ∂L/∂y3·φ'(net3)·w3 = 0.12·0.235·0.8 = 0.0226`.
  public func gradientArithmetic(at index: Int, digits: Int = 3) -> String {
    let text = { (value: Double) in Numeral.format(value, digits: digits) }
    let factor = { (value: Double) in Numeral.factor(value, digits: digits) }
    let layer = layers[index]
    guard index + 1 < layers.count else {
      return "∂L/∂y\(index + 1) = y - t = \(text(layer.output)) - \(factor(target)) = \(text(layer.gradient))"
    }
    let next = layers[index + 1]
    let name = index + 2
    let (symbols, numbers) =
      hasSkip
      ? ("(φ'(net\(name))·w\(name) + 1)", "(\(factor(next.slope))·\(factor(next.weight)) + 1)")
      : ("φ'(net\(name))·w\(name)", "\(factor(next.slope))·\(factor(next.weight))")
    return
      "∂L/∂y\(index + 1) = ∂L/∂y\(name)·\(symbols) = \(factor(next.gradient))·\(numbers) = \(text(layer.gradient))"
  }
}

/// Why there is no deep network to look at.
public enum DepthError: InputError {
  /// Not one layer.
  case noLayers
  /// More layers than are accepted.
  case tooManyLayers(Int, most: Int)
  /// A weight, input or target that is not finite.
  case notFinite
  /// A size that is out of range.
  case outOfRange(String, Int, ClosedRange<Int>)
  /// More numbers than are held at once.
  case tooLarge
  /// An initialisation that is not known.
  case unknownInitialisation(String)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .noLayers, .notFinite: .data
    case .tooManyLayers, .outOfRange, .tooLarge, .unknownInitialisation: .request
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .noLayers: "a network needs at least one layer"
    case .tooManyLayers(let count, let most):
      "\(Numeral.grouped(count)) layers are beyond the limit of \(Numeral.grouped(most))"
    case .notFinite: "every weight, input and target must be finite"
    case .outOfRange(let name, let value, let allowed):
      "the \(name) must be \(allowed.lowerBound) to \(Numeral.grouped(allowed.upperBound)), not \(value)"
    case .tooLarge:
      "layers, width and batch together are beyond the limit of \(Numeral.grouped(LayerStack.mostNumbers)) numbers"
    case .unknownInitialisation(let text):
      "\(Echo.quote(text)) is not known; "
        + (Spelling.nearest(to: text, among: Initialisation.names).map { "did you mean \($0)?" }
          ?? "there are \(Initialisation.names.joined(separator: ", "))")
    }
  }
}
