/// The attributes and colours that a terminal writes with, as told by select graphic rendition (ECMA-48, SGR).
struct TerminalPen: Equatable {
  /// Codes of the attributes that are on: bold 1, dim 2, underline 4, reverse 7; one bit for each code.
  private var attributes: UInt8 = 0
  /// The parameters that choose the ink's colour; empty for the terminal's own.
  private var foreground: [UInt8] = []
  /// Likewise for the colour behind.
  private var background: [UInt8] = []

  /// The terminal's own look.
  init() {}

  /// Whether nothing of it shows on a blank but a colour behind.
  var leavesBlanksBare: Bool { attributes & 0b1001_0000 == 0 }
  /// Whether it has a colour behind.
  var hasBackground: Bool { !background.isEmpty }

  /// Takes in the parameters of one sequence; whether all of them were known. If not, the pen is undefined.
  mutating func apply(_ parameters: ArraySlice<UInt8>) -> Bool {
    var fields = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)[...]
    while let field = fields.popFirst() {
      guard let code = TerminalPen.number(field) else { return false }
      switch code {
      case 0: self = TerminalPen()
      case 1, 2, 4, 7: attributes |= 1 << UInt8(code)
      // The primary font, which is never left: the Linux console's description resets it with everything else.
      case 10: break
      case 22: attributes &= ~0b110
      case 24, 27: attributes &= ~(1 << UInt8(code - 20))
      case 30...37, 90...97: foreground = Array(field)
      case 39: foreground = []
      case 40...47, 100...107: background = Array(field)
      case 49: background = []
      case 38, 48:
        // 5 and an index, or 2 and three channels.
        let count = fields.first.flatMap(TerminalPen.number) == 5 ? 2 : 4
        guard fields.count >= count else { return false }
        let colour = Array(([field] + fields.prefix(count)).joined(separator: [UInt8(ascii: ";")]))
        fields = fields.dropFirst(count)
        if code == 38 { foreground = colour } else { background = colour }
      default: return false
      }
    }
    return true
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count < 4, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The shortest sequence that leads from `other` here; from an unknown pen if that is `nil`.
  func sequence(from other: TerminalPen?) -> [UInt8] {
    if self == other { return [] }
    let fresh = TerminalPen.sequence(
      attributes == 0 && foreground.isEmpty && background.isEmpty ? [] : [[0x30]] + codes)
    guard let other, other.attributes & ~attributes == 0 else { return fresh }
    var changes = (0..<8).filter { (attributes & ~other.attributes) >> UInt8($0) & 1 == 1 }.map {
      TerminalPen.digits($0)
    }
    if foreground != other.foreground {
      changes.append(foreground.isEmpty ? TerminalPen.digits(39) : foreground)
    }
    if background != other.background {
      changes.append(background.isEmpty ? TerminalPen.digits(49) : background)
    }
    let change = TerminalPen.sequence(changes)
    return change.count < fresh.count ? change : fresh
  }

  private var codes: [[UInt8]] {
    (0..<8).filter { attributes >> UInt8($0) & 1 == 1 }.map { TerminalPen.digits($0) }
      + [foreground, background].filter { !$0.isEmpty }
  }

  private static func digits(_ number: Int) -> [UInt8] { Array(String(number).utf8) }

  private static func sequence(_ codes: [[UInt8]]) -> [UInt8] {
    Array("\u{1B}[".utf8) + codes.joined(separator: [UInt8(ascii: ";")]) + [UInt8(ascii: "m")]
  }
}
