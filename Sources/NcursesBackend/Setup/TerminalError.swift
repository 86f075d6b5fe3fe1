/// Why there is no screen to work on; the program's exit code for it is 69.
public enum TerminalError: Error, Equatable, Sendable {
  /// Standard input or output leads elsewhere.
  case notATerminal(Stream)
  /// `TERM` is not set.
  case unnamed
  /// The terminal database does not know the name in `TERM`.
  case unknown(name: String)
  /// The terminal cannot place its cursor, as `dumb`.
  case tooSimple(name: String)
  /// Curses or the system refused for another reason.
  case unavailable(name: String)

  /// A standard stream.
  public enum Stream: String, Sendable {
    /// Where keys come from.
    case input = "standard input"
    /// Where the screen is.
    case output = "standard output"
  }
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong and what would help, in one line.
  public var description: String {
    switch self {
    case .notATerminal(let stream): "\(stream.rawValue) is not a terminal"
    case .unnamed: "the terminal's type is not known: set TERM, for example to xterm-256color"
    case .unknown(let name):
      "the terminal type '\(TerminalError.shown(name))' is unknown here: set TERM, for example to xterm-256color"
    case .tooSimple(let name):
      "the terminal type '\(TerminalError.shown(name))' cannot place its cursor, so nothing can be drawn on it"
    case .unavailable(let name):
      "the terminal of type '\(TerminalError.shown(name))' could not be opened"
    }
  }

  /// A name from the environment, fit to be printed.
  private static func shown(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.prefix(60).map { $0.value < 0x20 || $0.value == 0x7F ? "?" : $0 }))
  }
}
