import Curriculum
import Learning

/// What `strider progress` says in words.
struct ProgressReport {
  /// The finished text.
  let report: Report

  /// A report on where the learner stands now.
  init(_ progress: Progress, _ headers: [LessonHeader]) {
    var report = Report("Your progress")
    guard progress != Progress() else {
      report.line("Nothing yet. strider learn begins with the first lesson, strider quiz asks questions.")
      self.report = report
      return
    }
    let lessons = progress.lessons.sorted { $0.key < $1.key }
    let states = lessons.map { progress.state(of: $0.key, among: headers) }
    report.section("Lessons, \(states.count(where: \.isFinished)) done")
    report.table(
      ["lesson", "state", "steps seen", "right", "right at once"],
      zip(lessons, states).map { entry, state in
        let (id, lesson) = entry
        return [
          Echo.escape(id), Self.words(state), "\(lesson.seen.count)",
          "\(lesson.results.values.count { $0 == .right })", "\(lesson.clean.count)",
        ]
      }, orElse: "none begun")
    Self.addSkills(of: progress, to: &report)
    Self.addReviews(of: progress, to: &report)
    report.section("Commonest slips")
    let slips = progress.commonSlips.prefix(5)
    if slips.isEmpty { report.line("  none") }
    for (slip, count) in slips {
      report.line("  you \(slip.title), \(count == 1 ? "once" : "\(count) times")")
    }
    self.report = report
  }

  private static func addSkills(of progress: Progress, to report: inout Report) {
    report.section("Mastery: how well the last first tries went, from 0 to 100")
    report.table(
      ["skill", "mastery", "first tries", "right at once"],
      progress.skills.sorted { $0.key < $1.key }.map { skill, memory in
        [
          Echo.escape(skill), memory.mastery.map { "\(Int(($0 * 100).rounded()))" } ?? "-",
          "\(memory.attempts)",
          "\(memory.clean)",
        ]
      }, orElse: "no question answered yet")
  }

  private static func addReviews(of progress: Progress, to report: inout Report) {
    let due = progress.reviews()
    report.section("Due for review")
    for review in due {
      let topic = QuizTopic(rawValue: review.skill)
      let command = topic == nil ? "learn \(Echo.escape(review.skill))" : "quiz --topic \(review.skill)"
      report.line("  since \(Timestamp.day(review.due)): strider \(command)")
    }
    if due.isEmpty {
      report.line("  nothing" + (progress.nextReview.map { "; the next on \(Timestamp.day($0))" } ?? ""))
    }
  }

  private static func words(_ state: LessonState) -> String {
    switch state {
    case .passedBy(let open): "\(open) open"
    case .finished: "done"
    case .new, .begun: state.words
    }
  }
}
