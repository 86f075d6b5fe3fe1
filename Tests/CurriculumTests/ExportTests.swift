import Foundation
import Learning
import Testing

@testable import Curriculum

@Suite struct ExportTests {
  static let question = Question(
    prompt: "beta = 0.9 {V}: what is V~2?", kind: .number, answer: .number(10.2), answerText: "10.2",
    tolerance: 0.05,
    wrong: [WrongAnswer(.number(11.8), .swappedBeta, working: "0.1·10 + 0.9·12 = 11.8")], hints: ["x"],
    solution: "0.9·10 + 0.1·12 = 10.2")

  @Test func `GIFT has tolerances, feedback and escapes`() {
    #expect(
      GIFTWriter(question: Self.question, id: "q:1").text == """
        ::q\\:1::[plain]beta \\= 0.9 \\{V\\}\\: what is V\\~2? {#
        =10.2:0.05#Right.
        =%0%11.8:0.05#You swapped beta and 1 - beta. 0.1·10 + 0.9·12 \\= 11.8
        ####0.9·10 + 0.1·12 \\= 10.2
        }

        """)
  }

  @Test(arguments: [
    (5e-5, "0.00005"), (0.0005, "0.0005"), (1e-10, "0.0000000001"), (1.25e-7, "0.000000125"),
    (1.5e8, "150000000"),
    (-2.5e-6, "-0.0000025"), (0, "0"), (1e22, "10000000000000000000000"),
  ])
  func `numbers are spelled out`(_ value: Double, _ text: String) {
    #expect(Numeral.spelledOut(Numeral.exact(value)) == text)
    #expect(Double(text) == value)
    #expect(Numeral.spelledOut("0.1·\(Numeral.exact(value))² + 1") == "0.1·\(text)² + 1")
  }

  @Test func `GIFT turns sizes into choices`() {
    let question = Question(
      prompt: "Side?", kind: .size, answer: .size(Extent(3)),
      wrong: [WrongAnswer(.cannot, .exactForFloor, working: "2.33 is not whole")], hints: ["x"], solution: "3"
    )
    let lines = GIFTWriter(question: question, id: "s").text.split(separator: "\n")
    #expect(lines[0] == "::s::[plain]Side? {")
    #expect(lines[1] == "=3#Right.")
    #expect(lines[2].hasPrefix("~cannot#You refused a stride that does not fit."))
  }

  @Test func `every generated question survives GIFT`() {
    for generated in Quiz(seed: 11).prefix(200) {
      let text = GIFTWriter(question: generated.question, id: generated.id).text
      var depth = 0
      var isEscaped = false
      for character in text {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else {
          depth += character == "{" ? 1 : character == "}" ? -1 : 0
        }
      }
      #expect(depth == 0)
      #expect(text.components(separatedBy: "\n\n").count <= 2)
    }
    #expect(
      GIFTWriter.text(Quiz(topics: [.softmax], seed: 1).prefix(2).map(QuizItem.init)).hasPrefix(
        "$CATEGORY: Strider/softmax"))
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("-7", "-7"),
    ("1e-3", "1e-3"),
    ("=cmd()", "'=cmd()"), ("-x", "'-x"), ("two\nlines", "\"two\nlines\""), ("", ""),
  ])
  func `CSV cells are quoted and harmless`(_ text: String, _ cell: String) {
    #expect(CSVWriter.cell(text) == cell)
  }

  @Test func `the table of a quiz is rectangular`() {
    let table = QuizTable.csv(Quiz(topics: [.dropout], seed: 2).prefix(20).map(QuizItem.init))
    let widths = table.components(separatedBy: "\r\n").dropLast().map { row in
      var quoted = false
      return row.count { character in
        if character == "\"" { quoted.toggle() }
        return character == "," && !quoted
      }
    }
    #expect(widths.count == 21)
    #expect(Set(widths) == [20])
    // Every topic has the same columns.
    let headings = QuizTopic.allCases.map { topic in
      QuizTable.csv(Quiz(topics: [topic], seed: 2).prefix(3).map(QuizItem.init)).components(
        separatedBy: "\r\n")[0]
    }
    #expect(Set(headings).count == 1)
  }

  @Test func `CRC-32 is the usual one`() {
    #expect(Checksum.text("123456789".utf8) == "cbf43926")
    #expect(Checksum.text("".utf8) == "00000000")
  }

  @Test func `a report is whole until someone edits it`() throws {
    let records = [
      ProgressTests.answer("stride/a", .wrong), ProgressTests.answer("stride/b", .right),
      ProgressRecord(.finished(lesson: "stride"), at: ProgressTests.date(day: 1)),
    ]
    let report = ClassReport(
      learner: "Ada, =1", records: records, headers: [], made: ProgressTests.date(day: 2))
    #expect(report.isWhole)
    let read = try ClassReport(report.file, file: "ada.strider")
    #expect(read == report)
    let edited = String(decoding: report.file, as: UTF8.self).replacing(" wrong 0", with: " right 0")
    let forged = try ClassReport(Data(edited.utf8), file: "ada.strider")
    #expect(!forged.isWhole)
    let rows = ClassSummary([("a.strider", report), ("b.strider", forged)]).csv.components(
      separatedBy: "\r\n")
    #expect(
      rows[0]
        == "learner,file,made,checksum,duplicate,lessons_done,questions,right_at_once,output-size,commonest_slips"
    )
    #expect(
      rows[1]
        == "\"Ada, =1\",a.strider,2027-01-17T08:00:00Z,ok,older than b.strider,1,2,1,0.556,padded-once 1")
    #expect(rows[2].contains(",b.strider,2027-01-17T08:00:00Z,wrong,,1,2,2,"))
    let twice = ClassSummary([("a.strider", report), ("b.strider", read)])
    #expect(twice.students.map(\.remark) == ["copy of b.strider", nil])
  }

  @Test func `a report counts tries from all sittings`() {
    let records = [
      ProgressTests.answer("stride/a", .wrong), ProgressTests.answer("stride/a", .wrong, attempt: 2),
      // Another sitting of an earlier version, which began to count anew.
      ProgressTests.answer("stride/a", .right), ProgressTests.answer("stride/a", .right),
      ProgressRecord(.hinted(item: "stride/b", hints: 1), at: ProgressTests.date(day: 0)),
      ProgressTests.answer("stride/b", .right),
    ]
    let report = ClassReport(learner: "Ada", records: records, headers: [])
    #expect(
      report.answers.map { $0.split(separator: " ").dropFirst().prefix(4).joined(separator: " ") } == [
        "stride/a output-size wrong 0", "stride/a output-size right 0", "stride/b output-size right 1",
      ])
  }

  @Test func `grids keep their columns in GIFT`() throws {
    let generated = GeneratedQuestion(topic: .poolingCell, seed: 3, number: 1)
    let grid = try #require(generated.question.grids.first)
    #expect(
      GIFTWriter(question: generated.question).prompt
        == "<p>\(generated.question.sentence)</p><pre>grid:\n\(grid.lines.joined(separator: "\n"))</pre>")
    #expect(
      GIFTWriter(question: generated.question, id: "x").text.hasPrefix(
        "::x::[html]<p>\(GIFTWriter.escape(generated.question.sentence))</p><pre>grid\\:\\n"))
  }

  @Test func `what is no report is refused`() {
    for text in ["", "{}", "[1]", "{\"version\": 2}", "\u{1b}[31m"] {
      #expect(throws: ClassReportProblem.self) { try ClassReport(Data(text.utf8), file: "x") }
    }
  }

  @Test(arguments: [
    (#""made":1"#, #""made":9223372036854775807"#), (#""made":1"#, #""made":1e400"#),
    (#""forgot-plus-one":1"#, #""forgot-plus-one":9223372036854775807"#),
    (#""forgot-plus-one":1"#, #""forgot-plus-one":-1"#), (#""size":0.5"#, #""size":1e300"#),
  ])
  func `a report with impossible numbers is none`(_ old: String, _ new: String) throws {
    let report =
      #"{"version":1,"learner":"a","made":1,"lessons":[],"mastery":{"size":0.5},"slips":{"forgot-plus-one":1},"#
      + #""answers":[],"checksum":"0"}"#
    #expect(ClassSummary([("a", try ClassReport(report.utf8, file: "a"))]).csv.contains("1970"))
    #expect(throws: ClassReportProblem.self) {
      try ClassReport(report.replacing(old, with: new).utf8, file: "a")
    }
  }
}
