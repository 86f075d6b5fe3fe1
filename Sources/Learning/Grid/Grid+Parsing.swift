extension Grid {
  /// Reads typed rows: `1 0 -1; 1 0 -1`. Rows end at a semicolon or a line break; numbers are separated by spaces,
  /// by commas or by both.
  ///
  /// - Throws: ``GridError`` with the row and column of what is wrong.
  public init(parsing text: String) throws(GridError) {
    try self.init(reading: text, .typed)
  }

  /// Reads CSV text: a row per line, numbers separated by commas, semicolons, tabs or spaces, in quotation marks or
  /// not. A byte order mark and blank lines at the end are skipped.
  ///
  /// - Throws: ``GridError`` with the row and column of what is wrong.
  public init(parsingCSV text: String) throws(GridError) {
    try self.init(reading: text, .csv)
  }

  /// The rows as they can be typed, exactly: `1,0,-1;1,0,-1`.
  public var typed: String {
    rows.map { $0.map(Numeral.exact).joined(separator: ",") }.joined(separator: ";")
  }

  private init(reading text: String, _ notation: Notation) throws(GridError) {
    var lines = text.utf8.split(omittingEmptySubsequences: false, whereSeparator: notation.endsRow)
    if let first = lines.first, first.starts(with: "\u{FEFF}".utf8) { lines[0] = first.dropFirst(3) }
    while let last = lines.last, last.allSatisfy(Notation.isSpace), lines.count > 1 || notation == .csv {
      lines.removeLast()
    }
    var rows: [[Double]] = []
    var count = 0
    for (row, line) in lines.enumerated() {
      let numbers = try Self.numbers(of: line, row: row, notation)
      count += numbers.count
      guard count <= Limits.cells else { throw .tooManyCells }
      if let first = rows.first, first.count != numbers.count {
        throw .ragged(row: row, cells: numbers.count, expected: first.count)
      }
      rows.append(numbers)
    }
    try self.init(rows: rows)
  }

  private static func numbers(
    of line: Substring.UTF8View, row: Int, _ notation: Notation
  ) throws(GridError) -> [Double] {
    guard !line.allSatisfy(Notation.isSpace) else { return [] }
    var numbers: [Double] = []
    for field in line.split(omittingEmptySubsequences: false, whereSeparator: notation.endsField) {
      let words = field.split(whereSeparator: Notation.isSpace)
      let place = Position(row: row, column: numbers.count)
      if words.isEmpty { throw .notANumber("", at: place) }
      for word in words {
        let place = Position(row: row, column: numbers.count)
        let text = notation.unquoted(Substring(word))
        guard let number = Numeral.parse(text) else { throw .notANumber(String(text), at: place) }
        guard number.isFinite else { throw .notFinite(String(text), at: place) }
        guard numbers.count < Limits.cells else { throw .tooManyCells }
        numbers.append(number)
      }
    }
    return numbers
  }
}

/// Which characters separate rows and numbers.
private enum Notation {
  case typed, csv

  func endsRow(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || (self == .typed && byte == UInt8(ascii: ";"))
  }

  func endsField(_ byte: UInt8) -> Bool {
    switch self {
    case .typed: byte == UInt8(ascii: ",")
    case .csv: byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\t")
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  func unquoted(_ word: Substring) -> Substring {
    guard self == .csv, word.utf8.count > 1, word.first == "\"", word.last == "\"" else { return word }
    return word.dropFirst().dropLast()
  }
}
