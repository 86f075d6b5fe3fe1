import Curriculum

/// The learner's log as commands open it.
enum LearnerLog {
  /// The log with what it holds. What is wrong with it is said on standard error, and the command goes on.
  static func open() -> Journal {
    let log = ProgressLog.standard()
    let journal = Journal(log)
    if log == nil { StandardError.note("nothing is kept: neither XDG_DATA_HOME nor HOME names a folder") }
    if let problem = journal.problem { StandardError.note(problem) }
    if journal.unreadableLines > 0 { StandardError.note(damage(journal.unreadableLines)) }
    return journal
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
    "\(lines == 1 ? "1 line" : "\(lines) lines") of your log cannot be read and \(lines == 1 ? "is" : "are") left as "
      + "\(lines == 1 ? "it is" : "they are"); the others count"
  }
}
