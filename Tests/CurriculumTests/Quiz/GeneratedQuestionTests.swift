import Foundation
import Learning
import Testing

@testable import Curriculum

/// What holds for every generated question, whatever its topic.
@Suite struct GeneratedQuestionTests {
  /// `make soak` asks for 10,000 of each topic.
  static let count =
    ProcessInfo.processInfo.environment["STRIDER_QUIZ_QUESTIONS"].flatMap { Int($0) } ?? 200

  static func questions(_ topic: QuizTopic, count: Int = count) -> [GeneratedQuestion] {
    (1...count).map { GeneratedQuestion(topic: topic, seed: 7, number: $0) }
  }

  /// Whether the ranges of replies that count as the right or a wrong number do not meet.
  private static func areApart(_ question: Question) -> Bool {
    let numbers = ([question.answer] + question.wrong.map(\.answer)).compactMap { answer -> Double? in
      if case .number(let number) = answer { number } else { nil }
    }
    let sorted = numbers.sorted()
    return zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 > 2 * question.tolerance }
  }

  @Test(arguments: QuizTopic.allCases)
  func `answers are independent, choices distinct and slips recognised`(_ topic: QuizTopic) {
    var failures: [String] = []
    func expect(_ condition: Bool, _ what: String, _ question: GeneratedQuestion) {
      if !condition, failures.count < 5 {
        failures.append("\(what): \(question.id) \(question.question.prompt)")
      }
    }
    for generated in Self.questions(topic) {
      let question = generated.question
      expect(IndependentAnswer.agrees(with: generated), "independent computation", generated)
      expect(question.wrong.count >= 2, "at least two wrong answers", generated)
      expect(
        Set([question.answerText] + question.wrong.map(\.text)).count == question.wrong.count + 1,
        "distinct choices", generated)
      expect(question.grade(question.answerText) == .right, "the answer is read as right", generated)
      for wrong in question.wrong {
        expect(question.grade(wrong.text) == .slip(wrong), "the slip \(wrong.text) is recognised", generated)
        expect(!wrong.workings.contains(""), "a working", generated)
      }
      expect(Self.areApart(question), "no reply that means two answers", generated)
      expect(question.hints.count >= 2 && !question.hints.contains(""), "hints", generated)
    }
    #expect(failures == [])
  }

  @Test(arguments: QuizTopic.allCases)
  func `three wrong answers are the rule`(_ topic: QuizTopic) {
    let rich = Self.questions(topic, count: 200).filter { $0.question.wrong.count >= 3 }
    #expect(rich.count >= 180)
  }

  /// The last number of a solution is the answer, except where the answer is a shape or "cannot".
  @Test(arguments: QuizTopic.allCases)
  func `the solution ends in the answer`(_ topic: QuizTopic) {
    var failures: [String] = []
    for generated in Self.questions(topic, count: 200) {
      let question = generated.question
      guard case .number(let value) = question.answer else {
        if topic == .shapeChain, !question.solution.hasSuffix(question.answerText) {
          failures.append(generated.id)
        }
        continue
      }
      let numbers = question.solution.split { !"0123456789.-e".contains($0) }.compactMap { Double($0) }
      let last = numbers.last ?? .nan
      if !(abs(last - value) <= max(question.tolerance, 5e-4 * abs(value)) + 1e-9) {
        failures.append("\(generated.id) \(question.solution) \(question.answerText)")
      }
    }
    #expect(failures.prefix(5) == [])
  }

  @Test func `the same seed gives the same questions`() {
    let one = Array(Quiz(seed: 7).prefix(50))
    #expect(one == Array(Quiz(seed: 7).prefix(50)))
    #expect(one != Array(Quiz(seed: 8).prefix(50)))
  }

  @Test func `topics mix, each once in a round`() {
    let topics = Quiz(seed: 3).prefix(QuizTopic.allCases.count).map(\.topic)
    #expect(Set(topics) == Set(QuizTopic.allCases))
    #expect(topics != QuizTopic.allCases)
  }

  @Test(arguments: QuizTopic.allCases)
  func `texts fit on 80 columns`(_ topic: QuizTopic) {
    let long = Self.questions(topic, count: 200).filter { generated in
      let question = generated.question
      return LessonText(question.prompt).rows(width: 76) > 5
        || LessonText(question.solution).rows(width: 76) > 7
        || question.wrong.contains { $0.workings.contains { LessonText($0).rows(width: 76) > 5 } }
        || question.hints.contains { LessonText($0).rows(width: 76) > 4 }
    }
    #expect(long.map(\.id).prefix(3) == [])
  }
}
