import Curriculum
import Labs
import Learning
import NcursesBackend

/// What the user is told about an error: one sentence for stderr, and the exit status.
///
/// The one place that knows all kinds of errors.
struct Failure: Equatable {
  /// Without a line break, capital letter or full stop, to stand after `strider: `; `nil` to end in silence.
  let sentence: String?
  /// What the process ends with.
  let status: ExitStatus

  /// `error` came of running `arguments`.
  init(_ error: any Error, arguments: [String]) {
    switch error {
    case let error as any InputError:
      self.init(sentence: error.description, status: ExitStatus(error.fault))
    case let error as LessonProblems:
      self.init(sentence: error.description, status: ExitStatus(error.all[0].fault))
    case let error as ProgressProblem:
      self.init(sentence: error.description, status: .noInput)
    case let error as UnsavedEntries:
      self.init(sentence: error.description, status: .failure)
    case let error as PresentProblem:
      self.init(sentence: error.description, status: error.status)
    case let error as LabRefusal:
      self.init(sentence: error.description, status: .data)
    case let error as TerminalError:
      let hint = "commands print with --text, and strider snapshot draws without a terminal"
      self.init(sentence: "\(error) (\(hint))", status: .unavailable)
    case OutputError.readerLeft:
      self.init(sentence: nil, status: .success)
    case let error as OutputError:
      self.init(sentence: error.description, status: .failure)
    default:
      self.init(parserError: error, arguments: arguments)
    }
  }

  /// Ends with `status` after saying `sentence`.
  init(sentence: String?, status: ExitStatus) {
    (self.sentence, self.status) = (sentence, status)
  }
}
