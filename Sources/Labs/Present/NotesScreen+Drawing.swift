import Curriculum
import TerminalUI

extension NotesScreen {
  /// Columns from which on question and notes stand side by side.
  private static let sideBySideWidth = 110

  func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    let isRoomy = frame.size.height >= 30
    drawLabel(into: &frame)
    let page = Rect(frame.size).inset(dx: frame.size.width >= Self.sideBySideWidth ? 4 : 2, dy: 0)
    var rest = page.splitTop(isRoomy ? 2 : 1).rest
    let (head, below) = rest.splitTop(2)
    drawHead(into: &frame, in: head)
    frame.horizontalLine(x: page.x, y: below.y, length: page.width)
    rest = below.splitTop(isRoomy ? 2 : 1).rest
    let foot = rest.splitBottom(1)
    drawFooter(into: &frame, in: foot.bottom)
    rest = isRoomy ? foot.rest.splitBottom(1).rest : foot.rest
    let next = rest.splitBottom(2)
    drawNext(into: &frame, in: next.bottom)
    drawBody(into: &frame, in: next.rest)
    chrome.drawOverlay(into: &frame)
  }

  /// A band across the screen, so that nobody takes this for the slides.
  private func drawLabel(into frame: inout Frame) {
    let style = Style(.plain, on: .selection, .bold)
    frame.fill(Rect(x: 0, y: 0, width: frame.size.width, height: 1), style)
    frame.write("Notes: not for the projector", x: 2, y: 0, style)
    guard let seconds = moment?.seconds else { return }
    frame.write(ElapsedTime.text(seconds), endingAt: frame.size.width - 2, y: 0, style)
  }

  private func drawHead(into frame: inout Frame, in area: Rect) {
    let count = lesson.steps.count
    let place = index == 0 ? "title" : index > count ? "the end" : "step \(index) of \(count)"
    frame.write(place, endingAt: area.right, y: area.y, Style(.plain, .bold))
    frame.write(
      "\(lesson.header.number)  \(lesson.title)", x: area.x, y: area.y, .heading, limit: area.width - 20)
    let (text, style) = status
    frame.write(text, x: area.x, y: area.y + 1, style, limit: area.width)
  }

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
    if moment.isBlanked { return "the screen is blank; any key there brings it back" }
    if moment.isRevealed { return "the answer is shown" }
    if moment.isAsking { return "the question is shown, not its answer" }
    return moment.step == nil
      ? "the class sees the \(moment.index == 0 ? "title" : "last page")" : "the text is shown"
  }

  private func drawFooter(into frame: inout Frame, in row: Rect) {
    if let toast = chrome.toast {
      frame.write(toast.text, x: row.x, y: row.y, toast.style, limit: row.width)
    } else {
      Footer(
        Self.bindings.footer.filter { $0.label != "follow" || own != nil },
        trailing: [FooterEntry(keys: "?", label: "help"), FooterEntry(keys: "q", label: "leave")]
      ).draw(into: &frame, in: row)
    }
  }

  private func drawNext(into frame: inout Frame, in area: Rect) {
    guard index <= lesson.steps.count else { return }
    let coming = lesson.steps.indices.contains(index) ? lesson.steps[index].text.plain : "the end"
    frame.horizontalLine(x: area.x, y: area.y, length: area.width)
    let start = frame.write("Next ", x: area.x, y: area.y + 1, .heading)
    frame.write(
      coming.split(whereSeparator: \.isWhitespace).joined(separator: " "), x: start + 1, y: area.y + 1,
      .quiet,
      limit: area.right - start - 1)
  }

  // MARK: What there is to read

  private func drawBody(into frame: inout Frame, in area: Rect) {
    guard area.width >= Self.sideBySideWidth - 8, step?.question != nil else {
      let width = min(area.width, 80)
      let pane = ReadingPane(
        lines: words(width: width) + [.blank] + questionLines(width: width) + textLines(width: width))
      let room = area.splitLeft(width).left
      pane.draw(
        into: &frame, in: room, first: pane.first(height: room.height, scroll: scroll, isAtEnd: false))
      return
    }
    let half = min((area.width - 4) / 2, 78)
    let left = area.splitLeft(half).left
    let right = area.splitLeft(half + 4).rest.splitLeft(half).left
    let pane = ReadingPane(lines: words(width: half) + [.blank] + textLines(width: half))
    pane.draw(into: &frame, in: left, first: pane.first(height: left.height, scroll: scroll, isAtEnd: false))
    ReadingPane(lines: questionLines(width: half)).draw(into: &frame, in: right, first: 0)
  }

  /// Whether there is room for notes that are read from further away.
  private var isAiry: Bool { chrome.size.height >= 36 }

  /// What to say, before everything else.
  private func words(width: Int) -> [ReadingLine] {
    guard let step else {
      let header = lesson.header
      let heading = index == 0 ? "What they will be able to do" : "What they can do now"
      return ReadingLine.lines(heading, after: "", width: width, .heading)
        + header.goals.flatMap { ReadingLine.lines($0, after: "- ", width: width, .plain) }
        + [.blank] + ReadingLine.lines("From the lectures", after: "", width: width, .heading)
        + header.decks.flatMap {
          ReadingLine.lines(
            "\($0.deck.title): \($0.groups.joined(separator: "; "))", after: "- ", width: width, .plain)
        }
    }
    guard let notes = step.notes else {
      return ReadingLine.lines("No notes for this step.", after: "", width: width, .quiet)
    }
    let lines = ReadingLine.lines(LessonText(notes), width: width, Style(.plain, .bold))
    return ReadingLine.lines("Notes", after: "", width: width, .heading)
      + (isAiry ? lines.flatMap { [.blank, $0] } : lines)
  }

  /// The question with its answer and the wrong answers to be ready for.
  private func questionLines(width: Int) -> [ReadingLine] {
    guard let question = step?.question else { return [] }
    var lines = ReadingLine.lines("Question", after: "", width: width, .heading)
    lines += ReadingLine.lines(question.prompt, after: "", width: width, .plain)
    lines += ReadingLine.lines(
      question.answerWords, after: "✓ ", width: width, Style(.right, .bold))
    lines += ReadingLine.lines(question.solution, after: "  ", width: width, .plain)
    for wrong in question.wrong {
      lines += ReadingLine.lines(
        "\(wrong.text): \(wrong.misconception.title)", after: "✗ ", width: width, Style(.wrong))
    }
    return lines + [.blank]
  }

  /// The beginning of what the class reads.
  private func textLines(width: Int) -> [ReadingLine] {
    guard let step else { return [] }
    let lines = ReadingLine.lines(step.text, width: width, .quiet)
    return ReadingLine.lines("On the screen", after: "", width: width, .heading) + lines
  }
}
