/// The modes of the terminal that are switched by hand: whether pastes are marked and whether the mouse is reported.
///
/// They are xterm's, and terminals that follow ECMA-48 ignore those they lack.
struct TerminalModes {
  /// Whether the mouse is reported at present.
  private(set) var isMouseOn = false
  private let isAble: Bool
  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"
  /// Buttons and wheel, with coordinates of any size.
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  /// The modes of a terminal of `type`.
  init(_ type: TerminalType) {
    isAble = type.isANSI
  }

  /// What switches everything off.
  var undo: [UInt8] { isAble ? Array((TerminalModes.mouseOff + TerminalModes.pasteOff).utf8) : [] }

  /// Switches on what a program wants that has just been given the screen.
  func enter() {
    send(TerminalModes.pasteOn)
    if isMouseOn { send(TerminalModes.mouseOn) }
  }

  /// Switches everything off before the screen is left.
  func leave() {
    if isMouseOn { send(TerminalModes.mouseOff) }
    send(TerminalModes.pasteOff)
  }

  /// Has the mouse reported, or not.
  mutating func setMouse(_ isOn: Bool) {
    guard isOn != isMouseOn else { return }
    isMouseOn = isOn
    send(isOn ? TerminalModes.mouseOn : TerminalModes.mouseOff)
  }

  private func send(_ text: String) {
    if isAble { TerminalOutput.send(Array(text.utf8)) }
  }
}
