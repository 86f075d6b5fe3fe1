import Curriculum
import TerminalUI

extension NotesScreen {
  func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    let layout = layout
    drawLabel(into: &frame)
    drawHead(into: &frame, in: layout.head)
    frame.horizontalLine(x: layout.head.x, y: layout.head.bottom, length: layout.head.width)
    for pane in layout.panes {
      let first = scroll.first(hidden: pane.text.lines.count - pane.area.height)
      pane.text.draw(into: &frame, in: pane.area, first: first)
    }
    drawNext(into: &frame, layout)
    drawFooter(into: &frame, in: layout.footer)
    chrome.drawOverlay(into: &frame)
  }

  /// A band across the screen, so that nobody takes this for the slides.
  private func drawLabel(into frame: inout Frame) {
    let style = Style(.plain, on: .selection, .bold)
    frame.fill(Rect(x: 0, y: 0, width: frame.size.width, height: 1), style)
    frame.write("Notes: not for the projector", x: 2, y: 0, style)
    guard let moment, let seconds = moment.seconds else { return }
    let time = ElapsedTime.text(seconds) + (moment.isClockStopped ? " stopped" : "")
    frame.write(time, endingAt: frame.size.width - 2, y: 0, style)
  }

  private func drawHead(into frame: inout Frame, in area: Rect) {
    let count = lesson.steps.count
    let place = index == 0 ? "title" : index > count ? "the end" : "step \(index) of \(count)"
    frame.write(place, endingAt: area.right, y: area.y, Style(.plain, .bold))
    frame.write(
      "\(lesson.header.number)  \(lesson.title)", x: area.x, y: area.y, .heading, limit: area.width - 20)
    let (text, style) = status
    let lock = isLocked ? "keys locked" : ""
    frame.write(lock, endingAt: area.right, y: area.y + 1, Style(.accent, .bold))
    frame.write(text, x: area.x, y: area.y + 1, style, limit: area.width - TextWidth.columns(of: lock) - 2)
  }

  /// Whether most keys of the presentation are off.
  private var isLocked: Bool { if case .following(let moment) = link { moment.isLocked } else { false } }

  /// What the class sees now, and whether these are the notes for it.
  private var status: (String, Style) {
    switch link {
    case .waiting: ("waiting for strider present \(lesson.id) …", Style(.hint))
    case .ended: ("The presentation has ended. Waiting for the next one …", Style(.hint))
    case .following(let moment):
      if own != nil {
        ("on your own; the screen shows \(Self.page(moment, of: lesson)); f follows", Style(.accent, .bold))
      } else {
        ("following: \(Self.screen(moment))", .quiet)
      }
    }
  }

  private static func page(_ moment: PresentMoment, of lesson: Lesson) -> String {
    moment.index == 0 ? "the title" : moment.step == nil ? "the end" : "step \(moment.index)"
  }

  private static func screen(_ moment: PresentMoment) -> String {
    if moment.isBlanked { return "the screen is blank; . brings it back" }
    if moment.countedVote != nil {
      return moment.votes.isEmpty
        ? "hands are to be counted; type the answers at the presentation"
        : "hands are counted; + and - change them, tab goes on"
    }
    if moment.isRevealed { return "the answer is shown" }
    if moment.isAsking { return "the question is shown, not its answer; v counts hands" }
    return moment.step == nil
      ? "the class sees the \(moment.index == 0 ? "title" : "last page")" : "the text is shown"
  }

  private func drawFooter(into frame: inout Frame, in row: Rect) {
    if let toast = chrome.toast {
      frame.write(toast.text, x: row.x, y: row.y, toast.style, limit: row.width)
    } else {
      Footer(
        Self.bindings.footer { action, entry in action == .follow && own == nil ? nil : entry },
        trailing: [FooterEntry(keys: "?", label: "help"), FooterEntry(keys: "q", label: "leave")]
      ).draw(into: &frame, in: row)
    }
  }

  private func drawNext(into frame: inout Frame, _ layout: NotesLayout) {
    guard !layout.next.isEmpty else { return }
    let (area, start) = (layout.next, layout.next.x + NotesLayout.nextIndent)
    frame.horizontalLine(x: area.x, y: area.y, length: area.width)
    frame.write("Next", x: area.x, y: area.y + 1, .heading)
    for (row, line) in layout.nextLines.enumerated() {
      frame.write(line, x: start, y: area.y + 1 + row, .quiet, limit: area.right - start)
    }
  }
}
