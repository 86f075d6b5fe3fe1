import ArgumentParser
import Curriculum
import Labs
import Learning

/// `strider quiz`: generated questions, asked or printed.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Ask yourself: generated questions that name your slips.",
    discussion: """
      Topics: \(QuizTopic.allCases.map(\.rawValue).joined(separator: " ")); without --topic they mix. \
      With --text the questions are asked line by line: type answers, or hint, skip, back, help, quit. With --count alone, \
      and without a terminal, they are printed with their answers. The same seed gives the same questions.
      """)

  @Option(parsing: .unconditionalSingleValue, help: "What to ask about; may be repeated.")
  var topic: [String] = []

  @Option(parsing: .unconditional, help: "How many questions. (default: 10)")
  var count: String?

  @Option(parsing: .unconditional, help: "What determines the questions. (default: chance)")
  var seed: String?

  @Option(parsing: .unconditional, help: "Print for a course system instead: gift (Moodle) or csv.")
  var export: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  /// The most questions at a time.
  private static let most = 10_000

  private enum Export: String, CaseIterable {
    case gift, csv
  }

  func run() throws {
    let topics = try topic.map(Self.topic)
    let count = try Given("--count", count ?? "10").integer(in: 1...Self.most)
    // Six digits, which are easily typed again.
    let seed = try seed.map { try Given("--seed", $0).seed() } ?? UInt64.random(in: 0...999_999)
    let export = try export.map { try Given("--export", $0).choice(Export.self) }
    if output.json && output.text { throw UsageError.conflict("--json", "--text") }
    if export != nil, output.json || output.text {
      throw UsageError.conflict("--export", output.json ? "--json" : "--text")
    }
    _ = try look.terminalOptions()
    let quiz = Quiz(topics: topics, seed: seed)
    if export == nil, self.count == nil, output.opensLab { return try openScreen(quiz, count: count) }
    let questions = Array(quiz.prefix(count))
    if questions.count < count {
      StandardError.note("there are only \(questions.count) different questions about \(Self.about(quiz))")
    }
    if output.text { return try ask(quiz, questions) }
    switch export {
    case .gift: try StandardOutput.write(GIFTWriter.text(questions), as: .data)
    case .csv: try StandardOutput.write(QuizTable.csv(questions), as: .data)
    case nil:
      try output.print(json: .questions(questions), text: QuizReport(questions, again: again(quiz)).report)
    }
  }

  /// Opens the quiz on the terminal.
  private func openScreen(_ quiz: Quiz, count: Int) throws {
    let desk = Desk(lessons: nil)
    let title = quiz.topics.count == 1 ? quiz.topics[0].title : "Quiz"
    let sessions = quiz.prefix(count).map { QuestionSession($0, after: desk.library.progress) }
    try LabSession.run(Screen(quiz: sessions, title: title, desk.library), look, at: desk)
  }

  /// Asks line by line.
  private func ask(_ quiz: Quiz, _ questions: [GeneratedQuestion]) throws {
    try StandardOutput.write("The same questions again: \(again(quiz)) --text\n")
    let journal = LearnerLog.open()
    let session = TextSession(questions, after: journal.progress)
    var dialogue = TextDialogue(session, keeping: journal)
    try dialogue.run()
    if !dialogue.isOver { try StandardOutput.write("\nThe input has ended.\n") }
    let tried = dialogue.answers.filter { $0.attempt == 1 }
    if !tried.isEmpty {
      try StandardOutput.write("Right at once: \(tried.count { $0.isClean }) of \(tried.count).\n")
    }
    try dialogue.close()
  }

  private static func about(_ quiz: Quiz) -> String {
    quiz.topics.count == 1 ? quiz.topics[0].title : "these topics"
  }

  /// The command line that makes the same questions.
  private func again(_ quiz: Quiz) -> String {
    (["strider quiz"] + topic.map { "--topic \($0)" } + (count.map { ["--count \($0)"] } ?? [])
      + ["--seed \(quiz.seed)"]).joined(separator: " ")
  }

  private static func topic(_ name: String) throws(UsageError) -> QuizTopic {
    if let topic = QuizTopic(rawValue: name) { return topic }
    let known = QuizTopic.allCases.map(\.rawValue)
    let meant = Spelling.nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
    throw .refused(
      option: "--topic",
      sentence: "\(Echo.quote(name)) is not known\(meant)\(meant.isEmpty ? "; there" : " There") are "
        + known.joined(separator: ", "),
      fault: .request)
  }
}
