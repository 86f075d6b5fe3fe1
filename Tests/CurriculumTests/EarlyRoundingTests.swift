import Learning
import Testing

@testable import Curriculum

/// A value rounded on the way is a slip of its own, with the arithmetic that leads to it.
@Suite struct EarlyRoundingTests {
  private static func question(
    _ solution: String, _ answer: Double, decimals: Int = 3, prompt: String = "?", wrong: [WrongAnswer] = []
  ) -> Question {
    Question(
      prompt: prompt, kind: .number, answer: .number(answer),
      tolerance: RoundedNumber(value: answer, places: decimals).tolerance, wrong: wrong, hints: ["x"],
      solution: solution)
  }

  private static func response(_ question: Question, _ reply: String) -> [String] {
    question.response(to: question.grade(reply))
  }

  @Test(
    arguments: [
      (
        "p = e^1 / (e^1 + e^2) = 0.2689, and -ln(0.2689) = 1.313", 1.31326, "1.309",
        "-ln(0.27) = 1.309: 0.2689"
      ),
      (
        "8.118018 / (1 - 0.9^2) = 8.118018 / 0.19 = 42.726", 42.7264, "42.737",
        "8.12 / (1 - 0.9^2) = 42.737: 8.118018"
      ),
      ("1 / √0.3 = 1.826", 1.825742, "1.818", "1 / 0.55 = 1.818: √0.3 = 0.5477"),
      (
        "S = 0.3; w ← 4 - 0.1·2 / (√0.3 + 1) = 3.871", 3.870776, "3.867",
        "4 - 0.1·2 / 1.5 = 3.867: √0.3 + 1 = 1.548"
      ),
      ("4 / (0.1·3.7 + 0.1) = 8.511", 8.510638, "8", "4 / (0.4 + 0.1) = 8: 0.1·3.7 = 0.37"),
    ] as [(String, Double, String, String)])
  func `the working shows the number that was rounded`(
    _ solution: String, _ answer: Double, _ reply: String, _ working: String
  ) {
    let said = Self.response(Self.question(solution, answer), reply)
    #expect(said.first == "Not quite: you rounded on the way.")
    #expect(
      said.last?.hasPrefix(working) == true && said.last?.hasSuffix("Round only the result.") == true,
      "\(said)")
  }

  @Test func `numbers that are given are not rounded, and other wrong numbers stay wrong`() {
    let solution = "-ln(0.2689) = 1.313"
    let given = Self.question(solution, 1.31326, prompt: "What is -ln(0.2689)?")
    #expect(given.earlyRoundings.isEmpty && given.grade("1.309") == .wrong)
    for reply in ["1.2", "1.32", "1.4", "2"] {
      #expect(Self.question(solution, 1.31326).grade(reply) == .wrong, "\(reply)")
    }
    #expect(Self.question(solution, 1.31326).grade("1.313") == .right)
  }

  @Test func `a slip with a name comes first`() {
    let slip = WrongAnswer(.number(1.309), .plainMean, working: "1.309")
    #expect(Self.question("-ln(0.2689) = 1.313", 1.31326, wrong: [slip]).grade("1.309") == .slip(slip))
  }

  @Test func `a slip is known by any digits of what its working comes to`() {
    let slip = WrongAnswer(
      .number(0.0088), text: "0.0088", .plainMean,
      working: "0.1·0.5^3.5 = 0.0088 goes on within the interval.")
    let question = Self.question("0.1·0.5^3 = 0.0125", 0.0125, decimals: 5, wrong: [slip])
    for reply in ["0.0088", "0.00884", "0.008839", "0.0088388", "0.009"] {
      #expect(question.grade(reply) == .slip(slip), "\(reply)")
    }
    for reply in ["0.0087", "0.00886", "0.0084"] { #expect(question.grade(reply) == .wrong, "\(reply)") }
    #expect(slip.unrounded.count == 1)
  }

  /// Of generated questions and of those of lessons: what is said is true arithmetic and never about a right answer.
  @Test func `everything that can be said is true`() {
    let topics: [QuizTopic] = [.softmax, .biasCorrection, .movingAverage, .optimizerStep, .chainRule]
    let generated = topics.flatMap { topic in
      (1...40).map { GeneratedQuestion(topic: topic, seed: 5, number: $0).question }
    }
    let lessons = LessonSlipTests.asked.map(\.question)
    for (questions, least) in [(generated, 100), (lessons, 20)] {
      var count = 0
      for question in questions {
        for rounding in question.earlyRoundings {
          count += 1
          #expect(!question.isRight(.number(rounding.value)))
          for equation in PrintedArithmetic.equations(in: rounding.working) {
            #expect(equation.isTrue, "\(question.prompt) | \(rounding.working)")
          }
          let reply = Numeral.exact(rounding.value)
          switch question.grade(reply) {
          case .slip, .unfinished: break
          case .right, .wrong, .unreadable: Issue.record("\(question.prompt) | \(reply)")
          }
        }
      }
      #expect(count >= least, "\(count)")
    }
  }
}
