import Learning

/// A question with everything needed to help with it: hints, the worked answer, and the slips behind wrong answers.
public struct Question: Hashable, Sendable {
  /// What is asked, in one text with its grids within the sentence.
  public let prompt: String
  /// What is asked when ``grids`` stand below as blocks; the same as ``prompt`` when there are none.
  public let sentence: String
  /// The grids of numbers that the question gives.
  public let grids: [QuestionGrid]
  /// How it is answered.
  public let kind: AnswerKind
  /// The right answer.
  public let answer: Answer
  /// The right answer as it is written: `0.250` keeps its zero.
  public let answerText: String
  /// How far a number may be off; 0 for whole numbers.
  public let tolerance: Double
  /// What can be picked or has to be ordered, as listed; empty for other kinds.
  public let choices: [String]
  /// The hidden output cell of a ``AnswerKind/cell`` question, counted from 0.
  public let cell: Position?
  /// What a class sees of the scene while the question is put to it.
  public let picture: QuestionPicture
  /// Wrong answers with the slip that leads to each; no two equal, none right.
  public let wrong: [WrongAnswer]
  /// Hints, each saying more than the one before.
  public let hints: [String]
  /// The worked answer.
  public let solution: String

  init(
    prompt: String, sentence: String? = nil, grids: [QuestionGrid] = [], kind: AnswerKind, answer: Answer,
    answerText: String? = nil, tolerance: Double = 0,
    choices: [String] = [], cell: Position? = nil, picture: QuestionPicture = .hidden, wrong: [WrongAnswer],
    hints: [String], solution: String
  ) {
    (self.prompt, self.kind, self.answer, self.tolerance) = (prompt, kind, answer, tolerance)
    (self.sentence, self.grids) = (sentence ?? prompt, grids)
    self.answerText = answerText ?? answer.text
    (self.choices, self.cell, self.picture) = (choices, cell, picture)
    (self.wrong, self.hints, self.solution) = (wrong, hints, solution)
  }
}
