import Glibc
import Labs
import NcursesBackend
import TerminalUI

/// A screen on the terminal, from opening it to giving the terminal back.
enum LabSession {
  /// Whether keys come from a terminal and there is one to draw on.
  static var hasTerminal: Bool { isatty(STDIN_FILENO) == 1 && StandardOutput.isTerminal }

  /// Shows the home screen until the user leaves it.
  static func home(_ desk: Desk, _ options: TerminalOptions) throws {
    try run(Screen(home: desk.library), options, at: desk)
  }

  /// Shows `screen` until the user leaves it; lines that it wants printed come after the terminal is back in order.
  /// Without a desk there are no lessons, and nothing is kept.
  static func run(_ screen: Screen, _ options: ScreenOptions, at desk: Desk? = nil) throws {
    try run(screen, options.terminalOptions(), at: desk)
  }

  /// The same for a terminal that is already described.
  static func run(_ screen: Screen, _ options: TerminalOptions, at desk: Desk?) throws {
    var (screen, desk) = (screen, desk)
    screen.manner.theme = options.theme
    defer { if let remark = desk?.closingRemark { StandardError.note(remark) } }
    try run(screen, options) { desk?.perform($0, on: &$1) }
  }

  /// Shows `screen` until the user leaves it, with lines from `mailbox` coming in.
  ///
  /// - Parameters:
  ///   - request: carries out what the screen cannot do itself.
  ///   - closing: what has to be done while the terminal is still open, at the latest: a signal ends the process when
  ///     it is given back.
  static func run(
    _ screen: Screen, _ options: TerminalOptions, mailbox: (any Mailbox)? = nil,
    request: (Request, inout Screen) -> Void = { _, _ in }, closing: () -> Void = {}
  ) throws {
    var screen = screen
    var lines: [String] = []
    try withTerminal(options, mailbox: mailbox) { backend in
      defer { closing() }
      TerminalUI.run(&screen, on: &backend) { effect, screen in
        switch effect {
        case .back, .quit: return .stop
        case .print(let line): lines.append(line)
        case .request(let wanted): request(wanted, &screen)
        case .mouse: break
        }
        return .goOn
      }
    }
    if !lines.isEmpty { try StandardOutput.write(lines.map { $0 + "\n" }.joined()) }
  }
}
