import ArgumentParser
import Curriculum
import Learning

/// `strider present`: a lesson for a class, and the speaker's notes in a second terminal.
struct PresentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "present",
    abstract: "Present a lesson to a class; with --notes, show the speaker's notes in a second terminal.",
    usage: "strider present <lesson> [--step <step>] [--restart] [--notes] [--lessons <folder>] [<options>]",
    discussion: """
      Page Down and Page Up, also from a clicker, turn the pages; . blanks the screen; r reveals an answer; v counts \
      the hands of the class; L locks the keys; ? lists all of them. In another terminal, strider present <lesson> \
      --notes follows by itself, and its page keys turn the pages too. A presentation that was left or cut off is resumed \
      where it stood, votes included, for twelve hours. For example: strider present stride
      """)

  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("The name or number of a lesson.", valueName: "lesson"))
  var lesson: [String] = []

  @Flag(help: "Show the notes and follow the presentation of the same lesson.")
  var notes = false

  @Option(parsing: .unconditional, help: "Begin at the step with that number.")
  var step: String?

  @Flag(help: "Begin anew, without the votes, not where the presentation was left.")
  var restart = false

  @OptionGroup var lessons: LessonOptions
  @OptionGroup var look: ScreenOptions

  func run() throws {
    let name = try OptionText.only(lesson, name: "a lesson", example: "strider present stride")
    if notes, restart { throw UsageError.conflict("--notes", "--restart") }
    if notes, step != nil { throw UsageError.conflict("--notes", "--step") }
    let options = try look.terminalOptions()
    let catalogue = try lessons.catalogue()
    let lesson = try catalogue.lesson(catalogue.header(asked: name))
    let number = try step.map { try OptionText("--step", $0).integer(in: 1...max(1, lesson.steps.count)) }
    guard LabSession.hasTerminal else { throw PresentProblem.noTerminal }
    lessons.tell(catalogue.problems)
    if notes {
      try PresentSession.follow(lesson, options)
    } else {
      try PresentSession.present(lesson, at: number, restarted: restart, options)
    }
  }
}
