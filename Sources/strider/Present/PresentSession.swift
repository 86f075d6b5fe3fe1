import Curriculum
import Labs
import NcursesBackend
import TerminalUI

/// A presentation or its notes on the terminal, until they are left.
enum PresentSession {
  /// Presents `lesson`, as it was left unless it is `restarted`, or from the step with `number`. Whatever keeps notes from
  /// following is said on the screen, and is no reason not to begin.
  static func present(
    _ lesson: Lesson, at number: Int?, restarted isRestarted: Bool, _ options: TerminalOptions
  ) throws {
    var (link, complaint): (PresenterLink?, PresentProblem?)
    var keeper = PresentKeeper.standard(lesson.id)
    do throws(PresentProblem) {
      link = try PresenterLink.open(
        PresentMoment(lesson: lesson.id, step: nil, index: 0), in: NotesFolder.prepare())
    } catch {
      complaint = error
      // The file belongs to the presentation that was there first.
      if error == .taken { keeper = nil }
    }
    let past = isRestarted ? .nothing : keeper?.past() ?? .nothing
    var screen = Screen(presenting: lesson, resuming: past.state, at: number)
    screen.display.isLight = options.theme.isLight
    if let remark = past.remark { screen.remark(remark) }
    if let complaint { screen.complain("\(complaint)".sentence) }
    let room = PresentMailbox(
      link, keeper, screen.presentState, isResumed: past.state != nil && screen.presentState == past.state)
    var options = options
    options.hasJobControl = false
    do {
      try LabSession.run(screen, options, mailbox: room) { request, screen in
        guard case .present(let moment) = request else { return }
        if let problem = room.publish(moment, screen.presentState) { screen.complain("\(problem)".sentence) }
      }
    } catch {
      // Also when there is no terminal after all.
      room.end(isLeft: false)
      throw error
    }
    room.end(isLeft: true)
  }

  /// Shows the notes of `lesson`, which follow whoever presents it.
  static func follow(_ lesson: Lesson, _ options: TerminalOptions) throws {
    let link = try NotesLink(lesson.id, in: NotesFolder.prepare())
    var screen = Screen(notesFor: lesson)
    screen.display.theme = options.theme
    try LabSession.run(screen, options, mailbox: link) { request, _ in
      if case .wish(let wish) = request { link.send(wish) }
    }
  }
}

extension PresentKeeper.Past {
  /// What is resumed.
  fileprivate var state: PresentState? { if case .state(let state) = self { state } else { nil } }

  /// What to know about something that is not resumed.
  fileprivate var remark: String? {
    switch self {
    case .nothing, .state: nil
    case .old(let state, let written):
      "Left \(state.moment.step == nil ? "" : "at step \(state.moment.index) ")on \(Timestamp.day(seconds: written)), too long "
        + "ago to be resumed; see --step."
    case .damaged: "What was kept of the last presentation cannot be read: it begins anew."
    }
  }
}

extension String {
  /// With a capital letter and a full stop.
  fileprivate var sentence: String { (first?.uppercased() ?? "") + dropFirst() + "." }
}
