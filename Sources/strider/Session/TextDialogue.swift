import Curriculum

/// A text session on standard input and output, from its first line to its end or the end of the input.
///
/// An answer is saved before its reply is printed, so that whatever was replied to is on disk, come what may.
struct TextDialogue {
  private var session: TextSession
  private var journal: Journal
  private var scene = TextScene()
  /// Whether something about the log was said on standard error, which gets one line.
  private var hasComplained: Bool
  /// What was answered, in order.
  private(set) var answers: [AnswerRecord] = []

  /// Plays `session` and keeps what the learner does in `journal`.
  init(_ session: TextSession, keeping journal: Journal) {
    (self.session, self.journal) = (session, journal)
    hasComplained = !LearnerLog.remarks(on: journal).isEmpty
  }

  /// Whether the learner came to the end or left by saying so.
  var isOver: Bool { session.isOver }

  /// Plays to the end.
  ///
  /// - Throws: ``OutputError``
  mutating func run() throws(OutputError) {
    var input = LineReader()
    try show(session.start())
    while !session.isOver, let line = input.next() { try show(session.input(line)) }
  }

  /// Tries once more to save what could not be saved.
  ///
  /// - Throws: ``UnsavedEntries``
  func close() throws(UnsavedEntries) {
    if let loss = UnsavedEntries(leaving: journal) { throw loss }
  }

  private mutating func show(_ turn: TextSession.Turn) throws(OutputError) {
    for event in turn.events {
      journal.add(event)
      if case .answered(let answer) = event { answers.append(answer) }
    }
    journal.settle()
    if let problem = journal.problem, !hasComplained {
      StandardError.note(problem)
      hasComplained = true
    }
    let lines = turn.lines + (turn.scene.map { scene.lines(for: $0) } ?? [])
    try StandardOutput.write(lines.map { $0 + "\n" }.joined())
  }
}
