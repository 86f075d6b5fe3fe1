import Foundation
import Testing

@testable import Curriculum

@Suite struct ProgressTests {
  static func date(day: Double) -> Date { Date(timeIntervalSince1970: 1_800_000_000 + day * 86_400) }

  static func answer(
    _ item: String, _ result: AnswerRecord.Result, attempt: Int = 1, hints: Int = 0,
    skill: String = "output-size",
    day: Double = 0
  ) -> ProgressRecord {
    ProgressRecord(
      .answered(
        AnswerRecord(
          item: item, skill: skill, reply: "", result: result, slip: result == .wrong ? .paddedOnce : nil,
          attempt: attempt, hints: hints)),
      at: date(day: day))
  }

  @Test func `resumes where the learner stopped`() {
    var progress = Progress([
      ProgressRecord(.reached(lesson: "window", step: "a"), at: Self.date(day: 0)),
      ProgressRecord(.reached(lesson: "stride", step: "b"), at: Self.date(day: 0)),
      ProgressRecord(.reached(lesson: "stride", step: "c"), at: Self.date(day: 0)),
    ])
    #expect(progress.current == "stride")
    #expect(progress.lessons["stride"]?.position == "c")
    #expect(progress.lessons["stride"]?.seen == ["b", "c"])
    progress.add(ProgressRecord(.finished(lesson: "stride"), at: Self.date(day: 1)))
    #expect(progress.current == nil)
    #expect(progress.lessons["stride"]?.isDone == true)
    #expect(progress.lessons["stride"]?.position == nil)
  }

  @Test func `a later slip takes nothing away`() {
    let progress = Progress([Self.answer("stride/a", .right), Self.answer("stride/a", .wrong)])
    #expect(progress.lessons["stride"]?.results["a"] == .right)
    #expect(progress.lessons["stride"]?.clean == ["a"])
    #expect(progress.slips == [.paddedOnce: 1])
  }

  @Test func `an answer that was shown stays shown until it is right`() {
    var progress = Progress([Self.answer("stride/a", .skipped), Self.answer("stride/a", .wrong)])
    #expect(progress.lessons["stride"]?.results == ["a": .skipped])
    progress.add(Self.answer("stride/a", .right))
    #expect(progress.lessons["stride"]?.results == ["a": .right])
  }

  @Test func `tries go on from one sitting to the next, and a reset forgets them`() {
    var progress = Progress([
      Self.answer("stride/a", .wrong), Self.answer("stride/a", .right), Self.answer("window/a", .wrong),
      Self.answer("window/b", .wrong),
    ])
    #expect(progress.lessons["stride"]?.clean == [])
    #expect(progress.past(of: "stride/a") == QuestionPast())
    #expect(progress.past(of: "window/a").tries == 1)
    progress.add(ProgressRecord(.reset(item: "window/a"), at: Self.date(day: 0)))
    #expect(progress.past(of: "window/a").tries == 0)
    #expect(progress.past(of: "window/b").tries == 1)
    progress.add(ProgressRecord(.reset(item: "window"), at: Self.date(day: 0)))
    #expect(progress.past(of: "window/b").tries == 0)
  }

  @Test func `one item is reset and the others stay`() {
    var progress = Progress([
      Self.answer("stride/a", .right), Self.answer("stride/b", .right), Self.answer("window/a", .right),
    ])
    #expect(progress.knows("stride/a"))
    #expect(!progress.knows("padding"))
    progress.add(ProgressRecord(.reset(item: "stride/a"), at: Self.date(day: 0)))
    #expect(progress.lessons["stride"]?.results == ["b": .right])
    progress.add(ProgressRecord(.reset(item: "stride"), at: Self.date(day: 0)))
    #expect(progress.lessons["stride"] == nil)
    #expect(progress.lessons["window"]?.results == ["a": .right])
    progress.add(ProgressRecord(.reset(item: "all"), at: Self.date(day: 0)))
    #expect(progress == Progress())
  }

  @Test func `a missed skill comes back at growing intervals`() {
    var progress = Progress([Self.answer("x-1", .wrong)])
    #expect(progress.skills["output-size"]?.due == Self.date(day: 1))
    var day = 0.0
    for interval in [1.0, 2, 4, 8, 16, 32, 64, 128, 128] {
      #expect(progress.reviews(at: Self.date(day: day + interval - 0.1)) == [])
      day += interval
      #expect(progress.reviews(at: Self.date(day: day)).map(\.skill) == ["output-size"])
      progress.add(Self.answer("x-1", .right, day: day))
    }
    progress.add(Self.answer("x-1", .wrong, day: day))
    #expect(progress.nextReview == Self.date(day: day + 64))
  }

  @Test func `the chance to recall halves in a half-life`() {
    let progress = Progress([Self.answer("x-1", .wrong)])
    let memory = progress.skills["output-size"]
    #expect(memory?.recall(at: Self.date(day: 0)) == 1)
    #expect(memory?.recall(at: Self.date(day: 1)) == 0.5)
    #expect(memory?.recall(at: Self.date(day: 2)) == 0.25)
  }

  @Test func `only the first try counts, and help counts half`() {
    let progress = Progress([Self.answer("x-1", .wrong), Self.answer("x-1", .right, attempt: 2)])
    #expect(progress.skills["output-size"]?.attempts == 1)
    #expect(progress.skills["output-size"]?.mastery == 0)
    let helped = Progress([Self.answer("x-1", .right, hints: 1)])
    #expect(helped.skills["output-size"]?.mastery == 0.5)
    #expect(helped.skills["output-size"]?.due == nil)
  }

  @Test func `right answers before their time do not widen the interval`() {
    let progress = Progress(
      [Self.answer("x-1", .wrong)] + (0..<10).map { _ in Self.answer("x-2", .right, day: 0.1) })
    #expect(progress.nextReview == Self.date(day: 1))
  }

  @Test func `mastery is the corrected average of the first tries`() {
    let progress = Progress([
      Self.answer("x-1", .wrong), Self.answer("x-2", .right), Self.answer("x-3", .right),
    ])
    let expected = (0.2 * 0.8 + 0.2) / (1 - 0.8 * 0.8 * 0.8)
    #expect(abs((progress.skills["output-size"]?.mastery ?? 0) - expected) < 1e-12)
  }
}
