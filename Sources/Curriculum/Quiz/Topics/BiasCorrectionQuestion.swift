import Learning

extension QuizTopic {
  /// A bias-corrected average.
  public static let biasCorrection = QuizTopic(
    "bias-correction", "bias correction",
    misconceptions: [
      .swappedBeta, .plainMean, .forgotCorrection, .multipliedCorrection, .fixedCorrection, .wrongPower,
      .dividedByPower, .gaveDivisor, .gaveSample,
    ],
    draft: BiasCorrectionQuestion.draft)
}

extension Misconception {
  static let fixedCorrection = Misconception("fixed-correction", "used 1 - beta at every step")
  static let wrongPower = Misconception("wrong-power", "used another power of beta")
  static let gaveDivisor = Misconception("gave-the-divisor", "gave the divisor")
  static let dividedByPower = Misconception("divided-by-the-power", "divided by the power of beta alone")
}

/// The bias-corrected average after one to three samples.
enum BiasCorrectionQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let beta = generator.pick([0.5, 0.8, 0.9, 0.95, 0.98, 0.99])
    let data = (0..<generator.integer(in: 1...3)).map { _ in Double(generator.integer(in: 2...40)) }
    guard let corrected = try? MovingAverage(beta: beta, start: .corrected),
      let zero = try? MovingAverage(beta: beta, start: .zero)
    else { return draft(using: &generator) }
    let count = data.count
    let plain = zero.series(data)[count - 1]
    let places = 3
    let value = RoundedNumber(value: corrected.series(data)[count - 1], places: places)
    let factor = MovingAverage.biasFactor(beta: beta, count: count)
    let (b, rest, v) = (Numeral.exact(beta), Numeral.plain(1 - beta), Numeral.plain(plain, digits: 6))
    let divisor = "1 - \(b)^\(count)"
    var draft = QuestionDraft(
      "Moving average with beta = \(b) from V0 = 0, of the data \(data.quizText). What is the bias-corrected value at "
        + "t = \(count), to 3 decimals?",
      given: ["beta": .number(beta), "data": .text(data.quizText)], rounded: value,
      hints: [
        "First the average from 0, then divide by 1 - beta^t.",
        "V\(count) = \(v), and \(divisor) = \(Numeral.plain(factor, digits: 6)).",
      ],
      solution: "\(v) / (\(divisor)) = \(v) / \(Numeral.plain(factor, digits: 6)) = \(value.text)")
    draft.slip(.forgotCorrection, places: places, plain) {
      "V\(count) = \($0) is the average before the division by \(divisor)."
    }
    draft.slip(.multipliedCorrection, places: places, plain * factor) {
      "\(v)·(\(divisor)) = \($0): the average from 0 is too small, so it is divided."
    }
    draft.slip(.fixedCorrection, places: places, plain / (1 - beta)) {
      "\(v) / (1 - \(b)) = \($0) divides as if t were 1; at t = \(count) the divisor is \(divisor)."
    }
    if count > 1 {
      draft.slip(.plainMean, places: places, data.reduce(0, +) / Double(count)) {
        "(\(data.map { Numeral.plain($0) }.joined(separator: " + "))) / \(count) = \($0): later samples weigh more."
      }
    }
    for other in [count - 1, count + 1] where other > 1 {
      let power = MovingAverage.biasFactor(beta: beta, count: other)
      draft.slip(.wrongPower, places: places, plain / power) {
        "\(v) / (1 - \(b)^\(other)) = \($0): after \(Plural.count(count, "sample")) the power is \(count)."
      }
    }
    draft.slip(.dividedByPower, places: places, plain / (1 - factor)) {
      "\(v) / \(b)^\(count) = \($0): the divisor is \(divisor)."
    }
    draft.slip(.gaveDivisor, places: places, factor) {
      "\(divisor) = \($0) is what V\(count) = \(v) is still to be divided by."
    }
    if count > 1 {
      draft.slip(.gaveSample, places: places, data[count - 1]) {
        "\($0) is the last sample alone; those before it count in the average as well."
      }
    }
    let swapped = data.reduce(0) { (1 - beta) * $0 + beta * $1 }
    draft.slip(.swappedBeta, places: places, swapped / factor) {
      "\(Numeral.plain(swapped, digits: 6)) / (\(divisor)) = \($0): that average gives \(b) to each new sample and \(rest) "
        + "to the old average; it is the other way round."
    }
    return draft
  }
}
