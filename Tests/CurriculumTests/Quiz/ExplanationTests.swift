import Foundation
import Learning
import Testing

@testable import Curriculum

/// What is said about a wrong answer of a generated question is true.
@Suite struct ExplanationTests {
  /// `make soak` asks for 10,000 of each topic.
  static let count =
    ProcessInfo.processInfo.environment["STRIDER_QUIZ_QUESTIONS"].flatMap { Int($0) } ?? 200

  /// How near two answers may be and still be one reply.
  private static func agree(_ one: Answer, _ other: Answer, _ question: Question) -> Bool {
    one.matches(other, tolerance: 2 * question.tolerance + 1e-9)
  }

  @Test(arguments: QuizTopic.allCases)
  func `what is said is true`(_ topic: QuizTopic) {
    var failures: [String] = []
    var unseen = Set(topic.misconceptions)
    for number in 1...Self.count where failures.count < 5 {
      let generated = GeneratedQuestion(topic: topic, seed: 11, number: number)
      let problems = Self.misnamed(generated) + Self.falseEquations(generated) + Self.badlyWritten(generated)
      failures += problems.map { "\(generated.id): \($0): \(generated.question.prompt)" }
      for wrong in generated.question.wrong { unseen.subtract(wrong.misconceptions) }
    }
    #expect(failures.prefix(5) == [])
    // Each is listed for a reason, and logs with it can be read.
    #expect(unseen.map(\.rawValue) == [])
    for misconception in topic.misconceptions {
      #expect(Misconception(rawValue: misconception.rawValue) == misconception)
    }
  }

  /// Every misconception that is named gives the answer, and every one that gives the answer is named.
  private static func misnamed(_ generated: GeneratedQuestion) -> [String] {
    let question = generated.question
    var problems: [String] = []
    for wrong in question.wrong {
      for explanation in wrong.explanations {
        let name = explanation.misconception.rawValue
        guard let answers = IndependentSlips.answers(explanation.misconception, generated) else {
          problems.append("nobody else knows \(name)")
          continue
        }
        if !generated.topic.misconceptions.contains(explanation.misconception) {
          problems.append("\(name) is not listed")
        }
        if !answers.contains(where: { agree($0, wrong.answer, question) }) {
          problems.append("\(name) gives \(answers), not \(wrong.text)")
        }
      }
    }
    for misconception in generated.topic.misconceptions {
      for answer in IndependentSlips.answers(misconception, generated) ?? [] {
        guard !agree(answer, question.answer, question) else { continue }
        let isNamed = question.wrong.contains {
          agree($0.answer, answer, question) && $0.misconceptions.contains(misconception)
        }
        if !isNamed { problems.append("\(misconception.rawValue) gives \(answer.text) unsaid") }
      }
    }
    return problems
  }

  /// All equations in hints, solutions and explanations hold, and the explanations show the answer they speak of.
  private static func falseEquations(_ generated: GeneratedQuestion) -> [String] {
    let question = generated.question
    let workings = question.wrong.flatMap { $0.explanations.map(\.working) }
    let exact = ShownArithmetic.exact(in: question.prompt)
    let problems = (question.hints + [question.solution] + workings).flatMap { text in
      ShownArithmetic.problems(in: text, exact: exact, tolerance: question.tolerance)
        .map { "\($0) in \(text)" }
    }
    let hidden = question.wrong.flatMap { wrong in
      wrong.explanations.map(\.working).filter { !shows($0, wrong, question) }.map {
        "no \(wrong.text) in \($0)"
      }
    }
    return problems + hidden
  }

  private static func shows(_ working: String, _ wrong: WrongAnswer, _ question: Question) -> Bool {
    let numbers = ShownArithmetic.numbers(in: working)
    func isThere(_ value: Double) -> Bool {
      numbers.contains { abs($0 - value) <= 5e-4 * abs(value) + 2 * question.tolerance + 0.0005 }
    }
    switch wrong.answer {
    case .number: return Double(wrong.text).map(isThere) ?? false
    case .size(let extent):
      return working.contains(extent.description)
        || isThere(Double(extent.height)) && isThere(Double(extent.width))
    case .numbers(let values): return working.contains(wrong.text) || values.allSatisfy(isThere)
    case .cannot: return working.contains("not whole")
    case .choice, .order: return false
    }
  }

  /// Exponent notation, a negative number behind an operator or before a power without parentheses.
  private static func badlyWritten(_ generated: GeneratedQuestion) -> [String] {
    let question = generated.question
    let texts =
      question.hints + [question.prompt, question.solution, question.answerText]
      + question.wrong.flatMap { [$0.text] + $0.workings }
    // Building a pattern takes longer than using it.
    let (power, minus, negative) = (/\de[-+]?\d/, /[-+·*\/^] ?-\d/, /(^|[^\d)\]] ?)-\d+(\.\d+)?(\^|²)/)
    return texts.filter { text in
      text.contains(power) || text.contains(minus) || text.contains(negative) || text.contains("nan")
        || text.contains("inf")
    }
    .map { "badly written: \($0)" }
  }

  @Test(arguments: QuizTopic.allCases)
  func `a quiz asks nothing twice`(_ topic: QuizTopic) {
    let prompts = Quiz(topics: [topic], seed: 5).prefix(200).map(\.question.prompt)
    #expect(Set(prompts).count == prompts.count)
    #expect(prompts.count >= 100)
  }

  @Test func `a topic that is asked through ends`() {
    let questions = Array(Quiz(topics: [.samePadding], seed: 5))
    #expect((100...155).contains(questions.count))
    #expect(Set(questions.map(\.question.prompt)).count == questions.count)
    // Others go on alone.
    let mixed = Array(Quiz(topics: [.samePadding, .dropout], seed: 5).prefix(600))
    #expect(mixed.count == 600)
    #expect((100...155).contains(mixed.count { $0.topic == .samePadding }))
  }

  /// The reader that the tests above trust.
  @Test(arguments: [
    ("1 - 2 + 3·(-1) = -4", 0, true), ("-10^2 = 100", 0, false), ("(-10)^2 = 100", 0, true),
    ("3 + -1 = 2", 0, false), ("1 / 3 = 0.333", 0.0005, true), ("1 / 3 = 0.334", 0.0005, false),
    ("floor((7 + 2·1 - 3) / 2) + 1 = 4", 0, true),
    ("rows floor(7 / 2) = 3, columns ceil(7 / 2) = 3", 0, false),
    ("p = e^2 / (e^2 + e^(-1)) = 7.389 / 7.757 = 0.9526", 0, true), ("√(3² + (-4)²) = 5", 0, true),
    ("V ← 0.8·0 + 1 = 1; w ← 0.5 - 0.05·1 = 0.45", 0, true), ("max(-3, 2) = 2: that is all", 0, true),
  ])
  func `the reader of equations finds what is false`(_ text: String, _ tolerance: Double, _ holds: Bool) {
    #expect(ShownArithmetic.problems(in: text, exact: [0, 1, 2], tolerance: tolerance).isEmpty == holds)
  }

  @Test func `two misconceptions behind one number are both said`() throws {
    var draft = QuestionDraft(
      "?", kind: .number, given: [:], answer: .number(4), hints: ["h"], solution: "s")
    draft.slip(.forgotPlusOne, .number(3), "floor(7 / 2) = 3")
    draft.slip(.paddedOnce, .number(3), "floor((7 + 1 - 4) / 2) + 1 = 3")
    draft.slip(.ignoredStride, .number(4), "4 = 4")
    let wrong = try #require(draft.question.wrong.first)
    #expect(draft.question.wrong.count == 1)
    #expect(wrong.title == "either forgot the + 1 or added the padding once")
    #expect(wrong.misconception == nil)
    #expect(wrong.misconceptions.spelling == "forgot-plus-one or padded-once")
    #expect(
      draft.question.response(to: .slip(wrong)) == [
        "Not quite: you either forgot the + 1 or added the padding once.", "Either: floor(7 / 2) = 3",
        "Or: floor((7 + 1 - 4) / 2) + 1 = 3",
      ])
  }
}
