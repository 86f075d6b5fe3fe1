/// The rules of a number that is typed, wherever it comes from.
protocol NumericRules: AnswerRules {}

extension NumericRules {
  var example: String { "one number, such as 2.5 or 1e-3" }
  var giftForm: GIFTForm { .numerical }

  func readings(of text: String, choices: [String]) -> [Answer] {
    NumberReading.numbers(in: text).map(Answer.number)
  }

  func usualTolerance(of text: String) -> Double { NumberReading.halfUnit(of: text) }

  func wanting(in reply: String, _ readings: [Answer], to question: Question) -> String? {
    question.roundedAnswer(reply, readings)
  }

  func remark(on reply: String, _ reading: Answer, to question: Question) -> String? {
    question.remark(onSpellingOf: reply, reading)
  }
}

/// A number is typed: `0.387`.
struct NumberRules: NumericRules {
  var needlessFields: [String] { ["choices", "at"] }
}
