/// What fits on 80x24 beside a scene and a question.
enum TextLimits {
  /// Columns that the player leaves for text.
  static let columns = 76

  private static let text = 9, prompt = 4, choice = 1, hint = 4, why = 5, solution = 7, notes = 12
  private static let title = 1, goal = 2, definition = 4

  /// What is too long in `header`, each at the field among `fields` that holds it.
  static func problems(of header: LessonHeader, in fields: Fields) -> [LessonProblem] {
    let titles = [("the title", header.title, title, fields["title"])]
    let goals = zip(header.goals, fields["goals"]?.items ?? []).map {
      ("the goal \"\($0.prefix(20))…\"", $0, goal, Optional($1))
    }
    let terms = zip(header.terms, fields["terms"]?.items ?? []).map {
      ("the meaning of \($0.word)", $0.definition, definition, Optional($1))
    }
    return (titles + goals + terms).compactMap { name, text, limit, entry in
      tooLong(name, LessonText(text), limit).flatMap { entry?.problem($0) }
    }
  }

  static func problems(of step: LessonStep, at entry: Entry) -> [LessonProblem] {
    var texts = [("the text", step.text, text)]
    if let notes = step.notes { texts.append(("the notes", LessonText(notes), Self.notes)) }
    if let question = step.question {
      texts.append(("the prompt", LessonText(question.prompt), prompt))
      texts += question.choices.map { ("a choice", LessonText($0), choice) }
      texts += question.hints.map { ("a hint", LessonText($0), hint) }
      texts += question.wrong.flatMap { wrong in
        wrong.workings.map { ("the reply to \(wrong.text)", LessonText($0), why) }
      }
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
