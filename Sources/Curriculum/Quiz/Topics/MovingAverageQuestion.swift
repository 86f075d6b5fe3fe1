import Learning

extension QuizTopic {
  /// The next value of a moving average.
  public static let movingAverage = QuizTopic(
    "moving-average", "moving average",
    misconceptions: [
      .swappedBeta, .plainMean, .startedAtZero, .correctedTwice, .anotherConvention, .lostMemory,
      .droppedTerm, .gaveSample, .gaveSum,
    ],
    draft: MovingAverageQuestion.draft)
}

extension Misconception {
  static let correctedTwice = Misconception("corrected-twice", "corrected what needs no correction")
  static let gaveSum = Misconception("gave-the-sum", "gave the sum of the samples")
  static let anotherConvention = Misconception("another-convention", "followed another convention")
}

/// The next value of a moving average that began with the first sample.
enum MovingAverageQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let beta = generator.pick([0.5, 0.6, 0.8, 0.9, 0.95, 0.98])
    let data = (0..<generator.integer(in: 2...4)).map { _ in Double(generator.integer(in: 2...40)) }
    guard let average = try? MovingAverage(beta: beta, start: .first),
      let zero = try? MovingAverage(beta: beta, start: .zero)
    else { return draft(using: &generator) }
    let (series, fromZero) = (average.series(data), zero.series(data))
    let (count, sample) = (data.count, data[data.count - 1])
    let before = series[count - 2]
    let places = 3
    let value = RoundedNumber(value: series[count - 1], places: places)
    let (b, rest) = (Numeral.exact(beta), Numeral.plain(1 - beta))
    let (v, d) = (Numeral.plain(before, digits: 6), Numeral.plain(sample))
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
      "\(rest)·\(v) + \(b)·\(d) = \($0): beta belongs to the old average, 1 - beta to the new sample."
    }
    draft.slip(.plainMean, places: places, data.reduce(0, +) / Double(count)) {
      "(\(data.map { Numeral.plain($0) }.joined(separator: " + "))) / \(count) = \($0): here the old average weighs "
        + "\(b) and the new sample \(rest)."
    }
    let zeroBefore = Numeral.plain(fromZero[count - 2], digits: 6)
    draft.slip(.startedAtZero, places: places, fromZero[count - 1]) {
      "\(b)·\(zeroBefore) + \(rest)·\(d) = \($0) comes of V0 = 0; here the average starts at V1 = D1."
    }
    let divisor = "1 - \(b)^\(count)"
    let factor = MovingAverage.biasFactor(beta: beta, count: count)
    draft.slip(.correctedTwice, places: places, series[count - 1] / factor) {
      "\(Numeral.plain(series[count - 1], digits: 6)) / (\(divisor)) = \($0): a start at the first sample is not drawn "
        + "towards 0, so nothing is to be corrected."
    }
    draft.slip(.anotherConvention, places: places, fromZero[count - 1] / factor) {
      "\(Numeral.plain(fromZero[count - 1], digits: 6)) / (\(divisor)) = \($0) starts at V0 = 0 and corrects that; here "
        + "the average starts at V1 = D1."
    }
    draft.slip(.lostMemory, places: places, beta * data[count - 2] + (1 - beta) * sample) {
      "\(b)·\(Numeral.plain(data[count - 2])) + \(rest)·\(d) = \($0) takes the last sample for the old average, which is "
        + "\(v)."
    }
    draft.slip(.droppedTerm, places: places, beta * before) { "\(b)·\(v) = \($0) leaves out the new sample." }
    draft.slip(.droppedTerm, places: places, (1 - beta) * sample) {
      "\(rest)·\(d) = \($0) leaves out the old average."
    }
    draft.slip(.gaveSample, places: places, sample) {
      "\($0) is the new sample alone; the average goes only \(rest) of the way to it."
    }
    draft.slip(.gaveSample, places: places, data[0]) {
      "\($0) is where the average starts; V\(count) is \(Plural.count(count - 1, "step")) further."
    }
    draft.slip(.gaveSum, places: places, data.reduce(0, +)) {
      "\(data.map { Numeral.plain($0) }.joined(separator: " + ")) = \($0) is a sum; in an average the weights, "
        + "\(b) and \(rest), add up to 1."
    }
    return draft
  }
}

extension [Double] {
  /// `10 12 9`
  var quizText: String { map { Numeral.plain($0) }.joined(separator: " ") }
}
