/// Several numbers are typed: `2, 5, 6`, a small grid `-2 0 / 1 -1`, or the shape of a volume, `28x28x6`.
struct NumbersRules: AnswerRules {
  var example: String { "numbers, such as 1, 2, 3" }
  var needlessFields: [String] { ["choices", "at"] }

  func readings(of text: String, choices: [String]) -> [Answer] {
    NumberReading.lists(in: text).map(Answer.numbers)
  }

  func isRight(_ reading: Answer, to question: Question) -> Bool {
    reading.matches(question.answer, tolerance: question.tolerance)
      || VolumeShape(askedFor: question)?.isInAnotherOrder(reading) == true
  }

  func wanting(in reply: String, _ readings: [Answer], to question: Question) -> String? {
    VolumeShape(askedFor: question)?.missingAxis(of: readings.first)
  }

  func remark(on reply: String, _ reading: Answer, to question: Question) -> String? {
    VolumeShape(askedFor: question)?.remark(on: reading, written: question.answerText)
      ?? question.remark(onSpellingOf: reply, reading)
  }
}

/// The right shape of a volume, height x width x channels.
private struct VolumeShape {
  private let shape: [Double]

  /// `nil` for a question that asks for other numbers.
  init?(askedFor question: Question) {
    guard case .numbers(let values) = question.answer, question.answerText.contains("x"), values.count == 3
    else { return nil }
    shape = values
  }

  private static let axes = "height x width x channels"

  private var channelsFirst: [Double] { [shape[2], shape[0], shape[1]] }

  /// Whether `reading` is the shape in another order that is in use.
  func isInAnotherOrder(_ reading: Answer) -> Bool { reading == .numbers(channelsFirst) }

  func remark(on reading: Answer, written text: String) -> String? {
    isInAnotherOrder(reading) && reading != .numbers(shape)
      ? "Channels first, as PyTorch writes it, is fine; here shapes are \(Self.axes): \(text)." : nil
  }

  func missingAxis(of reading: Answer?) -> String? {
    guard case .numbers(let given)? = reading, given.count != shape.count else { return nil }
    if given == Array(shape.prefix(2)) { return "The channels are missing: \(Self.axes)." }
    if given == [shape[0], shape[2]] || given == [shape[2], shape[0]] {
      return "A side is missing: \(Self.axes)."
    }
    return "A shape has three numbers: \(Self.axes)."
  }
}
