import Learning
import TerminalUI

/// The numbers of a grid as they stand in its cells, formatted once so that drawing does not have to.
struct CellTexts: Equatable, Sendable {
  private let texts: [String]
  private let columns: Int
  /// Columns that the widest text takes, within reason.
  let width: Int

  init(_ grid: Grid, suffix: (Int) -> String = { _ in "" }) {
    self.init(grid.cells, columns: grid.width, suffix: suffix)
  }

  /// One row of numbers.
  init(row: [Double]) {
    self.init(row, columns: row.count) { _ in "" }
  }

  private init(_ cells: [Double], columns: Int, suffix: (Int) -> String) {
    texts = cells.enumerated().map { Numeral.format($1, digits: 3) + suffix($0) }
    self.columns = columns
    width = min(8, texts.map { TextWidth.columns(of: $0) }.max() ?? 1)
  }

  subscript(row: Int, column: Int) -> String { texts[row * columns + column] }
  subscript(position: Position) -> String { self[position.row, position.column] }
}
