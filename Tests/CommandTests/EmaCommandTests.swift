import Testing

@Suite struct EmaCommandTests {
  @Test func fourAverages() throws {
    let run = try StriderRun(["ema", "--beta", "0.5", "--data", "10 12 9", "--json"])
    #expect(
      run.output == """
        {
          "corrected": [10, 11.333333333333334, 10],
          "data": [10, 12, 9],
          "first": [10, 11, 10],
          "multiplied": [2.5, 6.375, 7.65625],
          "zero": [5, 8.5, 8.75]
        }

        """)
    #expect(run.status == 0)
  }

  @Test func bareEmaAveragesTheEuro() throws {
    let run = try StriderRun("ema --json")
    let data = try #require(try run.json["data"] as? [Double])
    #expect(data.count > 200)
    #expect(try (run.json["first"] as? [Double])?.first == data[0])
    let zero = try #require(try (run.json["zero"] as? [Double])?.first)
    #expect(abs(zero - 0.1 * data[0]) < 1e-15)
  }

  @Test(arguments: ["0", "0.999999999"]) func extremeBetas(_ beta: String) throws {
    let run = try StriderRun(["ema", "--beta", beta, "--data", "3,4", "--json"])
    #expect(try run.json["first"] as? [Double] == (beta == "0" ? [3, 4] : [3, 3.000000001]))
  }

  @Test func columnOfAFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "d.csv", "\u{FEFF}day,\"price, in euro\"\r\nMon,\"1.5\"\r\nTue,-2\r\n\r\n".utf8)
    let run = try StriderRun(["ema", "--data", path, "--column", "price, in euro", "--json"])
    #expect(try run.json["data"] as? [Double] == [1.5, -2])
    let semicolons = try folder.file("s.csv", "a;b\n1;2\n3;4\n".utf8)
    #expect(
      try StriderRun(["ema", "--data", semicolons, "--column", "b", "--json"]).json["data"] as? [Int] == [
        2, 4,
      ])
  }

  @Test func textTellsWindowAndSamples() throws {
    let run = try StriderRun(["ema", "--beta", "0.9", "--data", "10 12 9", "--text"])
    #expect(run.output.hasPrefix("Exponential moving averages of 3 numbers\n"))
    #expect(run.output.contains("window   1 / (1 - beta) = 10 samples, which hold 65.1% of the weight"))
    #expect(
      run.output.contains(
        "\n  t  data  first  zero  corrected  multiplied\n  1    10     10     1         10"))
  }

  @Test(arguments: [
    RefusalTests.Case("ema --beta 1", "--beta: beta must be at least 0 and below 1, not \"1\"", 64),
    RefusalTests.Case("ema --beta -0.1", "--beta: beta must be at least 0 and below 1, not \"-0.1\"", 64),
    RefusalTests.Case("ema --beta nan", "--beta: beta must be at least 0 and below 1, not \"nan\"", 64),
    RefusalTests.Case("ema --beta x", "--beta: beta must be at least 0 and below 1, not \"x\"", 64),
    RefusalTests.Case(
      "ema --data eur-usb", "--data: \"eur-usb\" is neither a preset nor a file; did you mean eur-usd?", 66),
    RefusalTests.Case(
      "ema --data 1,2,inf", "--data: sample 3: \"inf\" is not finite", 65),
    RefusalTests.Case(["ema", "--data", ""], "--data: there are no numbers: at least one is needed", 65),
    RefusalTests.Case("ema --data no.csv --column a", "--data: there is no file \"no.csv\"", 66),
    RefusalTests.Case("ema --data 1,2 --column a", "--column: only a file in --data has columns", 64),
  ])
  func refusals(_ example: RefusalTests.Case) throws { try example.check() }

  /// What a file holds, which column is asked for, what is said, and the exit status.
  struct File: CustomTestStringConvertible {
    let text: String
    let column: String?
    let problem: String
    let status: Int32
    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    File(
      text: "a,b\n1,2\n", column: "c", problem: "the file \"PATH\": it has no column \"c\"; it has a, b",
      status: 64),
    File(
      text: "a,b\n1,2\n", column: nil,
      problem: "the file \"PATH\": it has several columns: name one with --column: a, b", status: 64),
    File(
      text: "a,b\n1,2\n3\n", column: "a",
      problem: "the file \"PATH\": line 3 has 1 cell where the first row has 2", status: 65),
    File(
      text: "a\n1\nx\u{1B}\n", column: "a",
      problem: "the file \"PATH\": line 3: \"x\\u{1b}\" is not a number", status: 65),
    File(
      text: "a\n1\n1e999\n", column: "a",
      problem: "the file \"PATH\": line 3: \"1e999\" is not finite",
      status: 65),
    File(
      text: "", column: "a", problem: "the file \"PATH\": there are no numbers: at least one is needed",
      status: 65),
    File(
      text: "a\n", column: "a",
      problem: "the file \"PATH\": there are no numbers: at least one is needed",
      status: 65),
  ])
  func files(_ example: File) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("d.csv", example.text.utf8)
    let run = try StriderRun(["ema", "--data", path] + (example.column.map { ["--column", $0] } ?? []))
    #expect(run.errors == "strider: --data: \(example.problem.replacing("PATH", with: path))\n")
    #expect(run.output == "")
    #expect(run.status == example.status)
  }
}
