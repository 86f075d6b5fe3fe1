/// Rows in brackets: `[[1, 2], [3, 4]]` of Python and JSON, `[[1. 2.]\n [3. 4.]]` as NumPy prints, `array([[1, 2]])`,
/// `[1 2; 3 4]`, `[1 2\n 3 4]` of MATLAB. In one pair of brackets a line is a row unless it ends with a comma.
enum BracketedRows {
  /// `bytes` without brackets, with a semicolon between rows; `nil` when they are not in brackets.
  ///
  /// - Throws: ``TableError/brackets``, ``TableError/tooDeep``
  static func plain(_ bytes: ArraySlice<UInt8>) throws(TableError) -> ArraySlice<UInt8>? {
    guard let open = opening(bytes) else { return nil }
    guard let close = bytes.lastIndex(of: UInt8(ascii: "]")), isClosing(bytes[(close + 1)...]) else {
      throw .brackets
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(close - open)
    var (depth, endedRow) = (0, false)
    // What the row at hand ends with so far, blanks aside; `nil` at its beginning.
    var last: UInt8?
    for byte in bytes[open...close] {
      defer {
        if byte == UInt8(ascii: "[") || byte == Byte.semicolon {
          last = nil
        } else if !Byte.isBlank(byte), !Byte.endsLine(byte) {
          last = byte
        }
      }
      switch byte {
      case UInt8(ascii: "["):
        guard depth > 0 || plain.isEmpty else { throw .brackets }
        depth += 1
        guard depth <= 2 else { throw .tooDeep }
        if endedRow { plain.append(Byte.semicolon) }
        endedRow = false
        plain.append(Byte.space)
      case UInt8(ascii: "]"):
        depth -= 1
        guard depth >= 0 else { throw .brackets }
        endedRow = depth == 1
      case Byte.comma where endedRow: break
      case _ where Byte.endsLine(byte):
        let endsRow = depth == 1 && !endedRow && last != nil && last != Byte.comma
        plain.append(endsRow ? Byte.semicolon : Byte.space)
        if endsRow { last = nil }
      case _ where endedRow && !Byte.isBlank(byte): throw .brackets
      default: plain.append(byte)
      }
    }
    guard depth == 0 else { throw .brackets }
    return plain[...]
  }

  /// Whether `text` begins as rows in brackets do.
  static func isOne(_ text: String) -> Bool { opening(TableReader.trimmed(Array(text.utf8)[...])) != nil }

  /// The first bracket, with nothing before it but a name and a parenthesis.
  private static func opening(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let open = bytes.prefix(80).firstIndex(of: UInt8(ascii: "[")) else { return nil }
    guard open > bytes.startIndex else { return open }
    let isCall = bytes[open - 1] == UInt8(ascii: "(")
    let isName = bytes[..<(open - 1)].allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: ".")
    }
    return isCall && isName ? open : nil
  }

  /// Whether `rest` ends what stands before brackets: `)`, `, dtype=float32)`.
  private static func isClosing(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.isEmpty || rest.last == UInt8(ascii: ")") && (rest.count == 1 || rest.first == Byte.comma)
  }
}
