import Learning

extension QuizTopic {
  /// One output cell of a convolution.
  public static let convolutionCell = QuizTopic(
    "convolution-cell", "a cell of a convolution",
    misconceptions: [
      .forgotPadding, .ignoredStride, .ignoredDilation, .flippedKernel, .forgotFlip, .mirroredOnce,
      .transposed, .neighbouringCell, .swappedPlace, .countedFromOne, .partOfWindow, .droppedTerm, .signSlip,
    ],
    draft: ConvolutionCellQuestion.draft)
}

extension Misconception {
  static let flippedKernel = Misconception("flipped-kernel", "flipped the kernel")
  static let forgotFlip = Misconception("forgot-flip", "forgot to flip")
  static let mirroredOnce = Misconception("mirrored-once", "mirrored along one axis only")
  static let transposed = Misconception("transposed", "exchanged rows and columns of the kernel")
  static let partOfWindow = Misconception("part-of-the-window", "used a part of the window")
}

/// One output cell of a convolution of small whole numbers.
enum ConvolutionCellQuestion {
  private struct Setting {
    let grid: Grid
    let kernel: Grid
    let padding: Int
    let stride: Int
    let dilation: Int
    let isFlipped: Bool
    let cell: Position

    func step(
      padding: Int? = nil, stride: Int? = nil, dilation: Int? = nil, flipped: Bool? = nil,
      kernel: Grid? = nil, at cell: Position? = nil
    ) -> ConvolutionStep? {
      let convolution = try? Convolution(
        input: grid, kernel: kernel ?? self.kernel, padding: Padding(padding ?? self.padding),
        stride: Extent(stride ?? self.stride), dilation: Extent(dilation ?? self.dilation),
        flipped: flipped ?? isFlipped)
      return try? convolution?.step(at: cell ?? self.cell)
    }
  }

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    while true {
      let setting = setting(using: &generator)
      if let setting, let step = setting.step() { return draft(setting, step) }
    }
  }

  private static func setting(using generator: inout SplitMix64) -> Setting? {
    let side = generator.integer(in: 4...6)
    let size = generator.integer(in: 2...3)
    let grid = try? Grid(
      rows: (0..<side).map { _ in (0..<side).map { _ in Double(generator.integer(in: 0...5)) } })
    let kernel = try? Grid(
      rows: (0..<size).map { _ in (0..<size).map { _ in Double(generator.integer(in: -2...2)) } })
    guard let grid, let kernel else { return nil }
    let dilation = generator.oneIn(4) ? 2 : 1
    let padding = generator.oneIn(3) ? 1 : 0
    let stride = generator.oneIn(3) ? 2 : 1
    let windows = try? ConvolutionGeometry(
      input: grid.extent, kernel: kernel.extent, padding: Padding(padding), stride: Extent(stride),
      dilation: Extent(dilation)
    ).windows
    guard let windows else { return nil }
    let cell = Position(
      row: generator.integer(in: 0...windows.height - 1), column: generator.integer(in: 0...windows.width - 1)
    )
    return Setting(
      grid: grid, kernel: kernel, padding: padding, stride: stride, dilation: dilation,
      isFlipped: generator.oneIn(4), cell: cell)
  }

  private static func draft(_ setting: Setting, _ step: ConvolutionStep) -> QuestionDraft {
    let name = setting.isFlipped ? "True convolution (kernel turned by 180 degrees)" : "Cross-correlation"
    var words = ["padding \(setting.padding)", "stride \(setting.stride)"]
    if setting.dilation > 1 { words.append("dilation \(setting.dilation)") }
    var given: [String: GivenValue] = [
      "grid": .text(setting.grid.quizText), "kernel": .text(setting.kernel.quizText),
      "padding": .integer(setting.padding), "stride": .integer(setting.stride),
      "dilation": .integer(setting.dilation), "at": .text(setting.cell.description),
    ]
    if setting.isFlipped { given["flip"] = .text("true") }
    let start = Position(
      row: setting.cell.row * setting.stride - setting.padding,
      column: setting.cell.column * setting.stride - setting.padding)
    let asked =
      ", \(words.joined(separator: ", ")). What is the output at row \(setting.cell.row), "
      + "column \(setting.cell.column) (from 0)?"
    var draft = QuestionDraft(
      "\(name) of the grid \(setting.grid.quizText) with the kernel \(setting.kernel.quizText)\(asked)",
      kind: .number, given: given, answer: .number(step.sum),
      hints: [
        "The window begins at input row \(start.row), column \(start.column); outside there are zeros.",
        "Its cells are \(step.window.quizText)."
          + (setting.isFlipped ? " The turned kernel is \(step.kernel.quizText)." : ""),
      ],
      solution: step.arithmetic())
    draft.show(
      [QuestionGrid("grid", setting.grid), QuestionGrid("kernel", setting.kernel)],
      below: "\(name) of the grid with the kernel\(asked)")
    addSlips(to: &draft, setting, step)
    return draft
  }

  private static func addSlips(to draft: inout QuestionDraft, _ setting: Setting, _ step: ConvolutionStep) {
    func slip(_ misconception: Misconception, _ other: ConvolutionStep?, _ remedy: String) {
      guard let other else { return }
      draft.slip(misconception, .number(other.sum), "\(other.arithmetic()): \(remedy)")
    }
    if setting.isFlipped {
      slip(
        .forgotFlip, setting.step(flipped: false),
        "a true convolution turns the kernel by 180 degrees before it is laid on.")
      let turning = "that mirrors the kernel once; turning by 180 degrees reverses rows and columns."
      slip(.mirroredOnce, setting.step(flipped: false, kernel: setting.kernel.withRowsReversed), turning)
      slip(.mirroredOnce, setting.step(flipped: true, kernel: setting.kernel.withRowsReversed), turning)
    } else {
      slip(
        .flippedKernel, setting.step(flipped: true),
        "that turns the kernel by 180 degrees; cross-correlation lays it on as it is.")
    }
    if setting.dilation > 1 {
      slip(.ignoredDilation, setting.step(dilation: 1), "with dilation 2 every second cell is read.")
    }
    if setting.padding > 0 {
      slip(
        .forgotPadding, setting.step(padding: 0),
        "the padding moves the window up and to the left by \(setting.padding).")
    }
    if setting.stride > 1 {
      slip(
        .ignoredStride, setting.step(stride: 1),
        "with stride \(setting.stride) the window hops \(setting.stride) cells for each output cell.")
    }
    slip(
      .transposed, setting.step(kernel: setting.kernel.transposed),
      "here the rows of the kernel have become its columns.")
    for place in MistakenPlace.all(of: setting.cell) {
      slip(place.misconception, setting.step(at: place.position), place.sentence)
    }
    let products = zip(step.window.cells, step.kernel.cells).map { $0 * $1 }
    let terms = zip(step.window.cells, step.kernel.cells).map {
      "\(Numeral.factor($0))·\(Numeral.factor($1))"
    }
    func partial(_ misconception: Misconception, _ used: [Int], _ remedy: String) {
      let sum = used.map { products[$0] }.reduce(0, +)
      let text = used.map { terms[$0] }.joined(separator: " + ")
      draft.slip(misconception, .number(sum), "\(text) = \(Numeral.format(sum)): \(remedy)")
    }
    partial(.partOfWindow, Array(0..<step.kernel.width), "that is the first row of the window alone.")
    if let last = products.lastIndex(where: { $0 != 0 }) {
      partial(.droppedTerm, products.indices.filter { $0 != last }, "the product \(terms[last]) is missing.")
    }
    draft.slip(
      .signSlip, .number(-step.sum),
      "\(step.arithmetic()), and not \(Numeral.format(-step.sum)): look at the signs of the products one by one."
    )
  }
}

extension Grid {
  /// `1 0 -1; 1 0 -1`
  var quizText: String {
    rows.map { $0.map { Numeral.format($0) }.joined(separator: " ") }.joined(separator: "; ")
  }

  /// Rows and columns exchanged; of a square grid.
  fileprivate var transposed: Grid? {
    try? Grid(rows: (0..<width).map { column in (0..<height).map { self[$0, column] } })
  }

  /// Upside down.
  fileprivate var withRowsReversed: Grid? { try? Grid(rows: Array(rows.reversed())) }
}
