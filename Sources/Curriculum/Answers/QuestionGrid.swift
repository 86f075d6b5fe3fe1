import Learning

/// A grid of numbers that a question gives, to be shown as a block of its own.
public struct QuestionGrid: Hashable, Sendable {
  /// What it is: `grid`, `kernel`.
  public let title: String
  /// The cells as they are written, row by row; all rows have as many.
  public let rows: [[String]]

  /// The cells of `grid`, called `title`.
  init(_ title: String, _ grid: Grid) {
    self.title = title
    rows = grid.rows.map { $0.map { Numeral.format($0) } }
  }

  /// The rows as lines, columns aligned on the right and two spaces apart.
  public var lines: [String] {
    let columns = rows.map(\.count).min() ?? 0
    let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      (0..<columns).map { column in
        String(repeating: " ", count: widths[column] - row[column].count) + row[column]
      }
      .joined(separator: "  ")
    }
  }

  /// How many columns the block takes: its widest line or its title.
  public var width: Int { max(title.count, lines.map(\.count).max() ?? 0) }

  /// Several grids side by side, each under its title, three spaces apart, for screens; all lines are of one width.
  public static func beside(_ grids: [QuestionGrid]) -> [String] {
    let blocks = grids.map { ([$0.title] + $0.lines, $0.width) }
    let height = blocks.map(\.0.count).max() ?? 0
    return (0..<height).map { row in
      blocks.map { lines, width in
        let line = row < lines.count ? lines[row] : ""
        return line + String(repeating: " ", count: width - line.count)
      }
      .joined(separator: "   ")
    }
  }
}
