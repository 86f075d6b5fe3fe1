import Curriculum
import Learning
import TerminalUI

extension LessonPlayer {
  func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    let layout = layout
    drawScene(into: &frame, layout)
    guard !layout.title.isEmpty else { return }
    drawTitle(into: &frame, in: layout.title)
    drawReading(into: &frame, layout)
    drawMessage(into: &frame, layout)
    let hasOwnWayOut = isTouching || panels[index]?.panel.isOpen == true
    let entries = (hidesText(layout) ? [FooterEntry(keys: "↓", label: "more")] : []) + footer
    Footer(entries, trailing: hasOwnWayOut ? [] : CommonAction.trailing).draw(
      into: &frame, in: layout.footer)
    chrome.drawOverlay(into: &frame)
  }

  private func drawScene(into frame: inout Frame, _ layout: LessonLayout) {
    guard let scene, !layout.scene.isEmpty else { return }
    var picture = Frame(size: layout.scene.size, look: frame.look)
    scene.draw(into: &picture)
    frame.draw(picture, at: Point(x: layout.scene.x, y: layout.scene.y))
    if !isTouching { frame.cursor = nil }
    if layout.isSideBySide {
      frame.verticalLine(
        x: layout.scene.x - 1, y: layout.scene.y, length: layout.scene.height,
        Style(isTouching ? .accent : .border))
    }
    guard !layout.rule.isEmpty else { return }
    frame.horizontalLine(x: layout.rule.x, y: layout.rule.y, length: layout.rule.width)
  }

  private func drawTitle(into frame: inout Frame, in row: Rect) {
    let header = lesson.header
    let end = frame.write(
      "\(header.number)  \(header.title)", x: row.x, y: row.y, .heading, limit: row.width - 18)
    let count = lesson.steps.count
    let place = isFinished ? "the end" : "step \(index + 1) of \(count)"
    frame.write(place, endingAt: row.right, y: row.y, .quiet)
    let left = row.right - TextWidth.columns(of: place) - 2
    // Long titles leave room for narrow steps only.
    guard let width = [2, 1].first(where: { left - count * $0 > end + 1 }) else { return }
    for number in 0..<count { drawDot(number, into: &frame, x: left - (count - number) * width, y: row.y) }
  }

  /// A step in the row of steps: a ring where we are, ✓ for what was answered right, → for an answer that was shown, ? for
  /// a question that was passed by, a point for what was read.
  private func drawDot(_ number: Int, into frame: inout Frame, x: Int, y: Int) {
    let step = lesson.steps[number]
    let known = library.progress.lessons[lesson.id]
    let panel = panels[number]?.panel
    let isSeen = visited.contains(number) || known?.seen.contains(step.id) == true
    let (glyph, style): (Unicode.Scalar, Style) =
      if number == index {
        ("◉", .accent)
      } else if panel?.isSolved == true || known?.results[step.id] == .right {
        ("✓", Style(.right, .bold))
      } else if panel?.isOver == true || known?.results[step.id] == .skipped {
        ("→", .quiet)
      } else if !isSeen {
        ("○", .quiet)
      } else {
        step.exercise == nil ? ("•", .quiet) : ("?", Style(.hint))
      }
    frame.put(glyph, x: x, y: y, style)
  }

  /// Whether there is text below what is seen, and the arrow keys are free to bring it up.
  private func hidesText(_ layout: LessonLayout) -> Bool {
    guard !isTouching, panels[index]?.panel.isOpen != true else { return false }
    let pane = ReadingPane(lines: readingLines(width: layout.reading.width))
    let first = scroll.first(hidden: pane.hidden(height: layout.reading.height), fromEnd: isAtEnd)
    return first + layout.reading.height < pane.lines.count
  }

  private func drawReading(into frame: inout Frame, _ layout: LessonLayout) {
    let pane = ReadingPane(lines: readingLines(width: layout.reading.width))
    let first = scroll.first(hidden: pane.hidden(height: layout.reading.height), fromEnd: isAtEnd)
    guard let field = pane.draw(into: &frame, in: layout.reading, first: first) else { return }
    panels[index]?.panel.drawField(into: &frame, in: field)
  }

  private func drawMessage(into frame: inout Frame, _ layout: LessonLayout) {
    let row = layout.message
    if let prompt = typedNumber.prompt {
      frame.write(prompt, x: row.x, y: row.y, .accent, limit: row.width)
    } else if let toast = chrome.toast {
      frame.write(toast.text, x: row.x, y: row.y, toast.style, limit: row.width)
    } else if isTouching {
      frame.write("The keys go to the scene.", x: row.x, y: row.y, Style(.hint), limit: row.width)
    } else if let panel = panels[index]?.panel, !panel.isOver, !panel.isOpen {
      let place = hidesQuestion(layout) ? " below" : ""
      let text = "A question waits\(place): enter, or begin with \(panel.beginnings)."
      frame.write(text, x: row.x, y: row.y, Style(.hint), limit: row.width)
    }
  }

  /// The keys that do something here and now.
  private var footer: [FooterEntry] {
    if isFinished { return LessonFinish(self).footer }
    if isTouching { return [FooterEntry(keys: "q", label: "back to the lesson")] }
    if let panel = panels[index]?.panel, panel.isOpen { return panel.footer }
    let isAsking = panels[index].map { !$0.panel.isOver } ?? false
    return bindings.footer { action, entry in
      switch action {
      case .proceed: isAsking ? FooterEntry(keys: entry.keys, label: "answer") : entry
      case .hint, .reveal: isAsking ? entry : nil
      case .next, .previous, .first, .last, .scroll, .timeline, .touch, .reopen, .sheet, .search, .scene,
        .nextLesson, .practise, .openQuestion, .chrome:
        entry
      }
    }
  }
}
