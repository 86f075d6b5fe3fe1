import Curriculum

extension JSON {
  /// `lessons` in the suggested order: number, part of the course, id, title, whether it belongs to the core, the number
  /// of steps, whether it is done.
  static func lessons(_ headers: [LessonHeader], in parts: [LessonPathPart], _ progress: Progress) -> JSON {
    .object([
      "lessons": .array(
        headers.map { header in
          .object([
            "number": .number(header.number),
            "part": (parts.first { $0.lessons.contains(header.id) }?.title).map(JSON.string) ?? .null,
            "id": .string(header.id), "title": .string(header.title),
            "core": .bool(header.isCore),
            "steps": .number(header.stepIDs.count),
            "done": .bool(progress.state(of: header).isFinished),
          ])
        })
    ])
  }

  /// What a check of a folder found: `problems`, how many `lessons` can be read, and the files that are `ignored`.
  static func check(_ check: LessonCheck) -> JSON {
    .object([
      "problems": .array(
        check.problems.map { problem in
          .object([
            "file": .string(problem.file), "line": .number(problem.place.line),
            "column": .number(problem.place.column), "message": .string(problem.sentence),
          ])
        }),
      "lessons": .number(check.lessons), "ignored": .array(check.ignored.map(JSON.string)),
    ])
  }

  /// `questions`, each with all that a reader needs to ask and to grade it.
  static func questions(_ questions: [QuizItem]) -> JSON {
    .object(["questions": .array(questions.map(question))])
  }

  private static func question(_ item: QuizItem) -> JSON {
    let question = item.question
    return .object([
      "id": .string(item.id), "topic": .string(item.topic),
      "prompt": .string(([question.prompt] + item.picture).joined(separator: "\n")),
      "given": .object(item.given.mapValues(JSON.init)),
      "answer": .string(question.answerText),
      "wrong": .array(
        question.wrong.map { wrong in
          .object([
            "answer": .string(wrong.text), "misconception": .string(wrong.misconceptions.spelling),
          ])
        }),
      "solution": .string(question.solution),
    ])
  }

  private init(_ value: GivenValue) {
    switch value {
    case .integer(let number): self = .number(number)
    case .number(let number): self = .number(number)
    case .text(let text): self = .string(text)
    }
  }

  /// What the learner's log amounts to: `lessons`, `skills`, `reviews` that are due, `slips`.
  static func progress(_ progress: Progress, _ headers: [LessonHeader]) -> JSON {
    .object([
      "lessons": .array(
        progress.lessons.sorted { $0.key < $1.key }.map { id, lesson in
          .object([
            "id": .string(id), "done": .bool(progress.state(of: id, among: headers).isFinished),
            "position": lesson.position.map(JSON.string) ?? .null, "seen": .number(lesson.seen.count),
            "right": .number(lesson.results.values.count { $0 == .right }),
            "right_at_once": .number(lesson.clean.count),
          ])
        }),
      "skills": .array(
        progress.skills.sorted { $0.key < $1.key }.map { skill, memory in
          .object([
            "skill": .string(skill), "mastery": memory.mastery.map(JSON.number) ?? .null,
            "first_tries": .number(memory.attempts), "right_at_once": .number(memory.clean),
            "missed": .number(memory.missed), "due": memory.due.map { .string(Timestamp.text($0)) } ?? .null,
          ])
        }),
      "reviews": .array(
        progress.reviews().map { review in
          .object(["skill": .string(review.skill), "due": .string(Timestamp.text(review.due))])
        }),
      "slips": .array(
        progress.commonSlips.map { slip, count in
          .object(["misconception": .string(slip.rawValue), "count": .number(count)])
        }),
    ])
  }
}
