/// What fits on 80x24 beside a scene and a question.
enum TextLimits {
  /// Columns that the player leaves for text.
  static let columns = 76

  private static let text = 9, prompt = 4, choice = 1, hint = 4, why = 5, solution = 7, notes = 12
  private static let title = 1, goal = 2, definition = 4

  static func problems(of header: LessonHeader, in file: String) -> [LessonProblem] {
    let texts =
      [("the title", header.title, title)]
      + header.goals.map { ("the goal \"\($0.prefix(20))…\"", $0, goal) }
      + header.terms.map { ("the meaning of \($0.word)", $0.definition, definition) }
    return texts.compactMap { name, text, limit in
      tooLong(name, LessonText(text), limit).map { LessonProblem($0, file: file) }
    }
  }

  static func problems(of step: LessonStep, at entry: Entry) -> [LessonProblem] {
    var texts = [("the text", step.text, text)]
    if let notes = step.notes { texts.append(("the notes", LessonText(notes), Self.notes)) }
    if let question = step.question {
      texts.append(("the prompt", LessonText(question.prompt), prompt))
      texts += question.choices.map { ("a choice", LessonText($0), choice) }
      texts += question.hints.map { ("a hint", LessonText($0), hint) }
      texts += question.wrong.map { ("the reply to \($0.text)", LessonText($0.working), why) }
      texts.append(("the solution", LessonText(question.solution), solution))
    }
    return texts.compactMap { name, text, limit in
      tooLong(name, text, limit).map { entry.problem($0) }
    }
  }

  private static func tooLong(_ name: String, _ text: LessonText, _ limit: Int) -> LessonProblem.Kind? {
    let rows = text.rows(width: columns)
    return rows <= limit ? nil : .tooLong(name, rows: rows, limit: limit)
  }
}
