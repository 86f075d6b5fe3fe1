import Curriculum
import TerminalUI

/// The choice of what to be asked about.
struct QuizMenu: Lab {
  var chrome = LabChrome()
  var library: Library { didSet { list = Self.list(library, selection: list.selection ?? 0) } }
  private var list: ListView

  init(_ library: Library) {
    self.library = library
    list = Self.list(library, selection: 0)
  }

  private static func list(_ library: Library, selection: Int) -> ListView {
    let due = Set(library.reviews.map(\.skill))
    let topics = QuizTopic.allCases.map { topic in
      let memory = library.progress.skills[topic.rawValue]
      let known = memory?.mastery.map { "\(Int(($0 * 100).rounded()))% of the last ones right" } ?? "new"
      return ListItem(topic.title, detail: due.contains(topic.rawValue) ? "due, \(known)" : known)
    }
    return ListView([ListItem("All topics mixed", detail: "ten questions")] + topics, selection: selection)
  }

  var isMoving: Bool { false }

  enum Command: Hashable, Sendable { case help, mouse, projector, back, quit }

  private static let bindings = Bindings<Command>([
    Bindings.Section(
      "Quiz",
      [
        Binding("m", .mouse, help: "let the terminal have the mouse, to select text, or take it back"),
        Binding([.control("p")], .projector, help: "fewer and bigger cells for a projector, on or off"),
        Binding("?", .help, help: "this list"),
        Binding([.character("q"), .left, .backspace], .back, help: "back"),
        Binding([.control("c")], .quit, help: "end the program, at any time"),
      ])
  ])

  mutating func update(_ event: Event) -> Effect? {
    let remainder = chrome.intercept(event)
    switch remainder {
    case .none(let effect): return effect
    case .tick: return nil
    case .key, .mouse, .paste: break
    }
    switch list.update(event, in: listArea) {
    case .chosen(let index):
      return .request(.quiz(index == 0 ? [] : [QuizTopic.allCases[index - 1]]))
    case .handled: return nil
    case .ignored: break
    }
    guard case .key(let key) = remainder else { return nil }
    if key == .escape { return .back }
    if key == .right || key == .space { return update(.key(.enter)) }
    switch Self.bindings[key] {
    case .help?: chrome.showHelp(title: "Quiz", ListHelp.sections + Self.bindings.help)
    case .mouse?: return chrome.toggleMouse()
    case .projector?: chrome.toggleProjector()
    case .back?: return .back
    case .quit?: return .quit
    case nil: break
    }
    return nil
  }

  private var card: Rect { MenuCard.area(on: chrome.size, rows: list.items.count) }
  private var listArea: Rect { MenuCard.content(card) }

  func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    MenuCard.draw(
      title: "Quiz", subtitle: "new questions each time; wrong answers are told their slip",
      message: chrome.toast, footer: [FooterEntry(keys: "enter", label: "ask me"), ListHelp.filter],
      into: &frame, card)
    list.draw(into: &frame, in: listArea)
    chrome.drawOverlay(into: &frame)
  }
}
