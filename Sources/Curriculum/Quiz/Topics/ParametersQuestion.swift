import Learning

extension QuizTopic {
  /// Parameters of a layer.
  public static let parameters = QuizTopic(
    "parameters", "parameters of a layer",
    misconceptions: [
      .forgotBias, .biasPerNeuron, .biasPerInput, .biasPerLayer, .forgotChannels, .forgotFilters,
      .addedSizes, .countedOutputs, .countedBias, .ignoredGroups, .countedOneGroup,
    ],
    draft: ParametersQuestion.draft)
}

extension Misconception {
  static let biasPerNeuron = Misconception("bias-per-output", "gave every output its own bias")
  static let biasPerInput = Misconception("bias-per-input", "counted one bias per input")
  static let biasPerLayer = Misconception("bias-per-layer", "counted one bias for the layer")
  static let countedOneGroup = Misconception("counted-one-group", "counted a single group")
  static let countedOutputs = Misconception("counted-outputs", "counted outputs instead of parameters")
}

/// Parameters of a convolution layer or a dense layer.
enum ParametersQuestion {
  /// A convolution layer and what it is applied to.
  private struct Convolution {
    let filters, kernel, channels: Int
    let layer: LayerChain.Layer
    let input: LayerChain.Shape
    let groups: Int
    let hasBias: Bool
    /// Padding and stride in words, where they are not the usual ones.
    let settings: [String]

    init(using generator: inout SplitMix64) {
      filters = generator.pick([4, 6, 8, 10, 16, 20, 32, 64])
      kernel = generator.pick([1, 3, 5, 7])
      channels = generator.pick([1, 3, 6, 8, 16, 32])
      let side = generator.pick([14, 16, 28, 32])
      let padding = generator.integer(in: 0...(kernel - 1) / 2)
      let stride = generator.integer(in: 1...2)
      groups = generator.oneIn(4) ? LayerChain.groups(of: channels, filters, using: &generator) : 1
      hasBias = !generator.oneIn(5)
      input = LayerChain.Shape(side: Extent(side), channels: channels)
      layer = .convolution(filters: filters, kernel: kernel, padding: padding, stride: stride)
      settings = [padding > 0 ? "padding \(padding)" : nil, stride > 1 ? "stride \(stride)" : nil].compactMap(
        \.self)
    }

    /// The channels that a filter reads, and how they are spoken of.
    var depth: Int { channels / groups }
    var depthText: String {
      groups == 1 ? "all \(channels) channels" : "\(channels) / \(groups) = \(depth) channels"
    }
    /// The weights of a filter, and how they are counted.
    var weights: Int { kernel * kernel * depth }
    var one: String { "\(kernel)·\(kernel)·\(depth)" }
    /// The counts of all weights, and of all with their biases, as they are written.
    var product: String { "\(one)·\(filters)" }
    var withBias: String { "(\(one) + 1)·\(filters)" }
    var total: Int { (weights + (hasBias ? 1 : 0)) * filters }

    var given: [String: GivenValue] {
      [
        "layers": .text(layer.text + (groups > 1 ? " groups \(groups)" : "") + (hasBias ? "" : " nobias")),
        "input": .text(input.text),
      ]
    }
    var prompt: String {
      let settings = settings + (groups > 1 ? ["\(groups) groups"] : [])
      return
        "How many parameters has a convolution layer of \(filters) filters \(kernel)x\(kernel) on a \(input.text) input"
        + settings.map { ", \($0)" }.joined()
        + (hasBias ? "? Count the biases." : "? It has no biases, as a batch norm follows.")
    }
    var hints: [String] {
      [
        "A filter has weights for \(depthText)\(hasBias ? ", and one bias." : ".")",
        hasBias ? "One filter: \(one) + 1 = \(weights + 1)." : "One filter: \(one) = \(weights).",
      ]
    }
    var solution: String {
      hasBias
        ? "\(withBias) = \(weights + 1)·\(filters) = \(total)"
        : "\(product) = \(weights)·\(filters) = \(total)"
    }
  }

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    generator.oneIn(3) ? dense(using: &generator) : convolution(using: &generator)
  }

  private static func convolution(using generator: inout SplitMix64) -> QuestionDraft {
    let setting = Convolution(using: &generator)
    var draft = QuestionDraft(
      setting.prompt, kind: .number, given: setting.given, answer: .number(Double(setting.total)),
      hints: setting.hints, solution: setting.solution)
    addSlipsOfWeights(to: &draft, setting)
    addSlipsOfBiases(to: &draft, setting)
    return draft
  }

  /// Weights that are not counted, or counted too often.
  private static func addSlipsOfWeights(to draft: inout QuestionDraft, _ setting: Convolution) {
    let (kernel, channels, filters) = (setting.kernel, setting.channels, setting.filters)
    let (depth, groups) = (setting.depth, setting.groups)
    func slip(_ misconception: Misconception, depth: Int, filters: Int, _ remedy: String) {
      let weights = "\(kernel)·\(kernel)" + (depth > 1 ? "·\(depth)" : "")
      let filter = setting.hasBias ? "\(weights) + 1" : weights
      draft.slip(
        misconception, (kernel * kernel * depth + (setting.hasBias ? 1 : 0)) * filters,
        filters == 1 ? filter : (setting.hasBias ? "(\(filter))" : filter) + "·\(filters)", remedy)
    }
    if depth > 1 {
      slip(
        .forgotChannels, depth: 1, filters: filters,
        "a filter is as deep as what it reads, \(setting.depthText).")
    }
    slip(.forgotFilters, depth: depth, filters: 1, "that is one filter, and there are \(filters).")
    if groups > 1 {
      slip(
        .ignoredGroups, depth: channels, filters: filters,
        "with \(groups) groups a filter reads \(channels) / \(groups) = \(depth) of the channels.")
      slip(
        .countedOneGroup, depth: depth, filters: filters / groups,
        "that is one group, and there are \(groups).")
    }
  }

  /// Outputs counted, and biases that are not there, missing, or too few or too many.
  private static func addSlipsOfBiases(to draft: inout QuestionDraft, _ setting: Convolution) {
    let (weights, filters, product) = (setting.weights, setting.filters, setting.product)
    let outputs = setting.layer.shape(after: setting.input)?.side ?? Extent(1)
    let places = outputs.height * outputs.width
    draft.slip(
      .countedOutputs, places * filters, "\(places)·\(filters)",
      "so many numbers come out, but all places of a map share one filter.")
    guard setting.hasBias else {
      draft.slip(.countedBias, (weights + 1) * filters, setting.withBias, "this layer has no biases.")
      draft.slip(.biasPerLayer, weights * filters + 1, "\(product) + 1", "this layer has no biases.")
      return
    }
    draft.slip(
      .forgotBias, weights * filters, product, "each of the \(filters) filters has one bias besides.")
    draft.slip(
      .biasPerLayer, weights * filters + 1, "\(product) + 1", "each of the \(filters) filters has a bias.")
    draft.slip(
      .biasPerNeuron, weights * filters + places * filters,
      "\(weights)·\(filters) + \(places)·\(filters)",
      "a filter has one bias, which all \(places) places of its map share.")
  }

  private static func dense(using generator: inout SplitMix64) -> QuestionDraft {
    let inputs = generator.pick([10, 20, 50, 64, 84, 120, 128, 256, 400, 512, 784, 1024])
    let neurons = generator.pick([2, 5, 10, 16, 20, 32, 64, 84, 100, 120])
    let input = LayerChain.Shape(side: Extent(1), channels: inputs)
    let layer = LayerChain.Layer.dense(neurons: neurons)
    let total = layer.parameters(after: input)
    var draft = QuestionDraft(
      "How many parameters has a dense layer of \(neurons) neurons on \(inputs) inputs? Count the biases.",
      kind: .number, given: ["layers": .text(layer.text), "input": .text(input.text)],
      answer: .number(Double(total)),
      hints: [
        "Every neuron has a weight for every input, and one bias.",
        "One neuron: \(inputs) + 1 = \(inputs + 1).",
      ],
      solution: "(\(inputs) + 1)·\(neurons) = \(total)")
    let product = "\(inputs)·\(neurons)"
    draft.slip(.forgotBias, inputs * neurons, product, "each of the \(neurons) neurons has one bias besides.")
    draft.slip(
      .biasPerInput, inputs * neurons + inputs, "\(product) + \(inputs)",
      "the biases belong to the \(neurons) neurons, not to what they read.")
    draft.slip(
      .biasPerLayer, inputs * neurons + 1, "\(product) + 1", "each of the \(neurons) neurons has a bias.")
    draft.slip(
      .addedSizes, inputs + neurons, "\(inputs) + \(neurons)",
      "every neuron has a weight for every input, so the counts multiply.")
    return draft
  }
}
