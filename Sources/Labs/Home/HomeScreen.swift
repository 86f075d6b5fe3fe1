import TerminalUI

/// The first screen: what there is to open.
public struct HomeScreen: Lab {
  private var chrome = LabChrome()
  private var selected = 0

  /// The list with its first entry selected.
  public init() {}

  /// Nothing moves here.
  public var isMoving: Bool { false }

  enum Command: Hashable, Sendable {
    case up, down, first, last, open, help, mouse, back, quit
  }

  private static let bindings = Bindings<Command>([
    Bindings.Section(
      "Home",
      [
        Binding([.up, .character("k")], .up, label: "choose", help: "the entry above"),
        Binding([.down, .character("j")], .down, label: "choose", help: "the entry below"),
        Binding([.home], .first, help: "the first entry"),
        Binding([.end], .last, help: "the last entry"),
        Binding(
          [.enter, .space, .right], .open, label: "open", help: "open the entry; its letter does so too"),
        Binding("m", .mouse, help: "let the terminal have the mouse, to select text, or take it back"),
        Binding("?", .help, help: "this list"),
        Binding("q", .back, help: "leave Strider"),
        Binding([.control("c")], .quit, help: "end the program, at any time"),
      ])
  ])

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    switch chrome.intercept(event) {
    case .none(let effect): return effect
    case .key(let key): return react(to: key)
    case .mouse(let mouse): return react(to: mouse)
    case .paste, .tick: return nil
    }
  }

  private mutating func react(to key: Key) -> Effect? {
    if let index = HomeEntry.all.firstIndex(where: { .character($0.key) == key }) {
      selected = index
      return .request(.scene(HomeEntry.all[index].scene))
    }
    guard let command = Self.bindings[key] else { return nil }
    switch command {
    case .up: selected = max(0, selected - 1)
    case .down: selected = min(HomeEntry.all.count - 1, selected + 1)
    case .first: selected = 0
    case .last: selected = HomeEntry.all.count - 1
    case .open: return .request(.scene(HomeEntry.all[selected].scene))
    case .help: chrome.showHelp(title: "Strider", Self.bindings.help)
    case .mouse: return chrome.toggleMouse()
    case .back: return .back
    case .quit: return .quit
    }
    return nil
  }

  private mutating func react(to mouse: MouseEvent) -> Effect? {
    switch mouse.action {
    case .scrollUp: selected = max(0, selected - 1)
    case .scrollDown: selected = min(HomeEntry.all.count - 1, selected + 1)
    case .release: break
    case .press:
      guard let index = HomeEntry.all.indices.first(where: { row(of: $0).contains(mouse.point) }) else {
        return nil
      }
      selected = index
      return .request(.scene(HomeEntry.all[index].scene))
    }
    return nil
  }
}

extension HomeScreen {
  private static let width = 68

  private var card: Rect {
    Rect(chrome.size).centred(Size(width: Self.width, height: 12 + HomeEntry.all.count))
  }

  private func row(of index: Int) -> Rect {
    Rect(x: card.x, y: card.y + 5 + index, width: card.width, height: 1)
  }

  /// Draws the list in the middle of the screen.
  public func draw(into frame: inout Frame) {
    guard MinimumSize.isMet(by: frame.size), frame.size == chrome.size else {
      MinimumSize.draw(into: &frame)
      return
    }
    let card = card
    frame.write("Strider", x: card.x + 2, y: card.y + 1, .heading)
    frame.write(
      "deep-learning basics, one step at a time", x: card.x + 12, y: card.y + 1, .quiet,
      limit: card.width - 12)
    frame.horizontalLine(x: card.x + 2, y: card.y + 3, length: card.width - 4)
    for (index, entry) in HomeEntry.all.enumerated() {
      draw(entry, in: row(of: index), index == selected, &frame)
    }
    frame.horizontalLine(x: card.x + 2, y: card.y + 6 + HomeEntry.all.count, length: card.width - 4)
    let message = chrome.toast ?? Toast("Any lab can be left with q and entered again where it starts.")
    frame.write(
      message.text, x: card.x + 2, y: card.y + 8 + HomeEntry.all.count,
      chrome.toast == nil ? Style(.hint) : message.style, limit: card.width - 4)
    let footer = Rect(
      x: card.x + 2, y: card.y + 10 + HomeEntry.all.count, width: card.width - 4, height: 1)
    Footer(
      Self.bindings.footer,
      trailing: [FooterEntry(keys: "?", label: "help"), FooterEntry(keys: "q", label: "quit")]
    )
    .draw(into: &frame, in: footer)
    chrome.drawOverlay(into: &frame)
  }

  private func draw(_ entry: HomeEntry, in row: Rect, _ isSelected: Bool, _ frame: inout Frame) {
    let background: Paint = isSelected ? .selection : .plain
    frame.fill(row, Style(.plain, on: background))
    frame.write(isSelected ? "›" : " ", x: row.x + 1, y: row.y, Style(.accent, on: background, .bold))
    frame.write(String(entry.key), x: row.x + 3, y: row.y, Style(.key, on: background, .bold))
    frame.write(
      entry.title, x: row.x + 6, y: row.y, Style(.plain, on: background, isSelected ? .bold : []), limit: 24)
    frame.write(
      entry.summary, x: row.x + 32, y: row.y, Style(isSelected ? .plain : .quiet, on: background),
      limit: row.width - 33)
  }
}
