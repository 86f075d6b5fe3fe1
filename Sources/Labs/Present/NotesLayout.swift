import Curriculum
import TerminalUI

/// Where everything of the notes stands on the screen.
struct NotesLayout: Equatable, Sendable {
  /// Text in its place.
  struct Pane: Equatable, Sendable {
    let text: ReadingPane
    let area: Rect
  }

  /// Lesson, place and what the class sees; a line follows below.
  let head: Rect
  /// What to say, and beside it the question where there is room; they are scrolled together.
  let panes: [Pane]
  /// A line and what comes next below it; empty on the last page.
  let next: Rect
  /// What comes next, wrapped.
  let nextLines: [String]
  let footer: Rect

  /// Lines that have no room, of the pane that has most of them.
  var hidden: Int { panes.reduce(0) { max($0, $1.text.lines.count - $1.area.height) } }

  /// Columns from which on question and notes stand side by side, and the most that are read without effort.
  static let (sideBySideWidth, easyColumns) = (110, 80)
  /// Columns before what comes next.
  static let nextIndent = 6
  /// Rows for what comes next.
  static let mostNextLines = 2
}

extension NotesScreen {
  var layout: NotesLayout {
    let size = chrome.size
    let isRoomy = size.height >= 30
    let isWide = size.width >= NotesLayout.sideBySideWidth
    var rest = Rect(size).inset(dx: isWide ? 4 : 2, dy: 0).splitTop(isRoomy ? 2 : 1).rest
    let (head, below) = rest.splitTop(2)
    rest = below.splitTop(isRoomy ? 2 : 1).rest
    let foot = rest.splitBottom(1)
    rest = isRoomy ? foot.rest.splitBottom(1).rest : foot.rest
    let nextLines = self.nextLines(width: rest.width - NotesLayout.nextIndent)
    let (body, next) = rest.splitBottom(nextLines.isEmpty ? 0 : nextLines.count + 1)
    return NotesLayout(
      head: head, panes: isWide && step?.exercise != nil ? sideBySide(in: body) : oneBelowTheOther(in: body),
      next: next, nextLines: nextLines, footer: foot.bottom)
  }

  private func oneBelowTheOther(in body: Rect) -> [NotesLayout.Pane] {
    let width = min(body.width, NotesLayout.easyColumns)
    let lines =
      classLines(width: width) + words(width: width) + [.blank] + exerciseLines(width: width)
      + textLines(width: width)
    return [NotesLayout.Pane(text: ReadingPane(lines: lines), area: body.splitLeft(width).left)]
  }

  private func sideBySide(in body: Rect) -> [NotesLayout.Pane] {
    let half = min((body.width - 4) / 2, NotesLayout.easyColumns - 2)
    return [
      NotesLayout.Pane(
        text: ReadingPane(lines: words(width: half) + [.blank] + textLines(width: half)),
        area: body.splitLeft(half).left),
      NotesLayout.Pane(
        text: ReadingPane(lines: classLines(width: half) + exerciseLines(width: half)),
        area: body.splitLeft(half + 4).rest.splitLeft(half).left),
    ]
  }

  /// What the class sees next: before a question that, with it the answer; otherwise, and when the speaker looks around,
  /// the next step. `nil` behind the last page.
  private var coming: String? {
    if own == nil, case .following(let moment) = link, let view = step?.exercise?.view, !moment.isRevealed {
      return moment.isAsking ? view.answered : view.asked
    }
    guard index <= lesson.steps.count else { return nil }
    return lesson.steps.indices.contains(index)
      ? "step \(index + 1): \(lesson.steps[index].text.plain)" : "the end"
  }

  /// How the next page begins, in a line or two.
  private func nextLines(width: Int) -> [String] {
    guard let coming else { return [] }
    let words = coming.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let wrapped = TextWrap.lines(words, width: max(1, width))
    guard wrapped.count > NotesLayout.mostNextLines else { return wrapped }
    // The last one goes on and is cut where it is drawn.
    return wrapped.prefix(NotesLayout.mostNextLines - 1)
      + [wrapped[(NotesLayout.mostNextLines - 1)...].joined(separator: " ")]
  }
}
