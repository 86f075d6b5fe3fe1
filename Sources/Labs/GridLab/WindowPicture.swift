import Learning
import TerminalUI

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

  /// Whether there are cells that no window reads; they are hatched.
  var hasUnread: Bool { unused.rows.contains(true) || unused.columns.contains(true) }

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

  /// Whether a place of the grid lies behind the padding, where only windows reach that are rounded up to.
  func isBeyond(_ place: Position) -> Bool {
    place.row >= geometry.rows.padded || place.column >= geometry.columns.padded
  }

  /// A line around a window in the padded grid.
  func windowBox(of output: Position) -> GridBox {
    func range(_ axis: ConvolutionAxis, _ index: Int) -> Range<Int> {
      index * axis.stride..<index * axis.stride + axis.span
    }
    return GridBox(rows: range(geometry.rows, output.row), columns: range(geometry.columns, output.column))
  }

  /// The cell of the window of `output` that lies on a place of the padded grid; `nil` beside it and in its gaps.
  func tap(onPadded place: Position, of output: Position) -> Position? {
    func tap(_ axis: ConvolutionAxis, _ index: Int, _ output: Int) -> Int? {
      let offset = index - output * axis.stride
      guard offset >= 0, offset < axis.span, offset % axis.dilation == 0 else { return nil }
      return offset / axis.dilation
    }
    guard let row = tap(geometry.rows, place.row, output.row),
      let column = tap(geometry.columns, place.column, output.column)
    else { return nil }
    return Position(row: row, column: column)
  }

  /// The cell of the window of `output` that lies on an input cell, if one does.
  func tap(on cell: Position, of output: Position) -> Position? { tap(onPadded: padded(cell), of: output) }

  /// `input 7x7, padding 1`; padding that differs before and after is written out.
  var inputLabel: String {
    let label = "input \(geometry.input.product)"
    guard let ring = geometry.ring else { return label }
    if ring.isEven { return "\(label), padding \(ring)" }
    return "\(label), padding \(ring.top)+\(ring.bottom) x \(ring.left)+\(ring.right)"
  }

  /// Which input rows and columns nothing reads.
  var leftOver: String {
    let rows = unused.rows.count { $0 }
    let columns = unused.columns.count { $0 }
    switch (rows, columns) {
    case (0, 0): return "every row and column is used"
    case (_, 0): return "\(Plural.count(rows, "row")) never read"
    case (0, _): return "\(Plural.count(columns, "column")) never read"
    default: return "\(Plural.count(rows, "row")), \(Plural.count(columns, "column")) never read"
    }
  }
}

extension ConvolutionGeometry {
  /// The padding on each side; `nil` where there is none.
  var ring: Padding? { padded == input ? nil : padding }
}

extension SizeRule {
  /// The formula of the output size in letters, what they mean, and what becomes of a remainder; a line each.
  ///
  /// - Parameters:
  ///   - span: the letter of the cells that a window spans.
  ///   - letters: what the letters mean.
  func lines(_ padding: Padding, span: String, _ letters: [String]) -> String {
    let zeros = padding.isEven ? "2p" : "p + p'"
    let sides = padding.isEven ? [] : ["p before and p' after"]
    let hops = "(n + \(zeros) - \(span)) / s"
    let lines: [String] =
      switch self {
      case .floor: ["floor(\(hops)) + 1"] + letters + sides + ["What the stride leaves over is not used."]
      case .exact: ["\(hops) + 1"] + letters + sides + ["Where that is not whole, the rule says \"cannot\"."]
      case .same: ["ceil(n / s)", "n input, s stride", "As much padding as that takes, whatever p says."]
      case .ceil:
        ["ceil(\(hops)) + 1"] + letters + sides
          + ["A last window may reach beyond, if it begins inside the input or the padding before it."]
      }
    return lines.joined(separator: "\n")
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
