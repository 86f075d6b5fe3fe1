import Learning
import Testing

@testable import Curriculum

@Suite struct AnswerReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: AnswerKind
    let text: String
    let answer: Answer
    var testDescription: String { "\(kind.rawValue) \(text)" }

    init(_ kind: AnswerKind, _ text: String, _ answer: Answer) {
      (self.kind, self.text, self.answer) = (kind, text, answer)
    }
  }

  static let choices = ["yes", "no", "only near 0"]

  static let cases = [
    Case(.number, "2.50", .number(2.5)), Case(.number, "2,50", .number(2.5)),
    Case(.number, " +5 ", .number(5)),
    Case(.number, "1e-3", .number(0.001)), Case(.number, ".5", .number(0.5)),
    Case(.number, "−7", .number(-7)),
    Case(.number, "w = 3.6", .number(3.6)), Case(.number, "3.6.", .number(3.6)),
    Case(.number, "1/4", .number(0.25)),
    Case(.number, "1,000", .number(1000)), Case(.number, "1 000 000", .number(1e6)),
    Case(.number, "1.234,5", .number(1234.5)), Case(.number, "1,234.5", .number(1234.5)),
    Case(.number, "|−3|", .number(3)), Case(.number, "‑3", .number(-3)),
    Case(.number, "50%", .number(0.5)), Case(.number, "50 %", .number(50)),
    Case(.number, "1/4 %", .number(0.0025)), Case(.number, "(4)", .number(4)),
    Case(.number, "- 7", .number(-7)),
    Case(.number, "−(1 − 0.9)", .number(-(1 - 0.9))), Case(.number, "√2", .number(2.0.squareRoot())),
    Case(.number, "2·√9", .number(6)), Case(.number, "π/2", .number(.pi / 2)),
    Case(.number, "[4]", .number(4)),
    Case(.number, "3 × 4", .number(12)),
    Case(.number, "√(9+16)", .number(5)),
    Case(.number, "3²", .number(9)), Case(.number, "⅓", .number(1.0 / 3)), Case(.number, "½·3", .number(1.5)),
    Case(.number, "-60 - 60", .number(-120)), Case(.order, "b < a < c", .order([1, 0, 2])),
    Case(.size, "7 − 3 + 1", .size(Extent(5))),
    Case(.size, "(7-3)/2+1", .size(Extent(3))),
    Case(.size, "5", .size(Extent(5))), Case(.size, "5x5", .size(Extent(5))),
    Case(.size, "5 x 5", .size(Extent(5))),
    Case(.size, "5,5", .size(Extent(5))), Case(.size, "5 × 7", .size(Extent(height: 5, width: 7))),
    Case(.size, "5 by 7", .size(Extent(height: 5, width: 7))),
    Case(.size, "(5, 7)", .size(Extent(height: 5, width: 7))),
    Case(.size, "cannot", .cannot), Case(.size, "Can't", .cannot), Case(.size, "Impossible.", .cannot),
    Case(.size, "5.0", .size(Extent(5))), Case(.size, "3.5", .number(3.5)),
    Case(.numbers, "3,4,5", .numbers([3, 4, 5])), Case(.numbers, "3 4 5", .numbers([3, 4, 5])),
    Case(.numbers, "(-0.1, -0.1)", .numbers([-0.1, -0.1])),
    Case(.numbers, "-2 0 / 1 -1", .numbers([-2, 0, 1, -1])),
    Case(.numbers, "28x28x64", .numbers([28, 28, 64])), Case(.numbers, "0,5 1,5", .numbers([0.5, 1.5])),
    Case(.numbers, "-0,1, 0,1", .numbers([-0.1, 0.1])), Case(.numbers, "-1/10 1/10", .numbers([-0.1, 0.1])),
    Case(.numbers, "2, 5 and 6", .numbers([2, 5, 6])),
    Case(.numbers, "dx = -0.1, dy=0.1", .numbers([-0.1, 0.1])),
    Case(.numbers, "x=1 y = 2", .numbers([1, 2])), Case(.number, "a = 1/5 = 0.2", .number(0.2)),
    Case(.choice, "b", .choice(1)), Case(.choice, "(B)", .choice(1)), Case(.choice, "c)", .choice(2)),
    Case(.choice, "Yes", .choice(0)), Case(.choice, "n", .choice(1)), Case(.choice, "only", .choice(2)),
    Case(.order, "b a c", .order([1, 0, 2])), Case(.order, "bac", .order([1, 0, 2])),
    Case(.order, "2, 1, 3", .order([1, 0, 2])),
  ]

  @Test(arguments: cases) func reads(_ expected: Case) {
    let reader = AnswerReader(kind: expected.kind, choices: Self.choices)
    #expect(
      reader.readings(of: expected.text).contains(expected.answer), "\(reader.readings(of: expected.text))")
  }

  @Test func `a number is never read as another one`() {
    let read = AnswerReader(kind: .number).readings
    for text in ["0.2", "0.2,", "= 0.2", "x = 0.2", "≈0.2", "~0.2", "0.2 = 1/5", "０.２"] {
      #expect(read(text) == [.number(0.2)], "\(text): \(read(text))")
    }
    #expect(read("2,5") == [.number(2.5)] && read("0,125") == [.number(0.125)])
    #expect(read("1,000") == [.number(1), .number(1000)])
    #expect(read("0.2%") == [.number(0.002)] && read("20%") == [.number(20), .number(0.2)])
    #expect(read("½") == [.number(0.5)] && read("-¾") == [.number(-0.75)])
    #expect(read("1'000") == [.number(1000)])
    for text in ["1'5", "1,5,3", "0.2,5", "1,5.5", "1.2.3,4"] { #expect(read(text) == [], "\(text)") }
  }

  @Test func `thousands parted by points are not a small number`() {
    #expect(AnswerReader(kind: .number).readings(of: "48.120,0") == [.number(48120)])
    #expect(AnswerReader(kind: .number).readings(of: "1,234,567.8") == [.number(1_234_567.8)])
  }

  @Test(arguments: [
    (AnswerKind.number, "seven"), (.number, ""), (.number, "1 2"), (.number, "nan"), (.number, "1/0"),
    (.number, "≤ 6"), (.number, "lr < 0.2"), (.number, "x <= 6"), (.number, "≥6"), (.number, "!= 6"),
    (.number, "≠6"), (.numbers, "x ≤ 1, y = 2"), (.size, "<= 6"),
    (.number, "-60 -60"), (.number, "−60 −60"), (.number, "0.244 0.244"), (.number, "1/3 -1/3"),
    (.number, "√2 +√2"), (.number, "7 -3 +1"),
    (.number, "0x10"), (.number, "5%%"), (.number, "5% %"), (.number, "%"),
    (.size, "5x5x5"), (.size, "x"), (.size, "big"), (.numbers, "1,two"), (.choice, "d"), (.choice, "maybe"),
    (.order, "a b"), (.order, "a a b"), (.order, "abd"), (.size, "99999999999999999999x1e400"),
  ])
  func `reads nothing into`(_ kind: AnswerKind, _ text: String) {
    #expect(AnswerReader(kind: kind, choices: Self.choices).readings(of: text) == [])
  }

  /// What can be read as an answer can also be begun where an answer is expected.
  @Test(
    arguments: cases + [
      Case(.number, "-7", .number(-7)), Case(.number, "–7", .number(-7)), Case(.cell, "+3", .number(3)),
      Case(.number, ".19", .number(0.19)), Case(.number, ",19", .number(0.19)),
      Case(.cell, "-.5", .number(-0.5)),
      Case(.numbers, "[[-2 0] [1 -1]]", .numbers([-2, 0, 1, -1])),
      Case(.numbers, "{1, 2}", .numbers([1, 2])),
    ])
  func `may begin as it is read`(_ expected: Case) throws {
    let reader = AnswerReader(kind: expected.kind, choices: Self.choices)
    #expect(reader.readings(of: expected.text).contains(expected.answer))
    let first = try #require(expected.text.trimmed.first)
    // A letter that stands before `=` or begins a word belongs to the screen; choices are picked by their letters.
    guard !first.isLetter, expected.kind != .choice else { return }
    #expect(expected.kind.rules.mayBegin(with: first, choices: Self.choices))
  }

  @Test(arguments: [AnswerKind.number, .cell, .numbers, .size])
  func `letters and blanks that do something else begin no number`(_ kind: AnswerKind) {
    for character in " hnpsiqrymGjk/?=_" { #expect(!kind.rules.mayBegin(with: character, choices: [])) }
  }

  @Test func `choices begin with their letters alone`() {
    for kind in [AnswerKind.choice, .order] {
      for character in "abcABC" { #expect(kind.rules.mayBegin(with: character, choices: Self.choices)) }
      for character in "d4-(.+" { #expect(!kind.rules.mayBegin(with: character, choices: Self.choices)) }
    }
    #expect(AnswerKind.order.rules.mayBegin(with: "2", choices: Self.choices))
  }

  /// However often a mark is repeated, a reply has a handful of readings.
  @Test(arguments: ["%", "/", ",", "-", "x", ".", "=", "'", " ", "(", "1,", "1 ", "a ", "5%/"])
  func `a long reply is no more work than its length`(_ piece: String) {
    for kind in AnswerKind.allCases {
      let reader = AnswerReader(kind: kind, choices: Self.choices)
      for count in [200, 1_000, 20_000] {
        #expect(reader.readings(of: "5" + String(repeating: piece, count: count)).count <= 3)
      }
    }
  }

  @Test func `a reply names the slip and what it did`() {
    let question = Question(
      prompt: "7x7, 3x3, stride 2?", kind: .size, answer: .size(Extent(3)),
      wrong: [WrongAnswer(.size(Extent(2)), .forgotPlusOne, working: "(7 - 3) / 2 = 2")], hints: ["hop"],
      solution: "3")
    #expect(question.grade("3x3") == .right)
    let verdict = question.grade("2")
    #expect(
      question.response(to: verdict) == [
        "Not quite: you forgot the + 1.", "(7 - 3) / 2 = 2",
      ])
    #expect(question.grade("9") == .wrong)
    #expect(question.grade("three") == .unreadable(expected: "a size such as 5 or 5x7, or with \"cannot\""))
  }

  @Test func `numbers are right within the tolerance`() {
    let question = Question(
      prompt: "?", kind: .number, answer: .number(0.3874), tolerance: 0.0005, wrong: [], hints: ["x"],
      solution: "x")
    for reply in ["0.387", "0,3874", "0.3879"] { #expect(question.grade(reply) == .right) }
    for reply in ["0.3881", "0.386"] { #expect(question.grade(reply) == .wrong) }
  }

  @Test func `every misconception speaks for itself`() {
    for misconception in Misconception.allCases {
      #expect(misconception.title.first?.isLowercase == true)
      #expect(misconception.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    }
    #expect(Set(Misconception.allCases.map(\.title)).count == Misconception.allCases.count)
  }
}
