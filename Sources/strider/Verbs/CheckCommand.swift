import ArgumentParser
import Curriculum
import Labs
import Learning

/// `strider check`: all that is wrong with a folder of lessons.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check lessons: open every scene, work out every answer, measure every text.",
    usage: "strider check [<folder>] [--json] [--lessons <lessons>]",
    discussion: """
      Prints each problem as file:line:column and what would be right. For example: strider check my-lessons
      """)

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The folder of lessons.", valueName: "folder"))
  var folder: [String] = []

  @Flag(help: "Print one JSON object: problems, how many lessons can be read, ignored files.")
  var json = false

  @OptionGroup var place: LessonOptions

  func run() throws {
    let named = try OptionText.atMostOneName(folder, name: "a folder", example: "strider check lessons")
    if named != nil, place.lessons != nil { throw UsageError.conflict("the folder", "--lessons") }
    let folder = try LessonFolder.find(option: named ?? place.lessons)
    let check = try LessonCheck(folder: folder, pictures: PictureCheck.problems)
    if json {
      try StandardOutput.write(.check(check))
    } else {
      try StandardOutput.write(
        (check.problems.map { "\($0)\n" } + check.ignored.map(Self.note(onIgnored:))).joined())
    }
    guard check.problems.isEmpty else { throw CheckFailure(check) }
    guard check.lessons > 0 else { throw LessonRefusal.none(folder: folder.path) }
    if json { return }
    let count = Plural.count(check.lessons, "lesson") + (check.lessons == 1 ? " is" : " are")
    try StandardOutput.write(
      "\(count) in order: every scene opens, every formula agrees, every text fits, every picture shows what is said of it\n"
    )
  }
}

extension CheckCommand {
  /// What is said of a file that is not read.
  private static func note(onIgnored file: String) -> String {
    "\(Echo.escape(file)) is ignored: the files of lessons are called NN-name.yaml, such as 24-stride.yaml\n"
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
    "\(Plural.count(problems, "problem")) in \(Plural.count(files, "file")); "
      + "\(Plural.count(lessons, "lesson")) can be read"
  }
}
