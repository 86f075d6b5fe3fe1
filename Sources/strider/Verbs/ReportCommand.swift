import ArgumentParser
import Curriculum
import Learning

/// `strider report`: a summary for a teacher, and the class put together.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a summary of your answers for a teacher, or merge those of a class.",
    usage: """
      strider report [--name <name>] [--output <file>]
      strider report --merge <file> ... [--json] > class.csv
      """,
    discussion: """
      For example: strider report --name "Ada Lovelace" writes ada-lovelace.strider; strider report --merge *.strider \
      prints three tables: students, lessons, and questions with who missed them by which slip. Of several reports of \
      one student the newest counts; the others are marked.
      The checksum in a report finds accidents and careless edits. It does not stop a determined author. \
      Nothing is sent anywhere.
      """)

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The reports to merge.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Print CSV tables of all the reports named.")
  var merge = false

  @Flag(help: "With --merge: print one JSON object instead.")
  var json = false

  @Option(parsing: .unconditional, help: "Whose report it is. (default: the name you are logged in with)")
  var name: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The new file; - prints it. (default: the name with .strider behind it)", valueName: "file"))
  var output: String?

  @OptionGroup var folder: LessonOptions

  func run() throws {
    let files = try OptionText.names(files)
    if merge {
      let given = [("--name", name), ("--output", output), ("--lessons", folder.lessons)]
      if let option = given.first(where: { $0.1 != nil })?.0 {
        throw UsageError.conflict("--merge", option)
      }
      guard !files.isEmpty else {
        throw UsageError.wrongCount(
          wanted: "a report", given: 0, example: "strider report --merge *.strider > class.csv")
      }
      return try ClassTable.print(files, asJSON: json)
    }
    if json {
      throw UsageError.refused(option: "--json", sentence: "only --merge prints JSON", fault: .request)
    }
    if let file = files.first {
      throw UsageError.refused(
        option: Echo.quote(file), sentence: "files are only read with --merge", fault: .request)
    }
    try write()
  }

  private func write() throws {
    let learner = try LearnerName(name)
    let path = output ?? learner.fileName
    guard !path.isEmpty else {
      throw UsageError.refused(option: "--output", sentence: "the name of the file is empty", fault: .request)
    }
    try LearnerLog.read { records in
      let report = ClassReport(
        learner: learner.text, records: records, headers: try folder.headers())
      if path == "-" {
        return try StandardOutput.write(String(decoding: report.file, as: UTF8.self), as: .data)
      }
      try OptionText("--output", path).create(report.file)
      try StandardOutput.write(
        """
        \(Echo.escape(path)) is the report of \(learner.text): \(Plural.count(report.answers.count, "answer")), \
        \(Plural.count(report.lessons.count, "lesson")) done.
        Its checksum finds accidents and careless edits.
        It does not stop a determined author.

        """)
    }
  }
}
