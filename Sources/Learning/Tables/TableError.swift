/// Where in a table of numbers something stands. Rows, columns and samples count from 0 here and from 1 in sentences;
/// lines count from 1.
public enum TablePlace: Hashable, Sendable, CustomStringConvertible {
  /// A cell of typed rows.
  case cell(row: Int, column: Int)
  /// A line of a file or a paste; `column` when it matters which.
  case line(Int, column: Int? = nil)
  /// A sample of a typed series.
  case sample(Int)

  /// `row 2, column 1`
  public var description: String {
    switch self {
    case .cell(let row, let column): "row \(row + 1), column \(column + 1)"
    case .line(let line, let column?): "line \(line), column \(column + 1)"
    case .line(let line, nil): "line \(line)"
    case .sample(let index): "sample \(index + 1)"
    }
  }

  /// `row 2`
  var row: String {
    switch self {
    case .cell(let row, _): "row \(row + 1)"
    case .line(let line, _): "line \(line)"
    case .sample: "the series"
    }
  }
}

/// Why a text is no table of numbers, no ``Grid`` or no series.
public enum TableError: InputError {
  /// There is no number in it.
  case empty
  /// A row is longer or shorter than the first one.
  case ragged(at: TablePlace, cells: Int, expected: Int)
  /// Something that is no number; empty where one is missing.
  case notANumber(String, at: TablePlace)
  /// NaN, an infinity or a number too large.
  case notFinite(String, at: TablePlace)
  /// More than ``Limits/cells`` cells.
  case tooManyCells
  /// Commas or blanks that may part numbers, be decimal commas or part thousands, and all ways to write them plainly.
  case unclear(String, readings: [String], at: TablePlace)
  /// One line of numbers parted by semicolons in a file: a row or a column?
  case unclearSemicolons(row: String, column: String)
  /// A decimal comma where decimal points stand as well, or the other way round.
  case mixedDecimals(String, at: TablePlace)
  /// Brackets that are not closed, or closed without being open.
  case brackets
  /// Brackets three deep or more.
  case tooDeep
  /// A quotation mark that is not closed, in this line.
  case unclosedQuote(line: Int)
  /// A value of a series that is missing.
  case missing(String, line: Int)
  /// A first value that is missing, where the value before it was to be repeated.
  case nothingToCarry(line: Int)
  /// There is no column of that name or number.
  case noColumn(String, columns: [String])
  /// Several columns of that name; their numbers count from 1.
  case repeatedColumn(String, numbers: [Int])
  /// A row without a class behind its numbers.
  case noClass(at: TablePlace)
  /// A class that is no whole number, where all classes are numbers.
  case fractionalClass(String, at: TablePlace)
  /// More than ``LabelledTable/mostClasses``.
  case tooManyClasses
  /// Several grids, parted by slashes, where one is wanted.
  case severalPlanes(Int)
  /// A channel without numbers; it counts from 0 here and from 1 in sentences.
  case emptyPlane(Int)
  /// A channel of another size than the first.
  case planeSize(Int, Extent, expected: Extent)
  /// One of several columns has to be chosen.
  case severalColumns([String], areNamed: Bool)
  /// One of several columns without names has to be chosen, unless the commas between them were meant as decimal commas.
  case columnsOrDecimals(Int)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .empty, .ragged, .notANumber, .notFinite, .unclear, .unclearSemicolons, .mixedDecimals,
      .brackets,
      .tooDeep, .unclosedQuote, .missing, .nothingToCarry, .noClass, .fractionalClass, .tooManyClasses,
      .severalPlanes,
      .emptyPlane,
      .planeSize:
      .data
    case .tooManyCells, .noColumn, .repeatedColumn, .severalColumns, .columnsOrDecimals: .request
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .empty:
      "there are no numbers: at least one is needed"
    case .ragged(let place, let cells, let expected):
      "\(place.row) has \(Plural.count(cells, "cell")) where the first row has \(expected)"
    case .notANumber("", let place):
      "\(place): a number is missing"
    case .notANumber(let text, let place):
      "\(place): \(Echo.quote(text)) is not a number\(Numeral.advice(on: text))"
    case .notFinite(let text, let place):
      "\(place): \(Echo.quote(text)) is not finite"
    case .tooManyCells:
      "the numbers are beyond the limit of \(Numeral.grouped(Limits.cells)) cells"
    case .unclear(let text, let readings, let place):
      "\(place.row): \(Echo.quote(text)) can mean "
        + "\(readings.dropLast().map(Echo.quote).joined(separator: ", ")) or \(Echo.quote(readings.last ?? text)): "
        + "write one of them"
    case .unclearSemicolons(let row, let column):
      "one line parted by semicolons can be a row or a column: "
        + "write \(Echo.quote(row)) for a row, or a line for each number of \(Echo.quote(column))"
    case .mixedDecimals(let text, let place):
      "\(place): \(Echo.quote(text)) mixes decimal commas and points: write all numbers with a point, "
        + "and nothing between thousands"
    case .brackets:
      "the brackets do not match: write rows as in [[1, 2], [3, 4]]"
    case .tooDeep:
      "brackets within brackets within brackets are several grids: give the rows of one, as in [[1, 2], [3, 4]]"
    case .unclosedQuote(let line):
      "line \(line): a quotation mark is not closed"
    case .missing(let text, let line):
      "line \(line): a value is missing\(text.isEmpty ? "" : " (\(Echo.quote(text)))"); "
        + "--missing skip leaves it out, --missing carry repeats the value before"
    case .nothingToCarry(let line):
      "line \(line): the first value is missing, so there is none before it to repeat; --missing skip leaves it out"
    case .noColumn(let name, let columns):
      "it has no column \(Echo.quote(name)); it has \(Self.list(columns))"
    case .repeatedColumn(let name, let numbers):
      "it has \(numbers.count) columns \(Echo.quote(name)): choose one by its number, as in --column \(numbers[0]) "
        + "(of \(numbers.map(String.init).joined(separator: ", ")))"
    case .fractionalClass(let name, let place):
      "\(place): the class \(Echo.escape(name)) is no whole number, as classes that are numbers have to be"
    case .noClass(let place):
      "\(place.row): a class in the last column, behind the numbers, is missing"
    case .tooManyClasses:
      "the last column holds more than \(Numeral.grouped(LabelledTable.mostClasses)) different classes"
    case .severalPlanes(let count):
      "a slash between blanks parts channels, and \(count) of them are too many: one grid is wanted here"
    case .emptyPlane(let index):
      "channel \(index + 1) is empty: a slash between blanks parts channels, as in 1 2 / 3 4"
    case .planeSize(let index, let extent, let expected):
      "channel \(index + 1) is \(extent.product) where the first is \(expected.product)"
    case .severalColumns(let columns, areNamed: true) where Set(columns).count < columns.count:
      "it has several columns, some with the same name: choose one by its number, as in --column 1: "
        + Self.list(columns)
    case .severalColumns(let columns, areNamed: true):
      "it has several columns: name one with --column: \(Self.list(columns))"
    case .severalColumns(let columns, areNamed: false):
      "it has \(columns.count) columns without names: choose one by its number, as in --column 1"
    case .columnsOrDecimals(let count):
      "it has \(count) columns without names: choose one by its number, as in --column 1, or write decimal commas as "
        + "points"
    }
  }

  private static func list(_ names: [String]) -> String { Echo.escape(names.joined(separator: ", ")) }
}
