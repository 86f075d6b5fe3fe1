extension TextSession {
  /// A lesson from its beginning, or from the step called `first`.
  public init(_ lesson: Lesson, from first: String? = nil) {
    let count = lesson.steps.count
    let items = lesson.steps.enumerated().map { index, step in
      var heading = ["", "\(lesson.title), step \(index + 1) of \(count)", ""]
      heading += TextLines.wrapped(step.text)
      if let scene = step.scene { heading += ["", "Scene: strider open '\(scene)'"] }
      return Item(
        heading: heading, reached: .reached(lesson: lesson.id, step: step.id),
        question: step.question.map { QuestionSession($0, lesson: lesson.header, step: step.id) })
    }
    self.init(
      items,
      ending: Turn(
        lines: [""] + TextLines.wrapped("That was the lesson \"\(lesson.title)\"."),
        events: [.finished(lesson: lesson.id)]))
    if let first, let index = lesson.steps.firstIndex(where: { $0.id == first }) { begin(at: index) }
  }

  /// A quiz of the given questions.
  public init(_ questions: [GeneratedQuestion]) {
    let items = questions.enumerated().map { index, generated in
      Item(
        heading: ["", "Question \(index + 1) of \(questions.count), \(generated.topic.title)"],
        reached: nil,
        question: QuestionSession(generated))
    }
    self.init(items, ending: Turn(lines: ["", "That was the quiz."]))
  }
}

/// Texts broken into lines of 76 columns.
public enum TextLines {
  /// The lines of a text with the markup of lessons.
  public static func wrapped(_ markup: String) -> [String] {
    wrapped(LessonText(markup))
  }

  static func wrapped(_ text: LessonText) -> [String] {
    text.paragraphs.flatMap { paragraph in
      (paragraph.isSpaced ? [""] : []) + wrapped(paragraph)
    }
  }

  static func question(_ question: Question) -> [String] {
    [""] + wrapped("Question: \(question.prompt)")
      + question.choices.enumerated().map { "  \(Answer.letter($0.offset)) \($0.element)" }
  }

  private static func wrapped(_ paragraph: LessonText.Paragraph) -> [String] {
    let indent = String(repeating: " ", count: paragraph.indent)
    var lines: [String] = []
    var line = indent
    for word in paragraph.plain.split(separator: " ") {
      if line.count > indent.count, line.count + 1 + word.count > TextLimits.columns {
        lines.append(line)
        line = indent
      }
      line += (line.count > indent.count ? " " : "") + word
    }
    return lines + [line]
  }
}
