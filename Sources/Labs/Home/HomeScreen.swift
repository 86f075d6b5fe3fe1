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
  private var selected = 0

  /// The screen for a learner who stands where `library` says, with the first row selected.
  init(_ library: Library = Library()) {
    self.library = library
    courseRows = Self.courseRows(library)
  }

  /// Nothing moves here.
  var isMoving: Bool { false }

  /// A row that can be chosen.
  struct Row: Equatable, Sendable {
    let key: Character
    let title: String
    let detail: String
    let request: Request
  }

  /// What can be chosen, from the top.
  var rows: [Row] { courseRows + Self.labRows }

  private static func courseRows(_ library: Library) -> [Row] {
    var rows: [Row] = []
    if let current = library.current {
      let progress = library.progress.lessons[current.id]
      let place = current.stepIDs.firstIndex { $0 == progress?.position }
      let isNew = library.isFirstRun
      rows.append(
        Row(
          key: "n", title: isNew ? "Start here" : "Go on",
          detail: detail(
            current.title, place.map { ", step \($0 + 1) of \(current.stepIDs.count)" } ?? ""),
          request: .lesson(current.id)))
    }
    if library.coming > 0 {
      // A moment later it is known which one.
      rows.append(
        Row(key: "n", title: library.isFirstRun ? "Start here" : "Go on", detail: "", request: .news))
    }
    if library.hasLessons {
      let count = library.headers.count
      rows.append(
        Row(
          key: "l", title: "Lessons",
          detail: library.coming > 0
            ? "\(library.coming) lessons" : "\(library.finishedCount) of \(count) finished",
          request: .lessons))
    }
    rows.append(
      Row(
        key: "z", title: "Quiz", detail: "new questions each time, slips by name",
        request: .quizzes))
    if !library.isFirstRun {
      rows.append(
        Row(
          key: "w", title: "Progress", detail: "mastery, what is due, your commonest slips",
          request: .progress))
    }
    if !library.reviews.isEmpty {
      let count = library.reviews.count
      rows.append(
        Row(
          key: "v", title: "Review", detail: count == 1 ? "one skill is due" : "\(count) skills are due",
          request: .review))
    }
    return rows
  }

  /// Columns for what there is to say about a row.
  private static let detailWidth = 43

  /// `title` with `addition` where both fit.
  private static func detail(_ title: String, _ addition: String) -> String {
    TextWidth.columns(of: title + addition) <= detailWidth ? title + addition : title
  }

  private static let labRows = HomeEntry.all.map { entry in
    Row(key: entry.key, title: entry.title, detail: entry.summary, request: .scene(entry.scene))
  }

  enum Command: Hashable, Sendable {
    case up, down, first, last, open, search
    case chrome(ChromeCommand)
  }

  private static let bindings = Bindings<Command>([
    Bindings.Section(
      "Home",
      [
        Binding([.up, .character("k")], .up, label: "choose", help: "the row above"),
        Binding([.down, .character("j")], .down, label: "choose", help: "the row below"),
        Binding([.home], .first, help: "the first row"),
        Binding([.end], .last, help: "the last row"),
        Binding(
          [.enter, .space, .right], .open, label: "open", help: "open the row; its letter does so too"),
        Binding("/", .search, label: "search", help: "search words, lessons and labs"),
      ] + ChromeCommand.bindings("leave Strider", Command.chrome))
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
    guard let command = Self.bindings[key] else { return nil }
    switch command {
    case .up: selected = max(0, selected - 1)
    case .down: selected = min(rows.count - 1, selected + 1)
    case .first: selected = 0
    case .last: selected = rows.count - 1
    case .open: return open(selected)
    case .search: return .request(.search(""))
    case .chrome(let command):
      return chrome.perform(command, title: "Strider", help: Self.bindings.help + [rowHelp])
    }
    return nil
  }

  /// The keys of the rows.
  private var rowHelp: HelpSection {
    HelpSection(
      title: "Rows",
      rows: rows.map { HelpSection.Row(keys: String($0.key), text: "\($0.title): \($0.detail)") })
  }

  private mutating func open(_ index: Int) -> Effect? {
    selected = index
    return .request(rows[index].request)
  }

  private mutating func react(to mouse: MouseEvent) -> Effect? {
    switch mouse.action {
    case .scrollUp: selected = max(0, selected - 1)
    case .scrollDown: selected = min(rows.count - 1, selected + 1)
    case .release: break
    case .press:
      if let index = rows.indices.first(where: { place(of: $0).contains(mouse.point) }) { return open(index) }
    }
    return nil
  }
}

extension HomeScreen {
  private static let width = 74

  /// How much air there is between the rows.
  private enum Spacing {
    case roomy, usual, tight

    /// Rows above the first that can be chosen, between course and labs, and below.
    var rows: (top: Int, middle: Int, bottom: Int) {
      switch self {
      case .roomy: (4, 3, 5)
      case .usual: (2, 1, 4)
      case .tight: (1, 0, 2)
      }
    }
  }

  private var spacing: Spacing {
    let spare = chrome.size.height - rows.count
    return spare >= 14 ? .roomy : spare >= 7 ? .usual : .tight
  }

  private var card: Rect {
    let air = spacing.rows
    return Rect(chrome.size).inset(dx: 1, dy: 0)
      .centred(Size(width: Self.width, height: rows.count + air.top + air.middle + air.bottom))
  }

  private func place(of index: Int) -> Rect {
    let air = spacing.rows
    return Rect(
      x: card.x, y: card.y + air.top + index + (index >= courseRows.count ? air.middle : 0),
      width: card.width, height: 1)
  }

  /// Draws the rows in the middle of the screen.
  func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    let card = card
    let x = card.x + 2
    frame.write("Strider", x: x, y: card.y, .heading)
    frame.write("deep-learning basics, one step at a time", x: x + 10, y: card.y, .quiet)
    if spacing != .tight {
      frame.horizontalLine(x: x, y: card.y + 1, length: card.width - 4)
      frame.horizontalLine(x: x, y: card.bottom - 3, length: card.width - 4)
    }
    for (index, row) in rows.enumerated() { draw(row, in: place(of: index), index == selected, &frame) }
    if spacing == .roomy {
      frame.write("Labs to play with", x: x, y: place(of: courseRows.count).y - 1, .quiet)
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
