import Curriculum
import Labs
import TerminalUI
import TestSupport
import Testing

@Suite("Screens of a presentation and its notes")
struct PresentScreenTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var keys = ""
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "title"),
    Case(name: "text", keys: "pagedown"),
    Case(name: "scene", keys: "2 enter right right"),
    Case(name: "scene-alone", keys: "2 enter tab right"),
    Case(name: "question", keys: "3 enter pagedown"),
    Case(name: "vote-typed", keys: "3 enter v 3 enter 1 4 enter 2 enter 5 enter 2 . 5 enter 2"),
    Case(
      name: "revealed-typed", keys: "3 enter v 3 enter 1 4 enter 2 enter 5 enter 2 . 5 enter 2 escape r"),
    Case(name: "choice", keys: "4 enter pagedown"),
    Case(name: "vote", keys: "4 enter v a 5 b 1 2 c +"),
    Case(name: "revealed", keys: "4 enter v a 5 b 1 2 c + escape pagedown"),
    Case(name: "cell", keys: "5 enter pagedown"),
    Case(name: "cell-revealed", keys: "5 enter pagedown r"),
    Case(name: "number-typed", keys: "2 enter 1 2"),
    Case(name: "blank", keys: "2 enter ."),
    Case(name: "locked", keys: "4 enter pagedown L"),
    Case(name: "end", keys: "G"),
    Case(name: "help", keys: "2 enter ?"),
  ]

  static let sizes = [(80, 24), (120, 40), (200, 50)].map { Size(width: $0, height: $1) }

  @Test(arguments: cases, sizes)
  func looksAsRecorded(_ example: Case, _ size: Size) throws {
    var screen = Screen(presenting: PresentedLesson.value)
    screen.resize(size.width, size.height)
    screen.press(example.keys)
    let frame = screen.drawn(size.width, size.height, look: Look(isProjected: true))
    #expect(frame.faults.isEmpty)
    try expectScreen(frame, named: "present-\(example.name)-\(size.width)x\(size.height)")
  }

  struct NotesCase: CustomTestStringConvertible, Sendable {
    let name: String
    var messages: [PresentMessage] = []
    var keys = ""
    var testDescription: String { name }
  }

  static let notes = [
    NotesCase(name: "waiting"),
    NotesCase(name: "text", messages: [.at("picture", 2)]),
    NotesCase(name: "question", messages: [.at("side", 3, asking: true)]),
    NotesCase(
      name: "votes",
      messages: [
        .at("side", 3, asking: true, votes: [PresentVote("3", hands: 14), PresentVote("2", hands: 5)])
      ]),
    NotesCase(name: "blank", messages: [.at("why", 4, asking: true, revealed: true, blank: true)]),
    NotesCase(name: "own", messages: [.at("picture", 2)], keys: "right"),
    NotesCase(name: "ended", messages: [.at("picture", 2), .ended]),
  ]

  @Test(arguments: notes, sizes)
  func notesLookAsRecorded(_ example: NotesCase, _ size: Size) throws {
    var screen = Screen(notesFor: PresentedLesson.value)
    screen.resize(size.width, size.height)
    for message in example.messages { _ = screen.update(.message(message.line)) }
    screen.press(example.keys)
    let frame = screen.drawn(size.width, size.height)
    #expect(frame.faults.isEmpty)
    try expectScreen(frame, named: "notes-\(example.name)-\(size.width)x\(size.height)")
  }
}

extension PresentMessage {
  static func at(
    _ step: String, _ index: Int, asking: Bool = false, revealed: Bool = false, blank: Bool = false,
    votes: [PresentVote] = []
  ) -> PresentMessage {
    var moment = PresentMoment(
      lesson: "strides", step: step, index: index, isAsking: asking, isRevealed: revealed, isBlanked: blank,
      seconds: 754)
    moment.votes = votes
    return .moment(moment)
  }
}
