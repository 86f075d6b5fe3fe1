import Curriculum
import Labs
import NcursesBackend
import TerminalUI

/// A presentation or its notes on the terminal, until they are left.
enum PresentSession {
  /// Presents `lesson`. Whatever keeps notes from following is said on the screen, and is no reason not to begin.
  static func present(_ lesson: Lesson, _ options: TerminalOptions) throws {
    var screen = Screen(presenting: lesson)
    var link: PresenterLink?
    do throws(PresentProblem) {
      let start = PresentMoment(lesson: lesson.id, step: nil, index: 0)
      link = try PresenterLink.open(start, in: NotesFolder.prepare())
    } catch {
      screen.complain("\(error)".sentence)
    }
    try run(screen, options, link: link) {
      link?.publish($0)
    } ending: {
      link?.end()
    }
  }

  /// Shows the notes of `lesson`, which follow whoever presents it.
  static func follow(_ lesson: Lesson, _ options: TerminalOptions) throws {
    let link = try NotesLink(lesson.id, in: NotesFolder.prepare())
    var screen = Screen(notesFor: lesson)
    screen.manner.isProjected = options.theme.isForProjector
    try run(screen, options, link: link) { _ in
    } ending: {
    }
  }

  private static func run(
    _ screen: Screen, _ options: TerminalOptions, link: (any Mailbox)?,
    present: (PresentMoment) -> Void, ending: () -> Void
  ) throws {
    var screen = screen
    var lines: [String] = []
    try withTerminal(options, mailbox: link) { backend in
      // Before the terminal is given back: a signal ends the process there.
      defer { ending() }
      TerminalUI.run(&screen, on: &backend) { effect, _ in
        switch effect {
        case .back, .quit: return .stop
        case .print(let line): lines.append(line)
        case .request(.present(let moment)): present(moment)
        case .mouse, .request: break
        }
        return .goOn
      }
    }
    if !lines.isEmpty { try StandardOutput.write(lines.map { $0 + "\n" }.joined()) }
  }
}

extension String {
  /// With a capital letter and a full stop.
  fileprivate var sentence: String { (first?.uppercased() ?? "") + dropFirst() + "." }
}
