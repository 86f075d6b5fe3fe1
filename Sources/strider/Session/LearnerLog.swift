import Curriculum
import Learning

/// The learner's log as commands open it.
enum LearnerLog {
  /// The log with what it holds. What is wrong with it is said on standard error, and the command goes on.
  static func open() -> Journal {
    let journal = Journal(ProgressLog.standard())
    remarks(on: journal).forEach(StandardError.note)
    return journal
  }

  /// What is wrong with the log, for the learner.
  static func remarks(on journal: Journal) -> [String] {
    var remarks: [String] = []
    if ProgressLog.standard() == nil {
      remarks.append("nothing is kept: neither XDG_DATA_HOME nor HOME names a folder")
    }
    if let problem = journal.problem { remarks.append("\(problem)") }
    if journal.unreadableLines > 0 { remarks.append(damage(journal.unreadableLines)) }
    return remarks
  }

  /// What to say at the end when answers could not be saved.
  static func closingRemark(on journal: Journal) -> String? {
    guard let problem = journal.problem, !journal.unsaved.isEmpty else { return nil }
    let count = Plural.count(journal.unsaved.count, "entry", plural: "entries")
    return "\(count) of your log could not be saved: \(problem.reason)"
  }

  /// All records, for commands that only read them.
  ///
  /// - Throws: `ProgressProblem` when the log cannot be read at all.
  static func records() throws -> [ProgressRecord] {
    guard let contents = ProgressLog.standard()?.read() else { return [] }
    if let problem = contents.problem { throw problem }
    if contents.unreadableLines > 0 { StandardError.note(damage(contents.unreadableLines)) }
    return contents.records
  }

  private static func damage(_ lines: Int) -> String {
    "\(Plural.count(lines, "line")) of your log cannot be read and \(lines == 1 ? "is" : "are") left as "
      + "\(lines == 1 ? "it is" : "they are"); the others count"
  }
}
