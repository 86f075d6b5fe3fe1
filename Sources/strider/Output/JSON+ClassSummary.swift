import Curriculum

extension JSON {
  /// The reports of a class: `students` with their files and marks of duplicates, `lessons`, and `questions` with who
  /// missed them by which slip.
  static func classSummary(_ summary: ClassSummary) -> JSON {
    .object([
      "students": .array(summary.students.map(JSON.init)), "lessons": .array(summary.lessons.map(JSON.init)),
      "questions": .array(summary.questions.map(JSON.init)),
    ])
  }

  private init(_ student: ClassSummary.Student) {
    let report = student.report
    self = .object([
      "learner": .string(report.learner), "file": .string(student.file),
      "made": .string(Timestamp.text(report.date)), "checksum": .string(report.isWhole ? "ok" : "wrong"),
      "duplicate": student.remark.map(JSON.string) ?? .null, "counts": .bool(!student.isOutdated),
      "lessons_done": .array(report.lessons.map(JSON.string)), "questions": .number(report.answers.count),
      "right_at_once": .number(student.rightAtOnce),
      "mastery": .object(report.mastery.mapValues(JSON.number)),
      "slips": JSON(slips: report.slips),
    ])
  }

  private init(_ row: ClassSummary.LessonRow) {
    self = .object([
      "lesson": .string(row.lesson), "students": .number(row.students), "finished": .number(row.finished),
      "first_tries": .number(row.firstTries), "right_at_once": .number(row.rightAtOnce),
      "slips": JSON(slips: row.slips),
    ])
  }

  private init(_ row: ClassSummary.QuestionRow) {
    let missed = row.missed.map { miss in
      JSON.object(["learner": .string(miss.learner), "slip": miss.slip.map(JSON.string) ?? .null])
    }
    self = .object([
      "question": .string(row.question), "skill": .string(row.skill), "students": .number(row.students),
      "right_at_once": .number(row.rightAtOnce), "missed": .number(row.missed.count),
      "slips": JSON(slips: row.slips), "missed_by": .array(missed),
    ])
  }

  private init(slips counts: [String: Int]) {
    self = .object(counts.mapValues { count in .number(Double(count)) })
  }
}
