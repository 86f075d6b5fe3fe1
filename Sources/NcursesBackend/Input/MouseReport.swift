import TerminalUI

/// What terminals send for the mouse, in the two encodings that are in use.
enum MouseReport {
  /// xterm's SGR encoding, `ESC [ < button ; column ; row M` and `m` for a release.
  static func event(numbers: [Int], final: UInt8) -> Event? {
    guard numbers.count == 3, final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
    return event(
      button: numbers[0], column: numbers[1], row: numbers[2], isRelease: final == UInt8(ascii: "m"))
  }

  /// The encoding of X10, three bytes of a number and 32; a release does not tell its button.
  static func event(threeBytes bytes: [UInt8]) -> Event? {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
    let button = Int(bytes[0]) - 32
    let isRelease = button & 0b1110_0011 == 3
    return event(
      button: isRelease ? 0 : button, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32,
      isRelease: isRelease)
  }

  /// Bits 2 to 4 are shift, Alt and control and do not matter; bit 5 is a move, bit 6 the wheel.
  private static func event(button: Int, column: Int, row: Int, isRelease: Bool) -> Event? {
    let action: MouseEvent.Action
    switch (button & ~0b1_1100, isRelease) {
    case (0, false): action = .press
    case (0, true): action = .release
    case (64, false): action = .scrollUp
    case (65, false): action = .scrollDown
    default: return nil
    }
    guard column >= 1, row >= 1 else { return nil }
    return .mouse(MouseEvent(action, at: Point(x: column - 1, y: row - 1)))
  }
}
