/// One of the choices is picked, or its letter typed.
struct ChoiceRules: AnswerRules {
  var example: String { "the letter of a choice" }
  var beginnings: String { "the letter of a choice" }
  var isPicked: Bool { true }
  var needlessFields: [String] { ["at", "tolerance", "formula"] }
  var giftForm: GIFTForm { .listed }

  func mayBegin(with character: Character, choices: [String]) -> Bool {
    choices.indices.contains { Answer.letter($0) == character.lowercased() }
  }

  func mayBeginWithName(_ character: Character) -> Bool { false }

  func listing(_ choices: [String]) -> ChoiceListing? { ChoiceListing(shown: choices, answer: nil) }

  /// A letter, `(b)`, `b)`, the choice itself, or the beginning of only one choice.
  func readings(of text: String, choices: [String]) -> [Answer] {
    let plain = choices.map(AnswerReader.plain)
    if let index = plain.firstIndex(of: text) { return [.choice(index)] }
    if let index = ChoiceLetter.index(text, count: choices.count) { return [.choice(index)] }
    let short = ["y": "yes", "n": "no"][text]
    if let short, let index = plain.firstIndex(of: short) { return [.choice(index)] }
    let begun = plain.indices.filter { plain[$0].hasPrefix(text) }
    return begun.count == 1 ? [.choice(begun[0])] : []
  }

  func words(for question: Question) -> String {
    guard case .choice(let index) = question.answer, question.choices.indices.contains(index) else {
      return question.answerText
    }
    return "\(Answer.letter(index)), \(question.choices[index])"
  }
}

/// The letters before what is listed.
enum ChoiceLetter {
  /// Which of `count` items `b`, `(b)` or `b)` stands for, counted from 0.
  static func index(_ text: String, count: Int) -> Int? {
    let bare = text.filter { !"().: ".contains($0) }
    guard bare.unicodeScalars.count == 1, let scalar = bare.unicodeScalars.first else { return nil }
    let index = Int(scalar.value) - Int(UInt8(ascii: "a"))
    return (0..<count).contains(index) ? index : nil
  }
}
