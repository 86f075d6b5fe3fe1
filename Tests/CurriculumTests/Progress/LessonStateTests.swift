import Foundation
import Testing

@testable import Curriculum

/// When a lesson is finished, and which one comes next.
@Suite struct LessonStateTests {
  /// Lessons of three steps; the first and the last ask something.
  private static func header(_ number: Int, _ id: String) throws -> LessonHeader {
    let text =
      LessonFormatTests.good
      + "\n  - id: words\n    text: Nothing is asked.\n  - id: last\n    text: Something is.\n    question: {}\n"
    return try LessonHeader(LessonSource(Array(text.utf8), file: "\(number)-\(id).yaml"))
  }

  private static func progress(_ events: [ProgressRecord.Event]) -> Curriculum.Progress {
    Curriculum.Progress(events.map { ProgressRecord($0, at: ProgressTests.date(day: 0)) })
  }

  private static func answered(_ step: String, _ result: AnswerRecord.Result) -> ProgressRecord.Event {
    .answered(
      AnswerRecord(
        item: "stride/\(step)", skill: "stride", reply: "", result: result, slip: nil, attempt: 1, hints: 0))
  }

  private static let seen = ["hops", "words", "last"].map {
    ProgressRecord.Event.reached(lesson: "stride", step: $0)
  }

  @Test func `a head knows which steps ask`() throws {
    let header = try Self.header(24, "stride")
    #expect(header.stepIDs == ["hops", "words", "last"])
    #expect(header.questionIDs == ["hops", "last"])
  }

  @Test func `it is finished when every question is answered or shown and the last step was seen`() throws {
    let header = try Self.header(24, "stride")
    func state(_ events: [ProgressRecord.Event]) -> LessonState {
      Self.progress(events).state(of: header)
    }
    #expect(state([]) == .new)
    #expect(state(Array(Self.seen.prefix(2))) == .begun(step: 2))
    #expect(state(Self.seen) == .passedBy(open: 2))
    #expect(state(Self.seen + [.finished(lesson: "stride")]) == .passedBy(open: 2))
    let one = Self.seen + [Self.answered("hops", .right)]
    #expect(state(one) == .passedBy(open: 1))
    #expect(state(one + [Self.answered("last", .wrong)]) == .passedBy(open: 1))
    #expect(state(one + [Self.answered("last", .skipped)]) == .finished)
    #expect(state(one + [Self.answered("last", .skipped), Self.answered("last", .wrong)]) == .finished)
    #expect(state([Self.answered("hops", .right), Self.answered("last", .right)]) == .new)
    #expect(Self.progress(one).openQuestions(of: header) == ["last"])
    #expect(LessonState.passedBy(open: 1).words == "passed by, 1 question open")
  }

  @Test func `a lesson that is no longer there counts by its end`() {
    let progress = Self.progress([.finished(lesson: "gone"), .reached(lesson: "half", step: "a")])
    #expect(progress.state(of: "gone", among: []) == .finished)
    #expect(progress.state(of: "half", among: []) == .begun(step: 1))
    #expect(progress.state(of: "never", among: []) == .new)
  }

  @Test func `new lessons come before those with open questions`() throws {
    let headers = try [Self.header(24, "stride"), Self.header(25, "dilation"), Self.header(26, "channels")]
    let passed = Self.seen + [.finished(lesson: "stride")]
    #expect(Curriculum.Progress().next(among: headers)?.id == "stride")
    #expect(Self.progress(Self.seen).next(among: headers)?.id == "stride")
    #expect(Self.progress(passed).next(among: headers)?.id == "dilation")
    #expect(Self.progress(passed).next(among: headers, after: "dilation")?.id == "channels")
    #expect(Self.progress(passed).next(among: headers, after: "channels")?.id == "dilation")
    #expect(Self.progress(passed).next(among: Array(headers.prefix(1)))?.id == "stride")
    #expect(Self.progress(passed).next(among: Array(headers.prefix(1)), after: "stride") == nil)
    let done = passed + [Self.answered("hops", .right), Self.answered("last", .right)]
    #expect(Self.progress(done).next(among: Array(headers.prefix(1))) == nil)
  }
}
