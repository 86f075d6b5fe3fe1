import Curriculum
import Learning

/// Questions as a handout: first all questions, then all answers.
struct QuizReport {
  /// The finished text.
  let report: Report

  /// A handout of `questions`; the command line `again` makes the same ones.
  init(_ questions: [QuizItem], again: String) {
    var report = Report("Quiz, \(Plural.count(questions.count, "question"))")
    report.line("Again: \(again)")
    for (number, item) in zip(1..., questions) {
      report.section("\(number). \(item.title)")
      TextLines.asked(item.question).forEach { report.line($0) }
      item.picture.forEach { report.line("  " + $0) }
    }
    report.section("Answers")
    for (number, item) in zip(1..., questions) {
      let question = item.question
      report.line("")
      TextLines.wrapped("\(number). \(question.answerText)").forEach { report.line($0) }
      TextLines.wrapped(question.solution).forEach { report.line($0) }
    }
    self.report = report
  }
}
