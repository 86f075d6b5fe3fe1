import Learning

extension QuizTopic {
  /// The multiply-adds of a layer.
  public static let multiplyAdds = QuizTopic(
    "multiply-adds", "multiply-adds of a layer",
    misconceptions: [
      .countedBias, .forgotChannels, .forgotFilters, .forgotPadding, .ignoredStride, .ignoredGroups,
      .keptInputSize, .addedSizes, .countedOnePlace, .gaveParameters, .countedTwice,
    ],
    draft: MultiplyAddsQuestion.draft)
}

extension Misconception {
  static let countedOnePlace = Misconception("counted-one-place", "counted a single place")
  static let gaveParameters = Misconception("gave-the-parameters", "counted the parameters")
  static let countedTwice = Misconception("counted-twice", "counted products and sums apart")
}

/// How many products a convolution layer or a dense layer adds up for one image.
enum MultiplyAddsQuestion {
  /// A convolution layer and the image that it is applied to.
  private struct Convolution {
    let kernel, side, padding, stride, channels, filters, groups: Int

    init(using generator: inout SplitMix64) {
      kernel = generator.pick([1, 3, 3, 5])
      side = generator.pick([8, 12, 14, 16, 28, 32])
      padding = generator.integer(in: 0...(kernel - 1) / 2)
      stride = generator.oneIn(3) ? 2 : 1
      channels = generator.pick([1, 3, 4, 6, 8, 16])
      filters = generator.pick([4, 6, 8, 10, 16, 32])
      groups = generator.oneIn(4) ? LayerChain.groups(of: channels, filters, using: &generator) : 1
    }

    /// The side of a map.
    func mapSide(padding: Int, stride: Int) -> Int? {
      let geometry = try? ConvolutionGeometry(
        input: Extent(side), kernel: Extent(kernel), padding: Padding(padding), stride: Extent(stride))
      return geometry?.windows.height
    }

    /// The channels that a filter reads.
    var depth: Int { channels / groups }
    /// The products of one place, and how they are written.
    var perPlace: Int { kernel * kernel * depth }
    var perPlaceText: String { "\(kernel)·\(kernel)·\(depth)" }

    var layer: String {
      "CONV \(filters) \(kernel)x\(kernel)" + (stride == 1 ? "" : " stride \(stride)")
        + (padding == 0 ? "" : " pad \(padding)") + (groups == 1 ? "" : " groups \(groups)")
    }
    var input: String { "\(side)x\(side)x\(channels)" }
  }

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    if generator.oneIn(3) { return dense(using: &generator) }
    while true {
      if let draft = convolution(using: &generator) { return draft }
    }
  }

  private static func question(_ layer: String, _ input: String) -> String {
    "How many multiply-adds does \(layer) take on an input of \(input)? Count one for each product, and no biases."
  }

  private static func convolution(using generator: inout SplitMix64) -> QuestionDraft? {
    let setting = Convolution(using: &generator)
    guard let row = setting.mapSide(padding: setting.padding, stride: setting.stride) else { return nil }
    let total = row * row * setting.perPlace * setting.filters
    var draft = QuestionDraft(
      question(setting.layer, setting.input), kind: .number,
      given: ["layers": .text(setting.layer), "input": .text(setting.input)], answer: .number(Double(total)),
      hints: [
        "Every output cell is a sum of products: as many as its filter has weights.",
        "The maps are \(row)x\(row), and a filter has \(setting.perPlaceText) = \(setting.perPlace) weights.",
      ],
      solution: "\(row)·\(row)·\(setting.perPlaceText)·\(setting.filters) = \(total)")
    addSlipsOfPlaces(to: &draft, setting, row: row)
    addSlipsOfProducts(to: &draft, setting, row: row)
    return draft
  }

  /// Another number of places.
  private static func addSlipsOfPlaces(to draft: inout QuestionDraft, _ setting: Convolution, row: Int) {
    let (one, text, filters) = (setting.perPlace, setting.perPlaceText, setting.filters)
    let (padding, stride) = (setting.padding, setting.stride)
    func slip(_ misconception: Misconception, _ row: Int?, _ remedy: String) {
      guard let row else { return }
      draft.slip(misconception, row * row * one * filters, "\(row)·\(row)·\(text)·\(filters)", remedy)
    }
    slip(
      .keptInputSize, setting.side,
      "the products are counted for the output's places, \(row)·\(row), not for the input's.")
    if padding > 0 {
      slip(
        .forgotPadding, setting.mapSide(padding: 0, stride: stride),
        "with padding \(padding) the map has \(row)·\(row) places.")
    }
    if stride > 1 {
      slip(
        .ignoredStride, setting.mapSide(padding: padding, stride: 1),
        "with stride 2 the map has \(row)·\(row) places.")
    }
    draft.slip(
      .countedOnePlace, one * filters, "\(text)·\(filters)",
      "that is one place, and the map has \(row)·\(row) of them.")
  }

  /// Other products at a place, or other things than products.
  private static func addSlipsOfProducts(to draft: inout QuestionDraft, _ setting: Convolution, row: Int) {
    let (one, text, filters) = (setting.perPlace, setting.perPlaceText, setting.filters)
    let (kernel, channels, depth, groups) = (setting.kernel, setting.channels, setting.depth, setting.groups)
    let total = row * row * one * filters
    draft.slip(
      .gaveParameters, (one + 1) * filters, "(\(text) + 1)·\(filters)",
      "each weight is used again at every place of its map.")
    if depth > 1 {
      draft.slip(
        .forgotChannels, row * row * kernel * kernel * filters,
        "\(row)·\(row)·\(kernel)·\(kernel)·\(filters)",
        "a filter reads \(depth) channels at every place.")
    }
    draft.slip(
      .forgotFilters, row * row * one, "\(row)·\(row)·\(text)",
      "that is one map, and there are \(filters) filters.")
    if groups > 1 {
      draft.slip(
        .ignoredGroups, total * groups, "\(row)·\(row)·\(kernel)·\(kernel)·\(channels)·\(filters)",
        "with \(groups) groups a filter reads \(channels) / \(groups) = \(depth) of the channels.")
    }
    draft.slip(
      .countedBias, total + row * row * filters, "\(row)·\(row)·(\(text) + 1)·\(filters)",
      "a bias is added, not multiplied, and does not count here.")
    draft.slip(
      .countedTwice, 2 * total, "2·\(row)·\(row)·\(text)·\(filters)",
      "a product and its addition count as one.")
  }

  private static func dense(using generator: inout SplitMix64) -> QuestionDraft {
    let neurons = generator.pick([2, 5, 10, 16, 20, 32, 64, 84, 100, 120])
    let (side, channels) = (generator.pick([4, 5, 7, 8]), generator.pick([4, 8, 10, 16, 32]))
    let inputs = side * side * channels
    let (layer, input) = ("FC \(neurons)", "\(side)x\(side)x\(channels)")
    let total = inputs * neurons
    let flat = "\(side)·\(side)·\(channels)"
    var draft = QuestionDraft(
      question("FC \(neurons) (a dense layer)", input), kind: .number,
      given: ["layers": .text(layer), "input": .text(input)], answer: .number(Double(total)),
      hints: [
        "Every neuron multiplies every input by a weight of its own.",
        "Flattened, the input has \(flat) = \(inputs) numbers.",
      ],
      solution: "\(flat)·\(neurons) = \(total)")
    draft.slip(
      .addedSizes, inputs + neurons, "\(flat) + \(neurons)",
      "every neuron reads every input, so the counts multiply.")
    draft.slip(
      .countedBias, total + neurons, "(\(flat) + 1)·\(neurons)",
      "a bias is added, not multiplied, and does not count here.")
    draft.slip(
      .gaveParameters, total + neurons, "(\(flat) + 1)·\(neurons)",
      "those are the parameters; the \(neurons) biases are no factors of a product.")
    draft.slip(
      .forgotChannels, side * side * neurons, "\(side)·\(side)·\(neurons)",
      "at each place there are \(channels) channels.")
    draft.slip(.forgotFilters, inputs, flat, "that is one neuron, and there are \(neurons).")
    draft.slip(
      .countedTwice, 2 * total, "2·\(flat)·\(neurons)", "a product and its addition count as one.")
    return draft
  }
}

extension LayerChain {
  /// Groups, more than one, that share `channels` and `filters` equally; 1 where there are none.
  static func groups(of channels: Int, _ filters: Int, using generator: inout SplitMix64) -> Int {
    let fitting = (2...max(2, channels)).filter { channels.isMultiple(of: $0) && filters.isMultiple(of: $0) }
    return fitting.isEmpty ? 1 : generator.pick(fitting)
  }
}
