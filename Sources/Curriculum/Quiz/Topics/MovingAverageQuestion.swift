import Learning

extension QuizTopic {
  /// The next value of a moving average.
  public static let movingAverage = QuizTopic(
    "moving-average", "moving average",
    misconceptions: [
      .droppedTerm, .swappedBeta, .plainMean, .startedAtZero, .correctedTwice, .lostMemory,
    ],
    draft: MovingAverageQuestion.draft)
}

extension Misconception {
  static let correctedTwice = Misconception("corrected-twice", "corrected what needs no correction")
}

/// The next value of a moving average that began with the first sample.
enum MovingAverageQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let beta = generator.pick([0.5, 0.6, 0.8, 0.9, 0.95, 0.98])
    let data = (0..<generator.integer(in: 2...4)).map { _ in Double(generator.integer(in: 2...40)) }
    guard let average = try? MovingAverage(beta: beta, start: .first) else { return draft(using: &generator) }
    let series = average.series(data)
    let (count, sample) = (data.count, data[data.count - 1])
    let before = series[count - 2]
    let places = 3
    let value = RoundedNumber(value: series[count - 1], places: places)
    let (b, rest) = (Numeral.exact(beta), Numeral.format(1 - beta))
    let (v, d) = (Numeral.format(before, digits: 6), Numeral.format(sample))
    let known = count == 2 ? "" : " So far V\(count - 1) = \(v)."
    var draft = QuestionDraft(
      "Moving average with beta = \(b), V1 = D1, of the data \(data.quizText).\(known) What is V\(count), to 3 decimals?",
      given: ["beta": .number(beta), "data": .text(data.quizText)], rounded: value,
      hints: [
        "V = beta·V + (1 - beta)·D",
        "beta = \(b) belongs to the old average \(v), \(rest) to the sample \(d).",
      ],
      solution: "\(b)·\(v) + \(rest)·\(d) = \(value.text)")
    draft.slip(.swappedBeta, places: places, (1 - beta) * before + beta * sample) {
      "\(rest)·\(v) + \(b)·\(d) = \($0)"
    }
    draft.slip(.plainMean, places: places, data.reduce(0, +) / Double(count)) {
      "(\(data.map { Numeral.format($0) }.joined(separator: " + "))) / \(count) = \($0)"
    }
    if let zero = try? MovingAverage(beta: beta, start: .zero) {
      draft.slip(.startedAtZero, places: places, zero.series(data)[count - 1]) {
        "Beginning with V = 0 gives \($0)."
      }
    }
    if let corrected = try? MovingAverage(beta: beta, start: .corrected) {
      draft.slip(.correctedTwice, places: places, corrected.series(data)[count - 1]) {
        "The zero start with correction gives \($0)."
      }
    }
    draft.slip(.lostMemory, places: places, beta * data[count - 2] + (1 - beta) * sample) {
      "\(b)·\(Numeral.format(data[count - 2])) + \(rest)·\(d) = \($0) takes the last sample for the average."
    }
    draft.slip(.droppedTerm, places: places, beta * before) { "\(b)·\(v) = \($0) leaves out the new sample." }
    return draft
  }
}

extension [Double] {
  /// `10 12 9`
  var quizText: String { map { Numeral.format($0) }.joined(separator: " ") }
}
