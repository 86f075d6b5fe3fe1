import Learning

/// The picture of windows over a grid, whatever they compute: where padding lies, and what no window reads.
protocol WindowPicture {
  var geometry: ConvolutionGeometry { get }
  /// Input rows and columns that no window reads.
  var unused: UnusedCells { get }
}

extension WindowPicture {
  /// Steps of the walk; none where the exact rule says "cannot".
  var stepCount: Int { geometry.output == nil ? 0 : geometry.steps }

  /// Whether no window reads the input cell.
  func isUnused(_ cell: Position) -> Bool { unused.rows[cell.row] || unused.columns[cell.column] }

  /// The place of an input cell in the padded grid.
  func padded(_ cell: Position) -> Position {
    Position(
      row: cell.row + geometry.rows.paddingBefore, column: cell.column + geometry.columns.paddingBefore)
  }

  /// The input cell at a place of the padded grid; `nil` for padding.
  func inputCell(atPadded cell: Position) -> Position? {
    let (row, column) = (
      cell.row - geometry.rows.paddingBefore, cell.column - geometry.columns.paddingBefore
    )
    guard 0..<geometry.input.height ~= row, 0..<geometry.input.width ~= column else { return nil }
    return Position(row: row, column: column)
  }
}

/// Rows and columns of the input that no window reads, marked.
struct UnusedCells: Equatable, Sendable {
  let rows, columns: [Bool]

  init(_ geometry: ConvolutionGeometry) {
    rows = Self.marks(geometry.rows)
    columns = Self.marks(geometry.columns)
  }

  private static func marks(_ axis: ConvolutionAxis) -> [Bool] {
    var marks = [Bool](repeating: false, count: axis.input)
    for index in axis.neverTouched { marks[index] = true }
    return marks
  }
}
