import Curriculum
import Learning

/// The learner's log as commands open it.
enum LearnerLog {
  /// The log with what it holds. What is wrong with it is said on standard error, and the command goes on.
  static func open() -> Journal {
    let journal = Journal(ProgressLog.standard())
    tell(journal)
    return journal
  }

  /// Says what is wrong with the log.
  static func tell(_ journal: Journal) { remarks(on: journal).forEach(StandardError.note) }

  /// What is wrong with the log, for the learner.
  static func remarks(on journal: Journal) -> [String] {
    var remarks: [String] = []
    if ProgressLog.standard() == nil {
      remarks.append("nothing is kept: neither XDG_DATA_HOME nor HOME names a folder")
    }
    if let problem = journal.problem { remarks.append("\(problem)") }
    return remarks + self.remarks(unreadableLines: journal.unreadableLines, isCut: journal.isCut)
  }

  /// Does `work` with all records, for commands that only read them. What is wrong with the log is said when that is done:
  /// where it fails, its error is the one line that is said.
  ///
  /// - Throws: `ProgressProblem` when the log cannot be read at all, and what `work` throws.
  static func read(_ work: ([ProgressRecord]) throws -> Void) throws {
    let contents = ProgressLog.standard()?.read() ?? ProgressLog.Contents()
    if let problem = contents.problem { throw problem }
    try work(contents.records)
    remarks(unreadableLines: contents.unreadableLines, isCut: contents.isCut).forEach(StandardError.note)
  }

  private static func remarks(unreadableLines lines: Int, isCut: Bool) -> [String] {
    var remarks: [String] = []
    if isCut { remarks.append("only the newest 8 MB of your log count; it stays as it is") }
    if lines > 0 {
      remarks.append(
        "\(Plural.count(lines, "line")) of your log cannot be read and \(lines == 1 ? "is" : "are") left as "
          + "\(lines == 1 ? "it is" : "they are"); the others count")
    }
    return remarks
  }
}

/// What a learner did and no log has, when all is over.
struct UnsavedEntries: Error, CustomStringConvertible {
  private let count: Int
  private let problem: ProgressProblem

  /// What is lost with `journal`, which tries once more to save it; `nil` when nothing is.
  init?(leaving journal: Journal) {
    journal.retry()
    guard let problem = journal.problem, !journal.unsaved.isEmpty else { return nil }
    (count, self.problem) = (journal.unsaved.count, problem)
  }

  var description: String {
    "\(Plural.count(count, "entry", plural: "entries")) of your log could not be saved: \(problem.reason)"
  }
}
