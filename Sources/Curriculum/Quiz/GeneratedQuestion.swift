import Learning

/// A question made from a seed, with what it gives in the words of the command that can check it.
public struct GeneratedQuestion: Hashable, Sendable {
  /// `output-size-7-3`: topic, seed and place. The same id always names the same question.
  public let id: String
  /// What it is about.
  public let topic: QuizTopic
  /// The numbers of the question, by the option names of the matching command.
  public let given: [String: GivenValue]
  /// Prompt, answer, named wrong answers, hints and solution.
  public let question: Question
}

/// A number or text that a question gives.
public enum GivenValue: Hashable, Sendable {
  case integer(Int)
  case number(Double)
  case text(String)

  /// A side when both are equal, otherwise `7x9`.
  init(_ extent: Extent) {
    self = extent.height == extent.width ? .integer(extent.height) : .text(extent.description)
  }
}

extension GivenValue: Encodable {
  /// A JSON number or string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    }
  }
}

extension GeneratedQuestion: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id, topic, prompt, given, answer, wrong, solution
  }

  private struct Wrong: Encodable {
    let answer: String
    let misconception: Misconception
  }

  /// The row of `strider quiz --json`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(topic, forKey: .topic)
    try container.encode(question.prompt, forKey: .prompt)
    try container.encode(given, forKey: .given)
    try container.encode(question.answerText, forKey: .answer)
    try container.encode(
      question.wrong.map { Wrong(answer: $0.text, misconception: $0.misconception) }, forKey: .wrong)
    try container.encode(question.solution, forKey: .solution)
  }
}
