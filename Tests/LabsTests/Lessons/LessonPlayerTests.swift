import Curriculum
import Learning
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Lessons")
struct LessonPlayerTests {
  static let ids = ShippedLessons.catalogue?.headers.map(\.id) ?? []

  @Test func thereAreLessons() { #expect(Self.ids.count == 35) }

  static func player(_ id: String, _ columns: Int = 80, _ rows: Int = 24) throws -> LessonPlayer {
    var player = LessonPlayer(try ShippedLessons.lesson(id), library: Library(ShippedLessons.catalogue))
    player.resize(columns, rows)
    return player
  }

  /// Types the right answer, as a learner would.
  static func answer(_ question: Question, in player: inout LessonPlayer) -> Effect? {
    if case .choice(let index) = question.answer {
      _ = player.update(.key(.character(Character(Answer.letter(index)))))
    } else {
      _ = player.update(.paste(question.answerText))
    }
    return player.update(.key(.enter))
  }

  /// By keys alone, from the first step to the last page, every question answered, no frame crooked.
  @Test(arguments: ids)
  func everyLessonCanBeDoneByKeysAlone(_ id: String) throws {
    var player = try Self.player(id)
    var events: [ProgressRecord.Event] = []
    func note(_ effect: Effect?) {
      if case .request(.record(let event))? = effect { events.append(event) }
    }
    func expectWhole(_ place: String) {
      #expect(player.drawn(80, 24).faults.isEmpty, "\(id)/\(place)")
      var large = player
      large.resize(120, 40)
      #expect(large.drawn(120, 40).faults.isEmpty, "\(id)/\(place) at 120x40")
    }
    for step in player.lesson.steps {
      #expect(player.step?.id == step.id)
      expectWhole(step.id)
      note(player.update(.key(.right)))
      if let question = step.question {
        note(player.update(.key(.enter)))
        #expect(player.questions[player.index]?.isOpen == true, "\(id)/\(step.id)")
        expectWhole("\(step.id) asked")
        note(Self.answer(question, in: &player))
        #expect(player.questions[player.index]?.session.state == .solved, "\(id)/\(step.id)")
        expectWhole("\(step.id) solved")
      }
      note(player.update(.key(.character("n"))))
    }
    #expect(player.isFinished)
    expectWhole("end")
    #expect(events.last == .finished(lesson: id))
    #expect(events.count { if case .answered = $0 { true } else { false } } == player.lesson.questionCount)
  }

  /// What a lesson names wrong is answered with its slip, on the smallest screen too.
  @Test(arguments: ["window", "stride", "adam"])
  func wrongAnswersAreToldTheirSlip(_ id: String) throws {
    var player = try Self.player(id, 60, 18)
    for step in player.lesson.steps {
      if let question = step.question, question.kind != .choice, let wrong = question.wrong.first {
        player.press("enter")
        _ = player.update(.paste(wrong.text))
        player.press("enter")
        let text = player.questions[player.index]?.lines(width: 500).text ?? ""
        #expect(text.contains(wrong.title), "\(step.id): \(text)")
        #expect(player.drawn(60, 18).faults.isEmpty)
        player.press("escape")
      }
      player.press("n")
    }
  }

  @Test func aStepForwardAndBackShowsTheSameScreen() throws {
    var player = try Self.player("window")
    player.press("n n n n n p p p")
    let before = player.drawn(80, 24).text
    player.press("n n n p p p")
    #expect(player.drawn(80, 24).text == before)
  }

  @Test func hintsEscalateAndGivingUpShowsTheAnswer() throws {
    var player = try Self.player("window")
    player.press("n n h")
    #expect(player.drawn(80, 24).text.contains("hint 1"))
    player.press("h h h")
    #expect(player.drawn(80, 24).text.contains("no further hint"))
    #expect(player.update(.key(.character("s"))) == nil, "one key gives nothing away")
    let effect = player.update(.key(.character("s")))
    #expect(player.drawn(80, 24).text.contains("The answer is -7"))
    guard case .request(.record(.answered(let record)))? = effect else {
      Issue.record("giving up is not logged: \(String(describing: effect))")
      return
    }
    #expect(record.result == .skipped && record.hints == 3)
  }

  @Test func theSceneFillsASmallScreenWhileItIsTouched() throws {
    var player = try Self.player("window")
    player.press("tab p")
    #expect(player.drawn(80, 24).text.contains("padding 1"))
    #expect(player.update(.key(.character("q"))) == nil, "q leaves the scene first")
    #expect(
      player.drawn(80, 24).text.contains("A picture is") || player.drawn(80, 24).text.contains("step 1 of"))
    #expect(player.update(.key(.character("q"))) == .back)
  }

  @Test func aStepIsReachedByItsNumber() throws {
    var player = try Self.player("window")
    player.press("n")
    #expect(player.step?.question == nil, "a question would take the number for its answer")
    for number in ["9 9", "\(player.lesson.steps.count + 1)", "0"] {
      player.press(number)
      #expect(player.update(.key(.enter)) == nil)
      #expect(player.index == 1, "\(number) is no step")
      #expect(player.drawn(80, 24).text.contains("There is no step"))
    }
    player.press("4")
    let effect = player.update(.key(.enter))
    #expect(player.index == 3)
    #expect(effect == .request(.record(.reached(lesson: "window", step: player.lesson.steps[3].id))))
  }

  @Test(arguments: ["-7", "−7", "(-7)", "-.5", ".19", "+3", "√2", "[4", "-(1 - 8)"])
  func whatMayBeginAnAnswerBeginsIt(_ answer: String) throws {
    var player = try Self.player("window")
    player.press("n n")
    let speed = player.scene?.timeline.speed
    for character in answer { _ = player.update(.key(.character(character))) }
    #expect(player.questions[2]?.isOpen == true && player.questions[2]?.editor.text == answer)
    #expect(player.index == 2 && player.scene?.timeline.speed == speed)
    player.press("escape")
    var other = try Self.player("window")
    other.press("n n")
    _ = other.update(.paste(" \(answer)"))
    #expect(other.questions[2]?.editor.text == " \(answer)")
  }

  /// A letter that is no key of the lesson begins a name; one that is a key stays what it is, and says so beforehand.
  @Test func aNameBeginsAnAnswerWhereItsLetterIsFree() throws {
    for name in ["e^2", "ln(2)", "exp(1)", "cos(0)"] {
      var player = try Self.player("window")
      player.press("n n")
      for character in name { _ = player.update(.key(.character(character))) }
      #expect(player.questions[2]?.isOpen == true && player.questions[2]?.editor.text == name)
    }
    var player = try Self.player("window")
    player.press("n n")
    #expect(
      player.drawn(80, 24).text.contains("A question waits: enter, or begin with a digit, sign or bracket."))
    player.press("p")
    #expect(player.index == 1 && player.questions[2]?.isOpen == false)
    player.press("n enter p i / 2")
    #expect(player.questions[2]?.editor.text == "pi/2")
    var pasted = try Self.player("window")
    pasted.press("n n")
    _ = pasted.update(.paste("sqrt(2)"))
    #expect(pasted.questions[2]?.editor.text == "sqrt(2)")
  }

  @Test func theRightAnswerTypedAtOnceIsRight() throws {
    var player = try Self.player("window")
    player.press("n n - 7 enter")
    #expect(player.questions[2]?.session.state == .solved)
    let speed = player.scene?.timeline.speed
    player.press("-")
    #expect(player.scene?.timeline.speed == speed.map { $0 / 2 }, "where no question waits, - is slower")
  }

  @Test func anAnswerThatWasNotTriedIsShownOnlyWhenAskedForTwice() throws {
    var player = try Self.player("window")
    player.press("n n")
    #expect(player.update(.key(.character("s"))) == nil)
    #expect(player.drawn(80, 24).text.contains("s once more"))
    player.press("right")
    #expect(player.update(.key(.character("s"))) == nil, "another key in between means no")
    player.press("9 escape")
    #expect(player.update(.key(.character("s"))) == nil, "also one that begins an answer")
    #expect(player.update(.key(.character("s"))) != nil)
    #expect(player.questions[2]?.session.state == .revealed)
  }

  @Test func aTryDoesNotGiveTheAnswerToOneKey() throws {
    var player = try Self.player("window")
    player.press("n n 9 enter escape")
    #expect(player.update(.key(.character("s"))) == nil)
    #expect(player.questions[2]?.session.isOver == false)
    #expect(player.drawn(80, 24).text.contains("s once more"))
  }

  /// What a question asks for is not read off its scene, by a lone learner either.
  @Test(arguments: [("window", "5", "5x5", "of 25"), ("edges", "2", "5x5", "of 25")])
  func theSceneKeepsBackWhatIsAsked(_ id: String, _ steps: String, _ size: String, _ count: String) throws {
    for (columns, rows) in [(80, 24), (120, 40), (200, 50)] {
      var player = try Self.player(id, columns, rows)
      for _ in 0..<(Int(steps) ?? 0) { player.press("n") }
      let question = try #require(player.step?.question)
      #expect(question.picture == .covered)
      for keys in ["", "right", "end", "enter", "home"] {
        player.press(keys)
        let text = player.drawn(columns, rows).text
        #expect(!text.contains(size) && !text.contains(count), "\(id) after \(keys) at \(columns)x\(rows)")
      }
      _ = Self.answer(question, in: &player)
      #expect(player.drawn(columns, rows).text.contains(count))
    }
  }

  /// A size that is asked for does not stand over the output, in the line of the size or in the count of the steps.
  @Test(arguments: ids)
  func noSizeIsReadOffTheSceneBeforeItIsGiven(_ id: String) throws {
    let lesson = try ShippedLessons.lesson(id)
    for step in lesson.steps {
      guard case .size(let extent)? = step.question?.answer, step.scene != nil else { continue }
      let side = extent.height
      let told = ["output \(side)x\(side)", "+ 1 = \(side)", "step 0 of \(extent.product) "]
      var player = LessonPlayer(lesson, from: step.id, library: Library(ShippedLessons.catalogue))
      for (columns, rows) in [(80, 24), (120, 40)] {
        player.resize(columns, rows)
        let text = player.drawn(columns, rows).text
        for words in told { #expect(!text.contains(words), "\(id)/\(step.id): \(words)") }
      }
    }
  }

  @Test func theArrowsMoveTheSceneUntilAnAnswerIsTyped() throws {
    var player = try Self.player("window")
    player.press("enter right right")
    #expect(player.questions[0]?.isOpen == true && player.scene?.timeline.position == 2)
    player.press("end")
    #expect(player.scene?.timeline.position == 25)
    player.press("home right right")
    player.press("1 right home end")
    #expect(player.scene?.timeline.position == 2)
    #expect(player.questions[0]?.editor.text == "1")
  }

  @Test func besideAChoiceTheSceneGoesToItsEnds() throws {
    var player = try Self.player("window")
    player.press("n 1 0 enter")
    #expect(player.step?.question?.kind == .choice)
    let position = player.scene?.timeline.position
    player.press("enter down home")
    #expect(player.questions[9]?.selection == 1 && player.scene?.timeline.position == 0 && position != 0)
  }

  @Test func aWrongAnswerIsRepeatedWithWhatIsSaidToIt() throws {
    var player = try Self.player("window")
    player.press("enter 2 enter")
    #expect(player.drawn(80, 24).text.contains("✗ 2  Not quite"))
  }

  @Test func enterOnAnEmptyAnswerSaysWhatIsExpected() throws {
    var player = try Self.player("window")
    player.press("n n enter enter")
    #expect(player.drawn(80, 24).text.contains("Type an answer first"))
  }

  @Test func stepsPassedByAreNotShownAsSeen() throws {
    var player = try Self.player("window")
    player.press("n 6 enter")
    #expect(player.drawn(80, 24).text.contains("? • ○ ○ ○ ◉ ○"))
  }

  @Test func besideTheTextOnlyWhoHasTheKeysNamesThem() throws {
    var player = try Self.player("window", 140, 40)
    let reading = player.drawn(140, 40).text
    #expect(reading.contains("enter answer") && !reading.contains("k kernel"))
    player.press("tab")
    let touching = player.drawn(140, 40).text
    #expect(touching.contains("k kernel") && touching.contains("q back to the lesson"))
    #expect(!touching.contains("enter answer"))
  }

  /// In the small picture only the timeline takes clicks; the timeline's keys go on working.
  @Test func aClickIntoThePictureGoesIntoTheScene() throws {
    var player = try Self.player("window")
    _ = player.update(.mouse(MouseEvent(.press, at: Point(x: 6, y: 14))))
    #expect(player.isTouching)
    player.press("q right")
    #expect(!player.isTouching && player.scene?.timeline.position == 1)
  }

  @Test func aLessonGoesOnWhereItWasLeft() throws {
    let lesson = try ShippedLessons.lesson("stride")
    let player = LessonPlayer(lesson, from: lesson.steps[4].id, library: Library())
    #expect(player.index == 4)
  }

  @Test func resizingKeepsStepAndScene() throws {
    var player = try Self.player("window")
    player.press("n right right")
    let before = player.drawn(80, 24).text
    player.resize(120, 40)
    _ = player.drawn(120, 40)
    player.resize(10, 5)
    player.resize(80, 24)
    #expect(player.drawn(80, 24).text == before)
  }
}

extension Lesson {
  var questionCount: Int { steps.count { $0.question != nil } }
}

extension [ReadingLine] {
  /// The words, line by line.
  var text: String {
    map { line in
      guard case .words(let runs, _, _) = line else { return "" }
      return runs.map(\.text).joined()
    }
    .joined(separator: "\n")
  }
}

extension LessonPlayer {
  /// The panels of questions met so far, by step.
  fileprivate var questions: [Int: QuestionPanel] { panels.compactMapValues { $0.panel as? QuestionPanel } }
}
