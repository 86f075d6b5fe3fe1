import Learning

extension QuizTopic {
  /// One or two steps of an optimizer.
  public static let optimizerStep = QuizTopic(
    "optimizer-step", "a step of an optimizer",
    misconceptions: OptimizerRelative.misconceptions + [
      .wrongDirection, .gaveStep, .gaveGradient, .forgotRate, .lostTwo, .oneStepShort, .lostMemory,
    ],
    draft: OptimizerStepQuestion.draft)
}

extension Misconception {
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
      _ rule: OptimizerConfiguration, on surface: Expression, from start: Double, steps: Int,
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

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let rule = generator.pick(rules)
    let curvature = generator.pick([0.5, 1, 1.5, 2, 2.5, 3, 4])
    let start = Double(generator.integer(in: 1...9)) * (generator.oneIn(3) ? -0.5 : 0.5)
    let steps = generator.integer(in: 1...2)
    let source = Self.source(curvature)
    guard let configuration = try? OptimizerConfiguration(parsing: rule),
      let surface = try? Expression(parsing: source, variables: ["x"]),
      let halved = try? Expression(parsing: Self.source(curvature / 2), variables: ["x"]),
      let run = Run(configuration, on: surface, from: start, steps: steps)
    else { return draft(using: &generator) }

    let value = RoundedNumber(value: run.end, places: places)
    let last = run.updates[steps - 1]
    let slope = Numeral.plain(run.updates[0].gradient)
    var draft = QuestionDraft(
      "f(x) = \(source), start x = \(Numeral.plain(start)). Where is \(configuration.kind.title) with \(settings(of: rule)) after "
        + "\(steps == 1 ? "one step" : "two steps"), to 4 decimals? Variant: \(configuration.variant).",
      given: [
        "expression": .text(source), "start": .text("\(Numeral.exact(start)),0"), "steps": .integer(steps),
        "optimizer": .text(rule),
      ],
      rounded: value,
      hints: [
        "The rule: " + configuration.formula.joined(separator: "; "),
        "The slope at \(Numeral.plain(start)) is \(slope)"
          + (steps == 1 ? "." : ", and the first step leads to \(Numeral.plain(run.path[1]))."),
      ],
      solution: (steps == 1 ? "The slope at \(Numeral.plain(start)) is \(slope): " : "") + run.working)

    func slip(_ misconception: Misconception, _ other: Run?, _ remedy: String) {
      guard let other else { return }
      draft.slip(misconception, places: places, other.end) { _ in "\(other.working). \(remedy)" }
    }
    for relative in OptimizerRelative.all(of: configuration) {
      slip(
        relative.misconception, Run(relative.rule, on: surface, from: start, steps: steps), relative.remedy)
    }
    if configuration.kind.followsTheGradient {
      slip(
        .lostTwo, Run(configuration, on: halved, from: start, steps: steps),
        "The slope of x^2 is 2x, so here it is \(Numeral.plain(2 * curvature))·x.")
      if let whole = configuration.setting("lr=1") {
        slip(
          .forgotRate, Run(whole, on: surface, from: start, steps: steps),
          "Each step is multiplied by the rate \(Numeral.plain(configuration.learningRate)).")
      }
    }
    if steps == 2 {
      draft.slip(.oneStepShort, places: places, run.path[1]) {
        "x = \($0) is where the first step leads; a second one begins there."
      }
      slip(
        .lostMemory, Run(configuration, on: surface, from: start, steps: steps, forgets: true),
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

  /// The rules asked about, with all settings that count and rates at which single steps can be followed by hand.
  private static let rules = [
    "sgd:lr=0.1", "sgd:lr=0.2", "momentum:lr=0.1,mu=0.9", "momentum:lr=0.05,mu=0.8",
    "momentum-averaged:lr=0.1,beta=0.9", "momentum-two-term:lr=0.1,mu=0.9", "nesterov:lr=0.1,mu=0.9",
    "adagrad:lr=0.1", "adagrad:lr=0.5", "adadelta:lr=1,rho=0.5,epsilon=0.01", "rmsprop:lr=0.1,beta=0.9",
    "rmsprop:lr=0.01,beta=0.99", "adam:lr=0.1,beta1=0.9,beta2=0.999", "adam:lr=0.05,beta1=0.9,beta2=0.99",
    "adamw:lr=0.1,beta1=0.9,beta2=0.999,weight_decay=0.1", "nadam:lr=0.1,beta1=0.9,beta2=0.999,form=constant",
  ]

  /// `lr = 0.1, mu = 0.9`
  private static func settings(of rule: String) -> String {
    rule.split(separator: ":").last?.split(separator: ",").map { setting in
      setting.split(separator: "=").joined(separator: " = ")
    }.joined(separator: ", ") ?? rule
  }
}

extension OptimizerKind {
  /// Whether the length of a step grows with the gradient.
  fileprivate var followsTheGradient: Bool {
    switch self {
    case .sgd, .momentum, .momentumAveraged, .momentumTwoTerm, .nesterov: true
    case .adagrad, .adadelta, .rmsprop, .adam, .adamw, .nadam: false
    }
  }
}
