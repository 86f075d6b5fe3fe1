import Curriculum
import Learning
import TerminalUI

/// All lessons along the suggested path, with how far the learner has come in each.
struct LessonList: Lab {
  var chrome = LabChrome()
  var library: Library { didSet { rebuild() } }
  private var list = ListView([])
  /// The lessons in the list, line by line.
  private var rows: [LessonHeader] = []
  private var shown = Shown.all
  /// The lesson that a second `x` resets.
  private var reset: String?

  /// Which lessons are listed.
  enum Shown: CaseIterable, Sendable {
    case all, finished, unfinished

    var words: String {
      switch self {
      case .all: "all lessons"
      case .finished: "finished lessons"
      case .unfinished: "unfinished lessons"
      }
    }
  }

  init(_ library: Library) {
    self.library = library
    rebuild()
    if let current = library.current, let row = rows.firstIndex(where: { $0.id == current.id }) {
      list.replace(list.items, selection: row)
    }
  }

  private mutating func rebuild() {
    let selected = list.selection.map { rows[$0].id }
    let current = library.current?.id
    rows = library.headers.filter { header in
      switch shown {
      case .all: true
      case .finished: library.state(of: header).isFinished
      case .unfinished: !library.state(of: header).isFinished
      }
    }
    let part = Dictionary(
      library.parts.flatMap { part in part.lessons.map { ($0, part.title) } },
      uniquingKeysWith: { first, _ in first })
    list.replace(
      rows.map { header in
        let state = library.state(of: header)
        let number = "\(header.number < 10 ? " " : "")\(header.number)"
        return ListItem(
          "\(Self.mark(state, of: header))  \(number)  \(header.title)",
          detail: Self.detail(state, of: header, isCurrent: header.id == current),
          section: part[header.id] ?? "")
      },
      selection: rows.firstIndex { $0.id == selected } ?? 0)
  }

  /// Where the learner stands in a lesson that was begun and is not finished, and which new one comes next.
  private static func detail(_ state: LessonState, of header: LessonHeader, isCurrent: Bool) -> String {
    switch state {
    case .new: isCurrent ? "suggested next" : ""
    case .finished: ""
    case .begun(let step): "step \(step) of \(header.stepIDs.count)"
    case .passedBy(let open): "\(Plural.count(open, "question")) open"
    }
  }

  /// ✓ for a finished lesson, a filling ring for one that was begun.
  private static func mark(_ state: LessonState, of header: LessonHeader) -> String {
    switch state {
    case .new: "○"
    case .begun(let step): step * 2 > header.stepIDs.count ? "◑" : "◔"
    case .passedBy: "◑"
    case .finished: "✓"
    }
  }

  var isMoving: Bool { false }

  enum Action: Hashable, Sendable {
    case shown, reset, sheet
    case chrome(ChromeAction)
  }

  private static let bindings = Bindings<Action>([
    Bindings.Section(
      "Lessons",
      [
        Binding(
          "f", .shown, label: "which", help: "list all, the finished, the unfinished lessons"),
        Binding("i", .sheet, label: "about", help: "goals, words and sources of the lesson"),
        Binding(
          "x", .reset, label: "forget", help: "forget what was done in the lesson; asks for a second x"),
      ] + ChromeAction.bindings(leaving: ListHelp.leaving, "back", Action.chrome))
  ])

  mutating func update(_ event: Event) -> Effect? {
    let remainder = chrome.intercept(event)
    switch remainder {
    case .none(let effect): return effect
    case .tick: return nil
    case .key, .mouse, .paste: break
    }
    let asked = reset
    reset = nil
    switch list.update(event, in: listArea) {
    case .chosen(let index): return .request(.lesson(rows[index].id))
    case .handled: return nil
    case .ignored: break
    }
    guard case .key(let key) = remainder else { return nil }
    return Self.bindings[key].flatMap { perform($0, asked: asked) }
  }

  private mutating func perform(_ action: Action, asked: String?) -> Effect? {
    switch action {
    case .shown:
      shown = Shown.allCases.following(shown)
      rebuild()
      chrome.say("These are \(shown.words).")
    case .reset: return resetSelected(asked: asked)
    case .sheet:
      if let row = list.selection { chrome.show(LessonSheet.card(for: rows[row])) }
    case .chrome(let action):
      return chrome.perform(action, title: "Lessons", help: ListHelp.sections + Self.bindings.help)
    }
    return nil
  }

  private mutating func resetSelected(asked: String?) -> Effect? {
    guard let row = list.selection else { return nil }
    let header = rows[row]
    guard library.progress.knows(header.id) else {
      chrome.say("Nothing was done in this lesson yet.")
      return nil
    }
    guard asked == header.id else {
      reset = header.id
      chrome.refuse("x once more forgets what you did in \"\(header.title)\".")
      return nil
    }
    chrome.say("Forgotten. The lesson begins anew.")
    return .request(.record(.reset(item: header.id)))
  }

  /// What the selected lesson is for.
  private var goal: String {
    list.selection.flatMap { rows[$0].goals.first }.map { LessonText($0).plain } ?? ""
  }

  /// How many are finished, and what the list does not show.
  private var subtitle: String {
    let hidden = library.headers.count - rows.count
    let finished = "\(library.finishedCount) of \(library.headers.count) finished"
    return finished + (hidden == 0 ? "" : "; only \(shown.words), \(hidden) hidden (f)")
  }

  private var card: Rect { MenuCard.area(on: chrome.size, rows: max(rows.count, 12) + library.parts.count) }
  private var listArea: Rect { MenuCard.content(card) }

  func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    MenuCard.draw(
      title: "Lessons", subtitle: subtitle,
      message: chrome.toast, hint: goal,
      footer: [FooterEntry(keys: "enter", label: "open"), ListHelp.filter] + Self.bindings.footer,
      isFiltering: list.isFiltering, into: &frame, card)
    list.draw(into: &frame, in: listArea)
    chrome.drawOverlay(into: &frame)
  }
}
