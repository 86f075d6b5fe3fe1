import Foundation
import Learning

extension QuizTopic {
  /// Softmax and cross-entropy.
  public static let softmax = QuizTopic(
    "softmax", "softmax and cross-entropy",
    misconceptions: [
      .signSlip, .countedFromOne, .gaveProbability, .gaveLoss, .oneMinusProbability, .anotherLogarithm,
      .forgotNormalising, .sharedLinearly, .equalShares, .oddsForProbability, .forgotOneHot,
      .slopeAtProbability,
    ],
    draft: SoftmaxQuestion.draft)
}

extension Misconception {
  static let gaveProbability = Misconception("gave-probability", "gave the probability")
  static let oneMinusProbability = Misconception("one-minus-probability", "subtracted the probability from 1")
  static let anotherLogarithm = Misconception("another-logarithm", "used another logarithm")
  static let forgotNormalising = Misconception("forgot-to-normalise", "forgot to divide by the sum")
  static let sharedLinearly = Misconception("shared-linearly", "shared the scores without the exponential")
  static let equalShares = Misconception("equal-shares", "gave every class the same share")
  static let oddsForProbability = Misconception("odds-for-probability", "left the class out of the sum")
}

/// A softmax probability, a cross-entropy or its slope at a score. Classes count from 0, as in code.
enum SoftmaxQuestion {
  private enum Quantity: String, CaseIterable {
    case probability, loss, slope
  }

  /// The scores, and what follows from them for the class that is asked about.
  private struct Setting {
    let scores: [Double]
    let target: Int

    func exponential(_ index: Int) -> Double { exp(scores[index]) }
    var total: Double { scores.indices.reduce(0) { $0 + exponential($1) } }
    func probability(_ index: Int) -> Double { exponential(index) / total }

    /// The probability of the class, as it is written in workings.
    var p: String { Numeral.plain(probability(target)) }
    func power(_ index: Int) -> String { "e^\(Numeral.plainFactor(scores[index]))" }

    var working: String {
      "p = \(power(target)) / (\(scores.indices.map(power).joined(separator: " + "))) = "
        + "\(Numeral.plain(exponential(target))) / \(Numeral.plain(total)) = \(p)"
    }

    /// What the shift by one gives to `quantity`, when the class before is taken.
    var before: Int? { target > 0 ? target - 1 : nil }
  }

  private static let places = 3

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let scores = (0..<generator.integer(in: 2...4)).map { _ in Double(generator.integer(in: -2...3)) }
    let setting = Setting(scores: scores, target: generator.integer(in: 0...scores.count - 1))
    return switch generator.pick(Quantity.allCases) {
    case .probability: probability(setting)
    case .loss: loss(setting)
    case .slope: slope(setting)
    }
  }

  private static func given(_ setting: Setting, _ quantity: Quantity) -> [String: GivenValue] {
    [
      "scores": .text(setting.scores.quizText), "target": .integer(setting.target),
      "quantity": .text(quantity.rawValue),
    ]
  }

  private static func prompt(_ setting: Setting, _ question: String) -> String {
    "Softmax of the scores \(setting.scores.quizText). \(question), to 3 decimals? Classes count from 0."
  }

  private static func probability(_ setting: Setting) -> QuestionDraft {
    let (scores, target, total) = (setting.scores, setting.target, setting.total)
    let p = setting.probability(target)
    let value = RoundedNumber(value: p, places: places)
    var draft = QuestionDraft(
      prompt(setting, "What is the probability of class \(target)"), given: given(setting, .probability),
      rounded: value,
      hints: [
        "e to the power of each score, divided by their sum.",
        "The sum of the powers is \(Numeral.plain(total)).",
      ],
      solution: setting.working.replacing(/= [^=]*$/, with: "= \(value.text)"))
    draft.slip(.forgotNormalising, places: places, setting.exponential(target)) {
      "\(setting.power(target)) = \($0): divided by the sum of all powers, \(Numeral.plain(total)), it becomes a "
        + "probability."
    }
    let sum = scores.reduce(0, +)
    draft.slip(.sharedLinearly, places: places, sum > 0 && scores[target] >= 0 ? scores[target] / sum : nil) {
      "\(Numeral.plain(scores[target])) / (\(scores.map { Numeral.plainFactor($0) }.joined(separator: " + "))) = \($0): "
        + "softmax takes e to the power of each score first."
    }
    draft.slip(.gaveLoss, places: places, -log(p)) {
      "-ln(\(setting.p)) = \($0) is the cross-entropy; the question asks for the probability."
    }
    let power = setting.exponential(target)
    draft.slip(.oddsForProbability, places: places, power / (total - power)) {
      "\(Numeral.plain(power)) / \(Numeral.plain(total - power)) = \($0): the sum below the bar takes in class \(target) "
        + "as well."
    }
    draft.slip(.equalShares, places: places, 1 / Double(scores.count)) {
      "1 / \(scores.count) = \($0) would be right for equal scores."
    }
    draft.slip(.oneMinusProbability, places: places, 1 - p) {
      "1 - \(setting.p) = \($0) is the probability of the other classes."
    }
    draft.slip(.countedFromOne, places: places, setting.before.map(setting.probability)) {
      "\(setting.before.map(setting.power) ?? "") / \(Numeral.plain(total)) = \($0) belongs to class \(target - 1), as the "
        + "first one is number 0."
    }
    return draft
  }

  private static func loss(_ setting: Setting) -> QuestionDraft {
    let (p, target) = (setting.probability(setting.target), setting.target)
    let value = RoundedNumber(value: -log(p), places: places)
    var draft = QuestionDraft(
      prompt(setting, "The true class is \(target). What is the cross-entropy (natural log)"),
      given: given(setting, .loss), rounded: value,
      hints: [
        "The negative logarithm of the probability of the true class.", "That probability is \(setting.p).",
      ],
      solution: "\(setting.working), and -ln(\(setting.p)) = \(value.text)")
    draft.slip(.gaveProbability, places: places, p) {
      "p = \($0) is the probability of the true class; the loss is -ln p."
    }
    draft.slip(.anotherLogarithm, places: places, -log2(p)) {
      "-log2(\(setting.p)) = \($0): cross-entropy takes the natural logarithm here."
    }
    draft.slip(.anotherLogarithm, places: places, -log10(p)) {
      "-log10(\(setting.p)) = \($0): cross-entropy takes the natural logarithm here."
    }
    draft.slip(.signSlip, places: places, log(p)) {
      "ln(\(setting.p)) = \($0): the loss is its opposite, -ln p."
    }
    draft.slip(.oneMinusProbability, places: places, 1 - p) {
      "1 - \(setting.p) = \($0): the loss is -ln p."
    }
    draft.slip(.countedFromOne, places: places, setting.before.map { -log(setting.probability($0)) }) {
      text in
      let other = setting.before.map { Numeral.plain(setting.probability($0)) } ?? ""
      return "-ln(\(other)) = \(text) belongs to class \(target - 1), as the first one is number 0."
    }
    return draft
  }

  private static func slope(_ setting: Setting) -> QuestionDraft {
    let (p, target) = (setting.probability(setting.target), setting.target)
    let value = RoundedNumber(value: p - 1, places: places)
    var draft = QuestionDraft(
      prompt(
        setting,
        "The true class is \(target). What is the slope of the cross-entropy at the score of the true class"),
      given: given(setting, .slope), rounded: value,
      hints: ["At the scores the slope is p - y.", "p = \(setting.p), and y = 1 for the true class."],
      solution: "\(setting.working), and \(setting.p) - 1 = \(value.text)")
    draft.slip(.forgotOneHot, places: places, p) {
      "p = \($0): the slope is p - y, and y is 1 for the true class."
    }
    draft.slip(.slopeAtProbability, places: places, -1 / p) {
      "-1 / \(setting.p) = \($0) is the slope at the probability; at the score it is p - y."
    }
    draft.slip(.signSlip, places: places, 1 - p) {
      "1 - \(setting.p) = \($0): the slope is p - y, not y - p."
    }
    draft.slip(.gaveLoss, places: places, -log(p)) {
      "-ln(\(setting.p)) = \($0) is the loss; the question asks for its slope."
    }
    draft.slip(.countedFromOne, places: places, setting.before.map { setting.probability($0) - 1 }) { text in
      let other = setting.before.map { Numeral.plain(setting.probability($0)) } ?? ""
      return "\(other) - 1 = \(text) belongs to class \(target - 1), as the first one is number 0."
    }
    return draft
  }
}
