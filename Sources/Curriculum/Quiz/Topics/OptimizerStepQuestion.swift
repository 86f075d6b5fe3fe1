import Learning

extension QuizTopic {
  /// One or two steps of an optimizer.
  public static let optimizerStep = QuizTopic(
    "optimizer-step", "a step of an optimizer",
    misconceptions: OptimizerStepQuestion.misconceptionsOfRules + [
      .plainDescent, .wrongDirection, .gaveStep, .gaveGradient, .forgotRate, .lostTwo,
      .oneStepShort, .lostMemory,
    ],
    draft: OptimizerStepQuestion.draft)
}

extension Misconception {
  static let plainDescent = Misconception("plain-descent", "took a step of plain descent")
  static let wrongDirection = Misconception("wrong-direction", "went uphill")
  static let gaveStep = Misconception("gave-the-step", "gave the step, not the place")
  static let gaveGradient = Misconception("gave-the-gradient", "gave the gradient")
  static let forgotRate = Misconception("forgot-rate", "forgot the learning rate")
  static let oneStepShort = Misconception("one-step-short", "stopped a step too soon")
}

/// Where one or two steps of an optimizer lead on f(x) = c·x².
enum OptimizerStepQuestion {
  /// A run of a rule on an expression in x.
  private struct Run {
    /// x before each step and after the last.
    let path: [Double]
    let updates: [OptimizerUpdate<Double>]
    /// The arithmetic of the last step.
    let lines: [FormulaLine]

    /// - Parameter forgets: whether each step begins with a fresh memory.
    init?(
      _ rule: any Optimizer, on surface: Expression, from start: Double, steps: Int,
      forgets: Bool = false
    ) {
      var path = [start]
      var updates: [OptimizerUpdate<Double>] = []
      var lines: [FormulaLine] = []
      var memory = rule.fresh(as: Double.self)
      for number in 1...steps {
        let constants = rule.constants(
          ofStep: forgets ? 1 : number, rate: rule.learningRate, as: Double.self)
        let x = path[path.count - 1]
        // A step from the bottom tells nothing; what rounding leaves there would be divided by itself.
        guard x.magnitude > 1e-4,
          let slope = Self.slope(of: surface, at: rule.probe(at: x, memory))
        else { return nil }
        let update = rule.update(x, gradient: slope, constants, memory)
        memory = forgets ? rule.fresh(as: Double.self) : update.memory
        lines = rule.lines(update, constants)
        updates.append(update)
        path.append(update.next)
      }
      (self.path, self.updates, self.lines) = (path, updates, lines)
    }

    static func slope(of surface: Expression, at x: Double) -> Double? {
      (try? surface.recorded(at: ["x": x]))?.gradient["x"]
    }

    var end: Double { path[path.count - 1] }

    /// The last step with its result to the decimals that are asked for.
    var working: String {
      let numbers = lines.map(\.numbers)
      let last = numbers.last?.resultCut ?? ""
      let step = Numeral.spelledOut(
        (numbers.dropLast() + ["\(last) = \(RoundedNumber.text(end, places: places))"]).joined(
          separator: "; "))
      return path.count == 2 ? step : "Step 1 leads to \(Numeral.plain(path[1])), and then \(step)"
    }
  }

  private static let places = 4

  /// What happens with the rules that are asked about, each once.
  fileprivate static let misconceptionsOfRules: [Misconception] = {
    var seen: Set<OptimizerMisconception.Kind> = []
    return OptimizerConfiguration.all.flatMap(\.rule.misconceptions).map(\.kind)
      .filter { seen.insert($0).inserted }.map(Misconception.init)
  }()

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let rule = generator.pick(rules)
    let curvature = generator.pick([0.5, 1, 1.5, 2, 2.5, 3, 4])
    let start = Double(generator.integer(in: 1...9)) * (generator.oneIn(3) ? -0.5 : 0.5)
    let steps = generator.integer(in: 1...2)
    let source = Self.source(curvature)
    guard let configuration = try? OptimizerConfiguration(parsing: rule),
      let surface = try? Expression(parsing: source, variables: ["x"]),
      let halved = try? Expression(parsing: Self.source(curvature / 2), variables: ["x"]),
      let run = Run(configuration.rule, on: surface, from: start, steps: steps)
    else { return draft(using: &generator) }

    let value = RoundedNumber(value: run.end, places: places)
    let last = run.updates[steps - 1]
    let slope = Numeral.plain(run.updates[0].gradient)
    var draft = QuestionDraft(
      "f(x) = \(source), start x = \(Numeral.plain(start)). Where is \(configuration.facts.title) with \(settings(of: rule)) after "
        + "\(steps == 1 ? "one step" : "two steps"), to 4 decimals? Variant: \(configuration.rule.variant).",
      given: [
        "expression": .text(source), "start": .text("\(Numeral.exact(start)),0"), "steps": .integer(steps),
        "optimizer": .text(rule),
      ],
      rounded: value,
      hints: [
        "The rule: " + configuration.rule.formula.joined(separator: "; "),
        "The slope at \(Numeral.plain(start)) is \(slope)"
          + (steps == 1 ? "." : ", and the first step leads to \(Numeral.plain(run.path[1]))."),
      ],
      solution: (steps == 1 ? "The slope at \(Numeral.plain(start)) is \(slope): " : "") + run.working)

    func slip(_ misconception: Misconception, _ other: Run?, _ remedy: String) {
      guard let other else { return }
      draft.slip(misconception, places: places, other.end) { _ in "\(other.working). \(remedy)" }
    }
    slip(
      .plainDescent,
      Run(SGD(learningRate: configuration.learningRate), on: surface, from: start, steps: steps),
      "That is plain descent; \(configuration.facts.title) does more with the gradient.")
    for other in configuration.rule.misconceptions {
      slip(
        Misconception(other.kind), Run(other.rule, on: surface, from: start, steps: steps), other.remedy)
    }
    if configuration.rule.isLinear {
      slip(
        .lostTwo, Run(configuration.rule, on: halved, from: start, steps: steps),
        "The slope of x^2 is 2x, so here it is \(Numeral.plain(2 * curvature))·x.")
      var whole = configuration.rule
      whole.learningRate = 1
      slip(
        .forgotRate, Run(whole, on: surface, from: start, steps: steps),
        "Each step is multiplied by the rate \(Numeral.plain(configuration.learningRate)).")
    }
    if steps == 2 {
      draft.slip(.oneStepShort, places: places, run.path[1]) {
        "x = \($0) is where the first step leads; a second one begins there."
      }
      slip(
        .lostMemory, Run(configuration.rule, on: surface, from: start, steps: steps, forgets: true),
        "The second step goes on from what the rule remembers of the first.")
    }
    func text(_ value: Double) -> String { RoundedNumber.text(value, places: places) }
    func factor(_ value: Double) -> String { text(value).hasPrefix("-") ? "(\(text(value)))" : text(value) }
    let place = text(last.parameter)
    let which = steps == 1 ? "step" : "second step"
    draft.slip(.wrongDirection, places: places, last.parameter - last.change) {
      "\(place) + \(factor(-last.change)) = \($0) adds the \(which), which is to be subtracted."
    }
    draft.slip(.gaveStep, places: places, -last.change) {
      "\(place) - \(factor(last.next)) = \($0) is the \(which); the question asks where it leads."
    }
    draft.slip(.gaveGradient, places: places, last.gradient) {
      "\($0) is the slope at \(place); the rule makes a step of it."
    }
    return draft
  }

  private static func source(_ curvature: Double) -> String {
    curvature == 1 ? "x^2" : "\(Numeral.plain(curvature))*x^2"
  }

  /// The rules asked about, with all settings that count.
  private static let rules = OptimizerConfiguration.all.map(\.facts).flatMap { facts in
    facts.exercises.map { "\(facts.name):\($0)" }
  }

  /// `lr = 0.1, mu = 0.9`
  private static func settings(of rule: String) -> String {
    rule.split(separator: ":").last?.split(separator: ",").map { setting in
      setting.split(separator: "=").joined(separator: " = ")
    }.joined(separator: ", ") ?? rule
  }
}
