import Foundation
import TestSupport
import Testing

/// A presentation in one terminal and its notes in another.
@Suite struct PresentTests {
  private let folder: PresentedFolder

  init() throws { folder = try PresentedFolder() }

  @Test func notesFollowFromTheFirstPageToTheLast() async throws {
    let notes = try folder.terminal("--notes")
    try await notes.screen(showing: "waiting for strider present strides …")
    try await notes.screen(showing: "Notes: not for the projector")
    let slides = try folder.terminal()
    try await slides.screen(showing: "You will be able to")
    try await notes.screen(showing: "the class sees the title")

    try slides.press("PageDown")
    try await slides.screen(showing: "step 1 of 2")
    let first = try await notes.screen(showing: "step 1 of 2")
    #expect(first.contains("Draw three windows on the board."))
    #expect(try !slides.screen().contains("Draw three windows"))

    try slides.press("PageDown", "PageDown")
    try await notes.screen(showing: "the question is shown, not its answer")
    try await notes.screen(showing: "2: forgot the + 1")
    #expect(try !slides.screen().contains("The answer is"))
    try slides.press("r")
    try await slides.screen(showing: "The answer is 3.")
    try await notes.screen(showing: "the answer is shown")
    try slides.press(".")
    try await notes.screen(showing: "the screen is blank")
    try await slides.screen("an empty screen") { $0.allSatisfy(\.isWhitespace) }
    try slides.press("PageDown")
    try await slides.screen(showing: "The answer is 3.")

    try notes.press("Left")
    try await notes.screen(showing: "on your own; the screen shows step 2")
    try notes.press("f")
    try await notes.screen(showing: "the answer is shown")

    try slides.press("Escape")
    try await slides.screen(showing: "Leave the presentation?")
    try slides.press("y")
    #expect(try await slides.exitStatus() == 0)
    try await notes.screen(showing: "The presentation has ended.")
    let again = try folder.terminal("--restart")
    try await notes.screen(showing: "the class sees the title")
    try notes.press("q")
    #expect(try await notes.exitStatus() == 0)
    try again.press("PageDown")
    try await again.screen(showing: "step 1 of 2")
  }

  @Test(arguments: [SIGTERM, SIGKILL])
  func aPresentationThatIsEndedFromOutsideMakesWay(_ signal: Int32) async throws {
    let notes = try folder.terminal("--notes")
    let slides = try folder.terminal()
    try await notes.screen(showing: "the class sees the title")
    try slides.signal(signal)
    try await notes.screen(showing: "The presentation has ended.")
    #expect(try await slides.exitStatus() == 128 + signal)
    #expect(folder.hasSocket == (signal == SIGKILL))
    let again = try folder.terminal()
    try await notes.screen(showing: "the class sees the title")
    try again.press("PageDown")
    try await notes.screen(showing: "step 1 of 2")
  }

  @Test func notesStayWithTheFirstOfTwoPresentations() async throws {
    let notes = try folder.terminal("--notes")
    let first = try folder.terminal()
    try await notes.screen(showing: "the class sees the title")
    let second = try folder.terminal()
    try await second.screen(showing: "Another strider presents this lesson; notes stay with that one.")
    try second.press("PageDown")
    try await second.screen(showing: "step 1 of 2")
    try second.press("q", "y")
    #expect(try await second.exitStatus() == 0)
    #expect(folder.hasSocket)
    try first.press("2", "Enter")
    try await notes.screen(showing: "step 2 of 2")
  }

  @Test func theKeysOfJobControlEndNothing() async throws {
    let slides = try folder.terminal()
    try await slides.screen(showing: "You will be able to")
    try slides.press("PageDown", "C-z", "C-\\", "C-c")
    try await slides.screen(showing: "Leave the presentation?")
    try slides.press("PageDown")
    try await slides.screen(showing: "step 2 of 2")
    try slides.press("C-c", "C-c")
    #expect(try await slides.exitStatus() == 0)
    let settings = try slides.settings()
    #expect(settings.after == settings.before)
    try await folder.waitUntilKept(#""step":"side""#)
  }

  @Test func theNotesTurnThePages() async throws {
    let notes = try folder.terminal("--notes")
    let slides = try folder.terminal()
    try await notes.screen(showing: "the class sees the title")
    try notes.press("PageDown", "PageDown")
    try await slides.screen(showing: "step 2 of 2")
    try await notes.screen(showing: "Next  the question: What is the side of the output?")
    try notes.press("PageDown")
    try await slides.screen(showing: "What is the side of the output?")
    try await notes.screen(showing: "Next  the answer: 3")
    try notes.press(".")
    try await slides.screen("an empty screen") { $0.allSatisfy(\.isWhitespace) }
    try notes.press("PageDown")
    try await slides.screen(showing: "What is the side of the output?")
    try notes.press("r", "L")
    try await slides.screen(showing: "The keys are locked.")
    try await notes.screen(showing: "keys locked")
    try await slides.screen(showing: "The answer is 3.")
    try slides.press("Escape", "q", "v", "Right")
    try notes.press("PageUp")
    try await slides.screen("the question without its answer") {
      $0.contains("What is the side") && !$0.contains("The answer is")
    }
  }

  @Test func aPresentationThatIsKilledGoesOnWhereItWas() async throws {
    let notes = try folder.terminal("--notes")
    let slides = try folder.terminal()
    try await slides.screen(showing: "You will be able to")
    try slides.press("2", "Enter", "v", "3", "Enter", "1", "4", "Enter", "2", "Enter", "5", "q", "L")
    try await slides.screen(showing: "The keys are locked.")
    try await notes.screen(showing: "The class, 19 hands")
    try await folder.waitUntilKept(#""locked":true"#)
    try slides.signal(SIGKILL)
    #expect(try await slides.exitStatus() == 128 + SIGKILL)

    let again = try folder.terminal()
    let screen = try await again.screen(showing: "Resumed at step 2 with its votes, locked (L unlocks).")
    #expect(screen.contains("What is the side of the output?") && screen.contains("█"))
    try await notes.screen(showing: "The class, 19 hands")
    try await notes.screen(showing: "keys locked")
    // Leaving keeps it as well, until it is over.
    try again.press("PageDown", "L", "q", "y")
    #expect(try await again.exitStatus() == 0)
    try await folder.waitUntilKept(#""revealed":true"#)
    let third = try folder.terminal()
    try await third.screen(showing: "Resumed at step 2 with its votes. To begin anew: --restart")
    try third.press("PageDown")
    try await third.screen(showing: "You can now")
    try third.press("q", "y")
    #expect(try await third.exitStatus() == 0)
    try await folder.waitUntilKept("")
    let fourth = try folder.terminal()
    try await fourth.screen(showing: "You will be able to")
    #expect(try !fourth.screen().contains("Resumed"))
  }

  @Test func aStepIsNamedOrThePresentationBegunAnew() async throws {
    let slides = try folder.terminal("--step", "2")
    try await slides.screen(showing: "Begins at step 2.")
    try await folder.waitUntilKept(#""step":"side""#)
    try slides.signal(SIGKILL)
    _ = try await slides.exitStatus()
    let again = try folder.terminal("--restart")
    try await again.screen(showing: "You will be able to")

    let lesson = ["present", "strides", "--lessons", folder.lessons.path]
    let run = try StriderRun(lesson + ["--step", "3"])
    #expect(run.errors == "strider: --step: \"3\" is outside 1 to 2\n" && run.status == 64)
    let notes = try StriderRun(lesson + ["--notes", "--step", "1"])
    #expect(notes.errors == "strider: --notes and --step exclude each other\n" && notes.status == 64)
  }

  @Test func whatCannotBeKeptIsSaidOnce() async throws {
    let slides = try Tmux(
      folder.command, environment: folder.environment.merging(["XDG_STATE_HOME": "/proc"]) { $1 })
    try await slides.screen(showing: "You will be able to")
    try slides.press("PageDown")
    try await slides.screen(showing: "Page and votes are not kept: ")
    try slides.press("PageDown")
    try await slides.screen("a page without a complaint") {
      $0.contains("step 2 of 2") && !$0.contains("not kept")
    }
  }

  @Test func needsATerminalAndALesson() throws {
    let noTerminal = try StriderRun(["present", "strides", "--lessons", folder.lessons.path])
    #expect(noTerminal.errors == "strider: presenting needs a terminal for its keys and its screen\n")
    #expect(noTerminal.status == 69)
    let noLesson = try StriderRun(["present", "stridez", "--notes", "--lessons", folder.lessons.path])
    #expect(noLesson.errors == "strider: there is no lesson \"stridez\"; did you mean strides?\n")
    #expect(noLesson.status == 64)
    let nothing = try StriderRun(["present"])
    #expect(nothing.errors == "strider: a lesson is missing; write for example: strider present stride\n")
    #expect(nothing.status == 64)
  }
}
