import Learning
import Testing

@testable import Curriculum

/// What is said to replies that are nearly right, or right in another notation.
@Suite struct RemarkTests {
  static func session(_ question: Question) -> QuestionSession {
    return QuestionSession(
      GeneratedQuestion(id: "test", topic: .outputSize, given: [:], question: question))
  }

  static func number(_ answer: Double, tolerance: Double, wrong: [WrongAnswer] = []) -> Question {
    Question(
      prompt: "?", kind: .number, answer: .number(answer), tolerance: tolerance, wrong: wrong, hints: ["x"],
      solution: "So it is.")
  }

  static let shape = Question(
    prompt: "?", kind: .numbers, answer: .numbers([28, 28, 6]), answerText: "28x28x6", wrong: [],
    hints: ["x"], solution: "So it is.")

  static let order = Question(
    prompt: "?", kind: .order, answer: .order([2, 0, 1, 3]), choices: ["p", "q", "r", "s"], wrong: [],
    hints: ["x"], solution: "So it is.")

  @Test(arguments: [
    ("1.34", 1.3416, 0.0005, 3), ("1.3", 1.3416, 0.0005, 3), ("-0.05", -0.0526, 0.0005, 3),
    ("-0.953", -0.95254, 0.00005, 4), ("1,34", 1.3416, 0.0005, 3), ("26", 26.1, 0.05, 1),
    ("1.38", 1.3894, 0.0005, 3),
  ])
  func `a number rounded otherwise is no attempt and says how many digits are wanted`(
    _ reply: String, _ answer: Double, _ tolerance: Double, _ decimals: Int
  ) {
    var session = Self.session(Self.number(answer, tolerance: tolerance))
    #expect(session.reply(reply) == nil)
    #expect(session.tries == 0 && !session.isOver)
    let digits = decimals == 1 ? "1 decimal" : "\(decimals) decimals"
    #expect(session.feedback == ["Your method is right; the answer is wanted to \(digits)."])
  }

  @Test func `a comma behind a number is no decimal comma`() {
    var session = Self.session(Self.number(0.2, tolerance: 0.0005))
    _ = session.reply("0.2,")
    #expect(session.isOver && session.feedback == ["Right.", "So it is."])
  }

  @Test(arguments: [
    ("1", 1.3416, 0.0005), ("0.2", 0.19, 0.0005), ("1.35", 1.3416, 0.0005), ("4", 3.6, 0.001),
  ])
  func `a number that fits too many others is a wrong one`(
    _ reply: String, _ answer: Double, _ tolerance: Double
  ) {
    #expect(Self.number(answer, tolerance: tolerance).grade(reply) == .wrong)
  }

  @Test func `a slip with a name comes before its being near`() {
    let slip = WrongAnswer(.number(1.3), .plainMean, working: "1.3")
    #expect(Self.number(1.3416, tolerance: 0.0005, wrong: [slip]).grade("1.3") == .slip(slip))
    let long = WrongAnswer(.number(46.6667), text: "46.6667", .swappedBeta, working: "42 / 0.9 = 46.67")
    for reply in ["46.67", "46.7", "47", "46.6"] {
      #expect(Self.number(42, tolerance: 0, wrong: [long]).grade(reply) == .slip(long), "\(reply)")
    }
  }

  @Test func `a decimal comma is read, with a word`() {
    var session = Self.session(Self.number(2.5, tolerance: 0.05))
    #expect(session.reply("2,5")?.result == .right)
    #expect(session.feedback[1] == "2,5 was read as 2.5: Strider writes decimals with a point.")
    var million = Self.session(Self.number(1_000_000, tolerance: 0))
    _ = million.reply("1,000,000")
    #expect(million.feedback == ["Right.", "So it is."])
  }

  @Test func `a point between thousands is read as a decimal point, with a word`() {
    var session = Self.session(Self.number(48120, tolerance: 0))
    _ = session.reply("48.120")
    #expect(
      session.feedback == [
        "Not quite.",
        "48.120 was read as 48.12: Strider writes decimals with a point, and nothing between thousands.",
      ])
    var small = Self.session(Self.number(48, tolerance: 0))
    _ = small.reply("48.120")
    #expect(small.feedback == ["Not quite."])
  }

  @Test func `channels first are right, with a word`() {
    var session = Self.session(Self.shape)
    #expect(session.reply("6x28x28")?.result == .right)
    #expect(session.feedback[1].contains("height x width x channels"))
    var usual = Self.session(Self.shape)
    _ = usual.reply("28, 28, 6")
    #expect(usual.feedback == ["Right.", "So it is."])
  }

  @Test(arguments: [
    ("28x28", "The channels are missing"), ("28x6", "A side is missing"), ("6", "A shape has three numbers"),
    ("1x28x28x6", "A shape has three numbers"),
  ])
  func `a missing axis is named`(_ reply: String, _ words: String) {
    var session = Self.session(Self.shape)
    #expect(session.reply(reply) == nil)
    #expect(session.feedback.first?.hasPrefix(words) == true)
    #expect(session.tries == 0)
  }

  @Test(arguments: [
    ("a b c d", "The first place is wrong already."),
    ("c b a d", "The first place is right; the second is the first that is wrong."),
    ("d b a c", "That is the order turned round: look which end is asked for first."),
    ("c a d b", "The first 2 places are right; place 3 is the first that is wrong."),
  ])
  func `an order says which place is wrong first`(_ reply: String, _ words: String) {
    var session = Self.session(Self.order)
    #expect(session.reply(reply)?.result == .wrong)
    #expect(session.feedback == ["Not quite.", words])
  }

  @Test func `what is wanting does not wipe out what was said about a wrong reply`() {
    var session = Self.session(Self.number(1.3416, tolerance: 0.0005))
    #expect(session.reply("7")?.result == .wrong)
    #expect(session.reply("1.34") == nil)
    #expect(session.feedback.first == "Not quite." && session.feedback.last?.contains("3 decimals") == true)
    #expect(session.reply("1.342")?.attempt == 2)
  }
}
