import Foundation
import Learning

extension QuizTopic {
  /// The gradient of softmax with cross-entropy.
  public static let softmaxGradient = QuizTopic(
    "softmax-gradient", "the gradient of softmax",
    misconceptions: [
      .signSlip, .forgotOneHot, .slopeAtProbability, .gaveLoss, .targetEverywhere, .onlyTarget,
      .slopeOfProbability, .forgotTemperature, .multipliedTemperature, .forgotFactor, .addedFactors,
    ],
    draft: SoftmaxGradientQuestion.draft)
}

extension Misconception {
  static let targetEverywhere = Misconception(
    "target-everywhere", "subtracted a target of 1 from another class")
  static let onlyTarget = Misconception("only-the-target", "let the true class alone have a gradient")
  static let slopeOfProbability = Misconception(
    "slope-of-probability", "took the slope of the probability, not of the loss")
  static let forgotTemperature = Misconception("forgot-temperature", "left out the temperature")
  static let multipliedTemperature = Misconception(
    "multiplied-by-temperature", "multiplied by the temperature")
}

/// p - y at a score, divided by a temperature, or times an activation for a weight.
enum SoftmaxGradientQuestion {
  private enum Form {
    case score
    case tempered(Double)
    case weight(activation: Double)
  }

  private static let places = 3

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let count = generator.integer(in: 3...4)
    // Twentieths that add up to 1, none of them 0.
    var shares = [Int](repeating: 1, count: count)
    for _ in 0..<20 - count { shares[generator.integer(in: 0...count - 1)] += 1 }
    let probabilities = shares.map { Double($0) / 20 }
    let target = generator.integer(in: 0...count - 1)
    let asked = generator.oneIn(2) ? target : generator.integer(in: 0...count - 1)
    let form: Form =
      switch generator.integer(in: 1...3) {
      case 1: .score
      case 2: .tempered(generator.pick([0.5, 2, 4, 5]))
      default: .weight(activation: generator.pick([-2, -1.5, -0.5, 0.5, 1.5, 2, 3]))
      }
    return draft(probabilities, target: target, asked: asked, form)
  }

  private static func draft(
    _ probabilities: [Double], target: Int, asked: Int, _ form: Form
  ) -> QuestionDraft {
    let p = probabilities[asked]
    let y = asked == target ? 1.0 : 0
    let (pText, yText) = (Numeral.plain(p), Numeral.plain(y))
    // What p - y is multiplied by, as a number and as it is written behind it.
    var (factor, tail, last) = (1.0, "", "")
    var given: [String: GivenValue] = [
      "probabilities": .text(probabilities.quizText), "target": .integer(target), "class": .integer(asked),
    ]
    var place = "the score of class \(asked)"
    var start = "Softmax gives the probabilities \(probabilities.quizText)"
    switch form {
    case .score: break
    case .tempered(let temperature):
      (factor, tail) = (1 / temperature, " / \(Numeral.plain(temperature))")
      last = ", divided by \(Numeral.plain(temperature))"
      given["temperature"] = .number(temperature)
      start =
        "With temperature \(Numeral.plain(temperature)) softmax gives the probabilities \(probabilities.quizText)"
    case .weight(let activation):
      (factor, tail) = (activation, "·\(Numeral.plainFactor(activation))")
      last = ", times \(Numeral.plain(activation))"
      given["activation"] = .number(activation)
      place = "the weight that leads from an activation of \(Numeral.plain(activation)) to class \(asked)"
    }
    let isPlain = tail.isEmpty
    func written(_ difference: String) -> String { isPlain ? difference : "(\(difference))\(tail)" }
    let value = RoundedNumber(value: (p - y) * factor, places: places)
    var draft = QuestionDraft(
      "\(start); the true class is \(target). What is the gradient of the cross-entropy at \(place), to 3 decimals? "
        + "Classes count from 0.",
      given: given, rounded: value,
      hints: [
        "At the scores it is p - y, with y = 1 for the true class and y = 0 for the others."
          + (isPlain ? "" : " One factor more belongs to it."),
        "p = \(pText) and y = \(yText)\(last).",
      ],
      solution: "\(written("\(pText) - \(yText)")) = \(value.text)")
    draft.slip(.signSlip, places: places, (y - p) * factor) {
      "\(written("\(yText) - \(pText)")) = \($0): it is p - y, not y - p."
    }
    if asked == target {
      draft.slip(.forgotOneHot, places: places, p * factor) {
        "\(isPlain ? pText : pText + tail) = \($0): class \(asked) is the true one, and y = 1 is still to be subtracted."
      }
      draft.slip(.slopeAtProbability, places: places, -factor / p) {
        "\(isPlain ? "-1 / \(pText)" : "(-1 / \(pText))\(tail)") = \($0) begins with the slope at the probability; at the "
          + "score it is p - y."
      }
    } else {
      draft.slip(.targetEverywhere, places: places, (p - 1) * factor) {
        "\(written("\(pText) - 1")) = \($0): class \(asked) is not the true one, so y = 0."
      }
      draft.slip(.onlyTarget, places: places, 0) {
        "\($0) would leave class \(asked) alone; its probability is \(pText), and the loss wants it smaller."
      }
    }
    draft.slip(.slopeOfProbability, places: places, p * (1 - p) * factor) {
      "\(pText)·(1 - \(pText))\(tail) = \($0) begins with the slope of p at its own score; the loss has the slope p - y."
    }
    let truth = probabilities[target]
    draft.slip(.gaveLoss, places: places, -log(truth)) {
      "-ln(\(Numeral.plain(truth))) = \($0) is the loss; the question asks for its gradient."
    }
    switch form {
    case .score: break
    case .tempered(let temperature):
      draft.slip(.forgotTemperature, places: places, p - y) {
        "\(pText) - \(yText) = \($0): the scores were divided by \(Numeral.plain(temperature)), and so is the gradient."
      }
      draft.slip(.multipliedTemperature, places: places, (p - y) * temperature) {
        "(\(pText) - \(yText))·\(Numeral.plain(temperature)) = \($0): a score counts 1 / \(Numeral.plain(temperature)), so "
          + "the gradient is divided."
      }
    case .weight(let activation):
      let h = Numeral.plainFactor(activation)
      draft.slip(.forgotFactor, places: places, p - y) {
        "\(pText) - \(yText) = \($0) is the gradient at the score; the weight was multiplied by \(Numeral.plain(activation))."
      }
      draft.slip(.addedFactors, places: places, p - y + activation) {
        "\(pText) - \(yText) + \(h) = \($0): the two slopes multiply."
      }
    }
    return draft
  }
}
