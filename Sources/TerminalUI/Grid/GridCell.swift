/// What a `GridView` shows in one cell.
public struct GridCell: Hashable, Sendable {
  /// The number or word, aligned to the right.
  public var text: String
  /// How it looks; the background reaches half way to the neighbours.
  public var style: Style
  /// A glyph that fills the room around the text, for cells that are crossed out.
  public var hatch: Unicode.Scalar?

  /// `text` in `style`, with `hatch` around it.
  public init(_ text: String, _ style: Style = .plain, hatch: Unicode.Scalar? = nil) {
    self.text = text
    self.style = style
    self.hatch = hatch
  }
}

/// A cell of a grid by its row and column, both from 0.
public struct GridPosition: Hashable, Sendable {
  /// The row, from the top.
  public var row: Int
  /// The column, from the left.
  public var column: Int

  /// The cell in `column` of `row`.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells with a line around it, such as the kernel's window.
public struct GridBox: Hashable, Sendable {
  /// The rows inside.
  public var rows: Range<Int>
  /// The columns inside.
  public var columns: Range<Int>
  /// How the line looks.
  public var style: Style

  /// A line in `style` around `rows` and `columns`.
  public init(rows: Range<Int>, columns: Range<Int>, style: Style = .accent) {
    self.rows = rows
    self.columns = columns
    self.style = style
  }

  /// A line around one cell.
  public init(around cell: GridPosition, style: Style = .accent) {
    self.init(
      rows: cell.row..<cell.row + 1, columns: cell.column..<cell.column + 1, style: style)
  }
}

/// The empty room between the cells of a grid.
public enum GridSpacing: Int, CaseIterable, Sendable {
  /// One column between cells, rows without a gap.
  case tight
  /// Two columns between cells, rows without a gap: the usual look at 80x24.
  case regular
  /// Three columns between cells and an empty row between rows, for big screens and projectors.
  case roomy

  /// Columns between neighbours.
  public var gap: Int { rawValue + 1 }
  /// Rows between neighbours.
  public var rowGap: Int { self == .roomy ? 1 : 0 }
  /// Columns of the gap that belong to the cell after it.
  var padBefore: Int { 1 }
  /// Columns of the gap that belong to the cell before it.
  var padAfter: Int { self == .tight ? 0 : 1 }
  /// Where in the gap before a box its left line stands.
  var leftLine: Int { (gap - 1) / 2 }
  /// Where in the gap behind a box its right line stands.
  var rightLine: Int { gap / 2 }
}
