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
      and without a terminal, they are printed with their answers. The same seed gives the same questions. \
      --lesson takes the questions of a lesson, --missed those that you missed and have not had right at once since.
      For example: strider quiz --topic output-size --count 20 --seed 7 --export gift > quiz.gift, or \
      strider quiz --lesson stride --export gift > stride.gift
      """)

  @Option(parsing: .unconditionalSingleValue, help: "What to ask about; may be repeated.")
  var topic: [String] = []

  @Option(parsing: .unconditional, help: "How many questions. (default: 10)")
  var count: String?

  @Option(parsing: .unconditional, help: "What determines the questions. (default: chance)")
  var seed: String?

  @Option(parsing: .unconditional, help: "Take the questions of this lesson instead.")
  var lesson: String?

  @Flag(help: "Take the questions that you missed instead.")
  var missed = false

  @Option(parsing: .unconditional, help: "Print for a course system instead: gift (Moodle) or csv.")
  var export: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var folder: LessonOptions

  @OptionGroup var look: ScreenOptions

  /// The most questions at a time.
  private static let most = 10_000

  private enum Export: String, CaseIterable {
    case gift, csv
  }

  func run() throws {
    let topics = try topic.map(Self.topic)
    let count = try count.map { try OptionText("--count", $0).integer(in: 1...Self.most) }
    // Six digits, which are easily typed again.
    let seed = try seed.map { try OptionText("--seed", $0).seed() } ?? UInt64.random(in: 0...999_999)
    let export = try export.map { try OptionText("--export", $0).choice(Export.self) }
    try refuseConflicts()
    _ = try look.terminalOptions()
    var round = try round(Quiz(topics: topics, seed: seed), count: count)
    if export == nil, self.count == nil, output.opensLab { return try openScreen(&round) }
    if output.text { return try ask(&round) }
    if let remark = round.remark { StandardError.note(remark) }
    if round.items.isEmpty, export == nil, !output.json {
      return round.remark == nil ? try StandardOutput.write("There is no question.\n") : ()
    }
    switch export {
    case .gift: try StandardOutput.write(GIFTWriter.text(round.items), as: .data)
    case .csv: try StandardOutput.write(QuizTable.csv(round.items), as: .data)
    case nil:
      try output.print(
        json: .questions(round.items), text: QuizReport(round.items, again: round.again).report)
    }
  }

  private func refuseConflicts() throws(UsageError) {
    if output.json && output.text { throw .conflict("--json", "--text") }
    if export != nil, output.json || output.text {
      throw .conflict("--export", output.json ? "--json" : "--text")
    }
    let sources = [
      (lesson != nil, "--lesson"), (missed, "--missed"), (!topic.isEmpty, "--topic"), (seed != nil, "--seed"),
    ].filter(\.0).map(\.1)
    if sources.count > 1, sources[0] == "--lesson" || sources[0] == "--missed" {
      throw .conflict(sources[0], sources[1])
    }
  }

  /// The questions that were asked for.
  private struct Round {
    var items: [QuizItem]
    let title: String
    /// The command line that makes the same ones.
    let again: String
    /// What is to be known about them.
    var remark: String?
    /// Whether tries before this round do not count.
    var isAnew = false
  }

  private func round(_ quiz: Quiz, count: Int?) throws -> Round {
    let counted = count.map { " --count \($0)" } ?? ""
    if let lesson {
      let catalogue = try folder.catalogue()
      let header = try catalogue.header(asked: lesson)
      let whole = try catalogue.lesson(header)
      let items = whole.steps.compactMap { step in
        QuizItem(step, of: header, picture: PresentedPicture.asked(at: step, of: whole))
      }
      let place = folder.lessons.map { " --lessons \(SceneCommand.argument($0))" } ?? ""
      return Round(
        items: Array(items.prefix(count ?? items.count)), title: header.title,
        again: "strider quiz --lesson \(header.id)\(counted)\(place)")
    }
    if missed {
      let catalogue =
        folder.lessons == nil ? try? Catalogue(folder: LessonFolder.find()) : try folder.catalogue()
      let progress = LearnerLog.open().progress
      let items = try MissedQuestions.items(progress, catalogue)
      return Round(
        items: Array(items.prefix(count ?? Self.usual)), title: "Missed questions",
        again: "strider quiz --missed\(counted)",
        remark: items.isEmpty ? MissedQuestions.none(progress) : nil,
        isAnew: true)
    }
    let questions = Array(quiz.prefix(count ?? Self.usual))
    let about = quiz.topics.count == 1 ? quiz.topics[0].title : "these topics"
    let few = "there are only \(questions.count) different questions about \(about)"
    return Round(
      items: questions.map(QuizItem.init), title: quiz.topics.count == 1 ? quiz.topics[0].title : "Quiz",
      again: "strider quiz" + topic.map { " --topic \($0)" }.joined() + counted + " --seed \(quiz.seed)",
      remark: questions.count < count ?? Self.usual ? few : nil)
  }

  /// How many questions a round has where nobody says.
  private static let usual = 10

  /// What is asked without its picture: the others are left out, and that is said.
  private static func standAlone(_ round: inout Round) {
    let count = round.items.count
    round.items.removeAll { !$0.standsAlone }
    let left = count - round.items.count
    if left > 0 {
      round.remark = "\(Plural.count(left, "question")) about a picture left out; the lesson asks them"
    }
  }

  /// Opens the quiz on the terminal.
  private func openScreen(_ round: inout Round) throws {
    Self.standAlone(&round)
    guard !round.items.isEmpty else {
      return try StandardOutput.write((round.remark ?? "There is no question.") + "\n")
    }
    let session = LearnerSession(lessons: folder.lessons)
    let progress = round.isAnew ? Progress() : session.library.progress
    let sessions = round.items.map { QuestionSession($0, after: progress) }
    var screen = Screen(quiz: sessions, title: round.title, session.library)
    if let remark = round.remark { screen.complain(remark) }
    try LabSession.run(screen, look, for: session)
  }

  /// Asks line by line.
  private func ask(_ round: inout Round) throws {
    Self.standAlone(&round)
    if let remark = round.remark { StandardError.note(remark) }
    guard !round.items.isEmpty else { return }
    try StandardOutput.write("The same questions again: \(round.again) --text\n")
    let journal = LearnerLog.open()
    let session = TextSession(round.items, after: round.isAnew ? Progress() : journal.progress)
    var dialogue = TextDialogue(session, keeping: journal)
    try dialogue.run()
    if !dialogue.isOver { try StandardOutput.write("\nThe input has ended.\n") }
    let tried = dialogue.answers.filter { $0.attempt == 1 }
    if !tried.isEmpty {
      try StandardOutput.write("Right at once: \(tried.count { $0.isClean }) of \(tried.count).\n")
    }
    try dialogue.close()
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
