import Learning
import Testing

@testable import Curriculum

/// What is written as GIFT is read back by another program as it was meant.
@Suite struct GIFTRoundTripTests {
  @Test(arguments: QuizTopic.allCases)
  func `generated questions come back whole`(_ topic: QuizTopic) throws {
    let questions = Array(Quiz(topics: [topic], seed: 21).prefix(200))
    let items = try GIFTReader.items(in: GIFTWriter.text(questions.map(QuizItem.init)))
    #expect(items.count == questions.count)
    for (item, generated) in zip(items, questions) { Self.compare(item, generated) }
  }

  private static func compare(_ item: GIFTReader.Item, _ generated: GeneratedQuestion) {
    let question = generated.question
    #expect(item.category == "Strider/\(generated.topic.title)")
    #expect(item.name == generated.id)
    #expect(item.prompt == GIFTWriter(question: question).prompt)
    #expect(item.generalFeedback == question.solution)
    let right = item.answers.filter(\.isRight)
    #expect(right.map(\.text) == [question.answerText])
    let wrong = item.answers.filter { !$0.isRight }
    // A choice among more than six would be too much.
    #expect(wrong.map(\.text) == question.wrong.prefix(item.isNumerical ? .max : 5).map(\.text))
    #expect(item.format == (question.grids.isEmpty ? "plain" : "html"))
    for (answer, slip) in zip(wrong, question.wrong) {
      #expect(answer.feedback.hasSuffix(slip.workings.joined(separator: " ")))
    }
    if item.isNumerical {
      #expect(item.answers.allSatisfy { $0.tolerance.flatMap(Double.init) == question.tolerance })
      #expect(item.answers.allSatisfy { !$0.text.contains("e") && $0.tolerance?.contains("e") == false })
    }
  }

  @Test(arguments: [
    "~ = # { } : \\", "a\\nb", "line one\nline two", "\\", "\\\\{", "::name::", "%50%", "####", "=%100%x",
    "<b>bold</b> & more",
    "// no comment", "$CATEGORY: x", "→ ₂ ²", "{#1:2}",
  ])
  func `any text survives in every place`(_ text: String) throws {
    let question = Question(
      prompt: "p \(text) p", kind: .choice, answer: .choice(0), choices: ["c \(text) c", "other"],
      wrong: [WrongAnswer(.choice(1), .signSlip, working: "w \(text) w")], hints: ["x"],
      solution: "s \(text) s")
    let item = try #require(
      GIFTReader.items(in: GIFTWriter(question: question, id: "i \(text) i").text).first)
    #expect(item.name == "i \(text) i")
    #expect(item.prompt == "p \(text) p")
    #expect(item.answers.map(\.text) == ["c \(text) c", "other"])
    #expect(item.answers.last?.feedback.hasSuffix("w \(text) w") == true)
    #expect(item.generalFeedback == "s \(text) s")
  }
}
