import Glibc
import Labs
import NcursesBackend
import TerminalUI

/// A screen on the terminal, from opening it to giving the terminal back.
enum LabSession {
  /// Whether keys come from a terminal and there is one to draw on.
  static var hasTerminal: Bool { isatty(STDIN_FILENO) == 1 && StandardOutput.isTerminal }

  /// Shows `screen` until the user leaves it; lines that it wants printed come after the terminal is back in order.
  static func run(_ screen: Screen, _ options: ScreenOptions) throws {
    var screen = screen
    var lines: [String] = []
    try withTerminal(options.terminalOptions()) { backend in
      TerminalUI.run(&screen, on: &backend) { effect, _ in
        switch effect {
        case .back, .quit: return .stop
        case .print(let line): lines.append(line)
        case .mouse, .project, .request: break
        }
        return .goOn
      }
    }
    if !lines.isEmpty { try StandardOutput.write(lines.map { $0 + "\n" }.joined()) }
  }
}
