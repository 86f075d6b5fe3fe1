import Curriculum
import Learning
import TerminalUI

/// The choice of what to be asked about.
struct QuizMenu: Lab {
  var chrome = LabChrome()
  var library: Library { didSet { list.replace(Self.items(library), selection: list.selection) } }
  private var list: ListView

  init(_ library: Library) {
    self.library = library
    list = ListView(Self.items(library))
  }

  /// What the rows ask for, row by row.
  private var requests: [Request] {
    [.quiz([])] + (library.progress.missed.isEmpty ? [] : [.missed]) + QuizTopic.allCases.map { .quiz([$0]) }
  }

  private static func items(_ library: Library) -> [ListItem] {
    let due = Set(library.reviews.map(\.skill))
    let topics = QuizTopic.allCases.map { topic in
      let memory = library.progress.skills[topic.rawValue]
      let known = memory?.mastery.map { "\(Int(($0 * 100).rounded()))% of the last ones right" } ?? "new"
      return ListItem(topic.title, detail: due.contains(topic.rawValue) ? "due, \(known)" : known)
    }
    let missed = library.progress.missed.count
    let again =
      missed == 0
      ? []
      : [ListItem("Missed questions", detail: "\(Plural.count(missed, "question")) not yet right at once")]
    return [ListItem("All topics mixed", detail: "ten questions")] + again + topics
  }

  var isMoving: Bool { false }

  private static let bindings = Bindings<ChromeAction>([
    Bindings.Section("Quiz", ChromeAction.bindings(leaving: ListHelp.leaving, "back") { $0 })
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
      return .request(requests[index])
    case .handled: return nil
    case .ignored: break
    }
    guard case .key(let key) = remainder else { return nil }
    return Self.bindings[key].flatMap {
      chrome.perform($0, title: "Quiz", help: ListHelp.sections + Self.bindings.help)
    }
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
      isFiltering: list.isFiltering, into: &frame, card)
    list.draw(into: &frame, in: listArea)
    chrome.drawOverlay(into: &frame)
  }
}
