import TerminalUI

/// A line that shows numbers at work, after the word for what it works out: `sum   1·1 + 2·0 = 1`.
struct ArithmeticLine: Equatable, Sendable {
  /// The word in front.
  let name: String
  /// The arithmetic; wrapped when there is room for more lines.
  let text: String
  /// Whether it is what the others lead to: where rows are few, it stays with those right before it.
  private(set) var isResult = false

  /// `text` works out `name`.
  init(_ name: String, _ text: String) {
    (self.name, self.text) = (name, text)
  }

  /// The line as what the others lead to.
  var asResult: ArithmeticLine {
    var line = self
    line.isResult = true
    return line
  }

  /// Columns before the text.
  static let indent = 7

  /// The longest text that takes at most `columns` columns, of those that `written` makes with two to `count` terms; with
  /// the fewest where none does. What is left out are terms, not the result behind them.
  static func longest(
    of count: Int, columns: Int, in display: DisplayOptions, written: (_ terms: Int) -> String
  ) -> String {
    func fits(_ text: String) -> Bool {
      TextWidth.columns(of: display.isASCII ? AsciiText.spelled(text) : text) <= columns
    }
    // No term takes fewer columns than `1 + `.
    var terms = 2...max(2, min(count, columns / 4 + 2))
    var text = written(terms.upperBound)
    guard terms.count > 1, !fits(text) else { return text }
    text = written(2)
    while terms.count > 1 {
      let middle = (terms.lowerBound + terms.upperBound + 1) / 2
      let next = written(middle)
      if fits(next) {
        (text, terms) = (next, middle...terms.upperBound)
      } else {
        terms = terms.lowerBound...middle - 1
      }
    }
    return text
  }

  /// Those of `lines` that `rows` rows have room for.
  static func kept(_ lines: [ArithmeticLine], rows: Int) -> ArraySlice<ArithmeticLine> {
    let end = lines.lastIndex(where: \.isResult).map { $0 + 1 } ?? 0
    return lines.prefix(max(end, rows)).suffix(rows)
  }

  /// Draws `lines` into `area`, each on one line at least; spare rows go to the first ones.
  static func draw(_ lines: [ArithmeticLine], into frame: inout Frame, in area: Rect) {
    let lines = Array(kept(lines, rows: max(0, area.height)))
    var y = area.y
    for (index, line) in lines.enumerated() where y < area.bottom {
      let rows = max(1, area.bottom - y - (lines.count - 1 - index))
      let width = area.width - indent
      // What leads to a result may be spelled less well, but the result is seen.
      let spelled = frame.lines(of: line.text, width: width)
      let wrapped = spelled.count <= rows ? spelled : TextWrap.lines(line.text, width: width)
      frame.write(line.name, x: area.x, y: y, .quiet, limit: indent - 1)
      for (row, piece) in wrapped.prefix(rows).enumerated() {
        let isCut = row == rows - 1 && wrapped.count > rows
        frame.write(
          isCut ? line.text(after: row, of: wrapped) : piece, x: area.x + indent, y: y + row, .plain,
          limit: width)
      }
      y += min(rows, wrapped.count)
    }
  }

  /// What remains from wrapped line `row` on, to be cut at the edge.
  private func text(after row: Int, of wrapped: [String]) -> String {
    wrapped[row...].joined(separator: " ")
  }
}

extension TopicLab {
  /// A line of arithmetic with as many of `count` terms as it has room for, and the result behind them.
  func line(fitting count: Int, written: (_ terms: Int) -> String) -> String {
    ArithmeticLine.longest(
      of: count, columns: chromeLayout.arithmetic.width - ArithmeticLine.indent, in: chrome.display,
      written: written)
  }

  /// As ``line(fitting:written:)`` with as many of `terms` added up as there is room for.
  func line(adding terms: [String], written: (_ sum: String) -> String) -> String {
    line(fitting: terms.count) { count in
      written((terms.prefix(count) + (terms.count > count ? ["…"] : [])).joined(separator: " + "))
    }
  }
}
