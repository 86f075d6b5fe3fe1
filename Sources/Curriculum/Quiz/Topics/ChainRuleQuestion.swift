import Learning

extension QuizTopic {
  /// A product of local slopes.
  public static let chainRule = QuizTopic(
    "chain-rule", "the chain rule",
    misconceptions: [
      .countedOne, .signSlip, .forgotInner, .forgotFactor, .addedFactors, .valueForSlope, .anotherFunction,
      .ignoredGate, .missingTwo, .anotherQuantity,
    ],
    draft: ChainRuleQuestion.draft)
}

extension Misconception {
  static let forgotInner = Misconception("forgot-inner-derivative", "forgot the inner derivative")
  static let forgotFactor = Misconception("forgot-a-factor", "left out a factor")
  static let addedFactors = Misconception("added-factors", "added the factors")
  static let valueForSlope = Misconception("value-for-slope", "gave the value, not the slope")
  static let anotherFunction = Misconception("another-function", "used another function")
  static let ignoredGate = Misconception("ignored-gate", "ignored the ReLU gate")
}

/// A slope that is a product of local slopes: a square, a ReLU and its gate, a chain of sigmoid layers.
enum ChainRuleQuestion {
  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    switch generator.integer(in: 1...3) {
    case 1: square(using: &generator)
    case 2: gate(using: &generator)
    default: sigmoid(using: &generator)
    }
  }

  /// The slope that the engine gives.
  private static func slope(of source: String, at x: Double) -> Double {
    let record = try? Expression(parsing: source).recorded(at: ["x": x])
    return record?.gradient["x"] ?? .nan
  }

  private static func given(_ source: String, _ x: Double) -> [String: GivenValue] {
    ["expression": .text(source), "at": .text("x=\(Numeral.exact(x))")]
  }

  private static func signed(_ value: Double) -> String {
    value < 0 ? "- \(Numeral.format(-value))" : "+ \(Numeral.format(value))"
  }

  /// (a·x + b)²
  private static func square(using generator: inout SplitMix64) -> QuestionDraft {
    let a = Double(generator.integer(in: 2...5)) * (generator.oneIn(3) ? -1 : 1)
    let b = Double(generator.integer(in: 1...4)) * (generator.oneIn(2) ? -1 : 1)
    let x = Double(generator.integer(in: -2...3))
    let source = "(\(Numeral.format(a))*x \(signed(b)))^2"
    let inner = a * x + b
    let (u, factor) = (Numeral.format(inner), Numeral.factor(a))
    var draft = QuestionDraft(
      "What is the derivative of \(source) with respect to x at x = \(Numeral.format(x))?", kind: .number,
      given: given(source, x), answer: .number(slope(of: source, at: x)),
      hints: [
        "Outside a square, inside a line: multiply the two slopes.",
        "Inside the value is \(u) and the slope \(Numeral.format(a)); the slope of u^2 is 2u.",
      ],
      solution: "2·\(Numeral.factor(inner))·\(factor) = \(Numeral.format(2 * inner * a))")
    draft.slip(.forgotInner, .number(2 * inner), "2·\(Numeral.factor(inner)) = \(Numeral.format(2 * inner))")
    draft.slip(
      .valueForSlope, .number(inner * inner), "\(u)^2 = \(Numeral.format(inner * inner)) is the value there.")
    draft.slip(
      .missingTwo, .number(inner * a),
      "\(u)·\(factor) = \(Numeral.format(inner * a)) loses the 2 of the square.")
    draft.slip(
      .addedFactors, .number(2 * inner + a),
      "2·\(Numeral.factor(inner)) + \(factor) = \(Numeral.format(2 * inner + a))")
    draft.slip(
      .signSlip, .number(-2 * inner * a), "Look at the signs of \(u) and \(Numeral.format(a)) again.")
    return draft
  }

  /// v·relu(w·x + b)
  private static func gate(using generator: inout SplitMix64) -> QuestionDraft {
    let v = Double(generator.integer(in: 2...6))
    let w = Double(generator.integer(in: 2...5)) * (generator.oneIn(2) ? -1 : 1)
    let b = Double(generator.integer(in: 1...5)) * (generator.oneIn(2) ? -1 : 1)
    let x = Double(generator.integer(in: 1...3))
    let net = w * x + b
    guard net != 0 else { return gate(using: &generator) }
    let source = "\(Numeral.format(v))*relu(\(Numeral.format(w))*x \(signed(b)))"
    let (z, product) = (Numeral.format(net), "\(Numeral.format(v))·\(Numeral.factor(w))")
    var draft = QuestionDraft(
      "A hidden ReLU unit: what is the derivative of \(source) with respect to x at x = \(Numeral.format(x))?",
      kind: .number, given: given(source, x), answer: .number(slope(of: source, at: x)),
      hints: [
        "One factor per link: the outer weight, the gate of the ReLU (0 or 1), the inner weight.",
        "The unit's input is \(z).",
      ],
      solution: net > 0
        ? "The input \(z) is positive, the gate is 1: \(product) = \(Numeral.format(v * w))"
        : "The input \(z) is negative, the gate is 0, and so is the product: \(Numeral.format(v))·0·\(Numeral.factor(w)) = 0"
    )
    if net < 0 {
      draft.slip(.ignoredGate, .number(v * w), "\(product) = \(Numeral.format(v * w)) passes a closed gate.")
    }
    draft.slip(
      .valueForSlope, .number(v * max(net, 0)),
      "\(Numeral.format(v))·relu(\(z)) = \(Numeral.format(v * max(net, 0))) is the value there.")
    draft.slip(
      .forgotFactor, .number(w), "\(Numeral.format(w)) leaves out the outer weight \(Numeral.format(v)).")
    draft.slip(
      .forgotInner, .number(v), "\(Numeral.format(v)) leaves out the inner weight \(Numeral.format(w)).")
    draft.slip(
      .addedFactors, .number(v + w), "\(Numeral.format(v)) + \(Numeral.factor(w)) = \(Numeral.format(v + w))")
    draft.slip(
      .anotherQuantity, .number(v * net),
      "\(Numeral.format(v))·\(Numeral.factor(net)) = \(Numeral.format(v * net)) multiplies by the unit's input."
    )
    return draft
  }

  /// A chain of sigmoid units at 0, where the slope of each is 1/4, its largest.
  private static func sigmoid(using generator: inout SplitMix64) -> QuestionDraft {
    let weights = (0..<generator.integer(in: 1...3)).map { _ in Double(generator.integer(in: 1...8)) }
    // Centred units keep every input at 0, so that each slope is exactly 1/4.
    let source = weights.reduce("x") { "(sigmoid(\(Numeral.format($1))*\($0)) - 0.5)" }
    let exact = slope(of: source, at: 0)
    let value = RoundedNumber(value: exact, places: 4)
    let count = weights.count
    let factors = weights.map { "0.25·\(Numeral.format($0))" }
    let product = weights.reduce(1, *)
    func power(_ base: Double) -> Double { (0..<count).reduce(1.0) { power, _ in power * base } }
    var draft = QuestionDraft(
      "A chain of \(count == 1 ? "one sigmoid unit" : "\(count) sigmoid units") with the weights "
        + "\(weights.quizText), each with input 0. By which factor does the gradient change on its way through (to 4 "
        + "decimals)? In full: the derivative of \(source) at x = 0.",
      given: given(source, 0), rounded: value,
      hints: [
        "Each layer gives one factor: slope of the unit times weight.",
        "The slope of the sigmoid at 0 is 0.25.",
      ],
      solution: "\(factors.joined(separator: " · ")) = \(value.text)")
    draft.slip(.valueForSlope, places: 4, power(0.5) * product) {
      "0.5 per layer is the value of the sigmoid at 0, not its slope: \($0)"
    }
    draft.slip(.forgotFactor, places: 4, power(0.25)) { "0.25 per layer without the weights: \($0)" }
    draft.slip(.anotherFunction, places: 4, product) { "A slope of 1 is that of tanh or ReLU: \($0)" }
    draft.slip(.addedFactors, places: 4, weights.reduce(0) { $0 + 0.25 * $1 }) {
      "\(factors.joined(separator: " + ")) = \($0)"
    }
    draft.slip(.countedOne, places: 4, 0.25 * weights[0]) {
      "0.25·\(Numeral.format(weights[0])) = \($0) is one layer."
    }
    return draft
  }
}
