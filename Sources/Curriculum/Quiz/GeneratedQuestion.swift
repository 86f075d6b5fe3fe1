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
