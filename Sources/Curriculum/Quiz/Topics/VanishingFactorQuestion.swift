import Learning

extension QuizTopic {
  /// What layers make of a gradient.
  public static let vanishingFactor = QuizTopic(
    "vanishing-factor", "vanishing gradients",
    misconceptions: [
      .forgotWeights, .slopeOfLine, .valueForSlope, .addedFactors, .countedOne, .specialCase,
      .multipliedByCount, .ignoredSkip, .addedSkipOnce,
    ],
    draft: VanishingFactorQuestion.draft)
}

extension Misconception {
  static let multipliedByCount = Misconception("multiplied-by-count", "multiplied by the number of layers")
  static let ignoredSkip = Misconception("ignored-skip", "ignored the skip connections")
  static let addedSkipOnce = Misconception("added-skip-once", "added the skip connection once for all layers")
}

/// By what a gradient is multiplied on its way back through layers of one neuron each: the product of φ'(net)·w.
enum VanishingFactorQuestion {
  private struct Layer {
    let output: Double
    let weight: Double
    let isSigmoid: Bool

    /// φ'(net), which follows from the output.
    var slope: Double { isSigmoid ? output * (1 - output) : 1 - output * output }
    var factor: Double { slope * weight }

    var slopeText: String {
      let a = Numeral.plainFactor(output)
      return isSigmoid ? "\(a)·(1 - \(a))" : "(1 - \(a)^2)"
    }
    var factorText: String { "\(slopeText)·\(Numeral.plainFactor(weight))" }
  }

  private static let places = 4

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    switch generator.integer(in: 1...3) {
    case 1: equal(using: &generator)
    case 2: different(using: &generator)
    default: skipping(using: &generator)
    }
  }

  private static func layer(_ isSigmoid: Bool, using generator: inout SplitMix64) -> Layer {
    Layer(
      output: isSigmoid
        ? generator.pick([0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9])
        : generator.pick([-0.8, -0.6, -0.4, 0.4, 0.6, 0.8]),
      weight: generator.pick([-2, -1.5, 0.8, 1.2, 1.5, 2, 3]), isSigmoid: isSigmoid)
  }

  private static func given(_ layers: [Layer], form: String) -> [String: GivenValue] {
    [
      "activation": .text(layers[0].isSigmoid ? "sigmoid" : "tanh"),
      "outputs": .text(layers.map(\.output).quizText), "weights": .text(layers.map(\.weight).quizText),
      "form": .text(form),
    ]
  }

  private static func hint(_ layers: [Layer]) -> String {
    "The slope of the \(layers[0].isSigmoid ? "sigmoid is σ·(1 - σ)" : "tanh is 1 - tanh²"), from the output of the layer."
  }

  private static func product(_ texts: [String]) -> String { texts.joined(separator: "·") }

  /// Layers with outputs and weights of their own.
  private static func different(using generator: inout SplitMix64) -> QuestionDraft {
    let isSigmoid = generator.oneIn(2)
    let layers = (0..<2).map { _ in layer(isSigmoid, using: &generator) }
    let total = layers.reduce(1) { $0 * $1.factor }
    let value = RoundedNumber(value: total, places: places)
    var draft = QuestionDraft(
      "Two \(isSigmoid ? "sigmoid" : "tanh") neurons in a row have the outputs \(layers.map(\.output).quizText) and the weights "
        + "\(layers.map(\.weight).quizText) in front of them. By what is a gradient multiplied on its way back through both "
        + "(to 4 decimals)?",
      given: given(layers, form: "different"), rounded: value,
      hints: [
        "Each layer multiplies it by φ'(net)·w.", hint(layers),
      ],
      solution: "\(product(layers.map(\.factorText))) = \(value.text)")
    draft.slip(.forgotWeights, places: places, layers.reduce(1) { $0 * $1.slope }) {
      "\(product(layers.map(\.slopeText))) = \($0): each layer multiplies by its weight as well."
    }
    draft.slip(.slopeOfLine, places: places, layers.reduce(1) { $0 * $1.weight }) {
      "\(product(layers.map { Numeral.plainFactor($0.weight) })) = \($0): each layer multiplies by the slope of its neuron "
        + "as well."
    }
    draft.slip(.valueForSlope, places: places, layers.reduce(1) { $0 * $1.output * $1.weight }) {
      let terms = layers.map { "\(Numeral.plainFactor($0.output))·\(Numeral.plainFactor($0.weight))" }
      return "\(product(terms)) = \($0): on the way back the slope counts, not the output."
    }
    draft.slip(.addedFactors, places: places, layers.reduce(0) { $0 + $1.factor }) {
      "\(layers.map(\.factorText).joined(separator: " + ")) = \($0): the factors of the layers multiply."
    }
    for layer in layers {
      draft.slip(.countedOne, places: places, layer.factor) {
        "\(layer.factorText) = \($0) is one of the two layers."
      }
    }
    let steepest = isSigmoid ? 0.25 : 1
    if isSigmoid {
      draft.slip(.specialCase, places: places, layers.reduce(1) { $0 * steepest * $1.weight }) {
        "\(product(layers.map { "0.25·\(Numeral.plainFactor($0.weight))" })) = \($0): the slope is 0.25 only where the output is 0.5."
      }
    }
    return draft
  }

  /// Many layers of the same kind.
  private static func equal(using generator: inout SplitMix64) -> QuestionDraft {
    let count = generator.integer(in: 3...6)
    let isSigmoid = generator.oneIn(2)
    let layer = Layer(
      output: isSigmoid
        ? generator.pick([0.2, 0.3, 0.4, 0.5, 0.6, 0.7]) : generator.pick([0.2, 0.4, 0.5, 0.6, 0.7]),
      weight: isSigmoid ? generator.pick([2, 2.5, 3, 4, 5]) : generator.pick([0.6, 0.8, 1.2, 1.5, 2]),
      isSigmoid: isSigmoid)
    func power(_ base: Double) -> Double { (0..<count).reduce(1) { power, _ in power * base } }
    let (slope, w) = (Numeral.plain(layer.slope), Numeral.plain(layer.weight))
    let value = RoundedNumber(value: power(layer.factor), places: places)
    var draft = QuestionDraft(
      "\(count) \(isSigmoid ? "sigmoid" : "tanh") neurons in a row all have the output \(Numeral.plain(layer.output)) and the "
        + "weight \(w) in front of them. By what is a gradient multiplied on its way back through all (to 4 decimals)?",
      given: given([Layer](repeating: layer, count: count), form: "equal"), rounded: value,
      hints: [
        "Each layer multiplies it by φ'(net)·w, the same number every time.", hint([layer]),
      ],
      solution: "φ' is \(slope), and (\(slope)·\(w))^\(count) = \(value.text)")
    draft.slip(.forgotWeights, places: places, power(layer.slope)) {
      "\(slope)^\(count) = \($0): each layer multiplies by its weight as well."
    }
    draft.slip(.slopeOfLine, places: places, power(layer.weight)) {
      "\(w)^\(count) = \($0): each layer multiplies by the slope of its neuron as well, \(slope)."
    }
    draft.slip(.valueForSlope, places: places, power(layer.output * layer.weight)) {
      "(\(Numeral.plain(layer.output))·\(w))^\(count) = \($0): on the way back the slope counts, \(slope), not the output."
    }
    draft.slip(.multipliedByCount, places: places, layer.factor * Double(count)) {
      "\(slope)·\(w)·\(count) = \($0): the factor is multiplied by itself, \(count) times in all."
    }
    draft.slip(.countedOne, places: places, layer.factor) {
      "\(slope)·\(w) = \($0) is one of the \(count) layers."
    }
    if isSigmoid {
      draft.slip(.specialCase, places: places, power(0.25 * layer.weight)) {
        "(0.25·\(w))^\(count) = \($0): the slope is 0.25 only where the output is 0.5."
      }
    }
    return draft
  }

  /// y = φ(w·x) + x.
  private static func skipping(using generator: inout SplitMix64) -> QuestionDraft {
    let count = generator.integer(in: 2...4)
    let slope = generator.pick([0.05, 0.1, 0.15, 0.2, 0.25])
    let weight = generator.pick([-1.5, -1, -0.5, 0.5, 1, 1.5, 2])
    func power(_ base: Double) -> Double { (0..<count).reduce(1) { power, _ in power * base } }
    let factor = slope * weight
    let value = RoundedNumber(value: power(1 + factor), places: places)
    let (s, w) = (Numeral.plain(slope), Numeral.plainFactor(weight))
    var draft = QuestionDraft(
      "\(count) layers with skip connections, y = φ(w·x) + x, all have the weight \(Numeral.plain(weight)), and the slope φ' is "
        + "\(s) in all of them. By what is a gradient multiplied on its way back through all (to 4 decimals)?",
      given: [
        "slope": .number(slope), "weight": .number(weight), "layers": .integer(count), "form": .text("skip"),
      ],
      rounded: value,
      hints: [
        "The slope of φ(w·x) + x is φ'·w + 1.",
        "Each layer multiplies by \(s)·\(w) + 1 = \(Numeral.plain(factor + 1)).",
      ],
      solution: "(\(s)·\(w) + 1)^\(count) = \(value.text)")
    draft.slip(.ignoredSkip, places: places, power(factor)) {
      "(\(s)·\(w))^\(count) = \($0) has no skip connections: each adds 1 to the factor of its layer."
    }
    draft.slip(.addedSkipOnce, places: places, power(factor) + 1) {
      "(\(s)·\(w))^\(count) + 1 = \($0): every layer has a skip connection of its own."
    }
    draft.slip(.forgotWeights, places: places, power(slope + 1)) {
      "(\(s) + 1)^\(count) = \($0): the weight \(Numeral.plain(weight)) belongs to the slope of φ(w·x)."
    }
    draft.slip(.countedOne, places: places, factor + 1) {
      "\(s)·\(w) + 1 = \($0) is one of the \(count) layers."
    }
    draft.slip(.multipliedByCount, places: places, (factor + 1) * Double(count)) {
      "(\(s)·\(w) + 1)·\(count) = \($0): the factor is multiplied by itself, \(count) times in all."
    }
    draft.slip(.slopeOfLine, places: places, power(weight + 1)) {
      "(\(Numeral.plain(weight)) + 1)^\(count) = \($0): the slope of φ, \(s), belongs to it as well."
    }
    return draft
  }
}
