import ArgumentParser
import Curriculum
import Labs
import Learning

/// `strider learn`: a lesson, on its screen or line by line.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Take a lesson; without a name, go on where you stopped.",
    usage: "strider learn [<lesson>] [--restart] [--text | --json] [--lessons <lessons>]",
    discussion: """
      A lesson is named by its id, its number, or the beginning of its title. \
      For example: strider learn stride, or strider learn hop --lessons my-lessons. With --text, and \
      without a terminal, it is played line by line: type answers, an empty line to go on, or help for what else there is. \
      With --json only what strider lessons tells of it is printed.
      """)

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The lesson.", valueName: "lesson"))
  var lesson: [String] = []

  @Flag(help: "Begin with the first step, not where you stopped.")
  var restart = false

  @OptionGroup var output: OutputOptions

  @OptionGroup var folder: LessonOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let name = try OptionText.atMostOneName(lesson, name: "a lesson", example: "strider learn stride")
    if output.json && output.text { throw UsageError.conflict("--json", "--text") }
    let catalogue = try folder.catalogue()
    let asked = try name.map { name throws(LessonRefusal) in try catalogue.header(asked: name) }
    let named = try output.json ? nil : asked.map(catalogue.lesson)
    _ = try look.terminalOptions()
    let journal = Journal(ProgressLog.standard())
    let lesson = try output.json ? nil : named ?? catalogue.lesson(catalogue.next(after: journal.progress))
    folder.tell(catalogue.problems)
    LearnerLog.tell(journal)
    guard let lesson else {
      let headers = asked.map { [$0] } ?? catalogue.headers
      return try StandardOutput.write(.lessons(headers, in: catalogue.parts, journal.progress))
    }
    if output.opensLab { return try openScreen(lesson, catalogue, journal) }
    try play(lesson, journal)
  }

  /// Opens the lesson on the terminal.
  private func openScreen(_ lesson: Lesson, _ catalogue: Catalogue, _ journal: Journal) throws {
    var session = LearnerSession(catalogue, journal)
    try LabSession.run(session.screen(for: lesson, restarted: restart), look, for: session)
  }

  /// The command that goes on with `lesson`, in the folder it came from.
  private func again(_ lesson: Lesson) -> String {
    "strider learn \(lesson.id) --text"
      + (folder.lessons.map { " --lessons \(SceneCommand.argument($0))" } ?? "")
  }

  /// Plays the lesson line by line.
  private func play(_ lesson: Lesson, _ journal: Journal) throws {
    let position = restart ? nil : journal.progress.lessons[lesson.id]?.position
    if let position, let index = lesson.steps.firstIndex(where: { $0.id == position }), index > 0 {
      try StandardOutput.write(
        "You stopped at step \(index + 1) of \(lesson.steps.count). With --restart the lesson begins anew.\n")
    }
    var dialogue = TextDialogue(
      TextSession(lesson, from: position, after: journal.progress), keeping: journal)
    try dialogue.run()
    if !dialogue.isOver {
      try StandardOutput.write("\nThe input has ended. Go on here with: \(again(lesson))\n")
    }
    try dialogue.close()
  }
}
