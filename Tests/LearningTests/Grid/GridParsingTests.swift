import Learning
import Testing

@Suite struct GridParsingTests {
  @Test(
    arguments: [
      ("1 0 -1; 1 0 -1", [[1.0, 0, -1], [1, 0, -1]]),
      ("1,0,-1;1,0,-1", [[1, 0, -1], [1, 0, -1]]),
      ("1, 2 ,3", [[1, 2, 3]]),
      ("7", [[7]]),
      ("1 2; 3 4;", [[1, 2], [3, 4]]),
      ("  1e-3\t2 \n 3 4 \n", [[1e-3, 2], [3, 4]]),
      ("1 2\r\n3 4\r\n\r\n", [[1, 2], [3, 4]]),
      ("-.5 +5.", [[-0.5, 5]]),
    ] as [(String, [[Double]])])
  func readsTypedRows(text: String, rows: [[Double]]) throws {
    #expect(try Grid(parsing: text).rows == rows)
  }

  @Test(
    arguments: [
      ("", GridError.empty),
      ("   ", .empty),
      (";", .empty),
      ("1 2;3", .ragged(row: 1, cells: 1, expected: 2)),
      ("1 2;;3 4", .ragged(row: 1, cells: 0, expected: 2)),
      ("1 x", .notANumber("x", at: Position(row: 0, column: 1))),
      ("1,,2", .notANumber("", at: Position(row: 0, column: 1))),
      ("1,2,", .notANumber("", at: Position(row: 0, column: 2))),
      ("1 2;3 0x4", .notANumber("0x4", at: Position(row: 1, column: 1))),
      ("1 nan", .notFinite("nan", at: Position(row: 0, column: 1))),
      ("inf", .notFinite("inf", at: Position(row: 0, column: 0))),
      ("1;1e400", .notFinite("1e400", at: Position(row: 1, column: 0))),
      ("\"1\" 2", .notANumber("\"1\"", at: Position(row: 0, column: 0))),
    ] as [(String, GridError)])
  func refusesTypedRows(text: String, error: GridError) {
    #expect(throws: error) { try Grid(parsing: text) }
  }

  @Test(
    arguments: [
      ("1,2\n3,4\n", [[1.0, 2], [3, 4]]),
      ("\u{FEFF}1;2\r\n3;4", [[1, 2], [3, 4]]),
      ("\"1\",\"-2.5\"\n\n\n", [[1, -2.5]]),
      ("1\t2\n3\t4", [[1, 2], [3, 4]]),
      ("1 2\n3 4", [[1, 2], [3, 4]]),
    ] as [(String, [[Double]])])
  func readsCSV(text: String, rows: [[Double]]) throws {
    #expect(try Grid(parsingCSV: text).rows == rows)
  }

  @Test(
    arguments: [
      ("", GridError.empty),
      ("\n\n", .empty),
      ("1,2\n3", .ragged(row: 1, cells: 1, expected: 2)),
      ("1,2\n\n3,4", .ragged(row: 1, cells: 0, expected: 2)),
      ("a,b\n1,2", .notANumber("a", at: Position(row: 0, column: 0))),
      ("1,\u{1b}[31m2", .notANumber("\u{1b}[31m2", at: Position(row: 0, column: 1))),
      ("1,2,\n", .notANumber("", at: Position(row: 0, column: 2))),
    ] as [(String, GridError)])
  func refusesCSV(text: String, error: GridError) {
    #expect(throws: error) { try Grid(parsingCSV: text) }
  }

  @Test func sentencesNameThePlaceAndEscapeWhatTheyQuote() {
    #expect(
      GridError.notANumber("\u{1b}[31m2", at: Position(row: 0, column: 1)).description
        == "row 1, column 2: \"\\u{1b}[31m2\" is not a number")
    #expect(
      GridError.ragged(row: 1, cells: 1, expected: 2).description
        == "row 2 has 1 cell where the first row has 2")
    #expect(GridError.tooManyCells.description == "the grid is beyond the limit of 1,000,000 cells")
    #expect(GridError.tooManyCells.fault == .request)
    #expect(GridError.empty.fault == .data)
  }

  @Test func tooManyCellsAreRefusedWhileReading() {
    let row = Array(repeating: "1", count: 1_001).joined(separator: ",")
    let text = Array(repeating: row, count: 1_000).joined(separator: "\n")
    #expect(throws: GridError.tooManyCells) { try Grid(parsingCSV: text) }
  }

  @Test func typedTextReadsBack() throws {
    var generator = SplitMix64(seed: 21)
    for _ in 0..<50 {
      let extent = Extent(height: generator.integer(in: 1...5), width: generator.integer(in: 1...5))
      let grid = Grid(extent, repeating: 0).map { _ in (generator.uniform() - 0.5) * 100 }
      #expect(try Grid(parsing: grid.typed) == grid)
      #expect(try Grid(parsingCSV: grid.typed.split(separator: ";").joined(separator: "\n")) == grid)
    }
  }
}
