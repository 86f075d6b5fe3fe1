import Curriculum
import Learning
import TerminalUI

/// What the learner has done: lessons by part, skills with their mastery and reviews, the commonest slips.
struct ProgressScreen: Lab {
  var chrome = LabChrome()
  var library: Library
  private var scroll = Scroll()

  init(_ library: Library) { self.library = library }

  var isMoving: Bool { false }

  enum Action: Hashable, Sendable {
    case scroll(Int), page(Int), first, last, review, quizzes, lessons
    case chrome(ChromeAction)
  }

  private static let bindings = Bindings<Action>([
    Bindings.Section(
      "Progress",
      [
        Binding([.up, .character("k")], .scroll(-1), label: "scroll", help: "a line up"),
        Binding([.down, .character("j")], .scroll(1), label: "scroll", help: "a line down"),
        Binding([.pageUp], .page(-1), help: "a page up"),
        Binding([.pageDown, .space], .page(1), label: "page", help: "a page down"),
        Binding([.home], .first, help: "the beginning"),
        Binding([.end], .last, help: "the end"),
        Binding("v", .review, label: "review", help: "ask what is due for review"),
        Binding("z", .quizzes, label: "quiz", help: "the quiz, with a round of what you missed"),
        Binding("l", .lessons, label: "lessons", help: "the list of lessons"),
      ] + ChromeAction.bindings(leaving: ListHelp.leaving, "back", Action.chrome))
  ])

  mutating func update(_ event: Event) -> Effect? {
    switch chrome.intercept(event) {
    case .none(let effect): return effect
    case .tick, .paste: return nil
    case .mouse(let mouse):
      if mouse.action == .scrollUp { move(by: -1) }
      if mouse.action == .scrollDown { move(by: 1) }
      return nil
    case .key(let key): return Self.bindings[key].flatMap { perform($0) }
    }
  }

  private mutating func perform(_ action: Action) -> Effect? {
    switch action {
    case .scroll(let lines): move(by: lines)
    case .page(let pages): move(by: pages * max(1, body.height - 1))
    case .first: move(by: -lines.count)
    case .last: move(by: lines.count)
    case .review:
      guard library.reviews.isEmpty else { return .request(.review) }
      chrome.say("Nothing is due.")
    case .quizzes: return .request(.quizzes)
    case .lessons: return .request(.lessons)
    case .chrome(let action): return chrome.perform(action, title: "Progress", help: Self.bindings.help)
    }
    return nil
  }

  private mutating func move(by rows: Int) { scroll.move(by: rows, hidden: pane.hidden(height: body.height)) }

  private var card: Rect {
    Rect(chrome.size).centred(Size(width: 92, height: 60)).inset(dx: chrome.size.width >= 80 ? 3 : 1, dy: 0)
  }
  private var body: Rect { card.splitTop(2).rest.splitBottom(2).rest }
  private var lines: [ReadingLine] { ProgressLines(library, width: body.width).all }
  private var pane: ReadingPane { ReadingPane(lines: lines) }

  func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    let (card, pane) = (card, pane)
    let end = frame.write("Progress", x: card.x, y: card.y, .heading, limit: card.width)
    frame.write(
      "\(library.finishedCount) of \(library.headers.count) lessons finished", x: end + 2, y: card.y, .quiet,
      limit: max(0, card.right - end - 2))
    frame.horizontalLine(x: card.x, y: card.y + 1, length: card.width)
    pane.draw(into: &frame, in: body, first: scroll.first(hidden: pane.hidden(height: body.height)))
    if let toast = chrome.toast {
      frame.write(toast.text, x: card.x, y: card.bottom - 2, toast.style, limit: card.width)
    }
    Footer(Self.bindings.footer, trailing: CommonAction.trailing)
      .draw(into: &frame, in: Rect(x: card.x, y: card.bottom - 1, width: card.width, height: 1))
    chrome.drawOverlay(into: &frame)
  }
}

/// The lines of the progress screen, for a given width.
struct ProgressLines {
  private(set) var all: [ReadingLine] = []
  private let width: Int

  init(_ library: Library, width: Int) {
    self.width = width
    addLessons(library)
    addSkills(library)
    addSlips(library.progress)
  }

  private mutating func addLessons(_ library: Library) {
    for part in library.parts {
      let headers = part.lessons.compactMap(library.header)
      guard !headers.isEmpty else { continue }
      let finished = headers.count { library.state(of: $0).isFinished }
      heading("\(part.title), \(finished) of \(headers.count) finished")
      for header in headers {
        let number = "\(header.number < 10 ? " " : "")\(header.number)"
        row(header.title, Self.words(library.progress, header), after: "  \(number)  ")
      }
    }
  }

  /// How far the learner is, in steps.
  private static func words(_ progress: Progress, _ header: LessonHeader) -> String {
    let count = header.stepIDs.count
    let seen = progress.lessons[header.id]?.seen.intersection(header.stepIDs).count ?? 0
    return switch progress.state(of: header) {
    case .new: Plural.count(count, "step")
    case .begun: "\(seen) of \(count) steps"
    case .passedBy(let open): "\(Plural.count(open, "question")) open"
    case .finished: "✓ \(count) of \(count)"
    }
  }

  private mutating func addSkills(_ library: Library) {
    heading("Skills: how well the last first tries went, and the next review")
    let due = Set(library.reviews.map(\.skill))
    let skills = library.progress.skills.sorted { $0.key < $1.key }
    if skills.isEmpty { line("No question answered yet.") }
    for (skill, memory) in skills {
      let title = QuizTopic(rawValue: skill)?.title ?? library.header(skill)?.title ?? skill
      let review =
        due.contains(skill) ? "due now" : memory.due.map { "due \(Timestamp.day($0))" } ?? "never missed"
      let mastery = memory.mastery.map { "\(Int(($0 * 100).rounded()))%" } ?? "-"
      row(title, "\(mastery), \(review)")
    }
  }

  private mutating func addSlips(_ progress: Progress) {
    heading("Commonest slips")
    let slips = progress.commonSlips.prefix(8)
    if slips.isEmpty { line("None so far.") }
    for (slip, count) in slips { row("You \(slip.title)", count == 1 ? "once" : "\(count) times") }
    guard !progress.missed.isEmpty else { return }
    line("\(Plural.count(progress.missed.count, "missed question")) not yet right at once: z asks again.")
  }

  private mutating func heading(_ text: String) {
    if !all.isEmpty { all.append(.blank) }
    all += ReadingLine.lines(text, after: "", width: width, .heading)
  }

  private mutating func line(_ text: String) {
    all += ReadingLine.lines(text, after: "  ", width: width, .plain)
  }

  /// `text` on the left, and `value` at the right of its last line, or below where there is no room.
  private mutating func row(_ text: String, _ value: String, after mark: String = "  ") {
    let room = width - 2
    let columns = TextWidth.columns(of: value)
    var lines = ReadingLine.lines(text, after: mark, width: max(20, width - columns - 2), .plain)
    guard let last = lines.popLast(), case .words(let runs, let indent, let style) = last else { return }
    let used = indent + runs.reduce(0) { $0 + TextWidth.columns(of: $1.text) }
    let gap = String(repeating: " ", count: max(1, room - used - columns))
    all += lines + [.words(runs + [RichText.Run(text: gap + value, kind: .plain)], indent: indent, style)]
  }
}
