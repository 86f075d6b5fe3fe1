import Learning

extension QuizTopic {
  /// One output cell of a pooling.
  public static let poolingCell = QuizTopic(
    "pooling-cell", "a cell of a pooling",
    misconceptions: [
      .ignoredStride, .neighbouringCell, .swappedPlace, .countedFromOne, .mixedPooling, .forgotRoot,
      .sumForMean, .meanForSum,
    ],
    draft: PoolingCellQuestion.draft)
}

extension Misconception {
  static let mixedPooling = Misconception("mixed-up-pooling", "used another kind of pooling")
  static let meanForSum = Misconception("mean-for-sum", "gave the mean, not the sum")
}

/// One output cell of a pooling of small whole numbers.
enum PoolingCellQuestion {
  private struct Setting {
    let grid: Grid
    let kind: PoolingKind
    let size: Int
    let stride: Int
    let cell: Position

    /// Decimals that are asked for.
    var places: Int { Self.places(kind) }

    /// Decimals of a number of that kind.
    static func places(_ kind: PoolingKind) -> Int {
      switch kind {
      case .max, .sum: 0
      case .average, .l2: 2
      }
    }

    func step(_ kind: PoolingKind? = nil, stride: Int? = nil, at cell: Position? = nil) -> PoolingStep? {
      let pooling = try? Pooling(
        input: grid, kind: kind ?? self.kind, size: Extent(size), stride: Extent(stride ?? self.stride))
      return try? pooling?.step(at: cell ?? self.cell)
    }
  }

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let side = generator.integer(in: 4...6)
    let size = generator.integer(in: 2...3)
    let stride = generator.oneIn(3) ? generator.integer(in: 1...3) : size
    let kind = generator.pick([PoolingKind.max, .max, .average, .sum, .l2])
    let rows = (0..<side).map { _ in (0..<side).map { _ in Double(generator.integer(in: -3...9)) } }
    guard let grid = try? Grid(rows: rows),
      let pooling = try? Pooling(input: grid, kind: kind, size: Extent(size), stride: Extent(stride))
    else { return draft(using: &generator) }
    let windows = pooling.geometry.windows
    let cell = Position(
      row: generator.integer(in: 0...windows.height - 1), column: generator.integer(in: 0...windows.width - 1)
    )
    let setting = Setting(grid: grid, kind: kind, size: size, stride: stride, cell: cell)
    guard let step = setting.step() else { return draft(using: &generator) }

    let value = RoundedNumber(value: step.value, places: setting.places)
    let start = Position(row: cell.row * stride, column: cell.column * stride)
    let cells = step.values.compactMap { $0 }
    let (task, asked) = (
      "\(kind.quizName) pooling of the grid",
      ", window \(size)x\(size), stride \(stride). What is the output at row \(cell.row), column \(cell.column) "
        + "(from 0)\(setting.places > 0 ? ", to 2 decimals" : "")?"
    )
    var draft = QuestionDraft(
      "\(task) \(grid.quizText)\(asked)",
      given: [
        "grid": .text(grid.quizText), "kind": .text(kind.rawValue), "size": .integer(size),
        "stride": .integer(stride), "padding": .integer(0), "at": .text(cell.description),
      ],
      rounded: value,
      hints: [
        "The window begins at input row \(start.row), column \(start.column).",
        "Its cells are \(cells.map { Numeral.format($0) }.joined(separator: ", ")).",
      ],
      solution: step.rounded(places: setting.places))
    draft.show([QuestionGrid("grid", grid)], below: task + asked)
    addSlips(to: &draft, setting, cells)
    return draft
  }

  private static func addSlips(to draft: inout QuestionDraft, _ setting: Setting, _ cells: [Double]) {
    func slip(_ misconception: Misconception, _ step: PoolingStep?, _ remedy: String) {
      guard let step else { return }
      let places = Setting.places(step.kind)
      draft.slip(misconception, places: places, step.value) { _ in
        "\(step.rounded(places: places)): \(remedy)"
      }
    }
    let wanted = "the question asks for \(setting.kind == .l2 ? "L2" : setting.kind.rawValue) pooling."
    for other in [PoolingKind.max, .average, .sum] where other != setting.kind {
      switch (setting.kind, other) {
      case (.average, .sum): slip(.sumForMean, setting.step(.sum), "the mean divides it by \(cells.count).")
      case (.sum, .average): slip(.meanForSum, setting.step(.average), "the sum is not divided.")
      default: slip(.mixedPooling, setting.step(other), wanted)
      }
    }
    if setting.kind == .l2 {
      let squares = cells.map { "\(Numeral.factor($0))²" }.joined(separator: " + ")
      draft.slip(.forgotRoot, places: 2, cells.reduce(0) { $0 + $1 * $1 }) {
        "\(squares) = \($0): the root of that is still to be taken."
      }
    }
    let stride = setting.stride
    if stride > 1 {
      slip(
        .ignoredStride, setting.step(stride: 1),
        "with stride \(stride) the window hops \(stride) cells for each output cell.")
    }
    for place in MistakenPlace.all(of: setting.cell) {
      slip(place.misconception, setting.step(at: place.position), place.sentence)
    }
  }
}

extension PoolingStep {
  /// The arithmetic with its result to some decimals.
  fileprivate func rounded(places: Int) -> String {
    "\(arithmetic().resultCut) = \(RoundedNumber.text(value, places: places))"
  }
}

extension PoolingKind {
  /// The word at the beginning of a sentence.
  fileprivate var quizName: String {
    switch self {
    case .max: "Max"
    case .average: "Average"
    case .sum: "Sum"
    case .l2: "L2"
    }
  }
}
