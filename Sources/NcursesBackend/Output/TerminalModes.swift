/// The modes of the terminal that curses does not switch: whether pastes are marked and whether the mouse is reported.
///
/// They are xterm's, and terminals that follow ECMA-48 ignore those they lack.
struct TerminalModes: Equatable, Sendable {
  /// Whether the mouse is wanted.
  var hasMouse: Bool
  /// Whether the terminal can be told at all.
  private let isAble: Bool

  /// The modes of a terminal of `type`.
  init(_ type: TerminalType, hasMouse: Bool) {
    isAble = type.isANSI
    self.hasMouse = hasMouse
  }

  /// What switches on everything that is wanted.
  var entering: [UInt8] { bytes("\u{1B}[?2004h") + (hasMouse ? mouse : []) }
  /// What switches everything off.
  var leaving: [UInt8] { bytes("\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?2004l") }
  /// What makes the terminal report buttons and wheel, with coordinates of any size, or stops it.
  var mouse: [UInt8] {
    bytes(hasMouse ? "\u{1B}[?1000h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1000l")
  }

  private func bytes(_ text: String) -> [UInt8] { isAble ? Array(text.utf8) : [] }
}
