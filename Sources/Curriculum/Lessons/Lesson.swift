import Learning

/// A lesson that works: its scenes open, its answers were recomputed, every wrong answer has a named slip.
public struct Lesson: Hashable, Sendable {
  /// What lists of lessons show.
  public let header: LessonHeader
  /// What is played, in order; at least one.
  public let steps: [LessonStep]

  /// The name in file names, commands and the learner's log.
  public var id: String { header.id }
  /// The title.
  public var title: String { header.title }
}

/// What is known of a lesson without reading its steps.
public struct LessonHeader: Hashable, Sendable {
  /// The place in the course, counted from 1; the number in the file name.
  public let number: Int
  /// The name: the rest of the file name.
  public let id: String
  /// The title, at most 60 characters.
  public let title: String
  /// Whether the lesson belongs to the core or extends it.
  public let part: LessonPart
  /// What the learner can do afterwards.
  public let goals: [String]
  /// The slide groups that the lesson draws on, by lecture.
  public let decks: [DeckReference]
  /// What else the lesson draws on, each in the author's words.
  public let sources: [String]
  /// The topics of generated questions that practise the lesson.
  public let practice: [QuizTopic]
  /// The words that the lesson explains, in the order of the file.
  public let terms: [Term]
  /// The ids of the steps, in order.
  public let stepIDs: [String]
  /// The ids of the steps that ask a question, in order.
  public let questionIDs: [String]

  /// Whether the lesson belongs to the core.
  public var isCore: Bool { part == .core }
}

/// Where a lesson belongs.
public enum LessonPart: String, CaseIterable, Sendable {
  /// What everyone should go through.
  case core
  /// Further ground.
  case further = "extension"
}

/// Slides of a lecture.
public struct DeckReference: Hashable, Sendable {
  /// The lecture.
  public let deck: Deck
  /// Groups of slides, by their headings.
  public let groups: [String]
}

/// A word and what it means.
public struct Term: Hashable, Sendable {
  /// The word, as `**word**` marks it in a lesson.
  public let word: String
  /// What it means, in a sentence or two.
  public let definition: String
  /// Where the lesson file explains it.
  let place: SourcePlace
}

/// A little text, maybe a scene to touch, maybe an exercise.
public struct LessonStep: Hashable, Sendable {
  /// The name, unique within its lesson.
  public let id: String
  /// What to read.
  public let text: LessonText
  /// What to show.
  public let scene: Scene?
  /// What of the scene's picture the words point at.
  public let sight: [Sight]
  /// What to ask for.
  public let exercise: Exercise?
  /// What to show with the answer instead of ``scene``, which would show another one.
  public let after: Scene?
  /// The words that say the answer in the picture shown with it, one entry for a row.
  public let shows: [PictureWords]
  /// What the speaker sees, but not the audience.
  public let notes: String?
  /// Where it begins in the lesson file.
  public let place: SourcePlace

  /// The words that are marked as terms, in the text and in everything that is said about the exercise.
  var terms: [String] { text.terms + (exercise?.rules.marked ?? []).flatMap { LessonText($0).terms } }
}

/// Words that stand beside each other in one row of a picture.
public struct PictureWords: Hashable, Sendable {
  /// The words; how many spaces are between them does not matter.
  public let text: String
  /// Where the lesson file names them.
  public let place: SourcePlace
}

/// Something in a picture that a step points at.
public struct Sight: Hashable, Sendable {
  /// The names of the keys that the step tells to press first.
  public let keys: [String]
  /// What is to be seen then.
  public let words: [PictureWords]
}
