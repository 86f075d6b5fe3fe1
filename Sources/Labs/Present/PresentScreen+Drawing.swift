import Curriculum
import TerminalUI

extension PresentScreen {
  func draw(into frame: inout Frame) {
    guard !isBlanked else { return }
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    defer { drawQuestionOfLeaving(into: &frame) }
    if isTouching, let scene {
      scene.draw(into: &frame)
      return
    }
    let layout = layout
    drawTitle(into: &frame, in: layout.title)
    let field = Slide(lines: layout.lines).draw(into: &frame, in: layout.slide, scroll: scroll)
    drawScene(into: &frame, layout)
    if let field { vote?.editor?.draw(into: &frame, in: field) }
    drawFooter(into: &frame, in: layout.footer)
    chrome.drawOverlay(into: &frame)
  }

  private func drawTitle(into frame: inout Frame, in row: Rect) {
    let progress =
      switch place {
      case .title: ""
      case .end: "the end"
      case .step(let index, _): "step \(index + 1) of \(lesson.steps.count)"
      }
    frame.write(progress, endingAt: row.right, y: row.y, .quiet)
    guard place.index != nil else { return }
    frame.write(
      "\(lesson.header.number)  \(lesson.title)", x: row.x, y: row.y, .heading,
      limit: row.width - TextWidth.columns(of: progress) - 3)
  }

  /// Whatever is on the screen, in its last row.
  private func drawQuestionOfLeaving(into frame: inout Frame) {
    guard isLeaving else { return }
    let row = Rect(x: 0, y: frame.size.height - 1, width: frame.size.width, height: 1)
    frame.fill(row, Style(.plain, on: .selection, .bold))
    frame.write(
      "Leave the presentation? y leaves; any other key goes on.", x: 2, y: row.y,
      Style(.plain, on: .selection, .bold))
    frame.cursor = nil
  }

  private func drawScene(into frame: inout Frame, _ layout: PresentLayout) {
    guard let scene, !layout.scene.isEmpty else { return }
    let cursor = frame.cursor
    var picture = Frame(size: layout.scene.size, look: frame.look)
    scene.draw(into: &picture)
    frame.draw(picture, at: Point(x: layout.scene.x, y: layout.scene.y))
    frame.cursor = cursor
    frame.horizontalLine(x: layout.rule.x, y: layout.rule.y, length: layout.rule.width)
  }

  private func drawFooter(into frame: inout Frame, in row: Rect) {
    if let toast = chrome.toast {
      frame.write(toast.text, x: row.x, y: row.y, toast.style, limit: row.width)
    } else if isLocked {
      let end = frame.write("The keys are locked.", x: row.x, y: row.y, .accent)
      Footer(PresentBindings.locked).draw(into: &frame, in: row.splitLeft(end + 2 - row.x).rest)
    } else if let prompt = typedNumber.prompt {
      frame.write(prompt, x: row.x, y: row.y, .accent, limit: row.width)
    } else if isVoting, let vote {
      Footer(vote.footer.entries, trailing: vote.footer.trailing).draw(into: &frame, in: row)
    } else {
      Footer(footer, trailing: PresentBindings.trailing).draw(into: &frame, in: row)
    }
  }

  /// The keys that do something here and now.
  private var footer: [FooterEntry] {
    bindings.footer { action, entry in
      switch action {
      case .reveal:
        switch place.stage {
        case .question?: entry
        case .answer?: FooterEntry(keys: entry.keys, label: "hide")
        case .text?, nil: nil
        }
      case .vote:
        place.stage == .question && step?.exercise?.view.vote(resuming: []) != nil ? entry : nil
      case .next:
        switch place.stage {
        case .question?: FooterEntry(keys: entry.keys, label: "answer")
        case .text? where step?.exercise != nil: FooterEntry(keys: entry.keys, label: "question")
        case .text?, .answer?, nil: entry
        }
      case .previous, .first, .last, .blank, .lock, .clock, .resetClock, .scroll, .timeline, .touch, .reopen,
        .chrome:
        entry
      }
    }
  }
}
