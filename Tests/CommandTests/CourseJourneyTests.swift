import Curriculum
import Foundation
import TestSupport
import Testing

/// A learner's way through the program in a real terminal, by keys alone.
@Suite struct CourseJourneyTests {
  static let lessons = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("lessons")

  private func strider(_ data: TemporaryFolder, width: Int = 80, height: Int = 24) throws -> Tmux {
    try Tmux(
      [StriderRun.program], width: width, height: height,
      environment: ["XDG_DATA_HOME": data.path, "HOME": data.path])
  }

  private func answer(_ question: Question, in terminal: Tmux) async throws {
    try terminal.press("Enter")
    try await terminal.screen("the open answer") { $0.contains("esc leave the answer") }
    if case .choice(let index) = question.answer {
      try terminal.type(Answer.letter(index))
    } else {
      try terminal.type(question.answerText)
    }
    try terminal.press("Enter")
    try await terminal.screen(showing: "✓ Right.")
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func firstRunFirstLessonQuitAndResume(_ width: Int, _ height: Int) async throws {
    let data = try TemporaryFolder()
    let catalogue = try Catalogue(folder: Self.lessons)
    let first = try catalogue.lesson(try #require(catalogue.headers.first))
    let terminal = try strider(data, width: width, height: height)
    try await terminal.screen(showing: "Start here")
    try terminal.press("Enter")
    for (index, step) in first.steps.enumerated() {
      try await terminal.screen(showing: "step \(index + 1) of \(first.steps.count)")
      if let question = step.question { try await answer(question, in: terminal) }
      try terminal.press("n")
    }
    try await terminal.screen(showing: "Finished: \(first.title)")
    let count = first.steps.count { $0.question != nil }
    try await terminal.screen(showing: "\(count) of \(count) questions right")
    // On to the next lesson, two steps into it, and out.
    let second = try catalogue.lesson(catalogue.headers[1])
    try terminal.press("Enter")
    try await terminal.screen(showing: "step 1 of \(second.steps.count)")
    try terminal.press("n", "n")
    try await terminal.screen(showing: "step 3 of \(second.steps.count)")
    try terminal.press("q")
    try await terminal.screen(showing: "1 of \(catalogue.headers.count) finished")
    try terminal.press("q")
    #expect(try await terminal.exitStatus() == 0)
    let again = try strider(data, width: width, height: height)
    try await again.screen(showing: "Go on")
    try again.press("Enter")
    try await again.screen(showing: "step 3 of \(second.steps.count)")
    try again.press("q", "q")
    #expect(try await again.exitStatus() == 0)
    let settings = try again.settings()
    #expect(settings.before == settings.after)
  }

  @Test func whatWasMissedLongAgoIsReviewed() async throws {
    let data = try TemporaryFolder()
    let folder = URL(fileURLWithPath: data.path).appendingPathComponent("strider")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let line =
      #"{"v":1,"at":1600000000,"event":"answered","item":"stride/hops","skill":"output-size","reply":"2","result":"wrong","slip":"forgot-plus-one","attempt":1,"hints":0}"#
    try (line + "\n").write(
      to: folder.appendingPathComponent("progress.jsonl"), atomically: true, encoding: .utf8)
    let terminal = try strider(data)
    try await terminal.screen(showing: "one skill is due")
    try terminal.press("v")
    try await terminal.screen(showing: "question 1 of 3")
    for number in 2...3 {
      try terminal.press("Escape", "s", "s", "Enter")
      try await terminal.screen(showing: "question \(number) of 3")
    }
    try terminal.press("Escape", "s", "s", "Enter")
    try await terminal.screen(showing: "0 of 3 right at once")
    try terminal.press("q")
    try await terminal.screen("home without a review") {
      $0.contains("Lessons") && !$0.contains("skill is due")
    }
  }

  @Test func aBrokenLogAndMissingLessonsAreToldCalmly() async throws {
    let data = try TemporaryFolder()
    let folder = URL(fileURLWithPath: data.path).appendingPathComponent("strider")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "no json\n{\"v\":1".write(
      to: folder.appendingPathComponent("progress.jsonl"), atomically: true, encoding: .utf8)
    let terminal = try strider(data)
    try await terminal.screen(showing: "2 lines of your log cannot be read")
    let lost = try Tmux(
      [StriderRun.program],
      environment: ["XDG_DATA_HOME": data.path, "STRIDER_LESSONS": "/nonexistent/lessons"])
    try await lost.screen(showing: "no lessons found")
    try lost.press("c")
    try await lost.screen(showing: "step 0 of 25")
  }
}
