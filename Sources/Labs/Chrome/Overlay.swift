import TerminalUI

/// What lies over a lab and takes the keys until it is closed.
enum Overlay: Equatable, Sendable {
  /// Every key of the lab.
  case help(HelpOverlay)
  /// A card of text.
  case text(TextOverlay)

  /// Takes one event; returns whether the overlay stays open.
  mutating func update(_ event: Event, on size: Size) -> Bool {
    switch event {
    case .key(let key):
      guard let rows = Self.rows(of: key, on: size) else { return Self.keepsOpen(key) }
      scroll(by: rows, on: size)
    case .mouse(let mouse):
      switch mouse.action {
      case .press: return false
      case .scrollUp: scroll(by: -3, on: size)
      case .scrollDown: scroll(by: 3, on: size)
      case .release: break
      }
    case .paste, .tick, .resized, .message, .closed: break
    }
    return true
  }

  private mutating func scroll(by rows: Int, on size: Size) {
    switch self {
    case .help(var help):
      help.scroll(by: rows, on: size)
      self = .help(help)
    case .text(var text):
      text.scroll(by: rows, on: size)
      self = .text(text)
    }
  }

  private static func rows(of key: Key, on size: Size) -> Int? {
    switch key {
    case .up, .character("k"): -1
    case .down, .character("j"): 1
    case .pageUp: -size.height / 2
    case .pageDown, .space: size.height / 2
    case .home: -10_000
    case .end: 10_000
    case .left, .right, .enter, .escape, .tab, .backTab, .backspace, .delete, .function, .character, .control:
      nil
    }
  }

  /// Keys without a meaning here do nothing rather than close a card that is being read.
  private static func keepsOpen(_ key: Key) -> Bool {
    switch key {
    case .escape, .enter, .character("?"), .character("q"), .character("c"), .character("i"),
      .character("y"):
      false
    default: true
    }
  }

  func draw(into frame: inout Frame) {
    switch self {
    case .help(let help): help.draw(into: &frame)
    case .text(let text): text.draw(into: &frame)
    }
  }
}
