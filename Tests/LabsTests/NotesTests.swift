import Curriculum
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("The notes of a presentation")
struct NotesTests {
  private func presentation(_ keys: String = "") -> PresentScreen {
    var screen = PresentScreen(PresentedLesson.value)
    screen.resize(80, 24)
    screen.press(keys)
    return screen
  }

  /// Notes that follow `screen`.
  private func notes(of screen: PresentScreen) -> NotesScreen {
    var notes = NotesScreen(PresentedLesson.value)
    notes.resize(80, 24)
    _ = notes.update(.message(PresentMessage.moment(screen.moment).line))
    return notes
  }

  @Test func notesIgnoreWhatTheyDoNotUnderstand() {
    var notes = NotesScreen(PresentedLesson.value)
    notes.resize(80, 24)
    let before = notes
    let other = PresentMoment(lesson: "another", step: "words", index: 1)
    for line in ["", "{", "nonsense", #"{"v":2,"event":"ended"}"#, PresentMessage.moment(other).line] {
      _ = notes.update(.message(line))
      #expect(notes == before, "\(line)")
    }
    _ = notes.update(.message(PresentMessage.at("gone", 90).line))
    #expect(notes.index == 6)
    #expect(notes.drawn(80, 24).faults.isEmpty)
  }

  @Test func theNotesKnowWhatTheClassThinks() {
    var screen = presentation("4 enter v a 5 b 1 2")
    var notes = NotesScreen(PresentedLesson.value)
    notes.resize(80, 24)
    let seen = { (notes: NotesScreen) in notes.drawn(80, 24).text }
    _ = notes.update(.message(PresentMessage.moment(screen.moment).line))
    #expect(seen(notes).contains("The class, 17 hands"))
    #expect(seen(notes).contains("✗    5  a  took a special case for the rule"))
    #expect(seen(notes).contains("✓ › 12  b  right"))
    screen.press("c 1")
    _ = notes.update(.message(PresentMessage.moment(screen.moment).line))
    #expect(seen(notes).contains("The class, 18 hands"))
    // On another page there is another question.
    notes.press("left")
    #expect(!seen(notes).contains("The class"))
    #expect(notes.drawn(80, 24).faults.isEmpty)
  }

  @Test func theNotesScrollToTheirEndAndNoFurther() {
    var notes = NotesScreen(PresentedLesson.value)
    let votes = [PresentVote("3", hands: 14), PresentVote("2", hands: 5)]
    _ = notes.update(.message(PresentMessage.at("side", 3, asking: true, votes: votes).line))
    for (width, height) in [(80, 18), (120, 18)] {
      notes.resize(width, height)
      let hidden = notes.layout.hidden
      #expect(hidden > 0)
      for _ in 0..<hidden + 9 { notes.press("down") }
      #expect(notes.scroll.offset == hidden)
      // The last slip to be ready for, or the text of the screen below it.
      #expect(notes.drawn(width, height).text.contains(width < 110 ? "Hops first" : "✗ 5: "))
      for _ in 0..<hidden { notes.press("up") }
      #expect(notes.scroll.offset == 0)
    }
  }

  @Test func theNotesSayWhatComesNext() {
    var notes = NotesScreen(PresentedLesson.value)
    notes.resize(80, 24)
    _ = notes.update(.message(PresentMessage.at("words", 1).line))
    let text = notes.drawn(80, 24).text
    #expect(text.contains("Next  step 2: Here the window moves by two cells"))
    #expect(text.contains("columns it starts."))
    let next = { (keys: String) in self.notes(of: presentation(keys)).drawn(80, 24).text }
    #expect(next("4 enter").contains("Next  the question: What does a stride of 3 do"))
    #expect(next("4 enter pagedown").contains("Next  the answer: b, the last row and the last column"))
    #expect(next("4 enter pagedown pagedown").contains("Next  step 5: The window moves one cell"))
    #expect(next("5 enter pagedown pagedown").contains("Next  the end"))
    #expect(!next("G").contains("Next  "))
  }

  @Test func theNotesSayThatTheKeysAreLocked() {
    #expect(!notes(of: presentation("4 enter")).drawn(80, 24).text.contains("keys locked"))
    #expect(self.notes(of: presentation("4 enter L")).drawn(80, 24).text.contains("keys locked"))
  }

  @Test func theNotesSayWhatTheLettersMean() {
    let text = self.notes(of: presentation("4 enter pagedown")).drawn(80, 24).text
    #expect(text.contains("  a  every cell is read once"))
    #expect(text.contains("  c  the output keeps its size"))
    #expect(text.contains("✓ b, the last row"))
  }

  @Test func theKeysOfTheNotesMoveThePresentation() {
    let keys: [(String, PresentWish)] = [
      ("pagedown", .next), ("pageup", .previous), ("space", .next), ("enter", .next), ("n", .next),
      ("p", .previous), ("backspace", .previous), (".", .blank), ("b", .blank), ("r", .reveal), ("L", .lock),
      ("f5", .first), ("g", .first), ("G", .last), ("e", .clock), ("E", .resetClock), ("v", .vote),
    ]
    for (name, wish) in keys {
      var notes = self.notes(of: presentation("2 enter"))
      let key = Key(named: name) ?? .character(Character(name))
      #expect(notes.update(.key(key)) == .request(.wish(wish)), "\(name)")
    }
    // Looking around is for the speaker alone, until the class goes on.
    var notes = self.notes(of: presentation("2 enter"))
    #expect(notes.update(.key(.right)) == nil && notes.update(.key(.left)) == nil)
    #expect(notes.update(.key(.escape)) == nil && notes.own == nil)
    notes.press("right")
    #expect(notes.own == 3)
    notes.press("escape")
    #expect(notes.own == nil)
    notes.press("right right pagedown")
    #expect(notes.own == nil)
  }

  @Test func handsAreCountedFromTheNotes() throws {
    var screen = presentation("4 enter")
    var notes = notes(of: screen)
    notes.resize(80, 24)
    func press(_ keys: String) {
      for name in keys.split(separator: " ").map(String.init) {
        let key = Key(named: name) ?? .character(Character(name))
        guard case .request(.wish(let wish))? = notes.update(.key(key)) else { continue }
        _ = screen.update(.message(wish.line))
        _ = notes.update(.message(PresentMessage.moment(screen.moment).line))
      }
    }
    press("+")
    #expect(notes.drawn(80, 24).text.contains("No hands are being counted: v begins that."))
    press("v + + tab + + + - backtab +")
    #expect(screen.isVoting && screen.vote?.proposals.map(\.count).prefix(2) == [3, 2])
    #expect(notes.drawn(80, 24).text.contains("The class, 5 hands"))
    #expect(notes.drawn(80, 24).text.contains("✗ ›  3  a"))
    press("v")
    #expect(!screen.isVoting && screen.vote?.total == 5 && notes.countedVote == nil)
    press("+")
    #expect(screen.vote?.total == 5)
    // While an answer is typed at the presentation, nothing is typed into it from here.
    screen = presentation("3 enter v")
    #expect(screen.vote?.editor != nil)
    let before = screen.vote
    for wish in [PresentWish.moreHands, .nextAnswer] { _ = screen.update(.message(wish.line)) }
    #expect(screen.vote == before)
    // Without an answer there is nothing to count, which the notes say.
    notes = self.notes(of: screen)
    notes.resize(80, 24)
    #expect(notes.drawn(80, 24).text.contains("type the answers at the presentation"))
    press("+")
    #expect(notes.drawn(80, 24).text.contains("There is no answer yet: type one at the presentation."))
    // A field in which nothing is typed makes way.
    screen = presentation("3 enter v 7 enter 4 enter")
    notes = self.notes(of: screen)
    notes.resize(80, 24)
    press("-")
    #expect(screen.vote?.editor == nil && screen.vote?.total == 3)
  }

  @Test func withoutAPresentationThereIsNothingToMove() {
    var notes = NotesScreen(PresentedLesson.value)
    notes.resize(80, 24)
    #expect(notes.update(.key(.pageDown)) == nil)
    #expect(notes.drawn(80, 24).text.contains("Nothing is presented yet: strider present strides"))
    _ = notes.update(.message(PresentMessage.at("picture", 2).line))
    _ = notes.update(.message(PresentMessage.ended.line))
    #expect(notes.update(.key(.pageDown)) == nil)
  }

  @Test func wishesAreGrantedWhateverIsOnTheScreen() {
    let states = ["2 enter", "2 enter L", "2 enter tab right", "2 enter ?", "2 enter escape", "2 enter 1"]
    for keys in states {
      var screen = presentation(keys)
      #expect(screen.update(.message(PresentWish.next.line)) == .request(.present(screen.moment)), "\(keys)")
      #expect(screen.place == .step(2, .text) && !screen.isLeaving && !screen.isTouching, "\(keys)")
      #expect(screen.isLocked == keys.contains("L"))
      screen.press("pagedown")
      #expect(screen.place == .step(2, .question), "\(keys): nothing lies over the page")
    }
    var screen = presentation("4 enter v a 5")
    _ = screen.update(.message(PresentWish.reveal.line))
    #expect(screen.moment.isRevealed && screen.vote?.total == 5 && !screen.isVoting)
    _ = screen.update(.message(PresentWish.reveal.line))
    _ = screen.update(.message(PresentWish.last.line))
    #expect(screen.place == .end)
    _ = screen.update(.message(PresentWish.first.line))
    _ = screen.update(.message(PresentWish.previous.line))
    #expect(screen.place == .title)
    // As with the keys there, a page comes back before it is turned.
    _ = screen.update(.message(PresentWish.blank.line))
    #expect(screen.isBlanked)
    _ = screen.update(.message(PresentWish.next.line))
    #expect(!screen.isBlanked && screen.place == .title)
    for wish in [PresentWish.lock, .clock] { _ = screen.update(.message(wish.line)) }
    #expect(screen.isLocked && screen.isClockStopped)
    let before = screen
    for line in [
      "", "{", #"{"v":2,"event":"wish","wish":"next"}"#, #"{"v":1,"event":"wish","wish":"dance"}"#,
    ] {
      #expect(screen.update(.message(line)) == nil && screen == before, "\(line)")
    }
  }

  @Test func notesLookAroundAndFollowAgain() {
    var notes = NotesScreen(PresentedLesson.value)
    notes.resize(80, 24)
    _ = notes.update(.message(PresentMessage.at("picture", 2).line))
    notes.press("right right")
    _ = notes.update(.message(PresentMessage.at("side", 3).line))
    #expect(notes.index == 4)
    notes.press("f")
    #expect(notes.index == 3)
  }
}
