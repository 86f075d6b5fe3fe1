import Curriculum
import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("A presentation")
struct PresentationTests {
  private func presentation(_ keys: String = "") -> PresentScreen {
    var screen = PresentScreen(PresentedLesson.value)
    screen.resize(80, 24)
    screen.press(keys)
    return screen
  }

  @Test func isForTheProjectorUnlessToldOtherwise() {
    var screen = Screen(presenting: PresentedLesson.value)
    screen.resize(80, 24)
    #expect(screen.isProjected)
    _ = screen.update(.key(.control("p")))
    #expect(!screen.isProjected)
    _ = screen.update(.key(.control("p")))
    #expect(screen.isProjected)
  }

  @Test func goingOnAndBackIsTheSamePresentation() {
    var screen = presentation("pagedown")
    for position in 1..<screen.places.count - 1 {
      if screen.hasPicture { screen.press("right") }
      let before = screen
      screen.press("pagedown")
      #expect(screen.position == position + 1)
      // What the notes were told last is the only trace.
      screen.press("pageup")
      #expect(screen == before, "page \(position)")
      screen.press("pagedown")
    }
  }

  @Test func theAnswerIsHiddenUntilItIsAskedFor() {
    var screen = presentation("3 enter pagedown")
    let solution = "2 + 1 = 3"
    #expect(!screen.drawn(80, 24).text.contains(solution))
    #expect(!screen.drawn(80, 24).text.contains("output 3x3"), "the scene would give it away")
    screen.press("r")
    #expect(screen.drawn(80, 24).text.contains(solution))
    #expect(screen.moment.isRevealed)
    screen.press("r")
    #expect(!screen.drawn(80, 24).text.contains(solution))
  }

  @Test func notesAreNeverDrawnForTheClass() {
    let notes = PresentedLesson.value.steps.compactMap(\.notes).map { $0.prefix(20) }
    #expect(notes.count == 2)
    var screen = presentation()
    for _ in screen.places {
      let text = screen.drawn(80, 24).text
      #expect(notes.allSatisfy { !text.contains($0) })
      screen.press("pagedown")
    }
  }

  @Test func theMomentIsToldOnceForEveryChange() {
    var screen = presentation()
    #expect(screen.update(.key(.pageDown)) == .request(.present(screen.moment)))
    #expect(screen.moment.step == "words")
    #expect(screen.moment.index == 1)
    #expect(screen.update(.key(.pageUp)) == .request(.present(screen.moment)))
    #expect(screen.update(.key(.pageUp)) == nil)
    #expect(screen.update(.key(.character("b"))) == .request(.present(screen.moment)))
    #expect(screen.moment.isBlanked)
  }

  @Test func whatIsBlankStaysBlankUntilAKey() {
    var screen = presentation("2 enter .")
    #expect(screen.drawn(80, 24).text.allSatisfy { $0.isWhitespace })
    _ = screen.update(.mouse(MouseEvent(.press, at: Point(x: 3, y: 3))))
    _ = screen.update(.tick(seconds: 1))
    #expect(screen.isBlanked)
    let position = screen.position
    screen.press("pagedown")
    #expect(!screen.isBlanked && screen.position == position)
    screen.press(".")
    _ = screen.update(.key(.control("c")))
    #expect(screen.isLeaving && !screen.isBlanked, "a question that nobody sees cannot be answered")
  }

  @Test func lockedKeysChangeNothing() {
    var screen = presentation("2 enter L")
    let before = screen
    let events: [Event] =
      [.right, .left, .space, .enter, .escape, .tab, .home, .end, .backspace, .function(5)].map(Event.key)
      + "rvqneogG?m3+-".map { .key(.character($0)) }
      + [.paste("3"), .mouse(MouseEvent(.press, at: Point(x: 20, y: 15)))]
    for event in events {
      #expect(screen.update(event) == nil, "\(event)")
      #expect(screen == before, "\(event)")
    }
    screen.press("pagedown")
    #expect(screen.moment.step == "side")
    screen.press(". x L right")
    #expect(!screen.isLocked)
  }

  @Test func votesSurviveGoingOnAndBack() throws {
    let screen = presentation("4 enter v a 5 b 1 2 escape pagedown pagedown 1 enter 4 enter pagedown")
    let vote = try #require(screen.vote)
    #expect(vote.proposals.map(\.count) == [5, 12, 0])
    #expect(screen.drawn(80, 24).text.contains("█"))
  }

  @Test func proposedAnswersAreGradedAndCounted() throws {
    let screen = presentation("3 enter v 3 enter 1 4 enter 2 enter 5 + + - enter 3 x 3 enter 9")
    let vote = try #require(screen.vote)
    #expect(vote.proposals.map(\.text) == ["3", "2"])
    #expect(vote.proposals.map(\.count) == [9, 6])
    #expect(vote.proposals[0].verdict == .right)
    guard case .slip(let wrong) = vote.proposals[1].verdict else {
      Issue.record("2 is a slip that is known")
      return
    }
    #expect(wrong.misconception?.rawValue == "forgot-plus-one")
  }

  @Test func whatIsNoAnswerIsRefused() throws {
    let screen = presentation("3 enter v x x enter")
    #expect(screen.vote?.proposals.isEmpty == true)
    #expect(screen.drawn(80, 24).text.contains("Write a size"))
  }

  @Test func whileHandsAreCountedTheRoomHasItsKeys() {
    var screen = presentation("4 enter v a 5")
    screen.press(".")
    #expect(screen.isBlanked)
    screen.press("x L")
    #expect(screen.isLocked && screen.isVoting)
    screen.press("L b 1 2")
    #expect(!screen.isBlanked, "b is a choice")
    #expect(screen.vote?.proposals.map(\.count) == [5, 12, 0])
    // What turns pages would show the answer by mistake.
    screen.press("right space n")
    #expect(screen.isVoting)
    screen.press("r")
    #expect(!screen.isVoting && screen.moment.isRevealed)
    #expect(screen.vote?.total == 17)
  }

  @Test func qClosesTheVoteAndNothingElse() {
    var screen = presentation("4 enter v a 5")
    #expect(screen.update(.key(.character("q"))) == .request(.present(screen.moment)))
    #expect(!screen.isVoting && screen.vote?.total == 5)
    #expect(screen.update(.key(.character("q"))) == nil)
    #expect(screen.isLeaving)
    // In the field as well, unless something has been typed there: roots are written with a q.
    var typed = presentation("3 enter v 3 enter 7 enter")
    #expect(typed.vote?.editor != nil)
    typed.press("q")
    #expect(!typed.isVoting && !typed.isLeaving && typed.vote?.total == 7)
    typed = presentation("3 enter v q")
    #expect(!typed.isVoting && !typed.isLeaving && typed.votes.isEmpty)
    typed = presentation("3 enter v s q")
    #expect(typed.vote?.editor?.text == "sq")
  }

  @Test func aSlipInTheVoteIsTakenBack() {
    var screen = presentation("4 enter v a 1 4 b 5 1")
    #expect(screen.vote?.proposals.map(\.count) == [14, 51, 0])
    screen.press("u")
    #expect(screen.vote?.proposals.map(\.count) == [14, 5, 0])
    screen.press("a delete u")
    #expect(screen.vote?.proposals.map(\.count) == [14, 5, 0])
    screen = presentation("3 enter v 3 enter 9 delete escape v")
    #expect(screen.vote?.proposals.isEmpty != false)
    screen = presentation("3 enter v 3 enter 9 enter 2 enter 4 delete u")
    #expect(screen.vote?.proposals.map(\.count) == [9, 4])
  }

  @Test func whatIsTypedAsAnAnswerBlanksNothing() {
    var screen = presentation("3 enter v 5 . b r L q")
    #expect(screen.isVoting && !screen.isBlanked && !screen.isLocked)
    #expect(screen.vote?.editor?.text == "5.brLq")
    screen.press("escape v 3 enter b")
    #expect(screen.isBlanked, "hands are counted, and there are no letters to pick")
  }

  /// What is no answer and means something to the hands or the room does so in an empty field as well.
  @Test func anEmptyFieldLeavesTheRoomItsKeys() {
    for keys in ["3 enter v", "3 enter v 7 enter 4 enter"] {
      var screen = presentation(keys)
      #expect(screen.vote?.editor?.text.isEmpty == true)
      screen.press(".")
      #expect(screen.isBlanked)
      screen.press("x L")
      #expect(screen.isLocked)
      screen.press("L r")
      #expect(screen.moment.isRevealed && !screen.isVoting)
    }
    var screen = presentation("3 enter v 7 enter 4 enter + +")
    #expect(screen.vote?.editor == nil && screen.vote?.total == 6)
    screen.press("enter u")
    #expect(screen.vote?.editor == nil && screen.vote?.total == 5)
    screen.press("enter s q")
    #expect(screen.vote?.editor?.text == "sq", "a name begins an answer")
  }

  /// The text of all pages without a picture beside it begins in one column.
  @Test(arguments: [(80, 24), (120, 40)])
  func pagesHaveOneMargin(_ columns: Int, _ rows: Int) {
    var screen = presentation()
    screen.resize(columns, rows)
    var margins: Set<Int> = []
    for page in screen.places.indices {
      screen.go(to: page)
      margins.insert(screen.layout.slide.x)
    }
    #expect(margins.count == 1, "\(margins)")
  }

  /// Digits, plus and minus belong to the hands; what cannot be meant for them begins the next answer.
  @Test func anotherAnswerBeginsAsAnyAnswerDoes() {
    var screen = presentation("3 enter v - 7 enter 5 - ( 4 )")
    #expect(screen.vote?.proposals.map(\.text) == ["-7"] && screen.vote?.proposals.map(\.count) == [4])
    #expect(screen.vote?.editor?.text == "(4)")
    screen.press("enter")
    #expect(screen.vote?.proposals.map(\.text) == ["-7", "(4)"])
    for character in "pi/2" { _ = screen.update(.key(.character(character))) }
    #expect(screen.vote?.editor?.text == "pi/2", "p means nothing to the hands")
  }

  @Test func anEmptyVoteLeavesNothing() {
    #expect(presentation("4 enter v escape").votes.isEmpty)
    #expect(presentation("3 enter v escape").votes.isEmpty)
    #expect(presentation("4 enter v pagedown").votes.isEmpty)
  }

  @Test func theClockCountsTicksFromTheFirstStepOn() {
    var screen = presentation()
    _ = screen.update(.tick(seconds: 60))
    #expect(screen.pace == .still)
    screen.press("pagedown")
    #expect(screen.pace == .seconds)
    for _ in 0..<61 { _ = screen.update(.tick(seconds: 1)) }
    _ = screen.update(.tick(seconds: .nan))
    #expect(screen.moment.seconds == 61)
    screen.press(".")
    _ = screen.update(.tick(seconds: 3600))
    #expect(screen.moment.seconds == 3661)
    screen.press("x")
    #expect(!screen.drawn(80, 24).text.contains("1:01:01"), "the class need not see it")
    screen.press("E")
    #expect(screen.moment.seconds == 0)
    // A slip is taken back, but not the wish of somebody who begins anew.
    _ = screen.update(.tick(seconds: 2))
    screen.press("E")
    #expect(screen.moment.seconds == 3663)
    screen.press("E")
    for _ in 0..<11 { _ = screen.update(.tick(seconds: 1)) }
    screen.press("E")
    #expect(screen.moment.seconds == 0)
  }

  @Test func theClockCanStandStill() {
    var screen = presentation("pagedown")
    for _ in 0..<9 { _ = screen.update(.tick(seconds: 1)) }
    screen.press("e")
    #expect(screen.pace == .still)
    _ = screen.update(.tick(seconds: 1))
    #expect(screen.moment.seconds == 9 && screen.moment.isClockStopped)
    var notes = NotesScreen(PresentedLesson.value)
    notes.resize(80, 24)
    _ = notes.update(.message(PresentMessage.moment(screen.moment).line))
    #expect(notes.drawn(80, 24).text.contains("0:09 stopped"))
    screen.press("e")
    _ = screen.update(.tick(seconds: 1))
    #expect(screen.moment.seconds == 10)
    #expect(screen.pace == .seconds)
  }

  @Test func stepsAreFoundByTheirNumbers() {
    #expect(presentation("4 enter").moment.step == "why")
    #expect(presentation("2 G").moment.step == "picture")
    #expect(presentation("4 escape").moment.step == nil)
    #expect(presentation("pagedown 9 9 enter").moment.step == "words")
    #expect(presentation("4 enter f5").moment.step == "words")
    #expect(presentation("G").place == .end)
  }

  @Test func arrowsMoveTheSceneWhereThereIsOne() {
    var screen = presentation("pagedown right")
    #expect(screen.moment.step == "picture")
    screen.press("right right left end")
    #expect(screen.moment.step == "picture")
    #expect(screen.scene?.timeline.isAtEnd == true)
    screen.press("tab home right q")
    #expect(!screen.isTouching && screen.scene?.timeline.position == 1)
    screen.press("o")
    #expect(screen.scene?.timeline.position == 0)
  }

  @Test func theAnswerMakesTheCellThatWasAskedFor() {
    var screen = presentation("5 enter pagedown")
    #expect(screen.scene?.timeline.position == 1)
    screen.press("r")
    #expect(screen.scene?.timeline.position == 2)
    screen.press("pageup")
    #expect(screen.scene?.timeline.position == 1)
  }

  @Test func theTextScrollsNoFurtherThanItGoes() {
    var screen = presentation("pagedown")
    screen.resize(60, 18)
    screen.press("down down down down")
    let layout = screen.layout
    #expect(screen.scroll.offset <= max(0, layout.lines.count - layout.slide.height))
    screen.press("up")
    #expect(screen.scroll.offset == 0)
  }

  @Test func theCellIsRevealedWithTheSettingsOfTheQuestion() {
    var screen = presentation("5 enter pagedown tab p q r")
    #expect(screen.step?.scene?.making(Position(row: 0, column: 1)) == screen.scene?.scene)
    #expect(screen.drawn(80, 24).text.contains("The picture has the settings of the question again."))
    screen = presentation("5 enter pagedown right left r")
    #expect(!screen.drawn(80, 24).text.contains("settings of the question"))
  }
}
