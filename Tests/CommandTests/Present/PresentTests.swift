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
    #expect(try notes.screen().contains("2: forgot the + 1"))
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
    #expect(try await slides.exitStatus() == 0)
    try await notes.screen(showing: "The presentation has ended.")
    let again = try folder.terminal()
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
    try second.press("q")
    #expect(try await second.exitStatus() == 0)
    #expect(folder.hasSocket)
    try first.press("2", "Enter")
    try await notes.screen(showing: "step 2 of 2")
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
