/// A text of a lesson that has to fit on 80x24 beside a scene and a question.
struct LimitedText {
  /// What it is, in messages.
  let name: String
  let text: LessonText
  /// The most rows that it may take.
  let limit: Int
  /// The field of the file that holds it, if that is known.
  let entry: Entry?

  init(_ name: String, _ text: LessonText, rows limit: Int, _ entry: Entry?) {
    (self.name, self.text, self.limit, self.entry) = (name, text, limit, entry)
  }

  init(_ name: String, _ markup: String, rows limit: Int, _ entry: Entry?) {
    self.init(name, LessonText(markup), rows: limit, entry)
  }

  /// What is wrong when it is too long.
  var problem: LessonProblem.Kind? {
    let rows = text.rows(width: TextLimits.columns)
    return rows <= limit ? nil : .tooLong(name, rows: rows, limit: limit)
  }
}

/// What fits on 80x24 beside a scene and a question.
enum TextLimits {
  /// Columns that the player leaves for text.
  static let columns = 76

  /// What is too long in `header`, each at the field of `root` that holds it.
  static func problems(of header: LessonHeader, in root: Entry) -> [LessonProblem] {
    let titles = [LimitedText("the title", header.title, rows: 1, root["title"])]
    let goals = zip(header.goals, root["goals"]?.items ?? []).map {
      LimitedText("the goal \"\($0.prefix(20))…\"", $0, rows: 2, $1)
    }
    let terms = zip(header.terms, root["terms"]?.items ?? []).map {
      LimitedText("the meaning of \($0.word)", $0.definition, rows: 4, $1)
    }
    return (titles + goals + terms).compactMap { text in
      text.problem.flatMap { text.entry?.problem($0) }
    }
  }

  /// What is too long in `step`, each at the field of `entry` that holds it.
  static func problems(of step: LessonStep, at entry: Entry) -> [LessonProblem] {
    var texts = [LimitedText("the text", step.text, rows: 9, entry["text"])]
    if let notes = step.notes { texts.append(LimitedText("the notes", notes, rows: 12, entry["notes"])) }
    if let rules = step.exercise?.rules { texts += rules.texts(in: entry[type(of: rules).field]) }
    return texts.compactMap { text in text.problem.map { (text.entry ?? entry).problem($0) } }
  }
}
