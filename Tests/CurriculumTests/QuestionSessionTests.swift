import Foundation
import Learning
import Testing

@testable import Curriculum

@Suite struct QuestionSessionTests {
  static let lesson: Lesson? = try? Lesson(Array(LessonFormatTests.good.utf8), file: "24-stride.yaml")

  @Test func `tries, hints and the end are counted`() throws {
    let lesson = try #require(Self.lesson)
    let question = try #require(lesson.steps[0].question)
    var session = QuestionSession(question, lesson: lesson.header, step: "hops")
    #expect(session.reply("three") == nil)
    #expect(session.feedback == ["Please answer with a size such as 5 or 5x7, or with \"cannot\"."])
    let first = session.reply("2")
    #expect(
      first?.result == .wrong && first?.slip == .forgotPlusOne && first?.attempt == 1 && first?.hints == 0)
    session.hint()
    session.hint()
    #expect(Array(session.hints) == ["Count the hops."])
    let second = session.reply("3x3")
    #expect(second?.result == .right && second?.attempt == 2 && second?.hints == 1)
    #expect(session.feedback == ["Right.", "(7 - 3) / 2 + 1 = 3"])
    #expect(session.reply("3") == nil)
    #expect(session.skip() == nil)
  }

  @Test func `giving up shows the answer and is logged`() throws {
    let lesson = try #require(Self.lesson)
    var session = QuestionSession(try #require(lesson.steps[0].question), lesson: lesson.header, step: "hops")
    #expect(session.skip()?.result == .skipped)
    #expect(session.feedback.first == "The answer is 3.")
    #expect(session.item == "stride/hops")
    #expect(session.skill == "stride")
  }

  @Test func `a lesson can be read line by line`() throws {
    var session = TextSession(try #require(Self.lesson))
    let first = session.start()
    #expect(
      first.lines == [
        "When the text says to press a key, type press and its name: press right.",
        "look prints the scene, help lists what else can be typed.",
        "", "Stride, step 1 of 1", "", "With stride 2 the window hops.", "",
        "Scene: strider open 'conv:galway/vertical-edge?stride=2'", "", "Question: Side of the output?",
        "Your answer (or hint, skip, back, quit):",
      ])
    #expect(first.events == [.reached(lesson: "stride", step: "hops")])
    #expect(
      session.input("").lines == [
        "Please answer with a size such as 5 or 5x7, or with \"cannot\".",
        "Or type hint, skip, back, help or quit.",
      ])
    let hint = session.input("hint")
    #expect(hint.lines == ["Hint: Count the hops."])
    #expect(hint.events == [.hinted(item: "stride/hops", hints: 1)])
    #expect(session.input("HINT").lines == ["There is no further hint; skip shows the answer."])
    #expect(session.input("2").lines.first?.hasPrefix("Not quite: you forgot the + 1.") == true)
    #expect(session.input("back").lines == ["This is the beginning."])
    let right = session.input("3")
    #expect(right.lines == ["Right.", "(7 - 3) / 2 + 1 = 3", "Press Enter to go on."])
    #expect(right.events.count == 1)
    let last = session.input("")
    #expect(last.events == [.finished(lesson: "stride")])
    #expect(session.isOver)
    #expect(session.input("3") == TextSession.Turn())
  }

  @Test func `tries and hints go on where the log left them`() throws {
    let lesson = try #require(Self.lesson)
    let question = try #require(lesson.steps[0].question)
    var progress = Curriculum.Progress()
    func session() -> QuestionSession {
      QuestionSession(question, lesson: lesson.header, step: "hops", after: progress)
    }
    func log(_ event: ProgressRecord.Event?) throws {
      let event = try #require(event)
      progress.add(ProgressRecord(event, at: Date(timeIntervalSince1970: 1)))
    }
    var first = session()
    let hint = first.hint()
    let slip = first.reply("2").map(ProgressRecord.Event.answered)
    let other = first.reply("5").map(ProgressRecord.Event.answered)
    for event in [hint, slip, other] { try log(event) }

    var second = session()
    #expect(second.tries == 2 && second.hintsShown == 1)
    let right = second.reply("3")
    #expect(right?.attempt == 3 && right?.hints == 1)
    #expect(!second.isClean)
    try log(right.map(ProgressRecord.Event.answered))
    #expect(progress.lessons["stride"]?.clean == [])
    #expect(progress.skills["stride"]?.attempts == 1)

    // Solved: the next time counts from the beginning.
    let third = session()
    #expect(third.tries == 0 && third.hintsShown == 0)
  }

  @Test func `the same wrong reply again is answered but not counted`() throws {
    let lesson = try #require(Self.lesson)
    let question = try #require(lesson.steps[0].question)
    var session = QuestionSession(question, lesson: lesson.header, step: "hops")
    let first = session.reply("2")
    let record = try #require(first)
    let said = session.feedback
    #expect(session.reply(" 2x2 ") == nil)
    #expect(session.pick(.size(Extent(2))) == nil)
    #expect(session.tries == 1)
    #expect(session.feedback == said)
    #expect(session.reply("5")?.attempt == 2)
    #expect(session.reply("2")?.attempt == 3)

    // Also after coming back.
    let progress = Curriculum.Progress([ProgressRecord(.answered(record), at: Date(timeIntervalSince1970: 1))]
    )
    var resumed = QuestionSession(question, lesson: lesson.header, step: "hops", after: progress)
    #expect(resumed.reply("2") == nil)
    #expect(resumed.feedback == said)
  }

  @Test func `what cannot be read leaves the slip where it is`() throws {
    let lesson = try #require(Self.lesson)
    var session = QuestionSession(try #require(lesson.steps[0].question), lesson: lesson.header, step: "hops")
    _ = session.reply("2")
    let said = session.feedback
    #expect(session.reply("two") == nil)
    let request = "Please answer with a size such as 5 or 5x7, or with \"cannot\"."
    #expect(session.feedback == said + [request])
    _ = session.reply("5")
    #expect(!session.feedback.contains(request))
    var text = TextSession(lesson)
    _ = text.start()
    _ = text.input("2")
    #expect(text.input("two").lines == [request, "Try again, or type hint or skip."])
  }

  @Test func `line by line one can ask for help, look at the scene, and leave`() throws {
    let lesson = try #require(Self.lesson)
    let scene = try #require(lesson.steps[0].scene)
    var session = TextSession(lesson)
    _ = session.start()
    for word in ["?", "help", "HELP"] {
      #expect(session.input(word).lines.contains("  skip   the answer"))
      #expect(!session.isOver)
    }
    #expect(session.input("look").scene == .look(scene))
    #expect(session.input("press right, right").scene == .press(["right", "right"], scene))
    #expect(session.input("→").scene == .press(["→"], scene))
    #expect(session.input("q").lines == [])
    #expect(session.isOver)
    var quiz = TextSession(Quiz(topics: [.dropout], seed: 3).prefix(1).map(QuizItem.init))
    _ = quiz.start()
    #expect(quiz.input("look").lines == ["There is no scene here."])
  }

  @Test func `a lesson that is resumed says what was tried`() throws {
    let lesson = try #require(Self.lesson)
    var session = TextSession(lesson)
    _ = session.start()
    let events = session.input("hint").events + session.input("2").events
    let progress = Curriculum.Progress(events.map { ProgressRecord($0, at: Date(timeIntervalSince1970: 1)) })
    var resumed = TextSession(lesson, after: progress)
    let lines = resumed.start().lines
    #expect(lines.suffix(3).dropLast() == ["So far: 1 wrong answer and 1 hint.", "Hint: Count the hops."])
  }

  @Test func `grids are aligned blocks below the sentence`() throws {
    let grid = QuestionGrid("grid", try Grid(rows: [[1, -10, 2], [0, 3, 4]]))
    let kernel = QuestionGrid("kernel", try Grid(rows: [[1, 0]]))
    #expect(grid.lines == ["1  -10  2", "0    3  4"])
    #expect(
      QuestionGrid.beside([grid, kernel]) == [
        "grid        kernel", "1  -10  2   1  0  ", "0    3  4         ",
      ])
    let question = GeneratedQuestion(topic: .convolutionCell, seed: 3, number: 1).question
    #expect(question.grids.map(\.title) == ["grid", "kernel"])
    #expect(!question.sentence.contains(";") && question.prompt.contains(";"))
    let lines = TextLines.asked(question)
    #expect(lines.contains("  grid:") && lines.contains("    " + question.grids[0].lines[0]))
  }

  @Test func `a quiz can be taken line by line`() {
    let questions = Quiz(topics: [.dropout], seed: 3).prefix(2).map(QuizItem.init)
    var session = TextSession(questions)
    #expect(session.start().lines[1] == "Question 1 of 2, dropout scaling")
    #expect(session.input(questions[0].question.answerText).lines.first == "Right.")
    #expect(session.input("next").lines[1] == "Question 2 of 2, dropout scaling")
    #expect(session.input("skip").events.count == 1)
    _ = session.input("")
    #expect(session.isOver)
  }

  @Test func `lines are at most 76 columns wide`() throws {
    let catalogue = try Catalogue(folder: Shipped.folder)
    for header in catalogue.headers {
      var session = TextSession(try catalogue.lesson(header))
      var lines = session.start().lines
      while !session.isOver { lines += session.input("skip").lines + session.input("help").lines }
      #expect(lines.filter { $0.count > 76 && !$0.hasPrefix("Scene:") } == [], "\(header.id)")
    }
  }

  @Test func `the table of a log is as wide as its headings`() {
    let table = ProgressTable.csv(ProgressLogTests.records)
    #expect(
      table.hasPrefix(
        "time,event,item,skill,reply,result,slip,attempt,hints\r\n2027-01-15T08:00:00Z,reached,stride/hops,"))
    #expect(table.components(separatedBy: "\r\n").count == 6)
  }

  @Test func `giving up shows the answer after a reply that could not be read too`() throws {
    let lesson = try #require(Self.lesson)
    for replies in [["two"], ["2", "two"], ["7", "?!"]] {
      var session = TextSession(lesson)
      _ = session.start()
      for reply in replies { _ = session.input(reply) }
      let turn = session.input("skip")
      #expect(turn.lines.first == "The answer is 3.", "\(replies)")
      #expect(turn.events.count == 1)
    }
  }
}
