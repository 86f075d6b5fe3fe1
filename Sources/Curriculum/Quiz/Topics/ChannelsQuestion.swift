import Learning

extension QuizTopic {
  /// One output cell of a layer over several channels.
  public static let channels = QuizTopic(
    "channels", "a cell over several channels",
    misconceptions: [
      .forgotBias, .biasPerChannel, .forgotActivation, .activatedEachChannel, .biasAfterActivation,
      .oneChannel, .leftOutChannel, .averagedChannels, .oneKernelForAll, .exchangedKernels,
      .neighbouringCell, .swappedPlace, .countedFromOne,
    ],
    draft: ChannelsQuestion.draft)
}

extension Misconception {
  static let biasPerChannel = Misconception("bias-per-channel", "added the bias for every channel")
  static let activatedEachChannel = Misconception(
    "activated-each-channel", "applied the ReLU to every channel")
  static let biasAfterActivation = Misconception("bias-after-activation", "added the bias after the ReLU")
  static let oneChannel = Misconception("one-channel", "used the first channel only")
  static let leftOutChannel = Misconception("left-out-a-channel", "left out the last channel")
  static let averagedChannels = Misconception("averaged-channels", "averaged the channels")
  static let oneKernelForAll = Misconception("one-kernel-for-all", "used one kernel for all channels")
  static let exchangedKernels = Misconception("exchanged-kernels", "exchanged the kernels")
}

/// One cell of the map that a filter with a kernel for each of two or three channels makes.
enum ChannelsQuestion {
  private struct Setting {
    let layer: ConvolutionLayer
    let padding: Int
    let cell: Position

    init?(
      channels: [Grid], kernels: [Grid], bias: Double, padding: Int, hasReLU: Bool, cell: Position
    ) {
      let layer = try? ConvolutionLayer(
        channels: channels, filters: [.init(kernels: kernels, bias: bias)], padding: Padding(padding),
        relu: hasReLU)
      guard let layer else { return nil }
      (self.layer, self.padding, self.cell) = (layer, padding, cell)
    }

    var kernels: [Grid] { layer.filters[0].kernels }
    var bias: Double { layer.filters[0].bias }
    var step: LayerStep? { step(at: cell) }

    func step(at cell: Position) -> LayerStep? { try? layer.step(filter: 0, at: cell) }

    /// The same place with other kernels.
    func step(kernels: [Grid]) -> LayerStep? {
      Setting(
        channels: layer.channels, kernels: kernels, bias: bias, padding: padding, hasReLU: layer.hasReLU,
        cell: cell)?.step
    }
  }

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    while true {
      let setting = setting(using: &generator)
      if let setting, let step = setting.step { return draft(setting, step) }
    }
  }

  private static func setting(using generator: inout SplitMix64) -> Setting? {
    let channels = generator.integer(in: 2...3)
    let side = generator.integer(in: 3...4)
    let grids = (0..<channels).compactMap { _ in grid(side, 0...3, using: &generator) }
    let kernels = (0..<channels).compactMap { _ in grid(2, -2...2, using: &generator) }
    let padding = generator.oneIn(4) ? 1 : 0
    let last = side + 2 * padding - 2
    let cell = Position(row: generator.integer(in: 0...last), column: generator.integer(in: 0...last))
    return Setting(
      channels: grids, kernels: kernels, bias: Double(generator.pick([-3, -2, -1, 1, 2, 3])),
      padding: padding, hasReLU: generator.oneIn(2), cell: cell)
  }

  private static func grid(
    _ side: Int, _ numbers: ClosedRange<Int>, using generator: inout SplitMix64
  ) -> Grid? {
    try? Grid(
      rows: (0..<side).map { _ in (0..<side).map { _ in Double(generator.integer(in: numbers)) } })
  }

  private static func draft(_ setting: Setting, _ step: LayerStep) -> QuestionDraft {
    let layer = setting.layer
    let channels = layer.channels.map(\.quizText).joined(separator: " / ")
    let kernels = setting.kernels.map(\.quizText).joined(separator: " / ")
    let asked =
      "bias \(Numeral.plain(setting.bias)), padding \(setting.padding), stride 1"
      + "\(layer.hasReLU ? ", then ReLU" : ""). What is the output at row \(setting.cell.row), "
      + "column \(setting.cell.column) (from 0)?"
    var draft = QuestionDraft(
      "One filter reads the channels \(listed(layer.channels)) with the kernels \(listed(setting.kernels)); \(asked)",
      kind: .number,
      given: [
        "channels": .text(channels), "filter": .text(kernels), "bias": .number(setting.bias),
        "padding": .integer(setting.padding), "relu": .text(layer.hasReLU ? "true" : "false"),
        "at": .text("0,\(setting.cell)"),
      ],
      answer: .number(step.value),
      hints: [
        "Every channel has a kernel of its own; all products are added into one number, and the bias once.",
        "The channels give \(step.channels.map { Numeral.plain($0.sum) }.joined(separator: ", ")).",
      ],
      solution: working(step))
    draft.show(
      layer.channels.enumerated().map { QuestionGrid("channel \($0 + 1)", $1) }
        + setting.kernels.enumerated().map { QuestionGrid("kernel \($0 + 1)", $1) },
      below: "One filter reads \(layer.channels.count) channels; \(asked)")
    addSlips(to: &draft, setting, step)
    return draft
  }

  /// `(1 0; 2 1) and (0 3; 1 1)`
  private static func listed(_ grids: [Grid]) -> String {
    let texts = grids.map { "(\($0.quizText))" }
    return texts.dropLast().joined(separator: ", ") + " and " + (texts.last ?? "")
  }

  /// `channel 1: 1·2 + 0·1 = 2; channel 2: 3·1 = 3; 2 + 3 + 1 = 6`
  private static func working(_ step: LayerStep) -> String {
    let parts = step.channels.enumerated().map { "channel \($0 + 1): \($1.arithmetic())" }
    return (parts + [total(step.channels.map(\.sum), bias: step.bias, hasReLU: step.hasReLU)])
      .joined(separator: "; ")
  }

  /// `max(0, 2 + (-3) + (-1)) = max(0, -2) = 0`; a bias of `nil` is left out.
  private static func total(_ sums: [Double], bias: Double?, hasReLU: Bool) -> String {
    let terms = (sums + (bias.map { [$0] } ?? [])).enumerated()
      .map { $0 == 0 ? Numeral.plain($1) : Numeral.plainFactor($1) }
      .joined(separator: " + ")
    let sum = sums.reduce(bias ?? 0, +)
    guard hasReLU else { return "\(terms) = \(Numeral.plain(sum))" }
    return "max(0, \(terms)) = max(0, \(Numeral.plain(sum))) = \(Numeral.plain(max(0, sum)))"
  }

  // MARK: Slips

  private static func addSlips(to draft: inout QuestionDraft, _ setting: Setting, _ step: LayerStep) {
    let (sums, bias, hasReLU) = (step.channels.map(\.sum), step.bias, step.hasReLU)
    func end(_ value: Double) -> Double { hasReLU ? max(0, value) : value }
    func slip(_ misconception: Misconception, _ used: [Double], bias: Double?, _ remedy: String) {
      draft.slip(
        misconception, .number(end(used.reduce(bias ?? 0, +))),
        "\(total(used, bias: bias, hasReLU: hasReLU)): \(remedy)")
    }
    slip(
      .forgotBias, sums, bias: nil, "the bias of the filter, \(Numeral.plain(bias)), is still to be added.")
    slip(
      .biasPerChannel, sums, bias: Double(sums.count) * bias,
      "a filter has one bias, which is added once to the sum of its channels.")
    slip(.oneChannel, [sums[0]], bias: bias, "a filter adds up what all of its channels give.")
    if sums.count > 2 {
      slip(
        .leftOutChannel, Array(sums.dropLast()), bias: bias, "channel \(sums.count) belongs to it as well.")
    } else {
      let mean = sums.reduce(0, +) / 2
      draft.slip(
        .averagedChannels, .number(end(mean + bias)),
        "(\(Numeral.plain(sums[0])) + \(Numeral.plainFactor(sums[1]))) / 2 = \(Numeral.plain(mean)), and "
          + "\(total([mean], bias: bias, hasReLU: hasReLU)): the channels are added, not averaged.")
    }
    if hasReLU {
      let sum = sums.reduce(bias, +)
      draft.slip(
        .forgotActivation, .number(sum),
        "\(total(sums, bias: bias, hasReLU: false)): the ReLU makes 0 of whatever is negative.")
      let active = sums.map { max(0, $0) }
      let each = sums.map { "max(0, \(Numeral.plain($0))) = \(Numeral.plain(max(0, $0)))" }
      draft.slip(
        .activatedEachChannel, .number(end(active.reduce(bias, +))),
        "\(each.joined(separator: ", ")), and \(total(active, bias: bias, hasReLU: true)): the ReLU comes once, after "
          + "the sum of all channels.")
      let bare = max(0, sums.reduce(0, +))
      draft.slip(
        .biasAfterActivation, .number(bare + bias),
        "\(total(sums, bias: nil, hasReLU: true)), and \(total([bare], bias: bias, hasReLU: false)): the bias is added "
          + "before the ReLU.")
    }
    func other(_ misconception: Misconception, _ other: LayerStep?, _ remedy: String) {
      guard let other else { return }
      let total = total(other.channels.map(\.sum), bias: bias, hasReLU: hasReLU)
      draft.slip(misconception, .number(other.value), "\(total): \(remedy)")
    }
    other(
      .oneKernelForAll, setting.step(kernels: setting.kernels.map { _ in setting.kernels[0] }),
      "that lays the first kernel on every channel; each channel has its own.")
    if sums.count == 2 {
      other(
        .exchangedKernels, setting.step(kernels: setting.kernels.reversed()),
        "the first kernel belongs to the first channel.")
    }
    for place in MistakenPlace.all(of: setting.cell) {
      other(place.misconception, setting.step(at: place.position), place.sentence)
    }
  }
}
