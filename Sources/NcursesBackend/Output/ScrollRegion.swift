/// The rows that a terminal scrolls when the cursor leaves them (ECMA-48's successors, DECSTBM).
///
/// Curses sets them to the rows it takes the terminal to have when it starts, which are 24: it writes into memory and cannot
/// ask. On a taller terminal a line feed in row 24 would then scroll, and a move downwards stop there.
enum ScrollRegion {
  private static let reset = Array("\u{1B}[r".utf8)

  /// `bytes` with all rows in the region: wherever they set it, or else before them. Setting it moves the cursor to the
  /// corner, so it must not come before the switch to the screen on which the old place is remembered.
  static func whole(in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isSet = false
    var rest = bytes[...]
    while let escape = rest.firstIndex(of: 0x1B) {
      result += rest[..<escape]
      rest = rest[escape...]
      let parameters = rest.dropFirst(2).prefix { 0x30...0x3B ~= $0 }
      if rest.dropFirst().first == UInt8(ascii: "["), parameters.endIndex < rest.endIndex,
        rest[parameters.endIndex] == UInt8(ascii: "r")
      {
        result += reset
        isSet = true
        rest = rest[(parameters.endIndex + 1)...]
      } else {
        result.append(0x1B)
        rest = rest.dropFirst()
      }
    }
    return (isSet ? [] : reset) + result + rest
  }
}
