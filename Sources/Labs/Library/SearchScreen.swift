import Curriculum
import TerminalUI

/// Words, lessons, and all that opens as a scene, that hold what is typed, with the meaning of what is chosen. Where
/// nothing does, words spelt almost so are tried.
struct SearchScreen: Lab {
  var chrome = LabChrome()
  let library: Library
  private var editor: LineEditor
  private var selection = 0
  private var hits: [Hit] = []
  /// What was searched for instead, when nothing holds what is typed.
  private var correction: String?

  /// Something found.
  enum Hit: Equatable, Sendable {
    case word(Glossary.Entry)
    case lesson(LessonHeader)
    case scene(SearchEntry)

    var title: String {
      switch self {
      case .word(let entry): entry.word
      case .lesson(let header): "\(header.number)  \(header.title)"
      case .scene(let entry): entry.title
      }
    }

    var kind: String {
      switch self {
      case .word: "word"
      case .lesson: "lesson"
      case .scene(let entry): entry.kind
      }
    }
  }

  init(_ library: Library, query: String = "") {
    self.library = library
    editor = LineEditor(prompt: "search", text: query, limit: 60)
    search()
  }

  private mutating func search() {
    hits = hits(for: editor.text)
    correction = nil
    if hits.isEmpty, let nearby = SearchEntry.corrected(editor.text, among: vocabulary) {
      hits = hits(for: nearby)
      if !hits.isEmpty { correction = nearby }
    }
    selection = 0
  }

  private func hits(for query: String) -> [Hit] {
    let words = query.lowercased().split(separator: " ")
    func holds(_ text: String) -> Bool {
      let text = text.lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    return library.glossary.search(query).map(Hit.word)
      + library.headers.filter { holds($0.title + " " + $0.goals.joined(separator: " ")) }.map(Hit.lesson)
      + SearchEntry.all.filter { holds($0.searched) }.map(Hit.scene)
  }

  /// The words in what can be found.
  private var vocabulary: [String] {
    library.glossary.entries.map(\.word) + library.headers.map(\.title) + SearchEntry.all.map(\.searched)
  }

  var isMoving: Bool { false }

  mutating func update(_ event: Event) -> Effect? {
    switch chrome.intercept(event) {
    case .none(let effect): return effect
    case .tick: return nil
    case .mouse(let mouse):
      if mouse.action == .scrollUp { move(by: -1) }
      if mouse.action == .scrollDown { move(by: 1) }
      return nil
    case .paste: return type(event)
    case .key(let key): return react(to: key)
    }
  }

  private mutating func react(to key: Key) -> Effect? {
    switch key {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -10)
    case .pageDown: move(by: 10)
    case .enter: return open()
    case .control("p"): chrome.toggleProjector()
    default: return type(.key(key))
    }
    return nil
  }

  private mutating func move(by lines: Int) {
    selection = max(0, min(hits.count - 1, selection + lines))
  }

  private mutating func type(_ event: Event) -> Effect? {
    let before = editor.text
    switch editor.update(event) {
    case .editing: if editor.text != before { search() }
    case .accepted: break
    case .cancelled: return .back
    }
    return nil
  }

  /// The lesson that explains the word, the lesson, or the lab.
  private func open() -> Effect? {
    guard hits.indices.contains(selection) else { return nil }
    return switch hits[selection] {
    case .word(let entry): .request(.lookUp(entry.lesson))
    case .lesson(let header): .request(.lookUp(header.id))
    case .scene(let entry): .request(.scene(entry.scene))
    }
  }
}

extension SearchScreen {
  func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    let card = Rect(chrome.size).inset(dx: 1, dy: 1).centred(Size(width: 76, height: 36))
    editor.draw(into: &frame, in: card.splitTop(1).top)
    frame.horizontalLine(x: card.x, y: card.y + 1, length: card.width)
    Footer(
      [
        FooterEntry(keys: "↑↓", label: "choose"), FooterEntry(keys: "enter", label: "open"),
        FooterEntry(keys: "esc", label: "back"),
      ]
    )
    .draw(into: &frame, in: card.splitBottom(1).bottom)
    let body = card.splitTop(2).rest.splitBottom(2).rest
    let parts = body.splitBottom(5)
    drawHits(into: &frame, in: parts.rest)
    drawMeaning(into: &frame, in: parts.bottom)
    chrome.drawOverlay(into: &frame)
  }

  private func drawHits(into frame: inout Frame, in area: Rect) {
    guard !hits.isEmpty else {
      frame.write(
        "Nothing holds these letters, or others like them.", x: area.x, y: area.y, .quiet, limit: area.width)
      return
    }
    var area = area
    if let correction {
      let said = "Nothing holds these letters; this is \"\(correction)\"."
      frame.write(said, x: area.x, y: area.y, Style(.hint), limit: area.width)
      area = area.splitTop(1).rest
    }
    let first = max(0, min(selection - area.height / 2, hits.count - area.height))
    for (row, hit) in hits[first...].prefix(area.height).enumerated() {
      let isSelected = first + row == selection
      let paint: Paint = isSelected ? .selection : .plain
      let place = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
      if isSelected { frame.fill(place, Style(.plain, on: paint)) }
      frame.write(isSelected ? "›" : " ", x: place.x, y: place.y, Style(.accent, on: paint, .bold))
      frame.write(hit.title, x: place.x + 2, y: place.y, Style(.plain, on: paint), limit: place.width - 12)
      frame.write(
        hit.kind, endingAt: place.right - 1, y: place.y, Style(isSelected ? .plain : .quiet, on: paint))
    }
  }

  private func drawMeaning(into frame: inout Frame, in area: Rect) {
    guard hits.indices.contains(selection) else { return }
    frame.horizontalLine(x: area.x, y: area.y, length: area.width)
    let text =
      switch hits[selection] {
      case .word(let entry):
        "\(entry.definition) Explained in the lesson \"\(library.header(entry.lesson)?.title ?? entry.lesson)\"."
      case .lesson(let header): header.goals.joined(separator: " ")
      case .scene(let entry): "\(entry.sentence) Opens \(SceneCommand.text(for: entry.scene))"
      }
    let lines = frame.lines(of: text, width: area.width)
    for (row, line) in lines.prefix(area.height - 1).enumerated() {
      let isCut = row == area.height - 2 && lines.count > area.height - 1
      frame.write(isCut ? line + " …" : line, x: area.x, y: area.y + 1 + row, limit: area.width)
    }
  }
}
