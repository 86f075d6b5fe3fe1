import ArgumentParser
import Curriculum
import Learning

/// `strider present`: a lesson for a class, and the speaker's notes in a second terminal.
struct PresentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "present",
    abstract: "Present a lesson to a class; with --notes, show the speaker's notes in a second terminal.",
    usage: "strider present <lesson> [--notes] [--lessons <folder>] [<options>]",
    discussion: """
      Page Down and Page Up, also from a clicker, turn the pages; . blanks the screen; r reveals an answer; v counts \
      the hands of the class; L locks the keys; ? lists all of them. In another terminal, strider present <lesson> \
      --notes follows by itself.
      """)

  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("The name or number of a lesson.", valueName: "lesson"))
  var lesson: [String] = []

  @Flag(help: "Show the notes and follow the presentation of the same lesson.")
  var notes = false

  @OptionGroup var lessons: LessonOptions
  @OptionGroup var look: ScreenOptions

  func run() throws {
    let name = try Given.only(lesson, name: "a lesson", example: "strider present stride")
    let options = try look.terminalOptions()
    let catalogue = try lessons.catalogue()
    let lesson = try catalogue.lesson(catalogue.header(asked: name))
    guard LabSession.hasTerminal else { throw PresentProblem.noTerminal }
    lessons.tell(catalogue.problems)
    if notes {
      try PresentSession.follow(lesson, options)
    } else {
      try PresentSession.present(lesson, options)
    }
  }
}
