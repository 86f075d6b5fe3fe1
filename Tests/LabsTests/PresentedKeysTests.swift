import Curriculum
import TerminalUI
import TestSupport
import Testing

@testable import Labs

/// One key too many loses nothing, whatever it is and wherever it is pressed.
@Suite("Wrong keys in a presentation")
struct PresentedKeysTests {
  static let keys: [Key] =
    [
      .up, .down, .left, .right, .enter, .escape, .tab, .backTab, .backspace, .delete, .home, .end, .pageUp,
      .pageDown,
    ] + (1...12).map { Key.function($0) }
    + (UInt8(ascii: " ")...UInt8(ascii: "~")).map { Key.character(Character(Unicode.Scalar($0))) }
    + (UInt8(ascii: "a")...UInt8(ascii: "z")).map { Key.control(Character(Unicode.Scalar($0))) }

  /// A lesson in which hands have been counted for a typed answer and for choices.
  private func presentation() -> PresentScreen {
    var screen = PresentScreen(PresentedLesson.value)
    screen.resize(80, 24)
    screen.press("3 enter v 3 enter 1 4 enter 2 enter 5 escape 4 enter v a 5 b 1 2 escape G")
    for _ in 0..<20 { screen.press("pageup") }
    return screen
  }

  /// What may be over the page, or have the keys.
  static let situations = ["", ".", "L", "?", "tab", "tab ?", "1", "v", "r", "escape", "right"]

  @Test(arguments: situations) func loseNothing(_ situation: String) {
    var screen = presentation()
    #expect(
      screen.position == 0 && screen.state.votes.map(\.votes).joined().map(\.hands) == [14, 5, 5, 12, 0])
    for page in screen.places.indices {
      screen.go(to: page)
      var there = screen
      there.press(situation)
      let (kept, lock) = (there.state.votes, there.isLocked)
      for key in Self.keys {
        var pressed = there
        let effect = pressed.update(.key(key))
        let isAnswer = there.isLeaving && (key == .character("y") || key == .control("c"))
        #expect((effect == .back || effect == .quit) == isAnswer, "\(key) at \(page)")
        if pressed.isVoting, pressed.state.votes != kept {
          _ = pressed.update(.key(key == .character("u") ? .control("r") : .character("u")))
          if let editor = pressed.vote?.editor, !editor.text.isEmpty { pressed.press("escape") }
        }
        #expect(pressed.state.votes == kept, "\(key) at \(page)")
        #expect(pressed.isLocked == lock || key == .character("L"), "\(key) at \(page)")
        pressed.go(to: page)
        #expect(pressed.position == page)
      }
    }
  }

  @Test func escapeHoweverOftenStays() {
    var screen = PresentScreen(PresentedLesson.value)
    screen.resize(80, 24)
    screen.press("2 enter")
    for _ in 0..<9 { #expect(screen.update(.key(.escape)) == nil) }
    #expect(screen.isLeaving && screen.drawn(80, 24).text.contains("Leave the presentation? y leaves;"))
    screen.press("x")
    #expect(!screen.isLeaving && screen.place == .step(1, .text))
    screen.press("q pagedown")
    #expect(!screen.isLeaving && screen.place == .step(2, .text), "clickers go on at once")
    screen.press("q")
    #expect(screen.update(.key(.character("y"))) == .back)
    screen.press("n tab")
    #expect(screen.update(.key(.control("c"))) == nil)
    #expect(screen.drawn(80, 24).text.contains("Leave the presentation?"))
    #expect(screen.update(.key(.control("c"))) == .back)
  }

  /// The question would not be seen there.
  @Test func onATinyScreenOnlyTheInterruptEnds() {
    var screen = PresentScreen(PresentedLesson.value)
    screen.resize(40, 10)
    for key in Self.keys where key != .control("c") { #expect(screen.update(.key(key)) == nil, "\(key)") }
    #expect(screen.update(.key(.control("c"))) == .quit)
  }

  @Test func pageKeysTurnPagesInTheSceneToo() {
    var screen = PresentScreen(PresentedLesson.value)
    screen.resize(80, 24)
    screen.press("2 enter tab right pagedown")
    #expect(screen.place == .step(2, .text) && !screen.isTouching)
    screen.press("tab pageup")
    #expect(screen.place == .step(1, .text) && screen.scene?.timeline.position == 1)
    screen.press("tab ? pagedown")
    #expect(screen.place == .step(1, .text) && screen.isTouching, "the help of the scene is read")
  }
}

/// A presentation goes on where it was left.
@Suite("A presentation that is resumed")
struct ResumedPresentationTests {
  private func presentation(_ keys: String = "") -> PresentScreen {
    var screen = PresentScreen(PresentedLesson.value)
    screen.resize(80, 24)
    screen.press(keys)
    return screen
  }

  private func resumed(_ state: PresentState) -> PresentScreen {
    var screen = PresentScreen(PresentedLesson.value)
    screen.resume(state)
    screen.resize(80, 24)
    return screen
  }

  @Test(arguments: [
    "pagedown", "3 enter v 3 enter 1 4 enter 2 enter 5 escape", "4 enter v a 5 b 1 2 escape pagedown L",
    "5 enter pagedown pagedown", "4 enter v c 7 escape G", "2 enter e",
  ])
  func standsWhereItWas(_ keys: String) throws {
    var before = presentation(keys)
    for _ in 0..<75 { _ = before.update(.tick(seconds: 1)) }
    let bytes = before.state.file(at: 1_800_000_000)
    let state = try #require(PresentState.read(bytes)).state
    #expect(state == before.state)
    var after = resumed(state)
    #expect(after.state == before.state)
    #expect(after.place == before.place && after.votes.mapValues(\.total) == before.votes.mapValues(\.total))
    let text = after.drawn(80, 24).text
    #expect(text.contains("Resumed at ") && text.contains("To begin anew: --restart"))
    // The same page but for the last row, which says so until the next key that works.
    before.press(before.isLocked ? "L L" : "x")
    after.press(after.isLocked ? "L L" : "x")
    #expect(after.drawn(80, 24).text == before.drawn(80, 24).text)
  }

  @Test func handsForAnotherQuestionAreNotShown() throws {
    let steps = PresentedLesson.value.steps
    let (side, why) = (try #require(steps[2].question), try #require(steps[3].question))
    let screen = presentation("4 enter")
    let other = PresentState(
      screen.state.moment,
      votes: [
        PresentState.StepVotes("why", side, [PresentVote("a", hands: 3)]),
        PresentState.StepVotes("gone", why, [PresentVote("a", hands: 3)]),
      ])
    #expect(resumed(other).votes.isEmpty)
  }

  @Test func aStepThatIsGoneIsNoPageToResume() {
    let state = PresentState(PresentMoment(lesson: "strides", step: "gone", index: 2), votes: [])
    let screen = resumed(state)
    #expect(screen.place == .title)
    #expect(screen.drawn(80, 24).text.contains("is gone from the lesson: it begins anew."))
  }

  @Test func aStepIsOpenedByItsNumber() throws {
    let state = presentation("4 enter v a 5 escape").state
    var screen = PresentScreen(PresentedLesson.value)
    screen.resume(state)
    screen.open(atStep: 1)
    #expect(screen.place == .step(1, .text) && screen.state.votes == state.votes)
    screen.resize(80, 24)
    #expect(screen.drawn(80, 24).text.contains("Begins at step 2, with the votes of before."))
  }
}
