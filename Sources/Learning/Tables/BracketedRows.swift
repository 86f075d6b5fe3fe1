/// Rows in brackets: `[[1, 2], [3, 4]]` of Python and JSON, tuples `((1, 2), (3, 4))`, `{{1, 2}, {3, 4}}`,
/// `[[1. 2.]\n [3. 4.]]` as NumPy prints, `array([[1, 2]])`, `[1 2; 3 4]`, `[1 2\n 3 4]` of MATLAB. In one pair of brackets
/// a line is a row unless it ends with a comma.
enum BracketedRows {
  /// `bytes` without brackets, with a semicolon between rows; `nil` when they are not in brackets.
  ///
  /// - Throws: ``TableError/brackets``, ``TableError/tooDeep``
  static func plain(_ bytes: ArraySlice<UInt8>) throws(TableError) -> ArraySlice<UInt8>? {
    guard let open = opening(bytes) else { return nil }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.endIndex - open)
    // The brackets that have to be closed, the innermost last.
    var closers: [UInt8] = []
    var endedRow = false
    // What the row at hand ends with so far, blanks aside; `nil` at its beginning.
    var last: UInt8?
    for index in bytes[open...].indices {
      let byte = bytes[index]
      if let closer = closer(of: byte) {
        guard closers.count < 2 else { throw .tooDeep }
        closers.append(closer)
        if endedRow { plain.append(Byte.semicolon) }
        (endedRow, last) = (false, nil)
        plain.append(Byte.space)
      } else if isCloser(byte) {
        guard closers.popLast() == byte else { throw .brackets }
        if closers.isEmpty {
          guard isClosing(bytes[(index + 1)...]) else { throw .brackets }
          return plain[...]
        }
        (endedRow, last) = (true, byte)
      } else if Byte.endsLine(byte) {
        let endsRow = closers.count == 1 && !endedRow && last != nil && last != Byte.comma
        plain.append(endsRow ? Byte.semicolon : Byte.space)
        if endsRow { last = nil }
      } else if endedRow {
        guard Byte.isBlank(byte) || byte == Byte.comma else { throw .brackets }
      } else {
        plain.append(byte)
        if byte == Byte.semicolon { last = nil } else if !Byte.isBlank(byte) { last = byte }
      }
    }
    throw .brackets
  }

  /// Whether `text` begins as rows in brackets do.
  static func isOne(_ text: String) -> Bool { opening(TableReader.trimmed(Array(text.utf8)[...])) != nil }

  /// The first bracket, with nothing before it but a name and a parenthesis. Words may stand in round and curly ones, so
  /// with these the text has to end as it begins.
  private static func opening(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.prefix(80).firstIndex(where: { closer(of: $0) != nil }) else { return nil }
    let isName = bytes[..<first].allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: ".")
    }
    let inner = first + 1 < bytes.endIndex && closer(of: bytes[first + 1]) != nil ? first + 1 : nil
    let isCall =
      bytes[first] == UInt8(ascii: "(")
      && (first > bytes.startIndex || inner.map { bytes[$0] } == UInt8(ascii: "["))
    guard isName, let open = isCall ? inner : first == bytes.startIndex ? first : nil else { return nil }
    let isSquare = bytes[open] == UInt8(ascii: "[")
    return isSquare || bytes.last { $0 != Byte.semicolon }.map(isCloser) == true ? open : nil
  }

  /// Whether `rest` ends what stands before brackets: `)`, `, dtype=float32)`; or a command: `;`.
  private static func isClosing(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.isEmpty || rest.elementsEqual([Byte.semicolon])
      || rest.last == UInt8(ascii: ")") && (rest.count == 1 || rest.first == Byte.comma)
  }

  private static func closer(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    default: nil
    }
  }

  private static func isCloser(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}")
  }
}
