import ArgumentParser
import NcursesBackend

/// `strider doctor`: what Strider found out about the place it runs in.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell what Strider finds: terminal, locale, colours, glyphs, lessons, log.")

  @Option(parsing: .unconditional, help: "The folder of lessons to use.")
  var lessons: String?

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let terminal = try TerminalReport.inspect(look.terminalOptions())
    var report = Report("Strider \(Strider.configuration.version)")
    report.pairs(
      terminal.rows.map { ($0.label, $0.text) } + [("lessons", lessonsRow), ("log", logRow)])
    try StandardOutput.write(report.text)
  }

  private var lessonsRow: String {
    do { return try LessonsFolder(lessons).path } catch { return error.description }
  }

  private var logRow: String {
    DataFolder.path.map { $0 + "/progress.jsonl" } ?? "none: neither XDG_DATA_HOME nor HOME is set"
  }
}
