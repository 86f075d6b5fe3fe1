import Learning

extension QuizTopic {
  /// One output cell of a pooling.
  public static let poolingCell = QuizTopic(
    "pooling-cell", "a cell of a pooling",
    misconceptions: [
      .ignoredStride, .neighbouringCell, .mixedPooling, .forgotRoot, .sumForMean, .meanForSum,
    ],
    draft: PoolingCellQuestion.draft)
}

extension Misconception {
  static let mixedPooling = Misconception("mixed-up-pooling", "used another kind of pooling")
  static let forgotRoot = Misconception("forgot-root", "forgot the square root")
  static let sumForMean = Misconception("sum-for-mean", "gave the sum, not the mean")
  static let meanForSum = Misconception("mean-for-sum", "gave the mean, not the sum")
}

/// One output cell of a pooling of small whole numbers.
enum PoolingCellQuestion {
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
    guard let step = try? pooling.step(at: cell) else { return draft(using: &generator) }

    let places = kind == .l2 || (kind == .average && size == 3) ? 2 : kind == .average ? 2 : 0
    let value = RoundedNumber(value: step.value, places: places)
    let start = Position(row: cell.row * stride, column: cell.column * stride)
    let cells = step.values.compactMap { $0 }
    let (task, asked) = (
      "\(kind.quizName) pooling of the grid",
      ", window \(size)x\(size), stride \(stride). What is the output at row \(cell.row), column \(cell.column) "
        + "(from 0)\(places > 0 ? ", to 2 decimals" : "")?"
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
      solution: step.arithmetic())
    draft.show([QuestionGrid("grid", grid)], below: task + asked)
    func slip(
      _ misconception: Misconception, _ other: PoolingKind, stride: Int? = nil, at place: Position? = nil
    ) {
      let pooling = try? Pooling(
        input: grid, kind: other, size: Extent(size), stride: Extent(stride ?? pooling.geometry.rows.stride))
      let step = try? pooling?.step(at: place ?? cell)
      draft.slip(misconception, places: max(places, other == kind ? places : 2), step?.value) { _ in
        step?.arithmetic() ?? ""
      }
    }
    switch kind {
    case .max: break
    case .average: slip(.sumForMean, .sum)
    case .sum: slip(.meanForSum, .average)
    case .l2:
      let squares = cells.reduce(0) { $0 + $1 * $1 }
      draft.slip(.forgotRoot, places: 2, squares) { "The squares add up to \($0); the root is missing." }
    }
    for other in [PoolingKind.max, .average, .sum] where other != kind { slip(.mixedPooling, other) }
    if stride > 1 { slip(.ignoredStride, kind, stride: 1) }
    slip(.neighbouringCell, kind, at: Position(row: cell.row, column: cell.column + 1))
    slip(.neighbouringCell, kind, at: Position(row: cell.row + 1, column: cell.column))
    return draft
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
