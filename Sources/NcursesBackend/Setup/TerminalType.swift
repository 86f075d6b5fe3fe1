import CNcurses
import TerminalUI

/// What the terminal database says about a terminal, read once.
struct TerminalType: Equatable, Sendable {
  /// The name it was found under.
  let name: String
  /// Number of colours; 0 for a terminal without.
  let colours: Int
  /// Whether the cursor can be sent to any cell, without which there is no screen.
  let canPlaceCursor: Bool
  /// Whether it speaks the ANSI sequences, so that private modes it lacks are ignored.
  let isANSI: Bool
  /// Whether its keys send what the database says; sequences of more than one byte only.
  let keySequences: [KeySequence]
  /// What ends the full-screen mode: attributes off, cursor on, keypad off, back to the normal screen.
  let ending: [UInt8]
  /// Whether the normal screen comes back by itself; if not, what was drawn stays.
  let hasAlternateScreen: Bool

  /// A key and the bytes it sends.
  struct KeySequence: Equatable, Sendable {
    let bytes: [UInt8]
    let key: Key
  }

  /// The description called `name`; `nil` when the database has none.
  init?(named name: String) {
    guard strider_terminfo_open(name) == 1 else { return nil }
    defer { strider_terminfo_close() }
    self.name = name
    colours = max(0, Int(strider_terminfo_number("colors")))
    let placing = TerminalType.string("cup")
    canPlaceCursor = placing != nil
    isANSI = placing?.starts(with: [0x1B, UInt8(ascii: "[")]) ?? false
    keySequences = TerminalType.keys.compactMap { capability, key in
      guard let bytes = TerminalType.string(capability), bytes.count > 1 else { return nil }
      return KeySequence(bytes: bytes, key: key)
    }
    ending = ["sgr0", "op", "cnorm", "rmkx", "rmcup"].flatMap { TerminalType.string($0) ?? [] }
    hasAlternateScreen = TerminalType.string("rmcup") != nil
  }

  /// The description of xterm with 256 colours, if `name` is that of a terminal which follows xterm and which the
  /// database has no description of; that is usual after ssh. `nil` for other names.
  init?(standingInFor name: String) {
    guard
      TerminalType.followers.contains(where: name.lowercased().hasPrefix)
        || TerminalType.suffixes.contains(where: name.hasSuffix)
    else { return nil }
    self.init(named: "xterm-256color")
  }

  /// How the names of terminals that follow xterm begin, and how those of their richer descriptions end.
  private static let followers = [
    "xterm", "alacritty", "contour", "foot", "ghostty", "gnome", "iterm", "kitty", "konsole", "mintty",
    "mlterm",
    "ms-terminal", "nsterm", "putty", "rio", "rxvt", "screen", "st-", "terminology", "tmux", "vscode", "vte",
    "wezterm",
  ]
  private static let suffixes = ["-direct", "-256color", "-truecolor"]

  private static func string(_ capability: String) -> [UInt8]? {
    bytes { strider_terminfo_string(capability, $0, $1) }
  }

  private static func bytes(_ copy: (UnsafeMutablePointer<CChar>, Int) -> Int32) -> [UInt8]? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { room in
      guard let start = room.baseAddress else { return nil }
      let count = Int(copy(start, room.count))
      return count < 0 ? nil : room[..<count].map { UInt8(bitPattern: $0) }
    }
  }

  private static let keys: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kcbt", .backTab),
      ("kent", .enter), ("kbs", .backspace),
    ] + (1...12).map { ("kf\($0)", .function($0)) }

  /// What sends the cursor to the start of `row` (from 0) on the terminal whose screen is open.
  static func movingCursor(toRow row: Int) -> [UInt8] {
    bytes { strider_terminfo_move(Int32(clamping: row), $0, $1) } ?? []
  }
}
