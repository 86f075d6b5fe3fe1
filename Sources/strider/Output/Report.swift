import Learning

/// A result as text: for people, and for screen readers, so nothing is told by position or drawing alone.
struct Report: Equatable {
  private var lines: [String] = []

  /// A report headed by `title`.
  init(_ title: String) {
    lines = [title]
  }

  /// All of it. What a line repeats of names and paths does not break it.
  var text: String { lines.map { Printable.line($0) + "\n" }.joined() }

  /// Adds one line.
  mutating func line(_ text: String) { lines.append(text) }

  /// Adds a subtitle, set off from what stands above.
  mutating func section(_ title: String) { lines += ["", title] }

  /// Adds named values, one a line, the values aligned.
  mutating func pairs(_ pairs: [(name: String, value: String)]) {
    let pairs = pairs.map { (name: PlainText.shown($0.name), value: $0.value) }
    let width = pairs.map(\.name.count).max() ?? 0
    lines += pairs.map { "  " + Self.padded($0.name, to: width) + "  " + $0.value }
  }

  /// Adds rows of numbers, aligned on the right.
  mutating func rows(_ grid: Grid, digits: Int = 6) {
    let texts = grid.rows.map { $0.map { Numeral.format($0, digits: digits) } }
    lines += Self.aligned(texts).map { "  " + $0 }
  }

  /// Adds a table of texts under `headings`; columns of numbers are aligned on the right. Where there is no row it says
  /// `nothing` instead.
  mutating func table(_ headings: [String], _ rows: [[String]], orElse nothing: String = "none") {
    guard !rows.isEmpty else { return line("  " + nothing) }
    // Spelt out before the columns are measured.
    let cells = ([headings] + rows).map { $0.map(PlainText.shown) }
    lines += Self.aligned(cells, numericFrom: 1).map { "  " + $0 }
  }

  /// Lines of cells in columns two spaces apart: text on the left, numbers on the right.
  private static func aligned(_ rows: [[String]], numericFrom first: Int = 0) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    let isNumeric = (0..<columns).map { column in
      rows.dropFirst(first).allSatisfy {
        column >= $0.count || Numeral.parse($0[column].filter { $0 != "," }) != nil
      }
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        padded(cell, to: widths[column], leading: isNumeric[column])
      }
      return cells.joined(separator: "  ").trimmedAtEnd
    }
  }

  private static func padded(_ text: String, to width: Int, leading: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.count))
    return leading ? spaces + text : text + spaces
  }
}
