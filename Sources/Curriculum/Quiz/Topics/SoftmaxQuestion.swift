import Foundation
import Learning

extension QuizTopic {
  /// Softmax and cross-entropy.
  public static let softmax = QuizTopic(
    "softmax", "softmax and cross-entropy",
    misconceptions: [
      .droppedTerm, .signSlip, .plainMean, .gaveProbability, .anotherLogarithm, .forgotNormalising,
      .sharedLinearly, .forgotOneHot, .slopeAtProbability, .anotherQuantity,
    ],
    draft: SoftmaxQuestion.draft)
}

extension Misconception {
  static let gaveProbability = Misconception("gave-probability", "gave the probability")
  static let anotherLogarithm = Misconception("another-logarithm", "used another logarithm")
  static let forgotNormalising = Misconception("forgot-to-normalise", "forgot to divide by the sum")
  static let sharedLinearly = Misconception("shared-linearly", "shared the scores without the exponential")
  static let forgotOneHot = Misconception("forgot-one-hot", "forgot to subtract the target")
  static let slopeAtProbability = Misconception("slope-at-probability", "took the slope at the probability")
}

/// A softmax probability, a cross-entropy or its slope at a score.
enum SoftmaxQuestion {
  private enum Quantity: String, CaseIterable {
    case probability, loss, slope
  }

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let scores = (0..<generator.integer(in: 2...4)).map { _ in Double(generator.integer(in: -2...3)) }
    let target = generator.integer(in: 0...scores.count - 1)
    let quantity = generator.pick(Quantity.allCases)
    let exponentials = scores.map { exp($0) }
    let total = exponentials.reduce(0, +)
    let probability = exponentials[target] / total
    let (power, sum) = (Numeral.format(exponentials[target]), Numeral.format(total))
    let p = Numeral.format(probability)
    let given: [String: GivenValue] = [
      "scores": .text(scores.quizText), "target": .integer(target + 1), "quantity": .text(quantity.rawValue),
    ]
    let setting = "Softmax of the scores \(scores.quizText)"
    let softmax =
      "p = e^\(Numeral.factor(scores[target])) / (\(scores.map { "e^\(Numeral.factor($0))" }.joined(separator: " + ")))"
      + " = \(power) / \(sum) = \(p)"
    let linear = scores.reduce(0, +) > 0 && scores[target] >= 0 ? scores[target] / scores.reduce(0, +) : nil
    let places = 3
    switch quantity {
    case .probability:
      let value = RoundedNumber(value: probability, places: places)
      var draft = QuestionDraft(
        "\(setting). What is the probability of class \(target + 1), to 3 decimals?", given: given,
        rounded: value,
        hints: ["e to the power of each score, divided by their sum.", "The sum of the powers is \(sum)."],
        solution: softmax)
      draft.slip(.forgotNormalising, places: places, exponentials[target]) {
        "e^\(Numeral.factor(scores[target])) = \($0)"
      }
      draft.slip(.sharedLinearly, places: places, linear) {
        "\(Numeral.format(scores[target])) / (\(scores.map { Numeral.format($0) }.joined(separator: " + "))) = \($0)"
      }
      draft.slip(.anotherQuantity, places: places, -log(probability)) { "-ln \(p) = \($0) is the loss." }
      draft.slip(.droppedTerm, places: places, exponentials[target] / (total - exponentials[target])) {
        "\(power) / \(Numeral.format(total - exponentials[target])) = \($0) leaves the class out of the sum."
      }
      draft.slip(.plainMean, places: places, 1 / Double(scores.count)) {
        "1 / \(scores.count) = \($0) is right for equal scores."
      }
      return draft
    case .loss:
      let value = RoundedNumber(value: -log(probability), places: places)
      var draft = QuestionDraft(
        "\(setting), true class \(target + 1). What is the cross-entropy (natural log), to 3 decimals?",
        given: given, rounded: value,
        hints: ["The negative logarithm of the probability of the true class.", "That probability is \(p)."],
        solution: "\(softmax), and -ln \(p) = \(value.text)")
      draft.slip(.gaveProbability, places: places, probability) {
        "\($0) is the probability of the true class."
      }
      draft.slip(.anotherLogarithm, places: places, -log2(probability)) { "-log2 \(p) = \($0)" }
      draft.slip(.signSlip, places: places, log(probability)) { "ln \(p) = \($0); the loss is its opposite." }
      draft.slip(.anotherQuantity, places: places, 1 - probability) {
        "1 - \(p) = \($0) is how far p is from 1."
      }
      return draft
    case .slope:
      let value = RoundedNumber(value: probability - 1, places: places)
      var draft = QuestionDraft(
        "\(setting), true class \(target + 1). What is the slope of the cross-entropy at the score of the true class, "
          + "to 3 decimals?",
        given: given, rounded: value,
        hints: ["At the scores the slope is p - y.", "p = \(p), and y = 1 for the true class."],
        solution: "\(softmax), and \(p) - 1 = \(value.text)")
      draft.slip(.forgotOneHot, places: places, probability) {
        "\($0) is p; y = 1 still has to be subtracted."
      }
      draft.slip(.slopeAtProbability, places: places, -1 / probability) {
        "-1 / \(p) = \($0) is the slope at p."
      }
      draft.slip(.signSlip, places: places, 1 - probability) { "1 - \(p) = \($0); the slope is p - y." }
      return draft
    }
  }
}
