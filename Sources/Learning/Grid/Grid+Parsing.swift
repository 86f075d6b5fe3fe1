extension Grid {
  /// Reads typed rows, `1 0 -1; 1 0 -1` or `[[1, 0], [0, 1]]`, or pasted ones, a row in each line.
  ///
  /// - Throws: ``TableError`` with the row and column of what is wrong.
  public init(parsing text: String) throws(TableError) {
    try self.init(TableReader(typed: text))
  }

  /// Reads the rows that a file holds: numbers parted by commas, semicolons, tabs or blanks, or in brackets.
  ///
  /// - Throws: ``TableError`` with the line and column of what is wrong.
  public init(parsingFile bytes: [UInt8]) throws(TableError) {
    try self.init(TableReader(file: bytes[...]))
  }

  /// The rows as they can be typed, exactly: `1,0,-1;1,0,-1`.
  public var typed: String {
    rows.map { $0.map(Numeral.exact).joined(separator: ",") }.joined(separator: ";")
  }

  private init(_ reader: consuming TableReader) throws(TableError) {
    var cells: [Double] = []
    var height = 0
    var width = 0
    while try reader.nextRow() {
      let count = reader.fields.count
      if height == 0 { width = count }
      guard count == width else { throw .ragged(at: reader.place, cells: count, expected: width) }
      for column in 0..<count {
        guard cells.count < Limits.cells else { throw .tooManyCells }
        cells.append(try reader.cell(in: column, at: reader.place(of: column)))
      }
      guard width > 0 else { continue }
      height += 1
    }
    guard height > 0 else { throw .empty }
    if reader.layout.isOneRowOrColumn, width > 1 {
      let first = cells.prefix(3).map(Numeral.exact)
      throw .unclearSemicolons(row: first.joined(separator: ","), column: first.joined(separator: " "))
    }
    self.init(extent: Extent(height: height, width: width), cells: cells)
  }
}
