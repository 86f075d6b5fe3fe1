/// What to do about missing values of a series.
public enum MissingRule: String, CaseIterable, Sendable {
  /// Leave them out.
  case skip
  /// Repeat the value before.
  case carry
}

/// A column of numbers of a file, which may have names, dates and other columns beside it.
public struct NumberColumn: Equatable, Sendable {
  /// What to know about the numbers that were read.
  public enum Remark: Hashable, Sendable, CustomStringConvertible {
    /// Lines before the one with the names hold something else.
    case preamble(lines: Int)
    /// Missing values were left out or filled.
    case missing(Int, MissingRule)
    /// The dates beside the numbers run from the newest to the oldest.
    case newestFirst

    /// A sentence without a full stop.
    public var description: String {
      switch self {
      case .preamble(let lines):
        "\(Plural.count(lines, "line")) before the names of the columns \(lines == 1 ? "is" : "are") left out"
      case .missing(let count, .skip): "\(Plural.count(count, "missing value")) left out"
      case .missing(let count, .carry):
        "\(Plural.count(count, "missing value")) replaced by the value before"
      case .newestFirst:
        "the dates run newest first, and so does the series; --reverse takes the oldest first"
      }
    }
  }

  /// The numbers from the first line to the last; finite.
  public private(set) var numbers: [Double] = []
  /// What to know about them.
  public private(set) var remarks: [Remark] = []

  private let rule: MissingRule?
  /// The lines of missing values, which are NaN in `numbers` until the end.
  private var gaps: [Int] = []
  private var dates: [DateOrder] = []

  /// Whether `text`, which names neither a preset nor a file, was probably meant as numbers: it begins as they do, and has
  /// what stands between or behind them.
  public static func seemsTyped(_ text: String) -> Bool {
    guard let first = text.trimmed.unicodeScalars.first else { return false }
    return (first.properties.numericType != nil || "+-−.([{|√π".unicodeScalars.contains(first))
      && text.contains { " ,;%([{".contains($0) }
  }

  /// Whether `text` means numbers and is no name: it begins with a number, with what should have been one, or with a
  /// bracket.
  public static func isTyped(_ text: String) -> Bool {
    let word = text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace && $0 != "," && $0 != ";" }
    return word.isEmpty || Numeral.parse(word) != nil || BracketedRows.isOne(text)
  }

  /// Reads numbers as they are typed or pasted, whatever parts them.
  ///
  /// - Throws: ``TableError`` with the place of what is wrong.
  public init(typed text: String) throws(TableError) {
    rule = nil
    var reader = try TableReader(typed: text)
    let hasSemicolons = text.utf8.contains(Byte.semicolon)
    var rows = 0
    var mayBeDecimal = true
    while try reader.nextRow() {
      let count = reader.fields.count
      rows += 1
      if count > 2 { mayBeDecimal = hasSemicolons }
      for column in 0..<count {
        guard numbers.count < Limits.cells else { throw .tooManyCells }
        numbers.append(try reader.cell(in: column, at: .sample(numbers.count)))
      }
    }
    guard !numbers.isEmpty else { throw .empty }
    // Several rows of one number or two: 1,5;2,5 is four numbers or two.
    if rows > 1, mayBeDecimal, reader.layout.commasMayBeUnclear, reader.layout.separator == Byte.comma,
      text.utf8.contains(Byte.comma)
    {
      throw .unclearCommas(in: Array(text.utf8)[...], at: .sample(0))
    }
  }

  /// Reads `column` of what a file holds: its name, or its number counted from 1. A file with one column, or with one line
  /// of numbers, needs none. Reversed, the last line comes first.
  ///
  /// - Throws: ``TableError`` with the line of what is wrong.
  public init(
    parsingFile bytes: [UInt8], column: String?, missing rule: MissingRule? = nil, isReversed: Bool = false
  ) throws(TableError) {
    self.rule = rule
    var reader = try TableReader(file: bytes[...])
    var head = TableHead()
    while try reader.nextRow() {
      guard head.isBeforeNumbers else {
        try take(&reader, head)
        continue
      }
      guard try head.take(&reader) else { continue }
      if column == nil, head.isOneLine, head.width > 1, try takeLine(&reader) { break }
      try head.choose(column, commasMayBeDecimal: reader.layout.commasAlonePart)
      for row in head.rowsWithoutNumbers { try take(row.text ?? "", nil, line: row.line) }
      dates = (0..<head.width).filter { $0 != head.column }.map { DateOrder(column: $0) }
      try take(&reader, head)
    }
    guard !head.isBeforeNumbers else { throw head.withoutNumbers }
    if isReversed {
      numbers.reverse()
      gaps.reverse()
    } else if dates.contains(where: \.isNewestFirst) {
      remarks.append(.newestFirst)
    }
    if !gaps.isEmpty, let rule {
      try fillGaps(rule)
      remarks.append(.missing(gaps.count, rule))
    }
    if head.preamble > 0 { remarks.append(.preamble(lines: head.preamble)) }
  }

  private mutating func fillGaps(_ rule: MissingRule) throws(TableError) {
    switch rule {
    case .skip:
      numbers.removeAll(where: \.isNaN)
      guard !numbers.isEmpty else { throw .empty }
    case .carry:
      guard let first = numbers.first, !first.isNaN else { throw .nothingToCarry(line: gaps[0]) }
      for index in numbers.indices where numbers[index].isNaN { numbers[index] = numbers[index - 1] }
    }
  }

  /// Takes the only line of a file as the series; false when another line follows.
  private mutating func takeLine(_ reader: inout TableReader) throws(TableError) -> Bool {
    var rest = reader
    guard try !rest.nextRow() else { return false }
    for column in reader.fields.indices {
      numbers.append(try reader.cell(in: column, at: reader.place(of: column)))
    }
    return true
  }

  private mutating func take(_ reader: inout TableReader, _ head: TableHead) throws(TableError) {
    let line = reader.lineNumber
    // An empty line is a missing value.
    guard !reader.fields.isEmpty else { return try take("", nil, line: line) }
    guard reader.fields.count == head.width else {
      throw .ragged(at: reader.place, cells: reader.fields.count, expected: head.width)
    }
    try take(reader.text(reader.fields[head.column]), reader.number(in: head.column), line: line)
    for index in dates.indices {
      dates[index].take(reader.text(reader.fields[dates[index].column]))
    }
    dates.removeAll { !$0.mayBeNewestFirst }
  }

  private mutating func take(_ text: String, _ number: Double?, line: Int) throws(TableError) {
    guard numbers.count < Limits.cells else { throw .tooManyCells }
    if let number, !number.isNaN {
      guard number.isFinite else { throw .notFinite(text, at: .line(line)) }
      return numbers.append(number)
    }
    guard Self.marksMissing(text) else { throw .notANumber(text, at: .line(line)) }
    guard rule != nil else { throw .missing(text, line: line) }
    numbers.append(.nan)
    gaps.append(line)
  }

  /// Whether `text` stands where a value is missing.
  static func marksMissing(_ text: String) -> Bool {
    ["", "na", "n/a", "#n/a", "nan", "null", "none", ".", "-"].contains(text.lowercased())
  }
}

/// What stands above the first number of a file: perhaps lines about it, perhaps the names of its columns.
private struct TableHead {
  struct Row {
    let line: Int
    let fields: [String]
    /// The field of the column that was chosen.
    var text: String?
  }

  /// How many fields a line has.
  private(set) var width = 0
  /// The column that was chosen, counted from 0.
  private(set) var column = 0
  /// Lines before the names.
  private(set) var preamble = 0
  /// Lines below the names, above the first number.
  private(set) var rowsWithoutNumbers: [Row] = []
  private var names: [String]?
  private var rows: [Row] = []

  var isBeforeNumbers: Bool { width == 0 }
  /// Whether nothing stands above the first number.
  var isOneLine: Bool { rows.isEmpty }

  /// Why no line has a number: the last field that seems to be meant as one, `10%`.
  var withoutNumbers: TableError {
    guard let row = rows.last, let field = row.fields.last(where: { $0.utf8.contains(where: Byte.isDigit) })
    else { return .empty }
    return .notANumber(field, at: .line(row.line))
  }

  /// Takes the row that was read, and says whether it is the first with a number.
  mutating func take(_ reader: inout TableReader) throws(TableError) -> Bool {
    for column in reader.fields.indices where try reader.number(in: column)?.isNaN == false {
      width = reader.fields.count
      try takeNames()
      return true
    }
    guard !reader.fields.isEmpty || !rows.isEmpty else { return false }
    guard rows.count < 1_000 else { throw .empty }
    rows.append(Row(line: reader.lineNumber, fields: reader.fields.map(reader.text)))
    return false
  }

  /// Finds the names: the first line above the numbers with as many fields; a name of several words above one column
  /// counts as one.
  private mutating func takeNames() throws(TableError) {
    if width == 1, let row = rows.last, rows.allSatisfy({ $0.fields.count != 1 }) {
      (names, preamble) = ([row.fields.joined(separator: " ")], rows.filter { !$0.fields.isEmpty }.count - 1)
      return
    }
    guard let first = rows.firstIndex(where: { $0.fields.count == width }) else {
      guard let last = rows.last(where: { !$0.fields.isEmpty }) else { return }
      guard last.fields.count == 1 else {
        throw .ragged(at: .line(last.line + 1), cells: width, expected: last.fields.count)
      }
      preamble = rows.filter { !$0.fields.isEmpty }.count
      return
    }
    (names, preamble) = (rows[first].fields, rows[..<first].filter { !$0.fields.isEmpty }.count)
    for row in rows[(first + 1)...] where !row.fields.isEmpty && row.fields.count != width {
      throw .ragged(at: .line(row.line), cells: row.fields.count, expected: width)
    }
    rowsWithoutNumbers = Array(rows[(first + 1)...])
  }

  /// Finds the column that `choice` names or numbers.
  mutating func choose(_ choice: String?, commasMayBeDecimal: Bool) throws(TableError) {
    let columns = names ?? (1...width).map(String.init)
    if let choice {
      let matches = columns.indices.filter { columns[$0] == choice }
      guard matches.count <= 1 else { throw .repeatedColumn(choice, numbers: matches.map { $0 + 1 }) }
      if let match = matches.first {
        column = match
      } else if let number = Int(choice), (1...width).contains(number) {
        column = number - 1
      } else {
        throw .noColumn(choice, columns: columns)
      }
    } else if width > 1 {
      throw names == nil && commasMayBeDecimal
        ? .columnsOrDecimals(width) : .severalColumns(columns, areNamed: names != nil)
    }
    for index in rowsWithoutNumbers.indices where !rowsWithoutNumbers[index].fields.isEmpty {
      rowsWithoutNumbers[index].text = rowsWithoutNumbers[index].fields[column]
    }
  }
}

/// Whether the dates of a column run from the newest to the oldest.
private struct DateOrder: Equatable {
  let column: Int
  private var areDates = true
  /// With the day before the month, and the other way round, which differ where slashes stand between them.
  private var (dayFirst, monthFirst) = (Run(), Run())

  init(column: Int) { self.column = column }

  /// So by one way to read the dates, and not the other way round by the other.
  var isNewestFirst: Bool {
    areDates && (dayFirst.falls || monthFirst.falls) && !dayFirst.rises && !monthFirst.rises
  }

  /// Whether what comes can still make it so.
  var mayBeNewestFirst: Bool { areDates && (!dayFirst.hasRisen || !monthFirst.hasRisen) }

  mutating func take(_ text: String) {
    guard let dates = Self.dates(text) else {
      areDates = false
      return
    }
    dayFirst.take(dates.dayFirst)
    monthFirst.take(dates.monthFirst)
  }

  /// Dates one after another.
  private struct Run: Equatable {
    private var last: [Int]?
    private(set) var hasRisen = false
    private var hasFallen = false

    var falls: Bool { hasFallen && !hasRisen }
    var rises: Bool { hasRisen && !hasFallen }

    mutating func take(_ date: [Int]) {
      if let last {
        if last.lexicographicallyPrecedes(date) { hasRisen = true }
        if date.lexicographicallyPrecedes(last) { hasFallen = true }
      }
      last = date
    }
  }

  /// `2022-12-30`, `2022-12-30 12:00`, `30.12.2022`, `12/30/2022` and `2022` as numbers from the year down.
  private static func dates(_ text: String) -> (dayFirst: [Int], monthFirst: [Int])? {
    let day = text.utf8.prefix { $0 != Byte.space && $0 != UInt8(ascii: "T") }
    let parts = day.split(omittingEmptySubsequences: false) { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    }
    let numbers = parts.compactMap { part in part.allSatisfy(Byte.isDigit) ? Int(Substring(part)) : nil }
    guard numbers.count == parts.count, [1, 3].contains(parts.count) else { return nil }
    if parts[0].count == 4 { return (numbers, numbers) }
    guard parts.count == 3, parts[2].count == 4 else { return nil }
    let dayFirst = Array(numbers.reversed())
    return (dayFirst, day.contains(UInt8(ascii: "/")) ? [numbers[2], numbers[0], numbers[1]] : dayFirst)
  }
}
