import Learning

/// Questions in Moodle's GIFT format, with feedback for each wrong answer and tolerances for numbers.
///
/// Numbers become numerical questions whose wrong answers carry their feedback; everything else becomes multiple choice.
/// Numbers are plain decimals. A question with grids is written in HTML, because plain text loses their columns.
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
    let format = isHTML(question) ? "html" : "plain"
    var lines = [
      "::\(escape(id))::[\(format)]\(escape(prompt(question))) {" + (isNumber ? "#" : "")
    ]
    lines += isNumber ? numerical(question) : choices(question)
    lines.append("####\(said(question.solution, in: question))")
    lines.append("}\n")
    return lines.joined(separator: "\n")
  }

  /// The sentence, and each grid with its title as a block of fixed width.
  static func prompt(_ question: Question) -> String {
    guard isHTML(question) else { return question.prompt }
    let grids = question.grids.map { grid in
      "<pre>" + html((["\(grid.title):"] + grid.lines).joined(separator: "\n")) + "</pre>"
    }
    return "<p>\(html(question.sentence))</p>" + grids.joined()
  }

  /// The most wrong choices of a question.
  private static let mostChoices = 5

  private static func numerical(_ question: Question) -> [String] {
    let tolerance = Numeral.spelledOut(Numeral.exact(question.tolerance))
    func number(_ text: String) -> String { "\(escape(Numeral.spelledOut(text))):\(tolerance)" }
    return ["=\(number(question.answerText))#Right."]
      + question.wrong.compactMap { wrong in
        guard case .number = wrong.answer else { return nil }
        return "=%0%\(number(wrong.text))#\(feedback(wrong, in: question))"
      }
  }

  private static func choices(_ question: Question) -> [String] {
    let named = Dictionary(question.wrong.map { ($0.answer, $0) }) { first, _ in first }
    if question.kind == .choice {
      return question.choices.indices.map { index in
        let answer = Answer.choice(index)
        let text = said(question.choices[index], in: question)
        if answer == question.answer { return "=\(text)#Right." }
        return "~\(text)#\(named[answer].map { feedback($0, in: question) } ?? "")"
      }
    }
    return ["=\(said(question.answerText, in: question))#Right."]
      + question.wrong.prefix(mostChoices).map {
        "~\(said($0.text, in: question))#\(feedback($0, in: question))"
      }
  }

  private static func feedback(_ wrong: WrongAnswer, in question: Question) -> String {
    said((["You \(wrong.title)."] + wrong.workings).joined(separator: " "), in: question)
  }

  private static func isHTML(_ question: Question) -> Bool { !question.grids.isEmpty }

  /// Moodle reads answers and feedback in the format of their question.
  private static func said(_ text: String, in question: Question) -> String {
    escape(isHTML(question) ? html(text) : text)
  }

  private static func html(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
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
