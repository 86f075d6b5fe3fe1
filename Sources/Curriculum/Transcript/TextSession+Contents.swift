extension TextSession {
  /// A lesson from its beginning, or from the step called `first`, for a learner who stands where `progress` says.
  public init(_ lesson: Lesson, from first: String? = nil, after progress: Progress = Progress()) {
    let count = lesson.steps.count
    let open = Set(progress.openQuestions(of: lesson.header))
    let items = lesson.steps.enumerated().map { index, step in
      var heading = ["", "\(lesson.title), step \(index + 1) of \(count)", ""]
      heading += TextLines.wrapped(step.text)
      if let scene = step.scene { heading += ["", "Scene: strider open '\(scene)'"] }
      return Item(
        heading: heading, reached: .reached(lesson: lesson.id, step: step.id), scene: step.scene,
        after: step.after,
        exercise: step.exercise.map { $0.rules.session(lesson.header, step: step.id, after: progress) },
        wasSettled: !open.contains(step.id))
    }
    self.init(
      items, greeting: lesson.steps.contains { $0.scene != nil } ? Self.keyNote : [],
      ending: Turn(
        lines: [""] + TextLines.wrapped("That was the lesson \"\(lesson.title)\"."),
        events: [.finished(lesson: lesson.id)]))
    if let first, let index = lesson.steps.firstIndex(where: { $0.id == first }) { begin(at: index) }
  }

  /// What lessons say about keys is meant for the screen; here the keys have to be typed.
  private static let keyNote = [
    "When the text says to press a key, type press and its name: press right.",
    "look prints the scene, help lists what else can be typed.",
  ]

  /// A quiz of the given questions, for a learner who stands where `progress` says.
  public init(_ questions: [QuizItem], after progress: Progress = Progress()) {
    let items = questions.enumerated().map { index, item in
      Item(
        heading: ["", "Question \(index + 1) of \(questions.count), \(item.title)"],
        reached: nil,
        exercise: QuestionSession(item, after: progress))
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
    [""] + asked(question, after: "Question: ")
      + question.choices.enumerated().map { "  \(Answer.letter($0.offset)) \($0.element)" }
  }

  /// What is asked, with its grids as blocks below.
  public static func asked(_ question: Question, after mark: String = "") -> [String] {
    wrapped(mark + question.sentence)
      + question.grids.flatMap { ["  \($0.title):"] + $0.lines.map { "    " + $0 } }
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
