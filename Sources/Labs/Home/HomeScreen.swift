import Curriculum
import TerminalUI

/// The first screen: going on where one stopped, lessons, quizzes, and every lab.
struct HomeScreen: Lab {
  var chrome = LabChrome()
  var library: Library {
    didSet {
      courseRows = Self.courseRows(library)
      selected = min(selected, rows.count - 1)
    }
  }
  /// The rows above the labs; they follow from the library.
  private var courseRows: [Row]
  /// The row that Enter opens.
  private(set) var selected = 0

  /// The screen for a learner who stands where `library` says, with the first row selected.
  init(_ library: Library = Library()) {
    self.library = library
    courseRows = Self.courseRows(library)
  }

  /// Nothing moves here.
  var isMoving: Bool { false }

  /// What can be chosen, from the top.
  var rows: [Row] { courseRows + Self.labRows }

  enum Action: Hashable, Sendable {
    case up, down, pageUp, pageDown, first, last, open, search
    case chrome(ChromeAction)
  }

  static let bindings = Bindings<Action>([
    Bindings.Section(
      "Home",
      [
        Binding([.up, .character("k")], .up, label: "choose", help: "the row above"),
        Binding([.down, .character("j")], .down, label: "choose", help: "the row below"),
        Binding([.pageUp], .pageUp, help: "a page up"),
        Binding([.pageDown], .pageDown, help: "a page down"),
        Binding([.home], .first, help: "the first row"),
        Binding([.end], .last, help: "the last row"),
        Binding(
          [.enter, .space, .right], .open, label: "open", help: "open the row; its letter does so too"),
        Binding("/", .search, label: "search", help: "search words, lessons and labs"),
      ] + ChromeAction.bindings("leave Strider", Action.chrome))
  ])

  /// Takes in one event.
  mutating func update(_ event: Event) -> Effect? {
    switch chrome.intercept(event) {
    case .none(let effect): return effect
    case .key(let key): return react(to: key)
    case .mouse(let mouse): return react(to: mouse)
    case .paste, .tick: return nil
    }
  }

  private mutating func react(to key: Key) -> Effect? {
    if let index = rows.firstIndex(where: { .character($0.key) == key }) { return open(index) }
    guard let action = Self.bindings[key] else { return nil }
    switch action {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -layout.list.height + 1)
    case .pageDown: move(by: layout.list.height - 1)
    case .first: move(by: -rows.count)
    case .last: move(by: rows.count)
    case .open: return open(selected)
    case .search: return .request(.search(""))
    case .chrome(let action):
      return chrome.perform(action, title: "Strider", help: Self.bindings.help + rowHelp)
    }
    return nil
  }

  private mutating func move(by rows: Int) {
    selected = min(max(0, selected + rows), self.rows.count - 1)
  }

  /// The keys of the rows, group by group.
  private var rowHelp: [HelpSection] {
    var sections: [HelpSection] = []
    for row in rows {
      let title = row.group.isEmpty ? "Rows" : row.group
      let before = sections.last?.title == title ? sections.removeLast().rows : []
      let line = HelpSection.Row(keys: String(row.key), text: "\(row.title): \(row.detail)")
      sections.append(HelpSection(title: title, rows: before + [line]))
    }
    return sections
  }

  private mutating func open(_ index: Int) -> Effect? {
    selected = index
    return .request(rows[index].request)
  }

  private mutating func react(to mouse: MouseEvent) -> Effect? {
    switch mouse.action {
    case .scrollUp: move(by: -1)
    case .scrollDown: move(by: 1)
    case .release: break
    case .press:
      if let index = layout.row(at: mouse.point) { return open(index) }
    }
    return nil
  }
}
