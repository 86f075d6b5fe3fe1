import Curriculum

/// A text session on standard input and output, from its first line to its end or the end of the input.
///
/// An answer is saved before its reply is printed, so that whatever was replied to is on disk, come what may.
struct TextDialogue {
  private var session: TextSession
  private var journal: Journal
  /// What was answered, in order.
  private(set) var answers: [AnswerRecord] = []

  /// Plays `session` and keeps what the learner does in `journal`.
  init(_ session: TextSession, keeping journal: Journal) {
    (self.session, self.journal) = (session, journal)
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
    if !journal.unsaved.isEmpty {
      StandardError.note("\(journal.unsaved.count) of your answers and steps were not saved")
    }
  }

  private mutating func show(_ turn: TextSession.Turn) throws(OutputError) {
    let before = journal.problem
    for event in turn.events {
      journal.add(event)
      if case .answered(let answer) = event { answers.append(answer) }
    }
    if let problem = journal.problem, problem != before { StandardError.note(problem) }
    try StandardOutput.write(turn.lines.map { $0 + "\n" }.joined())
  }
}
