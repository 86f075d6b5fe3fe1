import Curriculum
import TerminalUI

/// A round of questions, one after the other, with what came of them at the end.
struct QuizScreen: Lab {
  /// What the round is called.
  let title: String
  /// What a further round would be about; `nil` when there is none.
  let again: Request?
  var chrome = LabChrome()
  private(set) var panels: [QuestionPanel]
  /// The question on the screen; their number once the round is over.
  private(set) var index = 0
  private var scroll = Scroll()

  /// A round of the given questions.
  init(title: String, _ sessions: [QuestionSession], again: Request?) {
    (self.title, self.again) = (title, again)
    panels = sessions.map(QuestionPanel.init)
    if !panels.isEmpty { panels[0].open() }
  }

  var isMoving: Bool { false }
  var isOver: Bool { index >= panels.count }

  enum Action: Hashable, Sendable {
    case proceed, previous, hint, reveal, scroll(Int), search
    case chrome(ChromeAction)
  }

  private static let bindings = Bindings<Action>([
    Bindings.Section(
      "Quiz",
      [
        Binding(
          [.enter, .space, .character("n"), .pageDown], .proceed, label: "go on",
          help: "answer, then the next question"),
        Binding([.character("p"), .pageUp, .backspace], .previous, help: "the question before"),
        Binding("h", .hint, label: "hint", help: "a hint; each says more than the one before"),
        Binding("s", .reveal, label: "show the answer", help: "give up and show the worked answer"),
        Binding([.up, .character("k")], .scroll(-1), help: "the text up"),
        Binding([.down, .character("j")], .scroll(1), help: "the text down"),
        Binding("/", .search, help: "search words and lessons"),
      ]
        + ChromeAction.bindings(
          "leave the quiz", help: "this list; in an answer it shows a hint", Action.chrome))
  ])

  mutating func update(_ event: Event) -> Effect? {
    switch chrome.intercept(event) {
    case .none(let effect): return effect
    case .tick: return nil
    case .mouse(let mouse):
      if mouse.action == .scrollUp { scrollText(by: -1) }
      if mouse.action == .scrollDown { scrollText(by: 1) }
      return nil
    case .paste: return !isOver && panels[index].takes(event) ? answer(event) : nil
    case .key(let key):
      let action = Self.bindings[key]
      if !isOver {
        if action != .reveal { panels[index].goOn() }
        if panels[index].takes(event, isFree: action == nil) { return answer(event) }
      }
      return action.flatMap { perform($0) }
    }
  }

  private var isAnswering: Bool { !isOver && panels[index].isOpen }

  private mutating func answer(_ event: Event) -> Effect? {
    scroll = Scroll()
    return chrome.carryOut(panels[index].update(event))
  }

  private mutating func perform(_ action: Action) -> Effect? {
    switch action {
    case .proceed: return proceed()
    case .previous: go(to: index - 1)
    case .hint: return isOver ? nil : chrome.carryOut(panels[index].hint())
    case .reveal: return isOver ? nil : chrome.carryOut(panels[index].giveUp())
    case .scroll(let lines): scrollText(by: lines)
    case .search: return .request(.search(""))
    case .chrome(let action): return chrome.perform(action, title: "Quiz", help: Self.bindings.help)
    }
    return nil
  }

  /// A question is shown from its end, the summary from its beginning.
  private mutating func scrollText(by lines: Int) {
    scroll.move(by: lines, hidden: pane(width: body.width).hidden(height: body.height), fromEnd: !isOver)
  }

  private mutating func proceed() -> Effect? {
    if isOver { return again.map(Effect.request) ?? .back }
    if panels[index].session.isOver {
      go(to: index + 1)
    } else {
      panels[index].open()
    }
    return nil
  }

  private mutating func go(to number: Int) {
    guard (0...panels.count).contains(number) else { return }
    if !isOver { panels[index].close() }
    (index, scroll) = (number, Scroll())
    if !isOver { panels[index].open() }
  }
}

extension QuizScreen {
  func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    let card = card
    drawTitle(into: &frame, in: card.splitTop(2).top)
    Footer(footer, trailing: isAnswering ? [] : CommonAction.trailing)
      .draw(into: &frame, in: card.splitBottom(1).bottom)
    if let toast = chrome.toast {
      frame.write(toast.text, x: card.x, y: card.bottom - 2, toast.style, limit: card.width)
    }
    drawBody(into: &frame)
    chrome.drawOverlay(into: &frame)
  }

  private func drawTitle(into frame: inout Frame, in area: Rect) {
    let end = frame.write(title, x: area.x, y: area.y, .heading, limit: area.width - 20)
    let place = isOver ? "done" : "question \(index + 1) of \(panels.count)"
    frame.write(place, endingAt: area.right, y: area.y, .quiet)
    let left = area.right - place.count - 2
    guard left - panels.count * 2 > end + 1 else { return }
    for (number, panel) in panels.enumerated() {
      let (glyph, style): (Unicode.Scalar, Style) =
        switch panel.session.state {
        case .solved: panel.session.isClean ? ("✓", Style(.right, .bold)) : ("·", .plain)
        case .revealed: ("✗", Style(.wrong))
        case .open, .missed: number == index ? ("◉", .accent) : ("○", .quiet)
        }
      frame.put(glyph, x: left - (panels.count - number) * 2, y: area.y, style)
    }
  }

  private var card: Rect {
    Rect(chrome.size).centred(Size(width: 92, height: 40)).inset(dx: chrome.size.width >= 80 ? 3 : 1, dy: 1)
  }
  /// Between the title and the rows for messages and keys.
  private var body: Rect { card.splitTop(2).rest.splitBottom(2).rest }

  private func pane(width: Int) -> ReadingPane {
    ReadingPane(lines: isOver ? summary(width: width) : panels[index].lines(width: width))
  }

  private func drawBody(into frame: inout Frame) {
    let pane = pane(width: body.width)
    let first = scroll.first(hidden: pane.hidden(height: body.height), fromEnd: !isOver)
    guard let field = pane.draw(into: &frame, in: body, first: first) else { return }
    panels[index].drawField(into: &frame, in: field)
  }

  private var footer: [FooterEntry] {
    if isOver {
      return [FooterEntry(keys: "enter", label: again == nil ? "leave" : "another round")]
    }
    if panels[index].isOpen { return panels[index].footer }
    let isAsking = !panels[index].session.isOver
    return Self.bindings.footer { action, entry in
      switch action {
      case .proceed: isAsking ? FooterEntry(keys: entry.keys, label: "answer") : entry
      case .previous, .hint, .reveal, .scroll, .search, .chrome: isAsking ? entry : nil
      }
    }
  }

  /// What came of the round: how many were right, and for each question that was not, what went wrong.
  private func summary(width: Int) -> [ReadingLine] {
    let clean = panels.count { $0.session.isClean }
    var lines = ReadingLine.lines(
      "\(clean) of \(panels.count) right at once", after: "", width: width, .heading)
    lines.append(.blank)
    for panel in panels {
      let isClean = panel.session.isClean
      let slips = panel.slips.map { "you \($0.title)" }.joined(separator: "; ")
      let reply = panel.session.state == .solved ? nil : panel.lastReply.map { "your answer was \($0)" }
      let remarks = [reply, slips.isEmpty ? nil : slips].compactMap { $0 }.joined(separator: "; ")
      let isLater = panel.session.state == .solved && !isClean
      let mark = isClean ? "✓ " : isLater ? "· " : "✗ "
      lines += ReadingLine.lines(
        "\(panel.session.question.prompt)  → \(panel.session.question.answerWords)", after: mark,
        width: width, isClean ? Style(.right) : .plain)
      if !remarks.isEmpty { lines += ReadingLine.lines(remarks, after: "    ", width: width, Style(.hint)) }
    }
    if clean == panels.count {
      lines +=
        [.blank] + ReadingLine.lines("All of them. Well done.", after: "", width: width, Style(.right, .bold))
    }
    return lines
  }
}
