/// What fits on 80x24 beside a scene and a question.
enum TextLimits {
  /// Columns that the player leaves for text.
  static let columns = 76

  private static let text = 9, prompt = 4, choice = 1, hint = 4, why = 5, solution = 7, notes = 12
  private static let title = 1, goal = 2, definition = 4

  /// What is too long in `header`, each at the field of `root` that holds it.
  static func problems(of header: LessonHeader, in root: Entry) -> [LessonProblem] {
    let titles = [("the title", header.title, title, root["title"])]
    let goals = zip(header.goals, root["goals"]?.items ?? []).map {
      ("the goal \"\($0.prefix(20))…\"", $0, goal, Optional($1))
    }
    let terms = zip(header.terms, root["terms"]?.items ?? []).map {
      ("the meaning of \($0.word)", $0.definition, definition, Optional($1))
    }
    return (titles + goals + terms).compactMap { name, text, limit, entry in
      tooLong(name, LessonText(text), limit).flatMap { entry?.problem($0) }
    }
  }

  /// What is too long in `step`, each at the field of `entry` that holds it.
  static func problems(of step: LessonStep, at entry: Entry) -> [LessonProblem] {
    var texts = [("the text", step.text, text, entry["text"])]
    if let notes = step.notes { texts.append(("the notes", LessonText(notes), Self.notes, entry["notes"])) }
    if let question = step.question { texts += Self.texts(of: question, at: entry["question"]) }
    return texts.compactMap { name, text, limit, place in
      tooLong(name, text, limit).map { (place ?? entry).problem($0) }
    }
  }

  private static func texts(
    of question: Question, at entry: Entry?
  ) -> [(name: String, text: LessonText, limit: Int, place: Entry?)] {
    let (hints, wrong) = (entry?["hints"]?.items ?? [], entry?["wrong"]?.items ?? [])
    func holds(_ entry: Entry?, _ text: String) -> Bool {
      if case .text(let held)? = entry?.content { held.trimmed == text } else { false }
    }
    var texts = [("the prompt", LessonText(question.prompt), prompt, entry?["prompt"])]
    texts += question.choices.map { text in
      ("a choice", LessonText(text), choice, entry?["choices"]?.items.first { holds($0, text) })
    }
    texts += zip(question.hints, hints).map { ("a hint", LessonText($0), hint, $1) }
    texts += question.wrong.flatMap { answer in
      let place = wrong.first { holds($0["answer"], answer.text) }?["why"]
      return answer.workings.map { ("the reply to \(answer.text)", LessonText($0), why, place) }
    }
    texts.append(("the solution", LessonText(question.solution), solution, entry?["solution"]))
    return texts
  }

  private static func tooLong(_ name: String, _ text: LessonText, _ limit: Int) -> LessonProblem.Kind? {
    let rows = text.rows(width: columns)
    return rows <= limit ? nil : .tooLong(name, rows: rows, limit: limit)
  }
}
