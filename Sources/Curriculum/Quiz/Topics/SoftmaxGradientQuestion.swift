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

  /// The probabilities, the true class, and the class that is asked about.
  private struct Setting {
    let probabilities: [Double]
    let target, asked: Int
    let form: Form

    var p: Double { probabilities[asked] }
    var y: Double { asked == target ? 1 : 0 }
    var pText: String { Numeral.plain(p) }
    var yText: String { Numeral.plain(y) }

    /// What p - y is multiplied by, and how that is written behind it.
    var factor: Double {
      switch form {
      case .score: 1
      case .tempered(let temperature): 1 / temperature
      case .weight(let activation): activation
      }
    }
    var tail: String {
      switch form {
      case .score: ""
      case .tempered(let temperature): " / \(Numeral.plain(temperature))"
      case .weight(let activation): "·\(Numeral.plainFactor(activation))"
      }
    }
    func written(_ difference: String) -> String { tail.isEmpty ? difference : "(\(difference))\(tail)" }

    var given: [String: GivenValue] {
      var given: [String: GivenValue] = [
        "probabilities": .text(probabilities.quizText), "target": .integer(target), "class": .integer(asked),
      ]
      switch form {
      case .score: break
      case .tempered(let temperature): given["temperature"] = .number(temperature)
      case .weight(let activation): given["activation"] = .number(activation)
      }
      return given
    }

    var prompt: String {
      var start = "Softmax gives"
      var place = "the score of class \(asked)"
      switch form {
      case .score: break
      case .tempered(let temperature): start = "With temperature \(Numeral.plain(temperature)) softmax gives"
      case .weight(let activation):
        place = "the weight that leads from an activation of \(Numeral.plain(activation)) to class \(asked)"
      }
      return
        "\(start) the probabilities \(probabilities.quizText); the true class is \(target). What is the gradient of the "
        + "cross-entropy at \(place), to 3 decimals? Classes count from 0."
    }

    var hints: [String] {
      let (more, last) =
        switch form {
        case .score: ("", "")
        case .tempered(let temperature):
          (" One factor more belongs to it.", ", divided by \(Numeral.plain(temperature))")
        case .weight(let activation):
          (" One factor more belongs to it.", ", times \(Numeral.plain(activation))")
        }
      return [
        "At the scores it is p - y, with y = 1 for the true class and y = 0 for the others." + more,
        "p = \(pText) and y = \(yText)\(last).",
      ]
    }
  }

  private static let places = 3

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let count = generator.integer(in: 3...4)
    // Twentieths that add up to 1, none of them 0.
    var shares = [Int](repeating: 1, count: count)
    for _ in 0..<20 - count { shares[generator.integer(in: 0...count - 1)] += 1 }
    let target = generator.integer(in: 0...count - 1)
    let asked = generator.oneIn(2) ? target : generator.integer(in: 0...count - 1)
    let form: Form =
      switch generator.integer(in: 1...3) {
      case 1: .score
      case 2: .tempered(generator.pick([0.5, 2, 4, 5]))
      default: .weight(activation: generator.pick([-2, -1.5, -0.5, 0.5, 1.5, 2, 3]))
      }
    let setting = Setting(
      probabilities: shares.map { Double($0) / 20 }, target: target, asked: asked, form: form)
    let value = RoundedNumber(value: (setting.p - setting.y) * setting.factor, places: places)
    var draft = QuestionDraft(
      setting.prompt, given: setting.given, rounded: value, hints: setting.hints,
      solution: "\(setting.written("\(setting.pText) - \(setting.yText)")) = \(value.text)")
    addSlips(to: &draft, setting)
    addSlipsOfForm(to: &draft, setting)
    return draft
  }

  private static func addSlips(to draft: inout QuestionDraft, _ setting: Setting) {
    let (p, pText, asked) = (setting.p, setting.pText, setting.asked)
    let (factor, tail) = (setting.factor, setting.tail)
    draft.slip(.signSlip, places: places, (setting.y - p) * factor) {
      "\(setting.written("\(setting.yText) - \(pText)")) = \($0): it is p - y, not y - p."
    }
    if asked == setting.target {
      draft.slip(.forgotOneHot, places: places, p * factor) {
        "\(pText)\(tail) = \($0): class \(asked) is the true one, and y = 1 is still to be subtracted."
      }
      draft.slip(.slopeAtProbability, places: places, -factor / p) {
        "\(setting.written("-1 / \(pText)")) = \($0) begins with the slope at the probability; at the score it is p - y."
      }
    } else {
      draft.slip(.targetEverywhere, places: places, (p - 1) * factor) {
        "\(setting.written("\(pText) - 1")) = \($0): class \(asked) is not the true one, so y = 0."
      }
      draft.slip(.onlyTarget, places: places, 0) {
        "\($0) would leave class \(asked) alone; its probability is \(pText), and the loss wants it smaller."
      }
    }
    draft.slip(.slopeOfProbability, places: places, p * (1 - p) * factor) {
      "\(pText)·(1 - \(pText))\(tail) = \($0) begins with the slope of p at its own score; the loss has the slope p - y."
    }
    let truth = setting.probabilities[setting.target]
    draft.slip(.gaveLoss, places: places, -log(truth)) {
      "-ln(\(Numeral.plain(truth))) = \($0) is the loss; the question asks for its gradient."
    }
  }

  /// What goes wrong with the temperature or the activation.
  private static func addSlipsOfForm(to draft: inout QuestionDraft, _ setting: Setting) {
    let difference = setting.p - setting.y
    let written = "\(setting.pText) - \(setting.yText)"
    switch setting.form {
    case .score: break
    case .tempered(let temperature):
      let t = Numeral.plain(temperature)
      draft.slip(.forgotTemperature, places: places, difference) {
        "\(written) = \($0): the scores were divided by \(t), and so is the gradient."
      }
      draft.slip(.multipliedTemperature, places: places, difference * temperature) {
        "(\(written))·\(t) = \($0): a score counts 1 / \(t), so the gradient is divided."
      }
    case .weight(let activation):
      draft.slip(.forgotFactor, places: places, difference) {
        "\(written) = \($0) is the gradient at the score; the weight was multiplied by \(Numeral.plain(activation))."
      }
      draft.slip(.addedFactors, places: places, difference + activation) {
        "\(written) + \(Numeral.plainFactor(activation)) = \($0): the two slopes multiply."
      }
    }
  }
}
