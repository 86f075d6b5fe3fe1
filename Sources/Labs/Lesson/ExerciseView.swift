import Curriculum
import TerminalUI

/// How an exercise looks: to a learner, on the slides for a class, and in the notes of who speaks.
protocol ExerciseView: Sendable {
  /// Where a learner who stands where `progress` says works at it, in the step `step` of `lesson`.
  func panel(_ lesson: LessonHeader, step: String, after progress: Progress) -> any ExercisePanel

  /// Its slide, before the answer is revealed or `isRevealed`, at `width` columns and with empty rows between its parts when
  /// `isAiry`. Below what is asked stands the `vote` of the class, to which keys go while it `isVoting`.
  func slide(isRevealed: Bool, _ vote: ClassVote?, isVoting: Bool, width: Int, isAiry: Bool) -> [SlideLine]

  /// What the speaker has to know about it, answer and all.
  func notes(width: Int) -> [ReadingLine]
  /// What is asked and what the answer is, for who wants to know what comes next.
  var asked: String { get }
  var answered: String { get }

  /// A vote of the class on it, with the hands that were kept of an earlier one; `nil`, as usual, where there is nothing to
  /// vote on.
  func vote(resuming votes: [PresentVote]) -> ClassVote?
  /// What the speaker sees of the hands that went up, of which those for number `counted` are being counted.
  func notes(of votes: [PresentVote], counted: Int?, width: Int) -> [ReadingLine]
}

extension ExerciseView {
  func vote(resuming votes: [PresentVote]) -> ClassVote? { nil }
  func notes(of votes: [PresentVote], counted: Int?, width: Int) -> [ReadingLine] { [] }
}

extension Exercise {
  /// How it looks; a further kind adds its line.
  var view: any ExerciseView {
    switch self {
    case .question(let question): question
    }
  }
}

/// Where a learner works at an exercise.
protocol ExercisePanel: Equatable, Sendable {
  /// Whether keys go to it, whether it is done, and whether the pane around it is read from its end, where it is at work.
  var isOpen: Bool { get }
  var isOver: Bool { get }
  var isAtWork: Bool { get }
  /// Whether it was done rightly, in this sitting.
  var isSolved: Bool { get }
  /// The slips made in this sitting.
  var slips: [Misconception] { get }
  /// What begins it without more ado, to stand after "begin with".
  var beginnings: String { get }
  /// The keys while it is open, for the footer.
  var footer: [FooterEntry] { get }

  /// Whether `event` goes to it, be it because that begins it; see ``QuestionPanel``.
  mutating func takes(_ event: Event, isFree: Bool, besideScene isScene: Bool) -> Bool
  /// Lets keys go to it, or takes them away; what was done stays.
  mutating func open()
  mutating func close()
  /// Takes in an event while it is open; shows a hint; gives up, when that is asked for twice in a row.
  mutating func update(_ event: Event) -> ExerciseOutcome
  mutating func hint() -> ExerciseOutcome
  mutating func giveUp() -> ExerciseOutcome
  /// The learner does something else than giving up.
  mutating func goOn()

  /// Everything to read, wrapped to `width`; what is read before anything has been said to it; and the rows kept free for it.
  func lines(width: Int) -> [ReadingLine]
  func asked(width: Int) -> [ReadingLine]
  func rows(width: Int) -> Int
  /// Draws the line that is being typed.
  func drawField(into frame: inout Frame, in field: Rect)
}

/// What came of an event in a panel.
enum ExerciseOutcome: Equatable, Sendable {
  /// Nothing that concerns others.
  case none
  /// Something to be logged.
  case log(ProgressRecord.Event)
  /// Something to be said.
  case say(String)
}

extension LabChrome {
  /// Says what is to be said of an exercise, and asks for what is to be logged.
  mutating func carryOut(_ outcome: ExerciseOutcome) -> Effect? {
    switch outcome {
    case .none: return nil
    case .log(let event): return .request(.record(event))
    case .say(let sentence):
      say(sentence)
      return nil
    }
  }
}

/// A panel, whichever it is.
struct PanelBox: Equatable, Sendable {
  var panel: any ExercisePanel

  static func == (one: PanelBox, other: PanelBox) -> Bool { one.panel.isEqual(to: other.panel) }
}

extension ExercisePanel {
  /// Whether `other` is of this type and equal.
  func isEqual(to other: any ExercisePanel) -> Bool { other as? Self == self }
}
