import Curriculum
import TerminalUI
import TestSupport
import Testing

@testable import Labs

@Suite("Screens of the course")
struct CourseScreenTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let make: @Sendable () throws -> Screen
    var keys = ""
    var testDescription: String { name }
  }

  static func lesson(_ id: String, from step: Int = 0) -> @Sendable () throws -> Screen {
    {
      let lesson = try ShippedLessons.lesson(id)
      return Screen(lesson: lesson, from: lesson.steps[step].id, Library(ShippedLessons.catalogue))
    }
  }

  /// A learner in the middle of the course.
  static var library: Library {
    var progress = Progress()
    func add(_ event: ProgressRecord.Event) {
      progress.add(ProgressRecord(event, at: .init(timeIntervalSince1970: 0)))
    }
    for lesson in ["window", "flip"] { add(.finished(lesson: lesson)) }
    // One of them with every question answered, the other passed by.
    for step in ShippedLessons.catalogue?.header(named: "window")?.questionIDs ?? [] {
      let record = AnswerRecord(
        item: "window/\(step)", skill: "convolution-cell", reply: "1", verdict: .right, attempt: 1, hints: 0)
      if let record { add(.answered(record)) }
    }
    add(.reached(lesson: "edges", step: ShippedLessons.catalogue?.header(named: "edges")?.stepIDs[2] ?? ""))
    return Library(ShippedLessons.catalogue, progress: progress, seed: 7)
  }

  static let home: @Sendable () throws -> Screen = { Screen(home: library) }

  static let cases = [
    Case(name: "home-first-run", make: { Screen(home: Library(ShippedLessons.catalogue)) }),
    Case(name: "home-later", make: home),
    Case(name: "lessons", make: home, keys: "l"),
    Case(name: "lessons-about", make: home, keys: "l i"),
    Case(name: "quizzes", make: home, keys: "z"),
    Case(name: "quiz-question", make: home, keys: "z down enter"),
    Case(name: "quiz-given-up", make: home, keys: "z down enter escape h s s"),
    Case(name: "search", make: home, keys: "/ s t r i"),
    Case(name: "lesson-text-and-scene", make: lesson("window"), keys: "right"),
    Case(name: "lesson-question", make: lesson("window", from: 2), keys: "enter"),
    Case(name: "lesson-slip", make: lesson("window", from: 2), keys: "enter 7 enter"),
    Case(name: "lesson-hints", make: lesson("window", from: 2), keys: "enter ? ? 9 9 enter"),
    Case(name: "lesson-solved", make: lesson("window", from: 2), keys: "enter - 7 enter"),
    Case(name: "lesson-touched", make: lesson("window", from: 1), keys: "tab"),
    Case(name: "lesson-help", make: lesson("window", from: 1), keys: "?"),
    Case(name: "lesson-averages", make: lesson("bias-correction", from: 1), keys: "right right right"),
    Case(name: "lesson-race", make: lesson("momentum", from: 2), keys: "end"),
    Case(name: "lesson-graph", make: lesson("backpropagation", from: 2), keys: "end"),
  ]

  @Test(arguments: cases, [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func looksAsRecorded(_ example: Case, _ size: Size) throws {
    var screen = try example.make()
    screen.resize(size.width, size.height)
    screen.press(example.keys)
    let frame = screen.drawn(size.width, size.height)
    #expect(frame.faults.isEmpty)
    try expectScreen(frame, named: "course-\(example.name)-\(size.width)x\(size.height)")
  }

  @Test func randomEventsOnTheCourse() {
    expectRandomEventsAreSafe(Screen(home: Self.library), seed: 21)
  }

  @Test(arguments: ["window", "momentum", "backpropagation", "bias-correction"])
  func randomEventsOnLessons(_ id: String) throws {
    expectRandomEventsAreSafe(try Self.lesson(id)(), seed: 22)
  }
}
