import Learning

extension QuizTopic {
  /// Parameters of a layer.
  public static let parameters = QuizTopic(
    "parameters", "parameters of a layer",
    misconceptions: [
      .forgotBias, .biasPerNeuron, .biasPerInput, .biasPerLayer, .forgotChannels, .forgotFilters,
      .addedSizes, .countedOutputs,
    ],
    draft: ParametersQuestion.draft)
}

extension Misconception {
  static let forgotBias = Misconception("forgot-bias", "forgot the bias")
  static let biasPerNeuron = Misconception("bias-per-output", "gave every output its own bias")
  static let biasPerInput = Misconception("bias-per-input", "counted one bias per input")
  static let biasPerLayer = Misconception("bias-per-layer", "counted one bias for the layer")
  static let forgotChannels = Misconception("forgot-channels", "forgot the channels")
  static let forgotFilters = Misconception("forgot-filters", "counted a single filter")
  static let addedSizes = Misconception("added-sizes", "added where sizes multiply")
  static let countedOutputs = Misconception("counted-outputs", "counted outputs instead of parameters")
}

/// Parameters of a convolution layer or a dense layer.
enum ParametersQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    generator.oneIn(3) ? dense(using: &generator) : convolution(using: &generator)
  }

  private static func convolution(using generator: inout SplitMix64) -> QuestionDraft {
    let filters = generator.pick([4, 6, 8, 10, 16, 20, 32, 64])
    let kernel = generator.pick([1, 3, 5, 7])
    let channels = generator.pick([1, 3, 6, 8, 16, 32])
    let side = generator.pick([14, 16, 28, 32])
    let padding = generator.integer(in: 0...(kernel - 1) / 2)
    let stride = generator.integer(in: 1...2)
    let input = LayerStack.Shape(side: Extent(side), channels: channels)
    let layer = LayerStack.Layer.convolution(
      filters: filters, kernel: kernel, padding: padding, stride: stride)
    let outputs = layer.shape(after: input)?.side ?? Extent(1)
    let places = outputs.height * outputs.width
    let weights = kernel * kernel * channels
    let total = layer.parameters(after: input)
    let settings = [padding > 0 ? "padding \(padding)" : nil, stride > 1 ? "stride \(stride)" : nil]
      .compactMap { $0 }
    var draft = QuestionDraft(
      "How many parameters has a convolution layer of \(filters) filters \(kernel)x\(kernel) on a \(input.text) input"
        + (settings.isEmpty ? "" : ", \(settings.joined(separator: ", "))") + "? Count the biases.",
      kind: .number, given: ["layers": .text(layer.text), "input": .text(input.text)],
      answer: .number(Double(total)),
      hints: [
        "A filter is as deep as its input and has one bias.",
        "One filter: \(kernel)·\(kernel)·\(channels) + 1 = \(weights + 1).",
      ],
      solution: "(\(kernel)·\(kernel)·\(channels) + 1)·\(filters) = \(weights + 1)·\(filters) = \(total)")
    let product = "\(kernel)·\(kernel)·\(channels)·\(filters)"
    draft.slip(
      .forgotBias, weights * filters, product, "each of the \(filters) filters has one bias besides.")
    draft.slip(
      .forgotChannels, (kernel * kernel + 1) * filters, "(\(kernel)·\(kernel) + 1)·\(filters)",
      "a filter is as deep as its input and has weights for all \(channels) channels.")
    draft.slip(
      .biasPerLayer, weights * filters + 1, "\(product) + 1", "each of the \(filters) filters has a bias.")
    draft.slip(
      .biasPerNeuron, weights * filters + places * filters,
      "\(weights)·\(filters) + \(places)·\(filters)",
      "a filter has one bias, which all \(places) places of its map share.")
    draft.slip(
      .forgotFilters, weights + 1, "\(kernel)·\(kernel)·\(channels) + 1",
      "that is one filter, and there are \(filters).")
    draft.slip(
      .countedOutputs, places * filters, "\(places)·\(filters)",
      "so many numbers come out, but all places of a map share one filter.")
    return draft
  }

  private static func dense(using generator: inout SplitMix64) -> QuestionDraft {
    let inputs = generator.pick([10, 20, 50, 64, 84, 120, 128, 256, 400, 512, 784, 1024])
    let neurons = generator.pick([2, 5, 10, 16, 20, 32, 64, 84, 100, 120])
    let input = LayerStack.Shape(side: Extent(1), channels: inputs)
    let layer = LayerStack.Layer.dense(neurons: neurons)
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
