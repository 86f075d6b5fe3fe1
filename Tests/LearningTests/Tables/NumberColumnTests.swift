import Learning
import Testing

@Suite struct NumberColumnTests {
  /// What a file holds, and what is read of it.
  struct Case: CustomTestStringConvertible {
    let name: String
    let text: String
    let column: String?
    let missing: MissingRule?
    let numbers: [Double]
    let remarks: [NumberColumn.Remark]
    var testDescription: String { name }

    init(
      _ name: String, _ text: String, column: String? = nil, missing: MissingRule? = nil,
      _ numbers: [Double] = [1.5, 2, 3], _ remarks: [NumberColumn.Remark] = []
    ) {
      (self.name, self.text, self.column) = (name, text, column)
      (self.missing, self.numbers, self.remarks) = (missing, numbers, remarks)
    }

    func read() throws -> NumberColumn {
      try NumberColumn(parsingFile: Array(text.utf8), column: column, missing: missing)
    }
  }

  @Test(arguments: [
    Case("one column without a name", "1.5\n2\n3\n"),
    Case("one column without a name, numbered", "1.5\n2\n3\n", column: "1"),
    Case("one column with a name", "rate\n1.5\n2\n3\n"),
    Case("one column with a name of words", "price in euro\n1.5\n2\n3\n"),
    Case("that name asked for", "price in euro\n1.5\n2\n3\n", column: "price in euro"),
    Case("one line", "1.5 2 3\n"),
    Case("one line with commas", "1.5, 2, 3"),
    Case("one line with semicolons", "1.5;2;3"),
    Case("in brackets", "[1.5, 2, 3]"),
    Case("carriage returns alone", "day,rate\rMon,1.5\rTue,2\rWed,3\r", column: "rate"),
    Case(
      "a remark in brackets before the name", "(in euro)\nrate\n1.5\n2\n3\n", [1.5, 2, 3],
      [.preamble(lines: 1)]),
    Case("by number", "day,rate\nMon,1.5\nTue,2\nWed,3\n", column: "2"),
    Case("without names, by number", "0,1.5\n1,2\n2,3\n", column: "2"),
    Case("twice the same name, by number", "rate,rate\n0,1.5\n0,2\n0,3\n", column: "2"),
    Case("decimal commas", "day;rate\nMon;1,5\nTue;2\nWed;3\n", column: "rate"),
    Case("decimal commas between tabs", "day\trate\nMon\t1,5\nTue\t2\nWed\t3\n", column: "rate"),
    Case("declared separator", "sep=;\nrate;day\n1,5;Mon\n2;Tue\n3;Wed\n", column: "rate"),
    Case("comments", "# from the bank\nday,rate\nMon,1.5\n# a holiday\nTue,2\nWed,3\n", column: "rate"),
    Case(
      "lines before the names", "Exchange rates\nSource: the bank\n\nday,rate\nMon,1.5\nTue,2\nWed,3\n",
      column: "rate", [1.5, 2, 3], [.preamble(lines: 2)]),
    Case(
      "quotation marks", "day,\"rate, \"\"mid\"\"\nin euro\"\nMon,\"1.5\"\nTue,2\nWed,3\n",
      column: "rate, \"mid\"\nin euro"),
    Case(
      "missing values left out",
      "day,rate\nSun,NA\nMon,1.5\nTue,\nTue,n/a\nTue,.\nTue,null\nTue,NaN\nTue,2\nWed,3\n",
      column: "rate", missing: .skip, [1.5, 2, 3], [.missing(6, .skip)]),
    Case(
      "missing values filled", "rate\n1.5\n\nNA\n2\n", missing: .carry, [1.5, 1.5, 1.5, 2],
      [.missing(2, .carry)]),
    Case(
      "newest first", "day,rate\n2022-12-30,1.5\n2022-12-29,2\n2022-12-29,3\n", column: "rate", [1.5, 2, 3],
      [.newestFirst]),
    Case(
      "newest first with points", "day;rate\n02.01.2023;1,5\n30.12.2022;2\n29.12.2022;3\n", column: "rate",
      [1.5, 2, 3], [.newestFirst]),
    Case(
      "newest first with slashes", "day,rate\n01/02/2023,1.5\n12/30/2022,2\n12/29/2022,3\n", column: "rate",
      [1.5, 2, 3], [.newestFirst]),
    Case(
      "newest first with slashes within a year", "day,rate\n3/1/2022,1.5\n2/1/2022,2\n1/1/2022,3\n",
      column: "rate",
      [1.5, 2, 3], [.newestFirst]),
    Case("either way with slashes", "day,rate\n1/2/2022,1.5\n2/1/2022,2\n2/1/2022,3\n", column: "rate"),
    Case(
      "newest first in years", "year,rate\n2023,1.5\n2022,2\n2021,3\n", column: "rate", [1.5, 2, 3],
      [.newestFirst]),
    Case("oldest first", "day,rate\n2022-12-28,1.5\n2022-12-29,2\n2023-01-02,3\n", column: "rate"),
    Case("no order", "day,rate\n2022-12-28,1.5\n2022-12-27,2\n2023-01-02,3\n", column: "rate"),
  ])
  func reads(_ example: Case) throws {
    let column = try example.read()
    #expect(column.numbers == example.numbers)
    #expect(column.remarks == example.remarks)
  }

  @Test(arguments: [(MissingRule.skip, [2.0, 1]), (.carry, [2, 2, 1])])
  func reversedIsTheOtherWayRound(rule: MissingRule, numbers: [Double]) throws {
    let text = "day,rate\n2022-12-30,1\n2022-12-29,NA\n2022-12-28,2\n"
    let column = try NumberColumn(
      parsingFile: Array(text.utf8), column: "rate", missing: rule, isReversed: true)
    #expect(column.numbers == numbers)
    #expect(column.remarks == [.missing(1, rule)])
    let error = #expect(throws: TableError.self) {
      try NumberColumn(parsingFile: Array("1\nNA\n".utf8), column: nil, missing: .carry, isReversed: true)
    }
    #expect(error == .nothingToCarry(line: 2))
  }

  @Test func nothingButGapsIsNothing() {
    #expect(throws: TableError.empty) {
      try NumberColumn(parsingFile: Array("NA\n1\nNA\n".utf8.dropLast(5)), column: nil, missing: .skip)
    }
  }

  /// What a file holds, which column is asked for, and what is said.
  struct Refusal: CustomTestStringConvertible {
    let name: String
    let text: String
    let column: String?
    let missing: MissingRule?
    let sentence: String
    var testDescription: String { name }

    init(
      _ name: String, _ text: String, column: String? = nil, missing: MissingRule? = nil, _ sentence: String
    ) {
      (self.name, self.text, self.column, self.missing, self.sentence) = (
        name, text, column, missing, sentence
      )
    }
  }

  @Test(arguments: [
    Refusal("nothing", "", "there are no numbers: at least one is needed"),
    Refusal("names alone", "day,rate\n", column: "rate", "there are no numbers: at least one is needed"),
    Refusal("per cent", "share\n10%\n20%\n", "line 3: \"20%\" is not a number; write 0.2, or 20"),
    Refusal(
      "decimal commas in quotation marks", "\"1,5\"\n\"2,5\"\n",
      "line 2: \"2,5\" is not a number; write 2.5 with a point"),
    Refusal(
      "thousands parted by blanks", "10 000\n20 000\n",
      "line 1: \"10 000\" can mean \"10000\" or \"10 0\": write one of them"),
    Refusal(
      "no column asked for", "day,rate\nMon,1\n", "it has several columns: name one with --column: day, rate"),
    Refusal(
      "no column asked for, and a name twice", "rate,rate\n1,2\n",
      "it has several columns, some with the same name: choose one by its number, as in --column 1: rate, rate"
    ),
    Refusal(
      "no column asked for, without names", "1,5\n2,5\n",
      "it has 2 columns without names: choose one by its number, as in --column 1, or write decimal commas as points"
    ),
    Refusal(
      "no column asked for, without names and commas", "1 5\n2 5\n",
      "it has 2 columns without names: choose one by its number, as in --column 1"),
    Refusal(
      "no column asked for, in brackets", "[[1, 5], [2, 5]]",
      "it has 2 columns without names: choose one by its number, as in --column 1"),
    Refusal("no such name", "a,b\n1,2\n", column: "c", "it has no column \"c\"; it has a, b"),
    Refusal("no such number", "a,b\n1,2\n", column: "3", "it has no column \"3\"; it has a, b"),
    Refusal(
      "twice the same name", "day,rate,rate\nMon,1,2\n", column: "rate",
      "it has 2 columns \"rate\": choose one by its number, as in --column 2 (of 2, 3)"),
    Refusal("ragged", "a,b\n1,2\n3\n", column: "a", "line 3 has 1 cell where the first row has 2"),
    Refusal("a word", "a\n1\nx\u{1B}\n", "line 3: \"x\\u{1b}\" is not a number"),
    Refusal(
      "a second line of names", "Source,ECB\nday,rate\nMon,1\n", column: "2",
      "line 2: \"rate\" is not a number"),
    Refusal("too large", "a\n1\n1e999\n", "line 3: \"1e999\" is not finite"),
    Refusal(
      "a missing value", "day,rate\nMon,1\nTue,NA\n", column: "rate",
      "line 3: a value is missing (\"NA\"); --missing skip leaves it out, --missing carry repeats the value before"
    ),
    Refusal(
      "a first value missing", "day,rate\nMon,\nTue,1\n", column: "rate",
      "line 2: a value is missing; --missing skip leaves it out, --missing carry repeats the value before"),
    Refusal(
      "an empty line", "1\n\n2\n",
      "line 2: a value is missing; --missing skip leaves it out, --missing carry repeats the value before"),
    Refusal(
      "nothing to repeat", "rate\nNA\n1\n", missing: .carry,
      "line 2: the first value is missing, so there is none before it to repeat; --missing skip leaves it out"
    ),
    Refusal(
      "commas and points", "day;rate\nMon;1,234\nTue;2.5\n", column: "rate",
      "line 3, column 2: \"2.5\" mixes decimal commas and points: write all numbers with a point, "
        + "and nothing between thousands"),
    Refusal(
      "decimal commas parted by blanks", "1,5 2,5\n",
      "line 1: \"1,5 2,5\" can mean \"1.5 2.5\" or \"1 5 2 5\": write one of them"),
  ])
  func refuses(_ example: Refusal) {
    let error = #expect(throws: TableError.self) {
      try NumberColumn(
        parsingFile: Array(example.text.utf8), column: example.column, missing: example.missing)
    }
    #expect(error?.description == example.sentence)
  }

  @Test(
    arguments: [
      ("10 12  9", [10, 12, 9]), ("10,12,9", [10, 12, 9]), ("10, 12, 9", [10, 12, 9]),
      ("10;12;9", [10, 12, 9]),
      ("10\n12\n9\n", [10, 12, 9]), ("10\t12\t9", [10, 12, 9]), ("[10, 12, 9]", [10, 12, 9]),
      ("1/2 −1", [0.5, -1]),
      ("10,12,9\n8,7,6", [10, 12, 9, 8, 7, 6]),
    ] as [(String, [Double])])
  func readsTypedSeries(text: String, numbers: [Double]) throws {
    #expect(try NumberColumn(typed: text).numbers == numbers)
  }

  @Test(
    arguments: [
      (
        "1,5 2,5 3,5",
        "row 1: \"1,5 2,5\" can mean \"1.5 2.5\" or \"1 5 2 5\": write one of them"
      ),
      (
        "1,5;2,5",
        "the series: \"1,5 2,5\" can mean \"1.5 2.5\" or \"1 5 2 5\": write one of them"
      ),
      (
        "1,5\n2,5",
        "the series: \"1,5 2,5\" can mean \"1.5 2.5\" or \"1 5 2 5\": write one of them"
      ),
      (
        "1,5\t2,5",
        "line 1: \"1,5 2,5\" can mean \"1.5 2.5\" or \"1 5 2 5\": write one of them"
      ),
      ("1,000,2", "row 1: \"1,000\" can mean \"1.000\", \"1000\" or \"1 0\": write one of them"),
      ("1 x", "sample 2: \"x\" is not a number"),
      ("1,,2", "sample 2: a number is missing"),
      ("1 nan", "sample 2: \"nan\" is not finite"),
      (" ", "there are no numbers: at least one is needed"),
    ])
  func refusesTypedSeries(text: String, sentence: String) {
    let error = #expect(throws: TableError.self) { try NumberColumn(typed: text) }
    #expect(error?.description == sentence)
  }
}
