import Learning

extension QuizTopic {
  /// How large weights begin.
  public static let initialRange = QuizTopic(
    "initial-range", "Xavier and He",
    misconceptions: [
      .forgotRoot, .rangeForDeviation, .deviationForRange, .heForXavier, .xavierForHe, .outputsForInputs,
      .forgotChannels, .forgotWindow,
    ],
    draft: InitialRangeQuestion.draft)
}

extension Misconception {
  static let rangeForDeviation = Misconception("range-for-deviation", "gave the range of the uniform form")
  static let deviationForRange = Misconception("deviation-for-range", "gave the deviation of the normal form")
  static let heForXavier = Misconception("he-for-xavier", "used He's rule")
  static let xavierForHe = Misconception("xavier-for-he", "used Xavier's rule")
  static let outputsForInputs = Misconception("outputs-for-inputs", "counted the outputs, not the inputs")
  static let forgotWindow = Misconception(
    "forgot-the-window", "counted channels and not what the window sees")
}

/// The range or the deviation of Xavier's and He's initialisation, for dense and convolution layers.
enum InitialRangeQuestion {
  private static let places = 4

  /// Inputs and outputs of a neuron.
  private struct Fans {
    let inputs: Int
    let outputs: Int
  }

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let rule = generator.pick([Initialisation.xavierUniform, .xavierNormal, .heUniform, .heNormal])
    if generator.oneIn(2) {
      let sizes = [10, 16, 20, 32, 50, 64, 100, 128, 200, 256, 300, 400, 512, 784]
      let inputs = generator.pick(sizes)
      let outputs = generator.pick(sizes.filter { $0 != inputs })
      return draft(
        rule, "a dense layer of \(outputs) neurons on \(inputs) inputs",
        given: ["inputs": .integer(inputs), "outputs": .integer(outputs)],
        Fans(inputs: inputs, outputs: outputs), hint: "A neuron has \(inputs) inputs.")
    }
    let kernel = generator.pick([3, 5, 7])
    let channels = generator.pick([1, 3, 8, 16, 32, 64])
    let filters = generator.pick([6, 8, 10, 16, 32, 64, 128].filter { $0 != channels })
    let window = kernel * kernel
    var draft = draft(
      rule,
      "a convolution of \(filters) filters \(kernel)x\(kernel) on \(channels) channel\(channels == 1 ? "" : "s")",
      given: ["kernel": .integer(kernel), "channels": .integer(channels), "filters": .integer(filters)],
      Fans(inputs: window * channels, outputs: window * filters),
      hint: "A filter reads \(kernel)·\(kernel)·\(channels) = \(window * channels) numbers"
        + (rule.isXavier
          ? ", and each number goes into \(kernel)·\(kernel)·\(filters) = \(window * filters)." : "."))
    func slip(_ misconception: Misconception, _ fans: Fans, _ remedy: String) {
      draft.slip(misconception, places: places, size(rule, fans)) {
        "\(formula(rule, fans)) = \($0): \(remedy)"
      }
    }
    if channels > 1 {
      slip(
        .forgotChannels, Fans(inputs: window, outputs: window),
        "a filter reads \(channels) channels, and \(filters) filters read each.")
    }
    slip(
      .forgotWindow, Fans(inputs: channels, outputs: filters), "each counts \(kernel)·\(kernel) times.")
    return draft
  }

  /// The b of ±b, or the deviation.
  private static func size(_ rule: Initialisation, _ fans: Fans) -> Double {
    rule.bound(inputs: fans.inputs, outputs: fans.outputs)
      ?? rule.deviation(inputs: fans.inputs, outputs: fans.outputs)
  }

  /// `√(6 / (64 + 10))`
  private static func formula(_ rule: Initialisation, _ fans: Fans, isRooted: Bool = true) -> String {
    let below = rule.isXavier ? "(\(fans.inputs) + \(fans.outputs))" : "\(fans.inputs)"
    let quotient = "\(rule.isUniform ? 6 : 2) / \(below)"
    return isRooted ? "√(\(quotient))" : quotient
  }

  private static func draft(
    _ rule: Initialisation, _ layer: String, given: [String: GivenValue], _ fans: Fans, hint: String
  ) -> QuestionDraft {
    let name = rule.isXavier ? "Xavier" : "He"
    let value = RoundedNumber(value: size(rule, fans), places: places)
    var draft = QuestionDraft(
      "\(name)'s initialisation in its \(rule.isUniform ? "uniform" : "normal") form for \(layer): "
        + (rule.isUniform
          ? "weights lie between -b and b. What is b" : "what is the standard deviation of the weights")
        + " (to 4 decimals)?",
      given: given.merging(["rule": .text(rule.rawValue)]) { $1 }, rounded: value,
      hints: [
        "√(\(rule.isUniform ? 6 : 2) / \(rule.isXavier ? "(inputs + outputs)" : "inputs")): the "
          + "\(rule.isUniform ? "6 belongs to the uniform" : "2 belongs to the normal") form.",
        hint,
      ],
      solution: "\(formula(rule, fans)) = \(value.text)")
    draft.slip(.forgotRoot, places: places, size(rule, fans) * size(rule, fans)) {
      "\(formula(rule, fans, isRooted: false)) = \($0): the root is still to be taken."
    }
    let form = rule.otherForm
    draft.slip(rule.isUniform ? .deviationForRange : .rangeForDeviation, places: places, size(form, fans)) {
      "\(formula(form, fans)) = \($0) is the \(rule.isUniform ? "deviation of the normal" : "range of the uniform") form."
    }
    let other = rule.otherRule
    draft.slip(rule.isXavier ? .heForXavier : .xavierForHe, places: places, size(other, fans)) {
      "\(formula(other, fans)) = \($0): "
        + (rule.isXavier ? "Xavier looks at inputs and outputs." : "He looks at the inputs alone.")
    }
    if !rule.isXavier {
      let turned = Fans(inputs: fans.outputs, outputs: fans.inputs)
      draft.slip(.outputsForInputs, places: places, size(rule, turned)) {
        "\(formula(rule, turned)) = \($0): He counts what a neuron reads, \(fans.inputs)."
      }
    }
    return draft
  }
}

extension Initialisation {
  fileprivate var isXavier: Bool { self == .xavierUniform || self == .xavierNormal }
  fileprivate var isUniform: Bool { self == .xavierUniform || self == .heUniform }

  /// Xavier's rule in place of He's, in the same form.
  fileprivate var otherRule: Initialisation {
    isXavier ? (isUniform ? .heUniform : .heNormal) : (isUniform ? .xavierUniform : .xavierNormal)
  }

  /// The normal form in place of the uniform one.
  fileprivate var otherForm: Initialisation {
    isXavier ? (isUniform ? .xavierNormal : .xavierUniform) : (isUniform ? .heNormal : .heUniform)
  }
}
