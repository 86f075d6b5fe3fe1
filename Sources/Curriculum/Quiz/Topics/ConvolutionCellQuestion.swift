import Learning

extension QuizTopic {
  /// One output cell of a convolution.
  public static let convolutionCell = QuizTopic(
    "convolution-cell", "a cell of a convolution",
    misconceptions: [
      .forgotPadding, .ignoredStride, .ignoredDilation, .flippedKernel, .forgotFlip, .transposed,
      .neighbouringCell, .partOfWindow, .droppedTerm, .signSlip,
    ],
    draft: ConvolutionCellQuestion.draft)
}

extension Misconception {
  static let flippedKernel = Misconception("flipped-kernel", "flipped the kernel")
  static let forgotFlip = Misconception("forgot-flip", "forgot to flip")
  static let transposed = Misconception("transposed", "transposed")
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
      kernel: Grid? = nil,
      at cell: Position? = nil
    ) -> ConvolutionStep? {
      let convolution = try? Convolution(
        input: grid, kernel: kernel ?? self.kernel, padding: Extent(padding ?? self.padding),
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
      input: grid.extent, kernel: kernel.extent, padding: Extent(padding), stride: Extent(stride),
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
        "Its cells are \(step.window.quizText).",
      ],
      solution: step.arithmetic())
    draft.show(
      [QuestionGrid("grid", setting.grid), QuestionGrid("kernel", setting.kernel)],
      below: "\(name) of the grid with the kernel\(asked)")
    func slip(_ misconception: Misconception, _ other: ConvolutionStep?) {
      draft.slip(misconception, other.map { .number($0.sum) }, other?.arithmetic() ?? "")
    }
    slip(setting.isFlipped ? .forgotFlip : .flippedKernel, setting.step(flipped: !setting.isFlipped))
    if setting.dilation > 1 { slip(.ignoredDilation, setting.step(dilation: 1)) }
    if setting.padding > 0 { slip(.forgotPadding, setting.step(padding: 0)) }
    if setting.stride > 1 { slip(.ignoredStride, setting.step(stride: 1)) }
    slip(.transposed, setting.step(kernel: setting.kernel.transposed))
    let width = setting.kernel.width
    let firstRow = (0..<width).map { step.window.cells[$0] * step.kernel.cells[$0] }.reduce(0, +)
    draft.slip(
      .partOfWindow, .number(firstRow), "The first row of the window alone gives \(Numeral.format(firstRow))."
    )
    let last = step.products.cells.last { $0 != 0 } ?? 0
    draft.slip(
      .droppedTerm, .number(step.sum - last),
      "Without the product \(Numeral.format(last)) the sum is "
        + "\(Numeral.format(step.sum - last)).")
    let next = Position(row: setting.cell.row, column: setting.cell.column + 1)
    slip(.neighbouringCell, setting.step(at: next))
    draft.slip(.signSlip, .number(-step.sum), "The sum is \(Numeral.format(step.sum)), not its opposite.")
    return draft
  }
}

extension Grid {
  /// `1 0 -1; 1 0 -1`
  var quizText: String {
    rows.map { $0.map { Numeral.format($0) }.joined(separator: " ") }.joined(separator: "; ")
  }

  /// Rows and columns exchanged; of a square grid.
  var transposed: Grid? {
    try? Grid(rows: (0..<width).map { column in (0..<height).map { self[$0, column] } })
  }
}
