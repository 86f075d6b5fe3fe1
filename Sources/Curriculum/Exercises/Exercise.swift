import Learning

/// What a step asks for beyond being read. A kind of exercise has a line in each of the two lists below, and files of its
/// own for its rules and its looks.
public enum Exercise: Hashable, Sendable {
  /// A question with one right answer.
  case question(Question)

  /// The kinds, as lesson files know them: each by the field of a step that holds it.
  static let kinds: [any ExerciseRules.Type] = [Question.self]

  /// What is its own.
  var rules: any ExerciseRules {
    switch self {
    case .question(let question): question
    }
  }

  /// What is seen of the step's scene while it is open.
  public var picture: QuestionPicture { rules.picture }
  /// The output cell of the scene that it asks for.
  public var cell: Position? { rules.cell }
  /// Its answer, where that is asked for and `words` beside it do not say it.
  public func answer(missingFrom words: [String]) -> String? { rules.answer(missingFrom: words) }
}

/// The rules of one kind of exercise: how a lesson says it, how long it may be, and how it is worked at line by line.
protocol ExerciseRules: Sendable {
  /// The field of a step that holds it.
  static var field: String { get }
  /// Reads it from a step that shows `scene`; `nil` when something is wrong with it, all of which is added to `faults`.
  ///
  /// - Parameter isSceneBroken: whether the step has a scene that does not open.
  static func exercise(_ entry: Entry, scene: Scene?, isSceneBroken: Bool, _ faults: inout Faults)
    -> Exercise?

  /// Its texts with the rows that each may take on 80x24, and the place of each in `entry`, where it stands in the file.
  func texts(in entry: Entry?) -> [LimitedText]
  /// What is seen of the step's scene while it is open: usually all of it.
  var picture: QuestionPicture { get }
  /// The output cell of the scene that it asks for; usually none.
  var cell: Position? { get }
  /// Its answer as it is written, where a picture beside it has to say it and `words`, which that shows, do not; usually
  /// nothing has to be said.
  func answer(missingFrom words: [String]) -> String?
  /// All that is said in it, where words may be marked as terms.
  var marked: [String] { get }
  /// A sitting over it in the step `step` of `lesson`, for a learner who stands where `progress` says.
  func session(_ lesson: LessonHeader, step: String, after progress: Progress) -> any ExerciseSession
}

extension ExerciseRules {
  var picture: QuestionPicture { .beside }
  var cell: Position? { nil }
  func answer(missingFrom words: [String]) -> String? { nil }
}

/// A learner at work on an exercise, line by line.
protocol ExerciseSession: Sendable {
  /// What is asked, in lines.
  var asked: [String] { get }
  /// How to answer, in a sentence.
  var howToAnswer: String { get }
  /// Wrong replies so far, hints so far, and what these said.
  var tries: Int { get }
  var hintsShown: Int { get }
  var hints: ArraySlice<String> { get }
  /// Whether it is done, by reply or by giving up.
  var isOver: Bool { get }
  /// What to say now, in paragraphs, and what is asked of a learner whose last reply was no attempt.
  var feedback: [String] { get }
  var request: String? { get }

  /// Takes in what was typed; shows a hint; gives up. Each answers what to log.
  mutating func reply(_ text: String) -> AnswerRecord?
  mutating func hint() -> ProgressRecord.Event?
  mutating func skip() -> AnswerRecord?
}

extension LessonStep {
  /// The question that it asks, if its exercise is one.
  public var question: Question? {
    if case .question(let question)? = exercise { question } else { nil }
  }
}
