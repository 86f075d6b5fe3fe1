import Learning

/// CSV text with a line of column names: fields separated by commas, semicolons or tabs, whichever the first line has,
/// in quotation marks where they hold a separator.
struct DelimitedTable {
  /// The names in the first line.
  let columns: [String]
  /// The lines below, each with as many fields as there are columns.
  private let rows: [[String]]

  /// - Throws: ``DelimitedTableError`` when there are no names, or a line has another number of fields.
  init(parsing text: String) throws(DelimitedTableError) {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    guard let heading = lines.first else { throw .empty }
    let separator: Character = [",", ";", "\t"].first { heading.contains($0) } ?? ","
    let names = Self.fields(of: heading.drop { $0 == "\u{FEFF}" }, separator)
    var rows: [[String]] = []
    for (index, line) in lines.dropFirst().enumerated() {
      let fields = Self.fields(of: line, separator)
      guard fields.count == names.count else {
        throw .ragged(line: index + 2, fields: fields.count, expected: names.count)
      }
      rows.append(fields)
    }
    (columns, self.rows) = (names, rows)
  }

  /// The numbers below the name `column`.
  ///
  /// - Throws: ``DelimitedTableError`` when there is no such column, or something in it is no finite number.
  func numbers(in column: String) throws(DelimitedTableError) -> [Double] {
    guard let place = columns.firstIndex(of: column) else { throw .noColumn(column, columns: columns) }
    var numbers: [Double] = []
    for (index, row) in rows.enumerated() {
      guard let number = Numeral.parse(row[place]), number.isFinite else {
        throw .notANumber(row[place], line: index + 2)
      }
      numbers.append(number)
    }
    return numbers
  }

  private static func fields(of line: Substring, _ separator: Character) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        // A doubled mark inside quotation marks closes and opens again, and leaves one mark behind.
        if !isQuoted, fields[fields.count - 1].last != nil { fields[fields.count - 1].append("\"") }
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields.map(\.trimmed)
  }
}

/// Why a text is no table, or lacks a column of numbers. Lines count from 1.
enum DelimitedTableError: InputError {
  /// There is no line.
  case empty
  /// A line with another number of fields than there are columns.
  case ragged(line: Int, fields: Int, expected: Int)
  /// There is no column of that name.
  case noColumn(String, columns: [String])
  /// Something that is no finite number.
  case notANumber(String, line: Int)

  var fault: InputFault {
    switch self {
    case .noColumn: .request
    case .empty, .ragged, .notANumber: .data
    }
  }

  var description: String {
    switch self {
    case .empty: "it is empty"
    case .ragged(let line, let fields, let expected):
      "line \(line) has \(Plural.count(fields, "field")) where the first line has \(expected)"
    case .noColumn(let name, let columns):
      "it has no column \(Echo.quote(name)); it has \(Echo.escape(columns.joined(separator: ", ")))"
    case .notANumber(let text, let line): "line \(line): \(Echo.quote(text)) is not a finite number"
    }
  }
}
