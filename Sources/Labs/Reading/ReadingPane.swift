import Curriculum
import TerminalUI

/// A line of a pane that is read, already wrapped to its width.
enum ReadingLine: Equatable, Sendable {
  /// Words after `indent` empty columns.
  case words([RichText.Run], indent: Int, Style)
  /// The row in which an answer is typed.
  case field

  static let blank = ReadingLine.words([], indent: 0, .plain)
}

/// Text, questions and answers one below the other, scrolled when there is more than room.
struct ReadingPane: Equatable, Sendable {
  /// What there is to read.
  let lines: [ReadingLine]

  /// How many lines are out of sight in `height` rows.
  func hidden(height: Int) -> Int { max(0, lines.count - height) }

  /// Draws the lines from number `first` on, with marks where there is more; returns where the field stands.
  @discardableResult
  func draw(into frame: inout Frame, in area: Rect, first: Int) -> Rect? {
    guard !area.isEmpty else { return nil }
    var field: Rect?
    let shown = lines.dropFirst(first).prefix(area.height)
    for (row, line) in shown.enumerated() {
      switch line {
      case .words(let runs, let indent, let style):
        frame.write(
          runs, x: area.x + indent, y: area.y + row, style, limit: max(0, area.width - indent))
      case .field:
        field = Rect(x: area.x, y: area.y + row, width: area.width - 2, height: 1)
      }
    }
    if first > 0 { frame.put("↑", x: area.right - 1, y: area.y, .accent) }
    if first + shown.count < lines.count { frame.put("↓", x: area.right - 1, y: area.bottom - 1, .accent) }
    return field
  }
}

extension ReadingLine {
  /// Lesson text wrapped to `width`, the last two columns being left to the marks of the pane.
  static func lines(_ text: LessonText, width: Int, _ style: Style = .plain) -> [ReadingLine] {
    text.paragraphs.flatMap { paragraph -> [ReadingLine] in
      let runs = paragraph.runs.map { RichText.Run(text: $0.text, kind: kind(of: $0.style)) }
      let indent = min(paragraph.indent, max(0, width / 4))
      let wrapped = RichText(runs: runs).lines(width: max(1, width - 2 - indent))
      return (paragraph.isSpaced ? [.blank] : []) + wrapped.map { .words($0, indent: indent, style) }
    }
  }

  /// Markup wrapped to `width` behind `mark`, which stands before the first line and indents the others.
  static func lines(_ markup: String, after mark: String, width: Int, _ style: Style) -> [ReadingLine] {
    let columns = TextWidth.columns(of: mark)
    let lines = lines(LessonText(markup), width: width - columns, style)
    return lines.enumerated().map { number, line in
      guard case .words(let runs, let indent, let style) = line else { return line }
      return number == 0
        ? .words([RichText.Run(text: mark, kind: .plain)] + runs, indent: 0, style)
        : .words(runs, indent: indent + columns, style)
    }
  }

  /// Grids side by side as far as there is room, otherwise one below the other, with empty rows around them.
  static func lines(_ grids: [QuestionGrid], indent: Int, width: Int) -> [ReadingLine] {
    guard !grids.isEmpty else { return [] }
    let beside = QuestionGrid.beside(grids)
    let fits = beside.allSatisfy { indent + TextWidth.columns(of: $0) <= width - 2 }
    let blocks = fits ? [beside] : grids.map { QuestionGrid.beside([$0]) }
    return blocks.flatMap { block in
      [.blank] + block.map { .words([RichText.Run(text: $0, kind: .plain)], indent: indent, .plain) }
    } + [.blank]
  }

  private static func kind(of style: LessonText.Style) -> RichText.Kind {
    switch style {
    case .plain: .plain
    case .term: .term
    case .code: .code
    }
  }
}
