import Curriculum
import TerminalUI

extension HomeScreen {
  var layout: HomeLayout { HomeLayout(rows.map(\.group), selected: selected, on: chrome.size) }

  /// Draws the rows in the middle of the screen.
  func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    let layout = layout
    let card = layout.card
    let x = card.x + 2
    frame.write("Strider", x: x, y: card.y, .heading)
    frame.write("deep-learning basics, one step at a time", x: x + 10, y: card.y, .quiet)
    if layout.hasRules {
      frame.horizontalLine(x: x, y: card.y + 1, length: card.width - 4)
      frame.horizontalLine(x: x, y: card.bottom - 3, length: card.width - 4)
    }
    for (offset, line) in layout.seen.enumerated() {
      let place = layout.list.splitTop(offset).rest.splitTop(1).top
      switch layout.lines[line] {
      case .blank: break
      case .heading(let title):
        frame.write(title, x: place.x + 5, y: place.y, .heading, limit: place.width - 6)
      case .row(let index): draw(rows[index], in: place, index == selected, &frame)
      }
    }
    if layout.seen.lowerBound > 0 { frame.put("↑", x: layout.list.right - 1, y: layout.list.y, .quiet) }
    if layout.seen.upperBound < layout.lines.count {
      frame.put("↓", x: layout.list.right - 1, y: layout.list.bottom - 1, .quiet)
    }
    drawMessage(into: &frame, x: x, y: card.bottom - 2, width: card.width - 4)
    Footer(
      Self.bindings.footer,
      trailing: [FooterEntry(keys: "?", label: "help"), FooterEntry(keys: "q", label: "quit")]
    )
    .draw(into: &frame, in: Rect(x: x, y: card.bottom - 1, width: card.width - 4, height: 1))
    chrome.drawOverlay(into: &frame)
  }

  private func drawMessage(into frame: inout Frame, x: Int, y: Int, width: Int) {
    if let toast = chrome.toast {
      frame.write(toast.text, x: x, y: y, toast.style, limit: width)
    } else {
      frame.write(notice ?? greeting, x: x, y: y, Style(.hint), limit: width)
    }
  }

  /// What is wrong, first things first; strider doctor has all of it.
  private var notice: String? {
    guard let first = library.notices.first else { return nil }
    let others = library.notices.count - 1
    return others == 0 ? first : "\(first) (and \(others) more)"
  }

  private var greeting: String {
    if library.isFirstRun {
      return library.hasLessons
        ? "Welcome. Enter starts the first lesson: ten minutes of sums." : "Choose a lab; q comes back here."
    }
    if library.coming == 0, library.current == nil {
      return "You have finished every lesson. Quizzes keep it fresh."
    }
    return library.reviews.isEmpty
      ? "q leaves a lesson or a lab; nothing you did is lost."
      : "Reviews first: what is due is about to be forgotten."
  }

  private func draw(_ row: Row, in place: Rect, _ isSelected: Bool, _ frame: inout Frame) {
    let background: Paint = isSelected ? .selection : .plain
    if isSelected { frame.fill(place, Style(.plain, on: background)) }
    frame.write(isSelected ? "›" : " ", x: place.x, y: place.y, Style(.accent, on: background, .bold))
    frame.write(String(row.key), x: place.x + 2, y: place.y, Style(.key, on: background, .bold))
    frame.write(
      row.title, x: place.x + 5, y: place.y, Style(.plain, on: background, isSelected ? .bold : []), limit: 24
    )
    frame.write(
      row.detail, x: place.x + 30, y: place.y, Style(isSelected ? .plain : .quiet, on: background),
      limit: place.width - 31)
  }
}
