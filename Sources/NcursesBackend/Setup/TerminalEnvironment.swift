import Glibc

/// The environment variables that say what the terminal is and what its user wishes.
public struct TerminalEnvironment: Equatable, Sendable {
  /// `TERM`: the name of the terminal's description; `nil` when unset or empty.
  public var terminalName: String?
  /// `COLORTERM`: set by terminals with more colours than their description says.
  public var colourHint: String?
  /// `NO_COLOR`: whether it is set to anything at all.
  public var refusesColour: Bool
  /// `ESCDELAY`: milliseconds to wait for what may follow an escape byte.
  public var escapeDelay: Int?
  /// The locale that decides about characters: `LC_ALL`, else `LC_CTYPE`, else `LANG`.
  public var localeName: String?

  /// The facts as found through `variable`.
  public init(reading variable: (String) -> String?) {
    func text(_ name: String) -> String? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }
    terminalName = text("TERM")
    colourHint = text("COLORTERM")
    refusesColour = text("NO_COLOR") != nil
    escapeDelay = text("ESCDELAY").flatMap { Int($0) }
    localeName = text("LC_ALL") ?? text("LC_CTYPE") ?? text("LANG")
  }

  /// The environment of this process.
  public static var current: TerminalEnvironment {
    TerminalEnvironment { name in getenv(name).map { String(cString: $0) } }
  }

  /// Whether the locale's name asks for UTF-8, even if no such locale is installed.
  var namesUTF8: Bool {
    guard let name = localeName?.lowercased() else { return false }
    return name.contains("utf-8") || name.contains("utf8")
  }
}
