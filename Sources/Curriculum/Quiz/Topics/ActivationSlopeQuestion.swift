import Foundation
import Learning

extension QuizTopic {
  /// The slope of an activation.
  public static let activationSlope = QuizTopic(
    "activation-slope", "slopes of activations",
    misconceptions: [
      .valueForSlope, .oneMinusOutput, .forgotSquare, .anotherFunction, .specialCase, .outputForInput,
      .inputForOutput, .ignoredGate, .inputForSlope, .forgotFactor, .deadForLeaky, .leakyForDead,
    ],
    draft: ActivationSlopeQuestion.draft)
}

extension Misconception {
  static let forgotSquare = Misconception("forgot-square", "forgot to square")
  static let anotherFunction = Misconception("another-function", "used another function")
  static let oneMinusOutput = Misconception("one-minus-output", "subtracted the output from 1")
  static let outputForInput = Misconception("output-for-input", "took the output for the input")
  static let inputForOutput = Misconception("input-for-output", "took the input for the output")
  static let deadForLeaky = Misconception("dead-for-leaky", "let nothing through a leaky unit")
  static let leakyForDead = Misconception("leaky-for-dead", "let a leak through a plain ReLU")
}

/// The slope of sigmoid and tanh from their output or at a place, and what a ReLU or leaky ReLU passes back.
enum ActivationSlopeQuestion {
  private static let places = 3

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let activation = generator.pick([Activation.sigmoid, .tanh])
    switch generator.integer(in: 1...3) {
    case 1: return fromOutput(activation, using: &generator)
    case 2: return atPlace(activation, using: &generator)
    default: return gate(using: &generator)
    }
  }

  /// The slope as the engine gives it.
  private static func slope(_ activation: Activation, at x: Double) -> Double {
    Curve(activation).point(at: x).slope
  }

  /// `0.8·(1 - 0.8)` or `1 - 0.8^2`.
  private static func formula(_ activation: Activation, _ output: String) -> String {
    activation == .sigmoid ? "\(output)·(1 - \(output))" : "1 - \(output)^2"
  }

  private static func rule(_ activation: Activation) -> String {
    activation == .sigmoid ? "σ' = σ·(1 - σ)" : "tanh' = 1 - tanh²"
  }

  /// The output is given.
  private static func fromOutput(
    _ activation: Activation, using generator: inout SplitMix64
  ) -> QuestionDraft {
    let isSigmoid = activation == .sigmoid
    let hundredths = generator.integer(in: 2...98)
    let output = Double(hundredths) / 100
    let inverse = isSigmoid ? log(output / (1 - output)) : atanh(output)
    let a = Numeral.plain(output)
    let value = RoundedNumber(value: slope(activation, at: inverse), places: places)
    var draft = QuestionDraft(
      "A \(activation.title) unit has the output \(a). What is the slope of the \(activation.title) there (to 3 decimals)?",
      given: ["function": .text(activation.rawValue), "output": .number(output)], rounded: value,
      hints: [
        "The slope follows from the output alone: \(rule(activation)).",
        isSigmoid ? "1 - \(a) = \(Numeral.plain(1 - output))" : "\(a)^2 = \(Numeral.plain(output * output))",
      ],
      solution: "\(formula(activation, a)) = \(value.text)")
    addSlips(to: &draft, activation, output: output, a)
    let again = activation.value(output)
    let second = isSigmoid ? again * (1 - again) : 1 - again * again
    draft.slip(.outputForInput, places: places, second) {
      "\(formula(activation, Numeral.plain(again))) = \($0) puts \(a) through the \(activation.title) once more; it is "
        + "the output already."
    }
    return draft
  }

  /// The place is given.
  private static func atPlace(
    _ activation: Activation, using generator: inout SplitMix64
  ) -> QuestionDraft {
    let x = Double(generator.integer(in: 1...30)) / 10 * (generator.oneIn(2) ? 1 : -1)
    let output = activation.value(x)
    let (a, place) = (Numeral.plainFactor(output), Numeral.plain(x))
    let name = activation == .sigmoid ? "sigmoid" : "tanh"
    let value = RoundedNumber(value: slope(activation, at: x), places: places)
    var draft = QuestionDraft(
      "What is the slope of the \(name) at x = \(place) (to 3 decimals)?",
      given: ["function": .text(activation.rawValue), "at": .number(x)], rounded: value,
      hints: [
        "First the value, then \(rule(activation)).",
        "The value at \(place) is \(Numeral.plain(output)).",
      ],
      solution: "the value is \(Numeral.plain(output)), and \(formula(activation, a)) = \(value.text)")
    addSlips(to: &draft, activation, output: output, a)
    let factor = Numeral.plainFactor(x)
    draft.slip(.inputForOutput, places: places, activation == .sigmoid ? x * (1 - x) : 1 - x * x) {
      "\(formula(activation, factor)) = \($0): the rule wants the output, \(Numeral.plain(output)), and not the place."
    }
    return draft
  }

  /// What both kinds of questions about sigmoid and tanh have in common.
  private static func addSlips(
    to draft: inout QuestionDraft, _ activation: Activation, output: Double, _ a: String
  ) {
    let isSigmoid = activation == .sigmoid
    draft.slip(.valueForSlope, places: places, output) { "\($0) is the output, not the slope there." }
    draft.slip(.oneMinusOutput, places: places, isSigmoid ? 1 - output : nil) {
      "1 - \(a) = \($0): that is one of two factors, σ·(1 - σ)."
    }
    draft.slip(.forgotSquare, places: places, isSigmoid ? nil : 1 - output) {
      "1 - \(a) = \($0): the output is squared first, 1 - \(a)^2."
    }
    let other: Activation = isSigmoid ? .tanh : .sigmoid
    draft.slip(.anotherFunction, places: places, isSigmoid ? 1 - output * output : output * (1 - output)) {
      "\(formula(other, a)) = \($0) is the rule of the \(other.title)."
    }
    let steepest = isSigmoid ? 0.25 : 1
    draft.slip(.specialCase, places: places, steepest) {
      "\($0) is the slope at 0, where the \(activation.title) is steepest."
    }
  }

  /// What is passed back through a ReLU, plain or leaky.
  private static func gate(using generator: inout SplitMix64) -> QuestionDraft {
    let leak = generator.pick([0, 0.01, 0.1, 0.2, 0.25])
    let activation: Activation = leak == 0 ? .relu : .leaky
    let x = Double(generator.integer(in: 1...30)) / 10 * (generator.oneIn(3) ? 1 : -1)
    let incoming = Double(generator.pick([-4, -3, -2, -1.5, 0.5, 1.5, 2, 3, 4, 5]))
    let own = (Curve(activation).with(parameter: leak) ?? Curve(activation)).point(at: x).slope
    let value = RoundedNumber(value: own * incoming, places: places)
    let (s, g, place) = (Numeral.plain(own), Numeral.plainFactor(incoming), Numeral.plain(x))
    let name = leak == 0 ? "ReLU" : "leaky ReLU with slope \(Numeral.plain(leak)) below 0"
    var draft = QuestionDraft(
      "A \(name) has the input \(place), and the gradient \(Numeral.plain(incoming)) comes back to it. What does it pass "
        + "on (to 3 decimals)?",
      given: [
        "function": .text(activation.rawValue), "at": .number(x), "slope": .number(leak),
        "upstream": .number(incoming),
      ],
      rounded: value,
      hints: [
        "It multiplies what comes back by its own slope at this place.",
        "Its slope is \(x > 0 ? "1 above 0" : "\(Numeral.plain(leak)) below 0").",
      ],
      solution: "\(s)·\(g) = \(value.text)")
    draft.slip(.ignoredGate, places: places, incoming) {
      "1·\(g) = \($0): at \(place) the slope is \(s), not 1."
    }
    draft.slip(.deadForLeaky, places: places, leak == 0 ? nil : 0) {
      x > 0
        ? "0·\(g) = \($0): above 0 everything passes."
        : "0·\(g) = \($0) is right for a plain ReLU; this one has the slope \(s) there."
    }
    draft.slip(.leakyForDead, places: places, leak == 0 && x < 0 ? 0.01 * incoming : nil) {
      "0.01·\(g) = \($0): a plain ReLU has the slope 0 there."
    }
    draft.slip(.inputForSlope, places: places, x * incoming) {
      "\(place)·\(g) = \($0): the factor is the slope, \(s), and not the input."
    }
    draft.slip(.valueForSlope, places: places, activation.value(x, parameter: leak)) {
      x > 0
        ? "\($0) is what goes forward; what goes back is \(s)·\(g)."
        : "\(Numeral.plain(leak))·\(Numeral.plainFactor(x)) = \($0) is what goes forward; what goes back is \(s)·\(g)."
    }
    draft.slip(.forgotFactor, places: places, own) {
      "\($0) is the unit's own slope; it multiplies what comes back, \(Numeral.plain(incoming))."
    }
    return draft
  }
}
