import Learning

extension QuizTopic {
  /// A product of local slopes.
  public static let chainRule = QuizTopic(
    "chain-rule", "the chain rule",
    misconceptions: [
      .signSlip, .lostTwo, .forgotInner, .forgotFactor, .addedFactors, .valueForSlope, .slopeOfLine,
      .ignoredGate, .inputForSlope, .forgotWeights, .countedOne, .slopeOnce,
    ],
    draft: ChainRuleQuestion.draft)
}

extension Misconception {
  static let forgotInner = Misconception("forgot-inner-derivative", "forgot the inner derivative")
  static let slopeOnce = Misconception("slope-once", "counted the slope of one unit only")
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
    value < 0 ? "- \(Numeral.plain(-value))" : "+ \(Numeral.plain(value))"
  }

  /// (a·x + b)²
  private static func square(using generator: inout SplitMix64) -> QuestionDraft {
    let a = Double(generator.integer(in: 2...6)) * (generator.oneIn(3) ? -1 : 1)
    let b = Double(generator.integer(in: 1...6)) * (generator.oneIn(2) ? -1 : 1)
    let x = Double(generator.integer(in: -3...4))
    let source = "(\(Numeral.plain(a))*x \(signed(b)))^2"
    let inner = a * x + b
    let (u, factor) = (Numeral.plainFactor(inner), Numeral.plainFactor(a))
    let slope = slope(of: source, at: x)
    var draft = QuestionDraft(
      "What is the derivative of \(source) with respect to x at x = \(Numeral.plain(x))?", kind: .number,
      given: given(source, x), answer: .number(slope),
      hints: [
        "Outside a square, inside a line: multiply the two slopes.",
        "Inside the value is \(Numeral.plain(inner)) and the slope \(Numeral.plain(a)); the slope of u^2 is 2u.",
      ],
      solution: "2·\(u)·\(factor) = \(Numeral.plain(2 * inner * a))")
    func slip(_ misconception: Misconception, _ value: Double, _ working: String, _ remedy: String) {
      draft.slip(misconception, .number(value), "\(working) = \(Numeral.plain(value)): \(remedy)")
    }
    slip(
      .forgotInner, 2 * inner, "2·\(u)",
      "that is the slope of the square; the slope \(Numeral.plain(a)) of what stands inside is another factor."
    )
    slip(.valueForSlope, inner * inner, "\(u)^2", "that is the value at this place.")
    slip(.lostTwo, inner * a, "\(u)·\(factor)", "the slope of u^2 is 2u, not u.")
    slip(.addedFactors, 2 * inner + a, "2·\(u) + \(factor)", "the two slopes multiply.")
    draft.slip(
      .signSlip, .number(-slope),
      "2·\(u)·\(factor) = \(Numeral.plain(slope)), and not \(Numeral.plain(-slope)): look at the signs of both factors."
    )
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
    let source = "\(Numeral.plain(v))*relu(\(Numeral.plain(w))*x \(signed(b)))"
    let (z, outer, inner) = (Numeral.plain(net), Numeral.plain(v), Numeral.plainFactor(w))
    var draft = QuestionDraft(
      "A hidden ReLU unit: what is the derivative of \(source) with respect to x at x = \(Numeral.plain(x))?",
      kind: .number, given: given(source, x), answer: .number(slope(of: source, at: x)),
      hints: [
        "One factor per link: the outer weight, the gate of the ReLU (0 or 1), the inner weight.",
        "The unit's input is \(z).",
      ],
      solution: net > 0
        ? "The input \(z) is positive, the gate is 1: \(outer)·1·\(inner) = \(Numeral.plain(v * w))"
        : "The input \(z) is negative, the gate is 0, and so is the product: \(outer)·0·\(inner) = 0"
    )
    func slip(_ misconception: Misconception, _ value: Double, _ working: String, _ remedy: String) {
      draft.slip(misconception, .number(value), "\(working) = \(Numeral.plain(value)): \(remedy)")
    }
    if net < 0 {
      slip(
        .ignoredGate, v * w, "\(outer)·\(inner)",
        "the unit's input \(z) is negative, so its gate is closed and the slope is 0.")
      slip(
        .inputForSlope, v * net, "\(outer)·\(Numeral.plainFactor(net))",
        "the slope of a ReLU is its gate, 0 or 1, and not its input.")
      slip(.addedFactors, v + w, "\(outer) + 0 + \(inner)", "the factors multiply, and one of them is 0.")
    } else {
      slip(.valueForSlope, v * net, "\(outer)·relu(\(z))", "that is the value at this place.")
      draft.slip(
        .forgotFactor, .number(w),
        "\(Numeral.plain(w)) is the inner weight; the outer weight \(outer) is a factor too.")
      draft.slip(
        .forgotInner, .number(v),
        "\(outer) is the outer weight; the inner weight \(Numeral.plain(w)) is a factor too.")
      slip(.addedFactors, v + w, "\(outer) + \(inner)", "the two weights multiply.")
    }
    return draft
  }

  /// A chain of sigmoid units at 0, where the slope of each is 1/4, its largest.
  private static func sigmoid(using generator: inout SplitMix64) -> QuestionDraft {
    let weights = (0..<generator.integer(in: 1...3)).map { _ in Double(generator.integer(in: 1...8)) }
    // Centred units keep every input at 0, so that each slope is exactly 1/4.
    let source = weights.reduce("x") { "(sigmoid(\(Numeral.plain($1))*\($0)) - 0.5)" }
    let value = RoundedNumber(value: slope(of: source, at: 0), places: 4)
    let count = weights.count
    let factors = weights.map { "0.25·\(Numeral.plain($0))" }
    let names = weights.map { Numeral.plain($0) }.joined(separator: "·")
    let product = weights.reduce(1, *)
    func power(_ base: Double) -> Double { (0..<count).reduce(1.0) { power, _ in power * base } }
    var draft = QuestionDraft(
      (count == 1
        ? "A sigmoid unit with the weight \(weights.quizText) and the input 0. "
        : "A chain of \(count) sigmoid units with the weights \(weights.quizText), each with input 0. ")
        + "By which factor does the gradient change on its way through (to 4 "
        + "decimals)? In full: the derivative of \(source) at x = 0.",
      given: given(source, 0), rounded: value,
      hints: [
        "Each layer gives one factor: slope of the unit times weight.",
        "The slope of the sigmoid at 0 is 0.25.",
      ],
      solution: "\(factors.joined(separator: "·")) = \(value.text)")
    draft.slip(.valueForSlope, places: 4, power(0.5) * product) {
      "0.5^\(count)·\(names) = \($0): 0.5 is the value of the sigmoid at 0; its slope there is 0.25."
    }
    draft.slip(.forgotWeights, places: 4, power(0.25)) {
      "0.25^\(count) = \($0): each layer multiplies by its weight as well."
    }
    draft.slip(.slopeOfLine, places: 4, product) {
      count == 1
        ? "\($0) is the weight alone; the slope of the sigmoid at 0 is 0.25."
        : "\(names) = \($0): the slope of the sigmoid at 0 is 0.25, not 1."
    }
    if count > 1 {
      draft.slip(.addedFactors, places: 4, weights.reduce(0) { $0 + 0.25 * $1 }) {
        "\(factors.joined(separator: " + ")) = \($0): the factors of the layers multiply."
      }
      draft.slip(.countedOne, places: 4, 0.25 * weights[0]) {
        "\(factors[0]) = \($0) is the factor of the first layer; there are \(count)."
      }
      draft.slip(.slopeOnce, places: 4, 0.25 * product) {
        "0.25·\(names) = \($0): each of the \(count) units has a slope of 0.25."
      }
    } else {
      draft.slip(.addedFactors, places: 4, 0.25 + weights[0]) {
        "0.25 + \(names) = \($0): slope and weight multiply."
      }
    }
    return draft
  }
}
