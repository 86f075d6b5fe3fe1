/// What a `GridView` shows in one cell.
public struct GridCell: Hashable, Sendable {
  /// The number or word, aligned to the right.
  public var text: String
  /// How it looks; the background reaches half way to the neighbours.
  public var style: Style
  /// A glyph that fills the room around the text, for cells that are crossed out.
  public var hatch: Unicode.Scalar?
  /// The shade of the number, where there are colours enough: it fills the cell, under the window in the window's hue.
  public var shade: Paint?
  /// Whether its neighbours have shades, so that marks have to stand out among them.
  public var isAmongShades = false

  /// What stands in a cell whose number is not known yet. In ASCII it is a full stop, since the dot of products is a star
  /// there.
  public static let unknown = "·"

  /// The text for `look`. Infinity is spelled in ASCII, where it needs two columns more.
  public func shown(_ look: Look) -> String {
    guard look.glyphs == .ascii else { return text }
    return text == Self.unknown ? "." : text.replacing("∞", with: "inf")
  }

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
  /// Five columns and a row, for wide screens.
  case wide
  /// Seven columns and three rows, for the largest.
  case grand

  /// Columns between neighbours.
  public var gap: Int {
    switch self {
    case .tight: 1
    case .regular: 2
    case .roomy: 3
    case .wide: 5
    case .grand: 7
    }
  }
  /// Rows between neighbours.
  public var rowGap: Int {
    switch self {
    case .tight, .regular: 0
    case .roomy, .wide: 1
    case .grand: 3
    }
  }
  /// Columns of the gap that belong to the cell after it.
  var padBefore: Int { max(1, (gap - 1) / 2) }
  /// Columns of the gap that belong to the cell before it.
  var padAfter: Int { gap / 2 }
  /// Rows above and below the text that belong to the cell.
  var padRows: Int { max(0, (rowGap - 1) / 2) }
  /// Rows that the lines above and below a box take, with the cells' own.
  var ruleRows: Int { 2 * (1 + padRows) }
  /// Where in the gap before a box its left line stands.
  var leftLine: Int { (gap - 1) / 2 }
  /// Where in the gap behind a box its right line stands.
  var rightLine: Int { gap / 2 }
  /// Columns that a box needs beside the outermost cells.
  var margins: (left: Int, right: Int) { (gap - leftLine, rightLine + 1) }
}
