import Learning

/// How the answers of a question stand in a GIFT file.
enum GIFTForm {
  /// A number with its tolerance; wrong ones carry their feedback.
  case numerical
  /// Pairs of a place and what belongs there.
  case matching
  /// The choices of the question.
  case listed
  /// The right answer and the wrong ones, as they are written.
  case written
}

/// Questions in Moodle's GIFT format, with feedback for each wrong answer and tolerances for numbers.
///
/// Numbers become numerical questions whose wrong answers carry their feedback, orders become questions of matching,
/// answers without wrong ones are typed, and everything else becomes multiple choice. Numbers are plain decimals. A
/// question with grids or a picture is written in HTML, because plain text loses their columns.
public struct GIFTWriter {
  let question: Question
  var picture: [String] = []
  var id = ""

  /// A file of questions, each topic in a category of its own.
  public static func text(_ items: [QuizItem]) -> String {
    var category: String?
    return items.map { item in
      let heading = item.topic == category ? "" : "$CATEGORY: Strider/\(escape(item.title))\n\n"
      category = item.topic
      return heading + GIFTWriter(question: item.question, picture: item.picture, id: item.id).text
    }
    .joined(separator: "\n")
  }

  /// The question with its answers.
  var text: String {
    let form = question.kind.rules.giftForm
    let format = isHTML ? "html" : "plain"
    var lines = [
      "::\(Self.escape(id))::[\(format)]\(Self.escape(prompt)) {" + (form == .numerical ? "#" : "")
    ]
    switch form {
    case .numerical: lines += numerical
    case .matching: lines += matching
    case .listed: lines += listed
    case .written: lines += written
    }
    lines.append("####\(said(question.solution))")
    lines.append("}\n")
    return lines.joined(separator: "\n")
  }

  /// The sentence, and the picture and each grid with its title as a block of fixed width.
  var prompt: String {
    guard isHTML else { return question.prompt }
    let blocks =
      (picture.isEmpty ? [] : [picture]) + question.grids.map { grid in ["\(grid.title):"] + grid.lines }
    return "<p>\(Self.html(question.sentence))</p>"
      + blocks.map { "<pre>" + Self.html($0.joined(separator: "\n")) + "</pre>" }.joined()
  }

  /// The most wrong choices of a question.
  private static let mostChoices = 5

  /// Each item with its place in the right order.
  private var matching: [String] {
    guard case .order(let order) = question.answer else { return [] }
    return order.enumerated().map { "=\($0.offset + 1). -> \(Self.escape(question.choices[$0.element]))" }
  }

  private var numerical: [String] {
    let tolerance = Numeral.spelledOut(Numeral.exact(question.tolerance))
    func number(_ text: String) -> String { "\(Self.escape(Numeral.spelledOut(text))):\(tolerance)" }
    return ["=\(number(question.answerText))#Right."]
      + question.wrong.compactMap { wrong in
        guard case .number = wrong.answer else { return nil }
        return "=%0%\(number(wrong.text))#\(feedback(wrong))"
      }
  }

  private var listed: [String] {
    let named = Dictionary(question.wrong.map { ($0.answer, $0) }) { first, _ in first }
    return question.choices.indices.map { index in
      let answer = Answer.choice(index)
      let text = said(question.choices[index])
      if answer == question.answer { return "=\(text)#Right." }
      return "~\(text)#\(named[answer].map(feedback) ?? "")"
    }
  }

  private var written: [String] {
    ["=\(said(question.answerText))#Right."]
      + question.wrong.prefix(Self.mostChoices).map { "~\(said($0.text))#\(feedback($0))" }
  }

  private func feedback(_ wrong: WrongAnswer) -> String {
    said((["You \(wrong.title)."] + wrong.workings).joined(separator: " "))
  }

  private var isHTML: Bool { !question.grids.isEmpty || !picture.isEmpty }

  /// Moodle reads answers and feedback in the format of their question. The marks of lesson texts mean nothing there.
  private func said(_ text: String) -> String {
    let plain = LessonText(text).hasMarks ? LessonText(text).plain : text
    return Self.escape(isHTML ? Self.html(plain) : plain)
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
