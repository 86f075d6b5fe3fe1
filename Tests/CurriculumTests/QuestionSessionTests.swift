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
        "", "Stride, step 1 of 1", "", "With stride 2 the window hops.", "",
        "Scene: strider open 'conv:galway/vertical-edge?stride=2'", "", "Question: Side of the output?",
        "Your answer (or hint, skip, back, quit):",
      ])
    #expect(first.events == [.reached(lesson: "stride", step: "hops")])
    #expect(session.input("").lines == ["Answer, or type hint, skip, back or quit."])
    #expect(session.input("hint").lines == ["Hint: Count the hops."])
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

  @Test func `a quiz can be taken line by line`() {
    let questions = Array(Quiz(topics: [.dropout], seed: 3).prefix(2))
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
      while !session.isOver { lines += session.input("skip").lines }
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
}
