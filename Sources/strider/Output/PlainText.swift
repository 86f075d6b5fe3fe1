import NcursesBackend
import TerminalUI

/// Text for people on terminals that show only ASCII. What programs read stays UTF-8.
enum PlainText {
  /// Whether ASCII is asked for, or the locale has nothing more.
  static let isWanted =
    OptionNames.contains("--ascii", in: arguments) || !TerminalLocale.adopt(.current).isUTF8

  /// Whether the command line asks for something that programs read.
  static let isForPrograms = ["--json", "--export"].contains { OptionNames.contains($0, in: arguments) }

  private static let arguments = Array(CommandLine.arguments.dropFirst())

  /// `text` as it can be shown here.
  static func shown(_ text: String) -> String { isWanted ? AsciiText.spelled(text) : text }
}
