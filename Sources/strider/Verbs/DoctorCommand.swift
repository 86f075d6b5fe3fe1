import ArgumentParser
import Curriculum
import NcursesBackend

/// `strider doctor`: what Strider found out about the place it runs in.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tell what Strider finds: terminal, locale, colours, glyphs, lessons, log.",
    discussion: "For example: strider doctor --lessons my-lessons tells whether that folder can be read.")

  @OptionGroup var folder: LessonOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let terminal = try TerminalReport.inspect(look.terminalOptions())
    var report = Report("Strider \(Strider.configuration.version)")
    report.pairs(
      terminal.rows.map { ($0.label, $0.text) }
        + [("lessons", lessonsRow), ("log", ProgressLog.standard().map(LogInspection.text) ?? Self.noHome)])
    try StandardOutput.write(report.text)
  }

  private static let noHome = "none: neither XDG_DATA_HOME nor HOME is set"

  private var lessonsRow: String {
    do {
      let catalogue = try Catalogue(folder: LessonFolder.find(option: folder.lessons))
      let broken = catalogue.problems.count
      return "\(catalogue.folder.path): \(catalogue.headers.count) can be read"
        + (broken == 0
          ? "" : ", \(broken) \(broken == 1 ? "has a problem" : "have problems"), see strider check")
    } catch { return "\(error)" }
  }
}
