import Learning

/// A size is typed, `5` or `5x7`, or that there is none: `cannot`.
struct SizeRules: AnswerRules {
  var example: String { "a size such as 5 or 5x7, or with \"cannot\"" }
  var needlessFields: [String] { ["choices", "at", "tolerance"] }

  func mayBegin(with character: Character, choices: [String]) -> Bool {
    NumberReading.mayBegin(with: character) || character.lowercased() == "c"  // cannot
  }

  private static let refusals: Set<String> = [
    "cannot", "can't", "cant", "can not", "cannot be done", "impossible", "none", "no", "not possible",
    "does not fit", "doesn't fit", "undefined", "null", "-",
  ]

  func readings(of text: String, choices: [String]) -> [Answer] {
    if Self.refusals.contains(text) { return [.cannot] }
    let sides = NumberReading.pieces(of: text).map { Numeral.parse($0).flatMap(Int.init(exactly:)) }
    switch (sides.count, sides.first ?? nil, sides.last ?? nil) {
    case (1, let side?, _): return [.size(Extent(side))]
    case (2, let height?, let width?): return [.size(Extent(height: height, width: width))]
    default:
      guard sides.contains(nil) else { return [] }
      // `7 - 3 + 1` is worked out; `14.5` and `3.5x2` can be read, though no size is like that.
      return NumberReading.numbers(in: text).map { value in
        Int(exactly: value).map { .size(Extent($0)) } ?? .number(value)
      }
        + (sides.count == 2 ? NumberReading.lists(in: text).map(Answer.numbers) : [])
    }
  }

  /// Sizes that are not whole are typed as somebody has worked them out.
  func distance(from reading: Answer, to wrong: Answer) -> Double? {
    if case .numbers = reading { return reading.matches(wrong, tolerance: 0.05) ? 0 : nil }
    guard case (.number(let one), .number(let other)) = (reading, wrong), other != other.rounded(),
      abs(one - other) <= 0.05
    else { return nil }
    return abs(one - other)
  }

  func remark(on reply: String, _ reading: Answer, to question: Question) -> String? {
    question.remark(onSpellingOf: reply, reading)
  }
}
