import Learning

/// The items are put into order: `b a c`.
struct OrderRules: AnswerRules {
  var example: String { "all letters in order, such as b a c" }
  var beginnings: String { "the letter of the first" }
  var placeholder: String? { example }
  var needlessFields: [String] { ["answer", "at", "tolerance", "formula"] }
  var giftForm: GIFTForm { .matching }

  func mayBegin(with character: Character, choices: [String]) -> Bool {
    choices.indices.contains { [Answer.letter($0), "\($0 + 1)"].contains(character.lowercased()) }
  }

  func mayBeginWithName(_ character: Character) -> Bool { false }

  func refusal(of field: String) -> LessonProblem.Kind? {
    field == "answer"
      ? .expected("no answer", found: "one; the choices of an order are written in the right order") : nil
  }

  /// In another order than the right one, always the same for the same items.
  func listing(_ choices: [String]) -> ChoiceListing? {
    let places = Self.shuffled(choices)
    return ChoiceListing(
      shown: places.map { choices[$0] },
      answer: .order(choices.indices.map { item in places.firstIndex(of: item) ?? item }))
  }

  private static func shuffled(_ items: [String]) -> [Int] {
    let seed = items.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3  // FNV-1a
    }
    var generator = SplitMix64(seed: seed)
    var order = Array(items.indices)
    while order.count > 1, order == Array(items.indices) {
      for last in order.indices.dropFirst().reversed() {
        order.swapAt(last, generator.integer(in: 0...last))
      }
    }
    return order
  }

  /// `b a c`, `b,a,c`, `bac`, `2 1 3`.
  func readings(of text: String, choices: [String]) -> [Answer] {
    let pieces = text.split { " ,;<>-".contains($0) }.map(String.init)
    let marks = pieces.count == 1 && choices.count > 1 ? pieces[0].map(String.init) : pieces
    let items = marks.compactMap { mark in
      ChoiceLetter.index(mark, count: choices.count)
        ?? Int(mark).flatMap { choices.indices.contains($0 - 1) ? $0 - 1 : nil }
    }
    return items.count == choices.count && Set(items).count == items.count ? [.order(items)] : []
  }

  /// The first place that is wrong.
  func remark(on reply: String, _ reading: Answer, to question: Question) -> String? {
    guard case (.order(let items), .order(let right)) = (reading, question.answer),
      let place = zip(items, right).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset
    else { return nil }
    if items == right.reversed() {
      return "That is the order turned round: look which end is asked for first."
    }
    return switch place {
    case 0: "The first place is wrong already."
    case 1: "The first place is right; the second is the first that is wrong."
    default: "The first \(place) places are right; place \(place + 1) is the first that is wrong."
    }
  }

  func words(for question: Question) -> String {
    guard case .order(let items) = question.answer else { return question.answerText }
    return items.filter(question.choices.indices.contains).map { question.choices[$0] }.joined(
      separator: "; ")
  }

  /// The letters: the items stand above them.
  func speakersWords(for question: Question) -> String { question.answerText }
}
