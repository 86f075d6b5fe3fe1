/// Reads a text row by row, a field at a time, without keeping more than one row: typed values, pastes and files alike.
///
/// Lines end with LF, CRLF or CR. A byte order mark is skipped, as are lines that begin with `#`, and a first line
/// `sep=;` says what parts fields. Rows may also be written in brackets, as Python and NumPy print them.
struct TableReader {
  /// A field: where it stands in the bytes, without blanks at its ends and without quotation marks around it.
  struct Field {
    var range: Range<Int>
    /// Whether it holds doubled quotation marks, each of which stands for one.
    var hasDoubledQuotes = false
  }

  /// How fields are parted.
  private(set) var layout: TableLayout
  /// The fields of the row that ``nextRow()`` has read.
  private(set) var fields: [Field] = []
  /// Where that row stands.
  private(set) var place = TablePlace.cell(row: -1, column: 0)
  /// Whether a slash between blanks is looked for, which parts the planes of a grid of several channels.
  var partsPlanes = false
  /// Whether the row that ``nextRow()`` has read is the last of its plane, since a slash follows.
  private(set) var endsPlane = false

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var line = 1
  private var row = -1
  /// Whether the decimals read so far have commas; `nil` before the first.
  private var decimalsHaveCommas: Bool?

  /// A reader of typed text. What holds line ends or tabs was pasted, and follows the rules for files.
  ///
  /// - Throws: ``TableError``
  init(typed text: String) throws(TableError) {
    let bytes = Self.trimmed(Array(text.utf8)[...])
    if let plain = try BracketedRows.plain(bytes) {
      self.init(plain, .literal)
    } else if bytes.contains(where: { Byte.endsLine($0) || $0 == Byte.tab }) {
      try self.init(file: bytes)
    } else {
      self.init(bytes, .typed)
    }
  }

  /// A reader of what a file holds.
  ///
  /// - Throws: ``TableError``
  init(file contents: ArraySlice<UInt8>) throws(TableError) {
    var bytes = contents
    if bytes.starts(with: "\u{FEFF}".utf8) { bytes = bytes.dropFirst(3) }
    if let plain = try BracketedRows.plain(Self.trimmed(bytes)) {
      self.init(plain, .literal)
      return
    }
    // The last line need not end, and may be followed by empty ones.
    let end = bytes.lastIndex { !Byte.isBlank($0) && !Byte.endsLine($0) } ?? bytes.startIndex - 1
    bytes = bytes[...end]
    if let separator = Self.declaredSeparator(bytes) {
      var layout = TableLayout(separator: separator, blanksPart: false, hasLines: true)
      layout.hasDecimalCommas = separator != Byte.comma
      self.init(bytes, layout)
      skipLine()
    } else {
      self.init(bytes, try TableLayout(of: bytes))
    }
  }

  private init(_ bytes: ArraySlice<UInt8>, _ layout: TableLayout) {
    (self.bytes, self.layout, index) = (bytes, layout, bytes.startIndex)
  }

  /// `bytes` without blanks and line ends around them.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isEmpty = { (byte: UInt8) in Byte.isBlank(byte) || Byte.endsLine(byte) }
    guard let first = bytes.firstIndex(where: { !isEmpty($0) }),
      let last = bytes.lastIndex(where: { !isEmpty($0) })
    else { return [] }
    return bytes[first...last]
  }

  /// What a first line such as `sep=;` declares.
  private static func declaredSeparator(_ bytes: ArraySlice<UInt8>) -> UInt8? {
    let line = bytes.prefix(6)
    guard line.count > 4, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else {
      return nil
    }
    guard line.count == 5 || Byte.endsLine(line[line.startIndex + 5]) else { return nil }
    return line[line.startIndex + 4]
  }

  // MARK: Rows

  /// Reads the next row, which may be empty; false at the end.
  ///
  /// - Throws: ``TableError`` for commas that can be read in two ways, an open quotation mark and too many fields.
  mutating func nextRow() throws(TableError) -> Bool {
    while layout.hasLines, index < bytes.endIndex, isComment { skipLine() }
    fields.removeAll(keepingCapacity: true)
    endsPlane = false
    guard index < bytes.endIndex else { return false }
    row += 1
    place = layout.hasLines ? .line(line) : .cell(row: row, column: 0)
    let start = index
    try readFields()
    if layout.blanksPart { try refuseThousands() }
    if layout.commasMayBeUnclear, layout.separator == Byte.comma, layout.blanksPart,
      Self.commasAreUnclear(Self.trimmed(bytes[start..<(endsPlane ? index - 1 : index)]))
    {
      throw .unclearCommas(in: bytes[start..<index], at: place)
    }
    endRow()
    return true
  }

  /// The text of a field.
  func text(_ field: Field) -> String {
    let text = String(decoding: bytes[field.range], as: UTF8.self)
    return field.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
  }

  /// The number in field `column` of the row, with its decimal comma made a point; `nil` when it holds none.
  ///
  /// - Throws: ``TableError/mixedDecimals(_:at:)``
  mutating func number(in column: Int) throws(TableError) -> Double? {
    let text = text(fields[column])
    guard layout.hasDecimalCommas else { return Numeral.parse(text) }
    let (hasComma, hasPoint) = (text.utf8.contains(Byte.comma), text.utf8.contains(UInt8(ascii: ".")))
    let number = Numeral.parse(hasComma ? text.filter { $0 != "." }.replacing(",", with: ".") : text)
    guard hasComma || hasPoint, number != nil else { return number }
    guard !(hasComma && hasPoint), decimalsHaveCommas ?? hasComma == hasComma else {
      throw .mixedDecimals(text, at: place(of: column))
    }
    decimalsHaveCommas = hasComma
    return number
  }

  /// The finite number in field `column` of the row; a refusal calls it `place`.
  ///
  /// - Throws: ``TableError``
  mutating func cell(in column: Int, at place: TablePlace) throws(TableError) -> Double {
    guard let number = try number(in: column) else { throw .notANumber(text(fields[column]), at: place) }
    guard number.isFinite else { throw .notFinite(text(fields[column]), at: place) }
    return number
  }

  /// Where field `column` of the row stands.
  func place(of column: Int) -> TablePlace {
    layout.hasLines ? .line(lineNumber, column: column) : .cell(row: row, column: column)
  }

  /// The line of the row, counted from 1; of rows without lines their number.
  var lineNumber: Int {
    if case .line(let line, _) = place { line } else { row + 1 }
  }

  private var isComment: Bool {
    bytes[index...].first { !Byte.isBlank($0) } == Byte.hash
  }

  private mutating func skipLine() {
    while index < bytes.endIndex, !Byte.endsLine(bytes[index]) { index += 1 }
    endRow()
  }

  private mutating func endRow() {
    guard index < bytes.endIndex else { return }
    if Byte.endsLine(bytes[index]) { line += 1 }
    if bytes[index] == Byte.carriageReturn, index + 1 < bytes.endIndex, bytes[index + 1] == Byte.lineFeed {
      index += 1
    }
    let endedRow = bytes[index] == Byte.semicolon
    index += 1
    // A semicolon at the end of a line ends one row, not two; nor does one begin behind the last.
    guard endedRow, layout.semicolonsEndRows else { return }
    let next = bytes[index...].firstIndex { !Byte.isBlank($0) } ?? bytes.endIndex
    if next == bytes.endIndex {
      index = next
    } else if Byte.endsLine(bytes[next]) {
      index = next
      endRow()
    }
  }

  // MARK: Fields

  private mutating func readFields() throws(TableError) {
    var expectsField = true
    var hasSeparator = false
    while index < bytes.endIndex, !endsRow(bytes[index]) {
      let byte = bytes[index]
      if byte == layout.separator {
        if expectsField { try append(Field(range: index..<index)) }
        (expectsField, hasSeparator) = (true, true)
        index += 1
      } else if Byte.isBlank(byte) {
        index += 1
      } else if partsPlanes, isPlaneEnd {
        index += 1
        endsPlane = true
        break
      } else {
        try append(layout.hasLines && byte == Byte.quote ? quoted() : word())
        expectsField = false
      }
    }
    if expectsField, hasSeparator { try append(Field(range: index..<index)) }
  }

  /// Whether a slash stands here alone, and not in a fraction such as 1/9.
  private var isPlaneEnd: Bool {
    func isFree(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return true }
      return Byte.isBlank(bytes[index]) || endsRow(bytes[index])
    }
    return bytes[index] == Byte.slash && isFree(index - 1) && isFree(index + 1)
  }

  private mutating func append(_ field: Field) throws(TableError) {
    guard fields.count < Limits.cells else { throw .tooManyCells }
    fields.append(field)
  }

  private func endsRow(_ byte: UInt8) -> Bool {
    Byte.endsLine(byte) || layout.semicolonsEndRows && byte == Byte.semicolon
  }

  private mutating func word() -> Field {
    let start = index
    var end = index
    while index < bytes.endIndex, !endsRow(bytes[index]), bytes[index] != layout.separator {
      if !Byte.isBlank(bytes[index]) { end = index + 1 } else if layout.blanksPart { break }
      index += 1
    }
    return Field(range: start..<end)
  }

  /// A field in quotation marks, which may hold separators and line ends.
  private mutating func quoted() throws(TableError) -> Field {
    let first = line
    index += 1
    var field = Field(range: index..<index)
    while index < bytes.endIndex {
      if bytes[index] == Byte.quote {
        guard index + 1 < bytes.endIndex, bytes[index + 1] == Byte.quote else {
          field.range = field.range.lowerBound..<index
          index += 1
          return field
        }
        field.hasDoubledQuotes = true
        index += 1
      } else if Byte.endsLine(bytes[index]) {
        line += 1
      }
      index += 1
    }
    throw .unclosedQuote(line: first)
  }

  // MARK: Commas

  /// Refuses `1 000`, `1 000.5` and `1,000`, which are hardly two numbers: nobody writes 0 as 000.
  private func refuseThousands() throws(TableError) {
    for (field, next) in zip(fields, fields.dropFirst()) {
      let (before, after) = (bytes[field.range], bytes[next.range])
      let digits = after.prefix(while: Byte.isDigit)
      guard digits.count == 3, digits.first == UInt8(ascii: "0"),
        after.count == 3 || after[digits.endIndex] == UInt8(ascii: "."),
        field.range.upperBound + 1 == next.range.lowerBound, bytes[field.range.upperBound] != Byte.tab
      else { continue }
      let number = before.drop { !Byte.isDigit($0) }
      guard (1...3).contains(number.count), number.first != UInt8(ascii: "0"), number.allSatisfy(Byte.isDigit)
      else { continue }
      let (first, second) = (text(field), text(next))
      let apart = "\(first) \(Numeral.parse(second).map(Numeral.exact) ?? second)"
      guard bytes[field.range.upperBound] == Byte.comma else {
        throw .unclear("\(first) \(second)", readings: [first + second, apart], at: place)
      }
      let decimal = after.count == 3 ? ["\(first).\(second)"] : []
      throw .unclear("\(first),\(second)", readings: decimal + [first + second, apart], at: place)
    }
  }

  /// Whether commas inside numbers meet blanks between numbers: `1,5 2,5`, `1,5, 2,5`.
  private static func commasAreUnclear(_ row: ArraySlice<UInt8>) -> Bool {
    var (isInside, mostInside, inside) = (false, 0, 0)
    var (blanksPart, commasPart, gap) = (false, false, false)
    var before: UInt8?
    for index in row.indices {
      let byte = row[index]
      if Byte.isBlank(byte) {
        (gap, inside) = (before != nil, 0)
        continue
      }
      if gap, before != Byte.comma, byte != Byte.comma { blanksPart = true }
      if gap, before == Byte.comma || byte == Byte.comma { commasPart = true }
      if byte == Byte.comma, !gap, let before, before != Byte.comma, index + 1 < row.endIndex,
        !Byte.isBlank(row[index + 1]), row[index + 1] != Byte.comma
      {
        inside += 1
        (isInside, mostInside) = (true, max(mostInside, inside))
      }
      (before, gap) = (byte, false)
    }
    return isInside && (blanksPart || commasPart && mostInside == 1)
  }
}
