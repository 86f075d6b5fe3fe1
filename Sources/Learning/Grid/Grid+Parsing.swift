extension Grid {
  /// Reads typed rows, `1 0 -1; 1 0 -1` or `[[1, 0], [0, 1]]`, or pasted ones, a row in each line.
  ///
  /// - Throws: ``TableError`` with the row and column of what is wrong.
  public init(parsing text: String) throws(TableError) {
    self = try Self.only(TableReader(typed: text))
  }

  /// Reads the rows that a file holds: numbers parted by commas, semicolons, tabs or blanks, or in brackets.
  ///
  /// - Throws: ``TableError`` with the line and column of what is wrong.
  public init(parsingFile bytes: [UInt8]) throws(TableError) {
    self = try Self.only(TableReader(file: bytes[...]))
  }

  /// Reads one grid or the channels of an image, all of one size, parted by a slash between blanks: `1 2; 3 4 / 5 6; 7 8`.
  ///
  /// - Throws: ``TableError`` with the row and column of what is wrong.
  public static func planes(parsing text: String) throws(TableError) -> [Grid] {
    try planes(TableReader(typed: text))
  }

  /// Reads the channels that a file holds, parted by lines with nothing but a slash.
  ///
  /// - Throws: ``TableError`` with the line and column of what is wrong.
  public static func planes(parsingFile bytes: [UInt8]) throws(TableError) -> [Grid] {
    try planes(TableReader(file: bytes[...]))
  }

  /// The rows as they can be typed, exactly: `1,0,-1;1,0,-1`.
  public var typed: String {
    rows.map { $0.map(Numeral.exact).joined(separator: ",") }.joined(separator: ";")
  }

  private static func only(_ reader: consuming TableReader) throws(TableError) -> Grid {
    let planes = try planes(reader)
    guard planes.count == 1 else { throw .severalPlanes(planes.count) }
    return planes[0]
  }

  private static func planes(_ reader: consuming TableReader) throws(TableError) -> [Grid] {
    var planes: [Grid] = []
    var cells: [Double] = []
    var (height, width, count) = (0, 0, 0)
    func end() throws(TableError) {
      guard height > 0 else { throw planes.isEmpty ? .empty : .emptyPlane(planes.count) }
      let plane = Grid(extent: Extent(height: height, width: width), cells: cells)
      if let first = planes.first, first.extent != plane.extent {
        throw .planeSize(planes.count, plane.extent, expected: first.extent)
      }
      planes.append(plane)
      (cells, height, width) = ([], 0, 0)
    }
    reader.partsPlanes = true
    while try reader.nextRow() {
      let fields = reader.fields.count
      // A slash on a line of its own ends no row.
      if fields > 0 || !reader.endsPlane {
        if height == 0 { width = fields }
        guard fields == width else { throw .ragged(at: reader.place, cells: fields, expected: width) }
        for column in 0..<fields {
          guard count < Limits.cells else { throw .tooManyCells }
          cells.append(try reader.cell(in: column, at: reader.place(of: column)))
          count += 1
        }
        if width > 0 { height += 1 }
      }
      if reader.endsPlane { try end() }
    }
    try end()
    if reader.layout.isOneRowOrColumn, planes.count == 1, planes[0].width > 1 {
      let first = planes[0].cells.prefix(3).map(Numeral.exact)
      throw .unclearSemicolons(row: first.joined(separator: ","), column: first.joined(separator: " "))
    }
    return planes
  }
}
