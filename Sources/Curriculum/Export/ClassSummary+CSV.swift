import Learning

extension ClassSummary {
  /// Three tables with an empty line between them: students, lessons, questions.
  public var csv: String { [studentTable, lessonTable, questionTable].joined(separator: "\r\n") }

  private var studentTable: String {
    let skills = Set(students.flatMap(\.report.mastery.keys)).sorted()
    let headings = [
      "learner", "file", "made", "checksum", "duplicate", "lessons_done", "questions", "right_at_once",
    ]
    let rows = students.map { student -> String in
      let report = student.report
      let summary = [
        report.learner, student.file, Timestamp.text(report.date),
        report.isWhole ? "ok" : "wrong", student.remark ?? "", "\(report.lessons.count)",
        "\(report.answers.count)", "\(student.rightAtOnce)",
      ]
      let mastery = skills.map { report.mastery[$0].map(Numeral.exact) ?? "" }
      return CSVWriter.row(summary + mastery + [Self.listed(report.slips, most: 3)])
    }
    return CSVWriter.row(headings + skills + ["commonest_slips"]) + rows.joined()
  }

  private var lessonTable: String {
    CSVWriter.row(["lesson", "students", "finished", "first_tries", "right_at_once", "slips"])
      + lessons.map { row in
        CSVWriter.row([
          row.lesson, "\(row.students)", "\(row.finished)", "\(row.firstTries)", "\(row.rightAtOnce)",
          Self.listed(row.slips, most: .max),
        ])
      }
      .joined()
  }

  private var questionTable: String {
    CSVWriter.row(["question", "skill", "students", "right_at_once", "missed", "slips", "missed_by"])
      + questions.map { row in
        let names = row.missed.map { $0.learner + ($0.slip.map { " (\($0))" } ?? "") }
        return CSVWriter.row([
          row.question, row.skill, "\(row.students)", "\(row.rightAtOnce)", "\(row.missed.count)",
          Self.listed(row.slips, most: .max), names.joined(separator: "; "),
        ])
      }
      .joined()
  }

  /// `forgot-plus-one 3; sign-slip 1`, the commonest first.
  private static func listed(_ slips: [String: Int], most: Int) -> String {
    slips.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most)
      .map { "\($0.key) \($0.value)" }.joined(separator: "; ")
  }
}
