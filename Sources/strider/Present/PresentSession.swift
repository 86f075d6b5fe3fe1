import Curriculum
import Labs
import NcursesBackend
import TerminalUI

/// A presentation or its notes on the terminal, until they are left.
enum PresentSession {
  /// Presents `lesson`. Whatever keeps notes from following is said on the screen, and is no reason not to begin.
  static func present(_ lesson: Lesson, _ options: TerminalOptions) throws {
    var screen = Screen(presenting: lesson)
    screen.manner.isLight = options.theme.isLight
    var link: PresenterLink?
    do throws(PresentProblem) {
      let start = PresentMoment(lesson: lesson.id, step: nil, index: 0)
      link = try PresenterLink.open(start, in: NotesFolder.prepare())
    } catch {
      screen.complain("\(error)".sentence)
    }
    // However it ends, also when there is no terminal after all.
    defer { link?.end() }
    try LabSession.run(screen, options, mailbox: link) { request, _ in
      if case .present(let moment) = request { link?.publish(moment) }
    }
  }

  /// Shows the notes of `lesson`, which follow whoever presents it.
  static func follow(_ lesson: Lesson, _ options: TerminalOptions) throws {
    let link = try NotesLink(lesson.id, in: NotesFolder.prepare())
    var screen = Screen(notesFor: lesson)
    screen.manner.theme = options.theme
    try LabSession.run(screen, options, mailbox: link)
  }
}

extension String {
  /// With a capital letter and a full stop.
  fileprivate var sentence: String { (first?.uppercased() ?? "") + dropFirst() + "." }
}
