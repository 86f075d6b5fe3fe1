import Learning

extension QuizTopic {
  /// A bias-corrected average.
  public static let biasCorrection = QuizTopic(
    "bias-correction", "bias correction",
    misconceptions: [
      .swappedBeta, .forgotCorrection, .multipliedCorrection, .fixedCorrection, .wrongPower,
    ],
    draft: BiasCorrectionQuestion.draft)
}

extension Misconception {
  static let fixedCorrection = Misconception("fixed-correction", "used 1 - beta at every step")
  static let wrongPower = Misconception("wrong-power", "used another power of beta")
}

/// The bias-corrected average after one to three samples.
enum BiasCorrectionQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let beta = generator.pick([0.5, 0.8, 0.9, 0.95, 0.98, 0.99])
    let data = (0..<generator.integer(in: 1...3)).map { _ in Double(generator.integer(in: 2...40)) }
    guard let corrected = try? MovingAverage(beta: beta, start: .corrected),
      let zero = try? MovingAverage(beta: beta, start: .zero),
      let multiplied = try? MovingAverage(beta: beta, start: .multiplied)
    else { return draft(using: &generator) }
    let count = data.count
    let plain = zero.series(data)[count - 1]
    let places = 3
    let value = RoundedNumber(value: corrected.series(data)[count - 1], places: places)
    let factor = MovingAverage.biasFactor(beta: beta, count: count)
    let (b, v) = (Numeral.exact(beta), Numeral.format(plain, digits: 6))
    let divisor = "1 - \(b)^\(count)"
    var draft = QuestionDraft(
      "Moving average with beta = \(b) from V0 = 0, of the data \(data.quizText). What is the bias-corrected value at "
        + "t = \(count), to 3 decimals?",
      given: ["beta": .number(beta), "data": .text(data.quizText)], rounded: value,
      hints: [
        "First the average from 0, then divide by 1 - beta^t.",
        "V\(count) = \(v), and \(divisor) = \(Numeral.format(factor, digits: 6)).",
      ],
      solution: "\(v) / (\(divisor)) = \(v) / \(Numeral.format(factor, digits: 6)) = \(value.text)")
    draft.slip(.forgotCorrection, places: places, plain) {
      "V\(count) = \($0), before the division by \(divisor)."
    }
    draft.slip(.multipliedCorrection, places: places, multiplied.series(data)[count - 1]) {
      "\(v)·(\(divisor)) = \($0)"
    }
    draft.slip(.fixedCorrection, places: places, plain / (1 - beta)) {
      "\(v) / (1 - \(b)) = \($0) divides as if t were 1."
    }
    let power = (0..<count).reduce(1.0) { power, _ in power * beta }
    draft.slip(.wrongPower, places: places, plain / power) { "\(v) / \(b)^\(count) = \($0)" }
    draft.slip(.swappedBeta, places: places, beta * data[count - 1]) {
      "\(b)·\(Numeral.format(data[count - 1])) = \($0) gives beta to the new sample."
    }
    return draft
  }
}
