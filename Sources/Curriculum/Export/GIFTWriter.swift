import Learning

/// Questions in Moodle's GIFT format, with feedback for each wrong answer and tolerances for numbers.
///
/// Numbers become numerical questions whose wrong answers carry their feedback; everything else becomes multiple choice.
public enum GIFTWriter {
  /// A file of questions, each topic in a category of its own.
  public static func text(_ questions: [GeneratedQuestion]) -> String {
    var category: QuizTopic?
    return questions.map { generated in
      let heading =
        generated.topic == category ? "" : "$CATEGORY: Strider/\(escape(generated.topic.title))\n\n"
      category = generated.topic
      return heading + item(generated.question, id: generated.id)
    }
    .joined(separator: "\n")
  }

  /// One question.
  static func item(_ question: Question, id: String) -> String {
    let isNumber = question.kind == .number || question.kind == .cell
    var lines = ["::\(escape(id))::[plain]\(escape(prompt(question))) {" + (isNumber ? "#" : "")]
    lines += isNumber ? numerical(question) : choices(question)
    lines.append("####\(escape(question.solution))")
    lines.append("}\n")
    return lines.joined(separator: "\n")
  }

  /// The sentence, and each grid with its title and a line for each row.
  static func prompt(_ question: Question) -> String {
    ([question.sentence] + question.grids.flatMap { ["\($0.title):"] + $0.lines }).joined(separator: "\n")
  }

  private static func numerical(_ question: Question) -> [String] {
    let tolerance = Numeral.exact(question.tolerance)
    let right = "=\(escape(question.answerText)):\(tolerance)#\(escape("Right."))"
    return [right]
      + question.wrong.compactMap { wrong in
        guard case .number = wrong.answer else { return nil }
        return "=%0%\(escape(wrong.text)):\(tolerance)#\(feedback(wrong))"
      }
  }

  private static func choices(_ question: Question) -> [String] {
    let named = Dictionary(question.wrong.map { ($0.answer, $0) }) { first, _ in first }
    if question.kind == .choice {
      return question.choices.indices.map { index in
        let answer = Answer.choice(index)
        if answer == question.answer { return "=\(escape(question.choices[index]))#Right." }
        return "~\(escape(question.choices[index]))#\(named[answer].map(feedback) ?? "")"
      }
    }
    return ["=\(escape(question.answerText))#Right."]
      + question.wrong.map { "~\(escape($0.text))#\(feedback($0))" }
  }

  private static func feedback(_ wrong: WrongAnswer) -> String {
    escape((["You \(wrong.title)."] + wrong.workings).joined(separator: " "))
  }

  /// `~ = # { } :` and the backslash are GIFT's own; a line feed is written as `\n`.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "~", "=", "#", "{", "}", ":", "\\": escaped += "\\\(character)"
      case "\n", "\r\n": escaped += "\\n"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
