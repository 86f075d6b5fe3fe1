/// A table of numbers with a class behind each row, as files hold them; a row of names may stand above.
///
/// Classes that are whole numbers from 0 to 999 mean themselves; others are names, numbered as they first appear. Where all
/// are numbers, one with a fraction is taken for a slip.
struct LabelledTable: Hashable {
  /// How many numbers stand before the class.
  private(set) var width = 0
  /// All of them, row after row; finite.
  var numbers: [Double] = []
  /// The class of each row.
  private(set) var classes: [Int] = []
  /// What the classes are called.
  private(set) var names: [String] = []

  /// Most classes there can be.
  static let mostClasses = 1_000

  /// Reads what a file holds.
  ///
  /// - Throws: ``TableError`` with the line of what is wrong.
  init(parsingFile bytes: [UInt8]) throws(TableError) {
    try self.init(TableReader(file: bytes[...]))
  }

  /// Reads typed rows: `1,2,red; 3,4,blue`.
  ///
  /// - Throws: ``TableError`` with the row of what is wrong.
  init(typed text: String) throws(TableError) {
    try self.init(TableReader(typed: text))
  }

  private init(_ reader: consuming TableReader) throws(TableError) {
    var numberOfName: [String: Int] = [:]
    var fraction: TableError?
    while try reader.nextRow() {
      guard let last = reader.fields.indices.last else { continue }
      if width == 0 {
        guard last > 0 else { throw .noClass(at: reader.place) }
        width = last
        if try Self.isHead(&reader) { continue }
      }
      guard last == width else { throw .ragged(at: reader.place, cells: last + 1, expected: width + 1) }
      for column in 0..<last { numbers.append(try reader.cell(in: column, at: reader.place(of: column))) }
      let name = reader.text(reader.fields[last])
      guard !name.isEmpty else { throw .noClass(at: reader.place) }
      let number = numberOfName[name, default: names.count]
      if number == names.count {
        guard number < Self.mostClasses else { throw .tooManyClasses }
        numberOfName[name] = number
        names.append(name)
        if let value = Numeral.parse(name), value != value.rounded() {
          fraction = fraction ?? .fractionalClass(name, at: reader.place)
        }
      }
      classes.append(number)
    }
    guard !classes.isEmpty else { throw .empty }
    if let fraction, names.allSatisfy({ Numeral.parse($0) != nil }) { throw fraction }
    renumber()
  }

  /// An empty table of rows with `width` numbers and classes of the given names.
  init(width: Int, names: [String]) {
    (self.width, self.names) = (width, names)
  }

  /// Adds a row.
  mutating func append(_ row: [Double], ofClass number: Int) {
    numbers += row
    classes.append(number)
  }

  /// The same rows with other names for their classes.
  func with(names: [String]) -> LabelledTable {
    var table = self
    table.names = names
    return table
  }

  /// The rows in an order that `generator` draws (Fisher and Yates).
  func shuffled(by generator: inout SplitMix64) -> LabelledTable {
    var order = Array(classes.indices)
    for last in order.indices.dropFirst().reversed() {
      order.swapAt(last, generator.integer(in: 0...last))
    }
    var table = LabelledTable(width: width, names: names)
    for row in order {
      table.append(Array(numbers[(row * width)..<((row + 1) * width)]), ofClass: classes[row])
    }
    return table
  }

  /// Whether the row that was read holds names of columns: nothing before its last field is a number.
  private static func isHead(_ reader: inout TableReader) throws(TableError) -> Bool {
    for column in reader.fields.indices.dropLast() where try reader.number(in: column) != nil { return false }
    return true
  }

  /// Takes classes that are whole numbers for what they say.
  private mutating func renumber() {
    let numbers = names.compactMap { Numeral.parse($0).flatMap(Int.init(exactly:)) }
    guard numbers.count == names.count, let largest = numbers.max(), largest < Self.mostClasses,
      numbers.allSatisfy({ $0 >= 0 })
    else { return }
    classes = classes.map { numbers[$0] }
    names = (0...largest).map(String.init)
  }
}
