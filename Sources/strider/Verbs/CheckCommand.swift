import ArgumentParser
import Curriculum
import Learning

/// `strider check`: all that is wrong with a folder of lessons.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check lessons: open every scene, work out every answer, measure every text.",
    usage: "strider check [<folder>] [--lessons <lessons>]",
    discussion: "Prints each problem as file:line:column and what would be right.")

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The folder of lessons.", valueName: "folder"))
  var folder: [String] = []

  @OptionGroup var place: LessonOptions

  func run() throws {
    let named = try Given.atMostOneName(folder, name: "a folder", example: "strider check lessons")
    if named != nil, place.lessons != nil { throw UsageError.conflict("the folder", "--lessons") }
    let folder = try LessonFolder.find(option: named ?? place.lessons)
    let check = try LessonCheck(folder: folder)
    try StandardOutput.write(check.problems.map { "\($0)\n" }.joined())
    guard check.problems.isEmpty else { throw CheckFailure(check) }
    guard check.lessons > 0 else { throw LessonRefusal.none(folder: folder.path) }
    let count = check.lessons == 1 ? "1 lesson is" : "\(check.lessons) lessons are"
    try StandardOutput.write("\(count) in order: every scene opens, every formula agrees, every text fits\n")
  }
}

/// A check found something.
struct CheckFailure: InputError {
  private let (problems, files, lessons): (Int, Int, Int)

  init(_ check: LessonCheck) {
    problems = check.problems.count
    files = Set(check.problems.map(\.file)).count
    lessons = check.lessons
  }

  var fault: InputFault { .data }

  var description: String {
    "\(Self.count(problems, "problem")) in \(Self.count(files, "file")); \(Self.count(lessons, "lesson")) can be read"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
