/// The state of the depth lab.
///
///     depth:0.5x4?activation=sigmoid&target=1&step=8
///     depth?view=layers&layers=20&inputs=100&width=64&init=he-uniform&activation=relu&norm=true&seed=2
///     depth:0.9x20?view=unrolled
///
/// The path holds the weights of the chain from the first neuron to the last, a run of equal ones as `0.5x4`. The timeline
/// goes through all layers forwards, then through all of them backwards.
public struct DepthScene: SteppedScene {
  /// What scenes call the lab.
  public static let lab = "depth"

  /// What is shown.
  public enum View: String, CaseIterable, Sendable {
    /// One neuron in each layer.
    case chain
    /// Many neurons in each layer, whose weights are drawn.
    case layers
    /// One recurrent unit over many steps, all of them with the first weight of the chain.
    case unrolled
  }

  /// w of each neuron.
  public private(set) var weights: [Double]
  /// What is shown.
  public var view = View.chain
  /// φ.
  public var activation = Activation.tanh
  /// Whether every layer adds what it was given.
  public var hasSkip = false
  /// x of the chain; of the recurrent unit the state that it begins with.
  public private(set) var input = 1.0
  /// t of L = ½(t − y)².
  public private(set) var target = 0.0
  /// What decides the wide layers; of φ and skip connections the scene's own count.
  public private(set) var stack = LayerStack.Settings()
  /// Timeline position: how many layers are worked out, forwards and then backwards.
  public var step = 0

  /// Numbers of layers that are drawn.
  public static let layerCounts = 1...50
  /// Neurons of a wide layer, and numbers of the input.
  public static let widths = 1...256
  /// Samples of a batch.
  public static let batches = 2...256
  /// Most numbers that are held at once.
  public static let mostNumbers = 2_000_000
  /// Largest weight.
  public static let mostWeight = 10.0
  /// Largest input and target.
  public static let mostInput = 1_000.0
  /// How far a weight goes against its gradient: Δw = −rate·∂L/∂w.
  public static let rate = 0.1

  /// A scene of six neurons with the weight 0.8, or of others.
  ///
  /// - Throws: ``DepthSceneError``
  public init(_ weights: [Double] = [Double](repeating: 0.8, count: 6)) throws(DepthSceneError) {
    self.weights = weights
    try setWeights(weights)
  }

  /// Layers of the present view.
  public var layerCount: Int {
    switch view {
    case .chain, .unrolled: weights.count
    case .layers: stack.layers
    }
  }

  /// Positions of the timeline after its start.
  public var steps: Int { 2 * layerCount }

  /// Gives the chain other weights.
  ///
  /// - Throws: ``DepthSceneError``
  public mutating func setWeights(_ weights: [Double]) throws(DepthSceneError) {
    guard Self.layerCounts.contains(weights.count) else { throw .layers(weights.count) }
    guard weights.allSatisfy({ abs($0) <= Self.mostWeight }) else { throw .tooLarge }
    self.weights = weights
  }

  /// Gives the present view another number of layers; those that a chain gains have its last weight.
  ///
  /// - Throws: ``DepthSceneError/layers(_:)``
  public mutating func setLayerCount(_ count: Int) throws(DepthSceneError) {
    guard Self.layerCounts.contains(count) else { throw .layers(count) }
    switch view {
    case .layers:
      var settings = stack
      settings.layers = count
      try setStack(settings)
    case .chain, .unrolled:
      let last = weights[weights.count - 1]
      weights = (0..<count).map { $0 < weights.count ? weights[$0] : last }
    }
  }

  /// - Throws: ``DepthSceneError/tooLarge``
  public mutating func setInput(_ value: Double) throws(DepthSceneError) {
    guard abs(value) <= Self.mostInput else { throw .tooLarge }
    input = value
  }

  /// - Throws: ``DepthSceneError/tooLarge``
  public mutating func setTarget(_ value: Double) throws(DepthSceneError) {
    guard abs(value) <= Self.mostInput else { throw .tooLarge }
    target = value
  }

  /// Gives the wide layers other settings; an input as wide as they are is the usual one.
  ///
  /// - Throws: ``DepthSceneError``
  public mutating func setStack(_ settings: LayerStack.Settings) throws(DepthSceneError) {
    guard Self.layerCounts.contains(settings.layers) else { throw .layers(settings.layers) }
    for (name, value, allowed) in [
      ("width", settings.width, Self.widths), ("inputs", settings.inputs(at: 0), Self.widths),
      ("batch", settings.batch, Self.batches),
    ] where !allowed.contains(value) {
      throw .size(name, value, allowed)
    }
    guard settings.layers * settings.width * (settings.width + settings.batch) <= Self.mostNumbers else {
      throw .tooManyNumbers
    }
    stack = settings
    if stack.inputs == stack.width { stack.inputs = nil }
    (stack.activation, stack.hasSkip) = (LayerStack.Settings().activation, false)
  }

  /// The chain of neurons; of a recurrent unit that of its steps.
  ///
  /// - Throws: ``DepthError`` never for a scene that was read or made by an initialiser.
  public func chain() throws(DepthError) -> NeuronChain {
    try NeuronChain(
      weights: view == .unrolled ? weights.map { _ in weights[0] } : weights, input: input, target: target,
      activation: activation, skip: hasSkip)
  }

  /// What decides the wide layers, with φ and skip connections.
  public var stackSettings: LayerStack.Settings {
    var settings = stack
    (settings.activation, settings.hasSkip) = (activation, hasSkip)
    return settings
  }
}

extension DepthScene {
  /// Reads the settings and checks that they fit one another.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    do throws(DepthSceneError) {
      if let text = reader.part(0) { try self.init(Self.weights(text)) } else { try self.init() }
    } catch { throw SceneError(error) }
    view = try reader.choice("view", View.self) ?? view
    activation = try reader.choice("activation", Activation.self) ?? activation
    hasSkip = try reader.flag("skip") ?? hasSkip
    let (input, target) = (try reader.number("input"), try reader.number("target"))
    var settings = stack
    settings.layers = try reader.wholeNumber("layers", in: Self.layerCounts) ?? settings.layers
    settings.width = try reader.wholeNumber("width", in: Self.widths) ?? settings.width
    settings.inputs = try reader.wholeNumber("inputs", in: Self.widths)
    settings.batch = try reader.wholeNumber("batch", in: Self.batches) ?? settings.batch
    settings.initialisation = try reader.choice("init", Initialisation.self) ?? settings.initialisation
    settings.hasNorm = try reader.flag("norm") ?? settings.hasNorm
    settings.seed = try reader.seed("seed") ?? settings.seed
    do throws(DepthSceneError) {
      if let input { try setInput(input) }
      if let target { try setTarget(target) }
      try setStack(settings)
    } catch { throw SceneError(error) }
    step = try reader.wholeNumber("step", in: 0...steps) ?? step
    try reader.finish()
  }

  /// Weights parted by commas or blanks: `0.5,2`, runs of equal ones as `0.5x4`.
  ///
  /// - Throws: ``DepthSceneError/notWeights(_:)``, ``DepthSceneError/layers(_:)``
  public static func weights(_ text: String) throws(DepthSceneError) -> [Double] {
    let words: [Substring]
    do { words = try TypedList.words(text) } catch { throw .unclear(error) }
    var weights: [Double] = []
    for word in words {
      let parts = word.split(separator: "x", omittingEmptySubsequences: false)
      guard parts.count <= 2, let weight = Numeral.parse(parts[0]), weight.isFinite,
        let count = parts.count == 1 ? 1 : Int(parts[1]), count > 0
      else { throw .notWeights(text) }
      guard weights.count + min(count, layerCounts.upperBound + 1) <= layerCounts.upperBound else {
        throw .layers(max(count, weights.count + 1))
      }
      weights += [Double](repeating: weight, count: count)
    }
    guard !weights.isEmpty else { throw .notWeights(text) }
    return weights
  }

  /// `weights` as they are typed and spelled.
  public static func text(_ weights: [Double]) -> String {
    var (words, rest) = ([String](), weights[...])
    while let weight = rest.first {
      let count = rest.prefix { $0 == weight }.count
      words.append(Numeral.exact(weight) + (count > 1 ? "x\(count)" : ""))
      rest = rest.dropFirst(count)
    }
    return words.joined(separator: ",")
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    let usual = LayerStack.Settings()
    var string = SceneString(lab: Self.lab, path: [Self.text(weights)])
    string.set("view", view, usually: .chain)
    string.set("activation", activation, usually: .tanh)
    string.set("skip", hasSkip)
    string.set("input", input, usually: 1, Numeral.exact)
    string.set("target", target, usually: 0, Numeral.exact)
    string.set("layers", stack.layers, usually: usual.layers, \.description)
    string.set("width", stack.width, usually: usual.width, \.description)
    if let inputs = stack.inputs { string.query.append(.init("inputs", "\(inputs)")) }
    string.set("batch", stack.batch, usually: usual.batch, \.description)
    string.set("init", stack.initialisation, usually: usual.initialisation)
    string.set("norm", stack.hasNorm)
    string.set("seed", stack.seed, usually: usual.seed, \.description)
    string.set("step", step, usually: 0, \.description)
    return string
  }
}

/// Why a deep network is not shown so.
public enum DepthSceneError: InputError {
  /// Fewer or more layers than are drawn.
  case layers(Int)
  /// Something that is no list of weights.
  case notWeights(String)
  /// A list whose commas can be read in two ways.
  case unclear(TableError)
  /// A weight, input or target beyond what is shown.
  case tooLarge
  /// A size of wide layers that is not shown.
  case size(String, Int, ClosedRange<Int>)
  /// More numbers than are worked out at once.
  case tooManyNumbers

  /// It is always part of the request.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .layers(let count): "1 to 50 layers are drawn, not \(Numeral.grouped(count))"
    case .notWeights(let text): "\(Echo.quote(text)) is no list of weights such as 0.5,2 or 0.8x20"
    case .unclear(let error): error.description
    case .tooLarge: "weights lie within 10 of 0, input and target within 1,000"
    case .size(let name, let value, let allowed):
      "the \(name) must be \(allowed.lowerBound) to \(allowed.upperBound) to be drawn, not \(value)"
    case .tooManyNumbers:
      "layers, width and batch together are beyond the \(Numeral.grouped(DepthScene.mostNumbers)) numbers drawn"
    }
  }
}
