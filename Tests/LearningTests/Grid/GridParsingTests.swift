import Learning
import Testing

/// A text, and the rows it means.
struct ReadRows: CustomTestStringConvertible {
  let name: String
  let text: String
  let rows: [[Double]]
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ rows: [[Double]] = [[1, 2], [3, 4]]) {
    (self.name, self.text, self.rows) = (name, text, rows)
  }
}

/// A text that is refused, and the sentence that says why.
struct RefusedText: CustomTestStringConvertible {
  let name: String
  let text: String
  let sentence: String
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ sentence: String) {
    (self.name, self.text, self.sentence) = (name, text, sentence)
  }
}

@Suite struct GridParsingTests {
  /// The blanks beside a slash part planes, not numbers, so commas stay as clear as without them.
  @Test(arguments: [
    "1,0;0,1 / 0,1;1,0", "1, 0; 0, 1 / 0, 1; 1, 0", "1 0;0 1 / 0 1;1 0", " 1,0;0,1 /\n 0,1;1,0 ",
  ])
  func planesOfRowsWithCommas(_ text: String) throws {
    #expect(try Grid.planes(parsing: text).map(\.rows) == [[[1, 0], [0, 1]], [[0, 1], [1, 0]]])
  }

  @Test func commasThatMeetBlanksInAPlaneStayUnclear() {
    #expect(throws: TableError.self) { try Grid.planes(parsing: "1,5 2;3 4 / 1 2;3 4") }
  }

  @Test(arguments: [
    ReadRows("blanks", "1 2; 3 4"),
    ReadRows("commas", "1,2;3,4"),
    ReadRows("commas and blanks", "1, 2; 3, 4"),
    ReadRows("a blank before a comma", "1, 2 ,3", [[1, 2, 3]]),
    ReadRows("commas of a list, one blank", "1,2,3, 4", [[1, 2, 3, 4]]),
    ReadRows("one number", "7", [[7]]),
    ReadRows("a column", "1;2;3", [[1], [2], [3]]),
    ReadRows("a semicolon at the end", "1 2; 3 4;"),
    ReadRows("points and exponents", "-.5 +5. 1e-3", [[-0.5, 5, 1e-3]]),
    ReadRows("fractions", "1/9 -1/4; 1/2 2/1", [[1.0 / 9, -0.25], [0.5, 2]]),
    ReadRows("a printed minus", "−1 –2; 1e−3 4", [[-1, -2], [1e-3, 4]]),
    ReadRows("pasted lines", "1 2\n3 4\n"),
    ReadRows("pasted lines of another system", "1 2\r\n3 4\r\n\r\n"),
    ReadRows("pasted lines of an old system", "1 2\r3 4\r"),
    ReadRows("pasted from a spreadsheet", "1\t2\n3\t4\n"),
    ReadRows("pasted with decimal commas", "1,5\t2\n3\t4,25\n", [[1.5, 2], [3, 4.25]]),
    ReadRows("tabs in one line", "1\t2", [[1, 2]]),
    ReadRows("tabs and blanks", "  1e-3\t2 \n 3 4 \n", [[1e-3, 2], [3, 4]]),
    ReadRows("lines with commas", "1, 2\n3, 4"),
    ReadRows("lines with semicolons at their ends", "1 2;\n3 4;"),
    ReadRows("Python", "[[1, 2], [3, 4]]"),
    ReadRows("Python without blanks", "[[1,2],[3,4]]"),
    ReadRows("Python over lines", "[\n  [1, 2],\n  [3, 4]\n]\n"),
    ReadRows("one row in brackets", "[1, 2, 3]", [[1, 2, 3]]),
    ReadRows("NumPy as printed", "[[1. 2.]\n [3. 4.]]"),
    ReadRows("NumPy as code", "np.array([[1, 2], [3, 4]])"),
    ReadRows("PyTorch as printed", "tensor([[1., 2.],\n        [3., 4.]], dtype=torch.float64)"),
    ReadRows("MATLAB", "[1 2; 3 4]"),
    ReadRows("MATLAB over lines", "[1, 2\n 3, 4]"),
    ReadRows("MATLAB over lines with semicolons", "[\r\n1 2;\r\n3 4\r\n]\r\n"),
    ReadRows("a list over lines", "[\n1,\n2,\n3,\n4\n]", [[1, 2, 3, 4]]),
    ReadRows("zeros are no thousands", "0 000;100 1000;1 00", [[0, 0], [100, 1000], [1, 0]]),
    ReadRows("tuples", "((1,2),(3,4))"),
    ReadRows("a list of tuples", "[(1, 2), (3, 4)]"),
    ReadRows("one tuple", "(1, 2, 3)", [[1, 2, 3]]),
    ReadRows("tuples in code", "np.array(((1, 2), (3, 4)))"),
    ReadRows("curly brackets", "{{1,2},{3,4}}"),
    ReadRows("curly brackets over lines", "{\n{1, 2},\n{3, 4}\n};"),
    ReadRows("a command", "[1 2; 3 4];"),
    ReadRows(
      "roots and π", "√2 π;2π -√2/2;π/2 √π",
      [
        [Double(2).squareRoot(), Double.pi], [2 * Double.pi, -Double(2).squareRoot() / 2],
        [Double.pi / 2, Double.pi.squareRoot()],
      ]),
    ReadRows("a comma in brackets is no decimal comma", "[[1,2, 3]]", [[1, 2, 3]]),
  ])
  func readsTypedRows(_ example: ReadRows) throws {
    #expect(try Grid(parsing: example.text).rows == example.rows)
    #expect(try GridSource(parsing: example.text)?.grid.rows == example.rows)
  }

  @Test(arguments: [
    RefusedText("nothing", "", "there are no numbers: at least one is needed"),
    RefusedText("blanks", "   ", "there are no numbers: at least one is needed"),
    RefusedText("a lone semicolon", ";", "there are no numbers: at least one is needed"),
    RefusedText("empty brackets", "[[]]", "there are no numbers: at least one is needed"),
    RefusedText("ragged", "1 2;3", "row 2 has 1 cell where the first row has 2"),
    RefusedText("an empty row", "1 2;;3 4", "row 2 has 0 cells where the first row has 2"),
    RefusedText("a word", "1 x", "row 1, column 2: \"x\" is not a number"),
    RefusedText("a hole", "1,,2", "row 1, column 2: a number is missing"),
    RefusedText("a comma at the end", "1,2,", "row 1, column 3: a number is missing"),
    RefusedText("hexadecimal", "1 2;3 0x4", "row 2, column 2: \"0x4\" is not a number; write 4"),
    RefusedText("nan", "1 nan", "row 1, column 2: \"nan\" is not finite"),
    RefusedText("infinity", "inf", "row 1, column 1: \"inf\" is not finite"),
    RefusedText("too large", "1;1e400", "row 2, column 1: \"1e400\" is not finite"),
    RefusedText("a fraction over 0", "1/0", "row 1, column 1: \"1/0\" is not finite"),
    RefusedText("two fractions", "1 1/2/3", "row 1, column 2: \"1/2/3\" is not a number"),
    RefusedText("quotation marks", "1 \"2\"", "row 1, column 2: \"\"2\"\" is not a number"),
    RefusedText("a root of nothing", "1 √-2", "row 1, column 2: \"√-2\" is not a number"),
    RefusedText("a root as typed", "1 sqrt(4)", "row 1, column 2: \"sqrt(4)\" is not a number; write 2"),
    RefusedText("a product", "2*3 1", "row 1, column 1: \"2*3\" is not a number; write 6"),
    RefusedText("per cent", "10% 20%", "row 1, column 1: \"10%\" is not a number; write 0.1, or 10"),
    RefusedText("parted by apostrophes", "1 2'000", "row 1, column 2: \"2'000\" is not a number; write 2000"),
    RefusedText(
      "parted by underscores", "1_000.5", "row 1, column 1: \"1_000.5\" is not a number; write 1000.5"),
    RefusedText("one and a half with a sign", "1 1½", "row 1, column 2: \"1½\" is not a number"),
    RefusedText("a date", "2022-12-30 1", "row 1, column 1: \"2022-12-30\" is not a number"),
    RefusedText(
      "brackets of two kinds", "[(1, 2], (3, 4))",
      "the brackets do not match: write rows as in [[1, 2], [3, 4]]"),
    RefusedText(
      "decimal commas", "1,5 2,5",
      "row 1: \"1,5 2,5\" can mean \"1.5 2.5\" or \"1 5 2 5\": write one of them"),
    RefusedText(
      "decimal commas in the second row", "1 2; 1,5 2",
      "row 2: \"1,5 2\" can mean \"1.5 2\" or \"1 5 2\": write one of them"),
    RefusedText(
      "parted thousands", "1,234.5 2",
      "row 1: \"1,234.5 2\" can mean \"1234.5 2\" or \"1 234.5 2\": write one of them"),
    RefusedText(
      "thousands parted by points", "1.234,5 2",
      "row 1: \"1.234,5 2\" can mean \"1234.5 2\" or \"1.234 5 2\": write one of them"),
    RefusedText(
      "thousands or decimals", "1,234 -5,678",
      "row 1: \"1,234 -5,678\" can mean \"1.234 -5.678\", \"1234 -5678\" or \"1 234 -5 678\": write one of them"
    ),
    RefusedText(
      "thousands parted by a blank", "3 4; -12 050",
      "row 2: \"-12 050\" can mean \"-12050\" or \"-12 50\": write one of them"),
    RefusedText(
      "a decimal with its thousands parted", "1 000.5 2",
      "row 1: \"1 000.5\" can mean \"1000.5\" or \"1 0.5\": write one of them"),
    RefusedText(
      "thousands parted by a comma", "1,000;2,000",
      "row 1: \"1,000\" can mean \"1.000\", \"1000\" or \"1 0\": write one of them"),
    RefusedText(
      "decimal commas between commas", "1,5, 2,5",
      "row 1: \"1,5, 2,5\" can mean \"1.5 2.5\" or \"1 5 2 5\": write one of them"),
    RefusedText(
      "rows that lost their line ends", "1,2,3 4,5,6",
      "row 1: \"1,2,3 4,5,6\" can mean \"1 2 3; 4 5 6\" or \"1 2 3 4 5 6\": write one of them"
    ),
    RefusedText(
      "one pasted line with decimal commas", "1,5\t2,5",
      "line 1: \"1,5 2,5\" can mean \"1.5 2.5\" or \"1 5 2 5\": write one of them"),
    RefusedText("a hole between tabs", "1\t\t3", "line 1, column 2: a number is missing"),
    RefusedText(
      "an open bracket", "[[1, 2], [3, 4]", "the brackets do not match: write rows as in [[1, 2], [3, 4]]"),
    RefusedText(
      "a bracket too many", "[1, 2]]", "the brackets do not match: write rows as in [[1, 2], [3, 4]]"),
    RefusedText(
      "numbers between brackets", "[[1, 2] 3]", "the brackets do not match: write rows as in [[1, 2], [3, 4]]"
    ),
    RefusedText(
      "planes", "[[[1, 2], [3, 4]]]",
      "brackets within brackets within brackets are several grids: give the rows of one, as in [[1, 2], [3, 4]]"
    ),
  ])
  func refusesTypedRows(_ example: RefusedText) {
    let error = #expect(throws: TableError.self) { try Grid(parsing: example.text) }
    #expect(error?.description == example.sentence)
    #expect(error?.fault == .data)
  }

  @Test(arguments: [
    ReadRows("commas", "1,2\n3,4\n"),
    ReadRows("semicolons", "\u{FEFF}1;2\r\n3;4"),
    ReadRows("carriage returns alone", "1,2\r3,4\r"),
    ReadRows("quotation marks", "\"1\",\"-2.5\"\n\n\n", [[1, -2.5]]),
    ReadRows("tabs", "1\t2\n3\t4"),
    ReadRows("blanks", "1 2\n3 4"),
    ReadRows("comments", "# a grid\n1,2\n  # in the middle\n3,4\n# the end\n"),
    ReadRows("empty lines before", "\n\n1,2\n3,4"),
    ReadRows("decimal commas between semicolons", "1,5;2\n3;4,25", [[1.5, 2], [3, 4.25]]),
    ReadRows("decimal commas between tabs", "1,5\t2\n3\t4,25", [[1.5, 2], [3, 4.25]]),
    ReadRows("rows of Strider on one line", "1 2; 3 4\n"),
    ReadRows("rows of Strider with commas", "1, 2; 3, 4"),
    ReadRows("rows of Strider that can be no decimals", "1,0,-1;1,0,-1", [[1, 0, -1], [1, 0, -1]]),
    ReadRows("rows of Strider over lines", "1 2;\n3 4;\n"),
    ReadRows("declared separator", "sep=;\n1,5;2\n3;4", [[1.5, 2], [3, 4]]),
    ReadRows("declared separator, one line", "SEP=;\r\n1,5;2", [[1.5, 2]]),
    ReadRows("declared comma", "sep=,\n1,2\n3,4"),
    ReadRows("brackets", "[[1, 2],\n [3, 4]]\n"),
    ReadRows("fractions", "1/2,1\n1,1/4", [[0.5, 1], [1, 0.25]]),
  ])
  func readsFiles(_ example: ReadRows) throws {
    #expect(try Grid(parsingFile: Array(example.text.utf8)).rows == example.rows)
  }

  @Test(arguments: [
    RefusedText("nothing", "", "there are no numbers: at least one is needed"),
    RefusedText("empty lines", "\n\n", "there are no numbers: at least one is needed"),
    RefusedText("comments alone", "# nothing\n", "there are no numbers: at least one is needed"),
    RefusedText("ragged", "# two\n1,2\n3", "line 3 has 1 cell where the first row has 2"),
    RefusedText("a line between", "1,2\n\n3,4", "line 2 has 0 cells where the first row has 2"),
    RefusedText("words", "a,b\n1,2", "line 1, column 1: \"a\" is not a number"),
    RefusedText("an escape", "1,\u{1b}[31m2", "line 1, column 2: \"\\u{1b}[31m2\" is not a number"),
    RefusedText("a hole", "1,2,\n", "line 1, column 3: a number is missing"),
    RefusedText("an open quotation mark", "1,2\n\"3,4\n", "line 2: a quotation mark is not closed"),
    RefusedText(
      "parted thousands", "1,2\n\"1,234\",5\n",
      "line 2, column 1: \"1,234\" is not a number; write 1.234 with a point, or 1234"),
    RefusedText(
      "lines of parted thousands", "1,000\n2,000\n",
      "line 1: \"1,000\" can mean \"1.000\", \"1000\" or \"1 0\": write one of them"),
    RefusedText(
      "one line with semicolons and commas", "1,5;2,5\n",
      "line 1: \"1,5 2,5\" can mean \"1.5 2.5\" or \"1 5 2 5\": write one of them"),
    RefusedText(
      "one line with tabs and commas", "1,5\t2,5\n",
      "line 1: \"1,5 2,5\" can mean \"1.5 2.5\" or \"1 5 2 5\": write one of them"),
    RefusedText(
      "blanks and commas", "1,5 2,5\n3,5 4,5\n",
      "line 1: \"1,5 2,5\" can mean \"1.5 2.5\" or \"1 5 2 5\": write one of them"),
    RefusedText(
      "semicolons at the ends and commas", "1,5;\n2,5;\n",
      "line 1: \"1,5\" can mean \"1.5\" or \"1 5\": write one of them"),
    RefusedText(
      "one line of semicolons", "1;2;3",
      "one line parted by semicolons can be a row or a column: write \"1,2,3\" for a row, "
        + "or a line for each number of \"1 2 3\""),
    RefusedText(
      "points and commas", "1,5;2\n3.5;4",
      "line 2, column 1: \"3.5\" mixes decimal commas and points: write all numbers with a point, "
        + "and nothing between thousands"),
    RefusedText(
      "parted thousands and decimal commas", "1.234,5;2\n3;4",
      "line 1, column 1: \"1.234,5\" mixes decimal commas and points: write all numbers with a point, "
        + "and nothing between thousands"),
  ])
  func refusesFiles(_ example: RefusedText) {
    let error = #expect(throws: TableError.self) { try Grid(parsingFile: Array(example.text.utf8)) }
    #expect(error?.description == example.sentence)
  }

  @Test func tooManyCellsAreRefusedWhileReading() {
    let row = Array(repeating: "1", count: 1_001).joined(separator: ",")
    let text = Array(repeating: row, count: 1_000).joined(separator: "\n")
    #expect(throws: TableError.tooManyCells) { try Grid(parsingFile: Array(text.utf8)) }
    #expect(TableError.tooManyCells.description == "the numbers are beyond the limit of 1,000,000 cells")
    #expect(TableError.tooManyCells.fault == .request)
  }

  /// Any matrix, in any form that is accepted, reads back as itself, typed, pasted and from a file.
  @Test func everyFormReadsBack() throws {
    var generator = SplitMix64(seed: 21)
    let ends = ["\n", "\r\n", "\r"]
    for _ in 0..<200 {
      let extent = Extent(height: generator.integer(in: 2...5), width: generator.integer(in: 2...5))
      let grid = Grid(extent, repeating: 0).map { _ in
        generator.integer(in: 0...1) == 0
          ? Double(generator.integer(in: -20...20)) : (generator.uniform() - 0.5) * 100
      }
      let rows = grid.rows.map { $0.map(Numeral.exact) }
      let end = ends[generator.integer(in: 0...2)]
      func joined(_ field: String, _ row: String) -> String {
        rows.map { $0.joined(separator: field) }.joined(separator: row)
      }
      let typed = [
        grid.typed, joined(" ", "; "), joined(", ", ";"), joined(" , ", " ; "),
        joined(" ", ";").replacing("-", with: "−"), "[[" + joined(", ", "], [") + "]]",
        "[[" + joined(" ", "]\(end) [") + "]]", "array([[" + joined(",", "],\(end)[") + "]])",
      ]
      let lined = [
        joined(",", end), joined(", ", end), joined(" ", end), joined("\t", end), joined(";", end),
        joined(";", end).replacing(".", with: ","), joined("\t", end).replacing(".", with: ","),
        joined(" ", ";" + end) + ";" + end, "# a comment" + end + joined(",", end),
        "sep=|" + end + joined("|", end), "\"" + joined("\",\"", "\"\(end)\"") + "\"" + end,
      ]
      for text in typed { #expect(try Grid(parsing: text) == grid, "\(text)") }
      for text in lined {
        #expect(try Grid(parsingFile: Array(text.utf8)) == grid, "\(text.debugDescription)")
        guard !text.hasPrefix("\"") else { continue }
        #expect(try Grid(parsing: text) == grid, "\(text.debugDescription)")
      }
    }
  }

  @Test(
    arguments: [
      ("1 2 / 3 4", [[[1, 2]], [[3, 4]]]), ("1;2 / 3;4", [[[1], [2]], [[3], [4]]]),
      ("1/2 / 1/4", [[[0.5]], [[0.25]]]), ("1,2 /3,4", nil), ("1\n2\n/\n3\n4\n", [[[1], [2]], [[3], [4]]]),
      ("1; / 2", [[[1]], [[2]]]), ("1 2 / 3 / 4 5", nil), ("/ 1", nil), ("1 / / 2", nil),
      ("1 2", [[[1, 2]]]),
    ] as [(String, [[[Double]]]?)])
  func readsChannels(text: String, planes: [[[Double]]]?) {
    #expect((try? Grid.planes(parsing: text))?.map(\.rows) == planes)
  }

  @Test func channelsAreNoGrid() {
    #expect(throws: TableError.severalPlanes(2)) { try Grid(parsing: "1 2 / 3 4") }
    #expect(throws: TableError.planeSize(1, Extent(1), expected: Extent(height: 1, width: 2))) {
      try Grid.planes(parsing: "1 2 / 3")
    }
  }

  /// Whatever is typed is read or refused; nothing traps.
  @Test func randomTextIsReadOrRefused() {
    var generator = SplitMix64(seed: 23)
    let pieces = [
      "1", "-2", ".5", ",", ";", " ", "\t", "\n", "\r", "[", "]", "\"", "#", "sep=", "x", "−", "é", "/",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<generator.integer(in: 0...12)).map { _ in
        pieces[generator.integer(in: 0...pieces.count - 1)]
      }
      .joined()
      if (try? Grid(parsing: text)) != nil { read += 1 }
      _ = try? Grid.planes(parsing: text)
      _ = try? Grid(parsingFile: Array(text.utf8))
      _ = try? NumberColumn(typed: text)
      _ = try? NumberColumn(parsingFile: Array(text.utf8), column: "1", missing: .carry)
    }
    #expect(read > 300)
  }
}
