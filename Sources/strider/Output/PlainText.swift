import NcursesBackend
import TerminalUI

/// Text for people on terminals that show only ASCII. What programs read stays UTF-8.
enum PlainText {
  /// Whether ASCII is asked for, or the locale has nothing more.
  static let isWanted =
    OptionNames.contains("--ascii", in: Array(CommandLine.arguments.dropFirst()))
    || !TerminalLocale.adopt(.current).isUTF8

  /// `text` as it can be shown here.
  static func shown(_ text: String) -> String { isWanted ? AsciiText.spelled(text) : text }
}
