import Curriculum
import TerminalUI

/// What Strider's screens ask for, as data. ``Screen`` carries out what it can; the rest needs files or a clock and goes
/// to whoever runs it.
public enum Request: Hashable, Sendable {
  /// Open the lab of a scene string.
  case scene(String)
  /// Read the lesson with that id and open it.
  case lesson(String)
  /// Read the lesson with that id and open it to look something up: it is begun only once the learner goes on in it.
  case lookUp(String)
  /// Open the list of lessons.
  case lessons
  /// Open the choice of quiz topics.
  case quizzes
  /// Ask generated questions about these topics; all of them mixed when there is none.
  case quiz([QuizTopic])
  /// Ask the questions that were missed once more.
  case missed
  /// Show what the learner has done.
  case progress
  /// Ask about the skills that are due.
  case review
  /// Open the search, with this text typed already.
  case search(String)
  /// Append this to the learner's log.
  case record(ProgressRecord.Event)
  /// Tell the notes in another terminal where the presentation stands.
  case present(PresentMoment)
  /// Ask the presentation that the notes follow to do something.
  case wish(PresentWish)
  /// Make a new file of these bytes.
  case save(path: String, [UInt8])
  /// Read a file for the lab in front.
  case load(path: String)
  /// Look what has come in: lessons that were being read, or word of the log.
  case news
}

/// What a screen asks of whoever runs it.
public typealias Effect = LabEffect<Request>
