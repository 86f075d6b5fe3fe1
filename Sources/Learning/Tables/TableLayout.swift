/// How the fields of a text are parted.
struct TableLayout: Equatable {
  /// What parts fields; `nil` where only blanks do.
  var separator: UInt8?
  /// Whether blanks part fields as well.
  var blanksPart = true
  /// Whether a semicolon ends a row.
  var semicolonsEndRows = false
  /// Whether a comma inside a field is a decimal comma.
  var hasDecimalCommas = false
  /// Whether commas between blanks have to be looked at twice: `1,5 2,5`.
  var commasMayBeUnclear = true
  /// Whether there are lines: comments, and fields in quotation marks.
  var hasLines = false
  /// Whether semicolons part one line alone, which may then be a row or a column.
  var isOneRowOrColumn = false

  /// Whether commas part fields and could have been meant as decimal commas.
  var commasAlonePart: Bool { separator == Byte.comma && commasMayBeUnclear && !semicolonsEndRows }

  /// Rows on one line: commas and blanks part numbers, semicolons part rows.
  static let typed = TableLayout(separator: Byte.comma, semicolonsEndRows: true)
  /// Rows of brackets, made plain.
  static let literal = TableLayout(separator: Byte.comma, semicolonsEndRows: true, commasMayBeUnclear: false)
}

/// The bytes that mean something in tables.
enum Byte {
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let slash = UInt8(ascii: "/")

  static func endsLine(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// Whether numbers, and what parts them, can hold `byte`; those beyond ASCII may be a minus sign.
  static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case comma, semicolon, space, tab, quote, UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
      UInt8(ascii: "+"), UInt8(ascii: "-"), slash, UInt8(ascii: "e"), UInt8(ascii: "E"), 0x80...:
      true
    default: false
    }
  }
}

extension TableLayout {
  /// The layout of a text of several lines, found by what stands in all of them.
  ///
  /// Semicolons part rows where several numbers stand between them with blanks, else fields; where they or tabs part the
  /// fields of two lines or more, a comma inside a field is a decimal comma.
  ///
  /// - Throws: ``TableError/unclear(_:readings:at:)`` where one line alone has semicolons or tabs, and commas.
  init(of bytes: ArraySlice<UInt8>) throws(TableError) {
    let found = TableSurvey(bytes)
    self.init(hasLines: true)
    if found.hasSemicolons, found.isNumeric, found.hasLists {
      (separator, semicolonsEndRows) = (Byte.comma, true)
    } else if found.linesWithSemicolons > 1 || found.hasSemicolons && !found.isNumeric {
      (separator, blanksPart, hasDecimalCommas) = (Byte.semicolon, false, true)
    } else if found.hasSemicolons {
      if let line = found.lineWithTightComma { throw Self.unclear(line, in: bytes, found.start) }
      (separator, blanksPart) = (Byte.semicolon, false)
      if found.linesWithSemicolons == 0 { self = TableLayout(semicolonsEndRows: true, hasLines: true) }
      isOneRowOrColumn = found.linesWithSemicolons == 1 && found.lines == 1
    } else if found.linesWithTabs > 0, found.lineWithTightComma != nil || !found.hasCommas {
      if found.linesWithTabs == 1, found.isNumeric, let line = found.lineWithTightComma {
        throw Self.unclear(line, in: bytes, found.start)
      }
      separator = Byte.tab
      hasDecimalCommas = found.lineWithTightComma != nil
      blanksPart = found.isNumeric && !hasDecimalCommas
    } else if found.hasCommas {
      (separator, blanksPart) = (Byte.comma, found.isNumeric)
    }
  }

  private static func unclear(_ line: Int, in bytes: ArraySlice<UInt8>, _ start: Int) -> TableError {
    let rest = bytes[start...]
    let end = rest.firstIndex(where: Byte.endsLine) ?? rest.endIndex
    return .unclearCommas(in: rest[..<end], at: .line(line))
  }
}

extension TableError {
  /// Commas of `row` that can be read in two ways, with both ways to write its first numbers.
  static func unclearCommas(in row: ArraySlice<UInt8>, at place: TablePlace) -> TableError {
    let isBlank = { (byte: UInt8) in Byte.isBlank(byte) || Byte.endsLine(byte) || byte == Byte.semicolon }
    let all = row.prefix(10_000).split(whereSeparator: isBlank)
    // The first word with a comma, and one beside it.
    let first = all.firstIndex { $0.dropLast().contains(Byte.comma) } ?? 0
    let words = all[max(0, min(first, all.count - 2))...].prefix(2).map {
      String(decoding: $0, as: UTF8.self)
    }
    let plain = words.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
    let parted = plain.map { $0.split(separator: ",").joined(separator: " ") }
    let isList = plain.contains { $0.split(separator: ",").count > 2 }
    let decimal = isList ? parted : plain.map { Numeral.withPoint($0) ?? $0.replacing(",", with: ".") }
    let whole = plain.map { Numeral.withoutThousands($0) ?? $0 }
    var readings = [decimal.joined(separator: isList ? "; " : " "), parted.joined(separator: " ")]
    if whole != plain, whole.allSatisfy({ Numeral.parse($0) != nil }) {
      readings.insert(whole.joined(separator: " "), at: 1)
    }
    return .unclear(words.joined(separator: " "), readings: readings, at: place)
  }
}

/// What stands in the lines of a text, comments left out.
private struct TableSurvey {
  private(set) var lines = 0
  /// Whether only numbers and what parts them stand there.
  private(set) var isNumeric = true
  private(set) var hasSemicolons = false
  private(set) var hasCommas = false
  private var blanksPart = false
  private var commasPart = false
  /// Lines in which a semicolon, or a tab, has something after it.
  private(set) var linesWithSemicolons = 0
  private(set) var linesWithTabs = 0
  /// The first line, counted from 1, with a comma that has no blank at its sides, and where it begins.
  private(set) var lineWithTightComma: Int?
  private(set) var start = 0

  /// Whether several numbers stand between semicolons: blanks part them, or commas that can be no decimal commas.
  var hasLists: Bool { blanksPart || commasPart || hasCommas && lineWithTightComma == nil }

  init(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    var number = 0
    while index < bytes.endIndex {
      number += 1
      let begin = index
      while index < bytes.endIndex, !Byte.endsLine(bytes[index]) { index += 1 }
      survey(bytes[begin..<index], number)
      if index + 1 < bytes.endIndex, bytes[index] == Byte.carriageReturn, bytes[index + 1] == Byte.lineFeed {
        index += 1
      }
      index += 1
    }
  }

  private mutating func survey(_ line: ArraySlice<UInt8>, _ number: Int) {
    guard let first = line.firstIndex(where: { !Byte.isBlank($0) }), line[first] != Byte.hash else { return }
    lines += 1
    var (isQuoted, partsBySemicolon, partsByTab, semicolon, tab, gap) = (
      false, false, false, false, false, false
    )
    var before: UInt8?
    var piece = CommaGroups()
    for index in first..<line.endIndex {
      let byte = line[index]
      if byte == Byte.quote { isQuoted.toggle() }
      if !Byte.isNumeric(byte) { isNumeric = false }
      if isQuoted { continue }
      switch byte {
      case Byte.semicolon:
        (hasSemicolons, semicolon) = (true, true)
      case Byte.tab:
        (tab, gap) = (true, true)
      case Byte.space:
        gap = true
      case Byte.comma:
        hasCommas = true
        if lineWithTightComma == nil, index > first, index + 1 < line.endIndex,
          Byte.isDigit(line[index - 1]), !Byte.isBlank(line[index + 1]), !Byte.isBlank(line[index - 1])
        {
          (lineWithTightComma, start) = (number, line.startIndex)
        }
      default:
        if semicolon { partsBySemicolon = true }
        if tab { partsByTab = true }
        if gap, let before, before != Byte.comma, before != Byte.semicolon { blanksPart = true }
      }
      if !Byte.isBlank(byte) { (before, gap) = (byte, false) }
      if piece.ends(before: byte) { commasPart = true }
    }
    if piece.ends(before: Byte.semicolon) { commasPart = true }
    if partsBySemicolon { linesWithSemicolons += 1 }
    if partsByTab { linesWithTabs += 1 }
  }
}

/// The commas of a piece between semicolons and blanks.
private struct CommaGroups {
  private var commas = 0
  private var length = 0
  private var areThousands = true

  /// Takes the next byte, and says whether a piece ends before it that has two commas or more, and is no number with
  /// its thousands parted.
  mutating func ends(before byte: UInt8) -> Bool {
    let isEnd = byte == Byte.semicolon || Byte.isBlank(byte)
    guard isEnd || byte == Byte.comma else {
      length += 1
      return false
    }
    if commas > 0, length != 3 { areThousands = false }
    length = 0
    guard isEnd else {
      commas += 1
      return false
    }
    defer { self = CommaGroups() }
    return commas > 1 && !areThousands
  }
}
