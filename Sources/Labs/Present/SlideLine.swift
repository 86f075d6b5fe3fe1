import Curriculum
import TerminalUI

/// A row of a slide.
enum SlideLine: Equatable, Sendable {
  /// Something to read.
  case reading(ReadingLine)
  /// Hands as a bar: `label`, then a bar that takes `share` of the room, then the number.
  case bar(label: String, labelColumns: Int, share: Double, text: String, Style)
  /// A rule of so many columns.
  case rule(Int)

  static let blank = SlideLine.reading(.blank)

  static func text(_ text: LessonText, width: Int, _ style: Style = .plain) -> [SlideLine] {
    ReadingLine.lines(text, width: width, style).map(SlideLine.reading)
  }

  static func text(_ markup: String, after mark: String = "", width: Int, _ style: Style = .plain)
    -> [SlideLine]
  {
    ReadingLine.lines(markup, after: mark, width: width, style).map(SlideLine.reading)
  }
}

/// The rows of a slide, scrolled when there are more than fit.
struct Slide: Equatable, Sendable {
  let lines: [SlideLine]

  /// Draws the rows that are seen after `scroll`; returns where the field stands.
  @discardableResult
  func draw(into frame: inout Frame, in area: Rect, scroll: Scroll) -> Rect? {
    guard !area.isEmpty else { return nil }
    var field: Rect?
    let first = scroll.first(hidden: lines.count - area.height)
    let shown = lines.dropFirst(first).prefix(area.height)
    for (row, line) in shown.enumerated() {
      let y = area.y + row
      switch line {
      case .reading(.field): field = Rect(x: area.x, y: y, width: area.width, height: 1)
      case .reading(.words(let runs, let indent, let style)):
        frame.write(runs, x: area.x + indent, y: y, style, limit: max(0, area.width - indent))
      case .bar(let label, let columns, let share, let text, let style):
        draw(
          bar: share, label, columns, text, style, into: &frame,
          in: Rect(x: area.x, y: y, width: area.width, height: 1))
      case .rule(let columns):
        frame.horizontalLine(x: area.x, y: y, length: min(columns, area.width), Style(.accent), glyph: "━")
      }
    }
    if first > 0 { frame.put("↑", x: area.right - 1, y: area.y, .accent) }
    if first + shown.count < lines.count { frame.put("↓", x: area.right - 1, y: area.bottom - 1, .accent) }
    return field
  }

  private func draw(
    bar share: Double, _ label: String, _ columns: Int, _ text: String, _ style: Style,
    into frame: inout Frame, in row: Rect
  ) {
    frame.write(label, x: row.x, y: row.y, style, limit: columns)
    let start = row.x + columns + 1
    // The longest bar leaves room for its number.
    let room = max(0, row.right - 2 - start - Self.numberColumns)
    let end = Double(start) + Double(room) * min(max(0, share), 1)
    frame.levelBar(from: Double(start), to: end, y: row.y, Style(style.foreground))
    frame.write(
      text, x: (share > 0 ? Int(end.rounded(.up)) + 1 : start), y: row.y, style, limit: Self.numberColumns)
  }

  private static let numberColumns = 12
}
