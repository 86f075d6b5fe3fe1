import CNcurses
import Glibc

/// The character set that curses may write.
public struct TerminalLocale: Equatable, Sendable {
  /// The locale's name as the C library has it.
  public let name: String
  /// The character set's name, `UTF-8` or another.
  public let characterSet: String

  /// Whether every character can be written.
  public var isUTF8: Bool { characterSet == "UTF-8" }

  /// Sets the process's character set from `environment` and says what came of it.
  ///
  /// A locale that names UTF-8 but is not installed is replaced by `C.UTF-8`, because the terminal means what the
  /// name says. Numbers keep their decimal point: only characters follow the locale.
  public static func adopt(_ environment: TerminalEnvironment) -> TerminalLocale {
    var name = setlocale(LC_CTYPE, "")
    if environment.namesUTF8, currentCharacterSet != "UTF-8" {
      name = setlocale(LC_CTYPE, "C.UTF-8") ?? name
    }
    return TerminalLocale(
      name: name.map { String(cString: $0) } ?? "C", characterSet: currentCharacterSet)
  }

  private static var currentCharacterSet: String {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? "ASCII"
  }
}
