import Glibc
import Labs
import NcursesBackend
import TerminalUI

/// A screen on the terminal, from opening it to giving the terminal back.
enum LabSession {
  /// Whether keys come from a terminal and there is one to draw on.
  static var hasTerminal: Bool { isatty(STDIN_FILENO) == 1 && StandardOutput.isTerminal }

  /// Shows the home screen until the user leaves it.
  static func home(_ session: LearnerSession, _ options: TerminalOptions) throws {
    try run(Screen(home: session.library), options, for: session)
  }

  /// Shows `screen` until the user leaves it; lines that it wants printed come after the terminal is back in order.
  /// Without a session there are no lessons, and nothing is kept.
  static func run(_ screen: Screen, _ options: ScreenOptions, for session: LearnerSession? = nil) throws {
    try run(screen, options.terminalOptions(), for: session)
  }

  /// The same for a terminal that is already described.
  static func run(_ screen: Screen, _ options: TerminalOptions, for session: LearnerSession?) throws {
    var (screen, session) = (screen, session)
    screen.display.theme = options.theme
    do {
      try run(screen, options, mailbox: session?.mail) { request, screen in
        if !screen.perform(onFiles: request) { session?.perform(request, on: &screen) }
      }
    } catch {
      // What ended the program comes first, but what was lost is said all the same.
      if let loss = session?.close() { StandardError.note(loss) }
      throw error
    }
    if let loss = session?.close() { throw loss }
  }

  /// Shows `screen` until the user leaves it, with lines from `mailbox` coming in.
  ///
  /// - Parameter request: carries out what the screen cannot do itself.
  static func run(
    _ screen: Screen, _ options: TerminalOptions, mailbox: (any Mailbox)? = nil,
    request: (Request, inout Screen) -> Void = { _, _ in }
  ) throws {
    var screen = screen
    var lines: [String] = []
    try withTerminal(options, mailbox: mailbox) { backend in
      screen.fit(backend.look)
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
