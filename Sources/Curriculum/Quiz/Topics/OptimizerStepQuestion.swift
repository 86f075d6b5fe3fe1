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

  /// A rule on a parabola.
  private struct Setting {
    /// How the rule is spelled.
    let spelling: String
    let configuration: OptimizerConfiguration
    let curvature: Double
    let surface: Expression
    let start: Double
    let steps: Int

    var rule: any Optimizer { configuration.rule }
    var title: String { configuration.facts.title }

    func run(_ rule: any Optimizer, on other: Expression? = nil, forgets: Bool = false) -> Run? {
      Run(rule, on: other ?? surface, from: start, steps: steps, forgets: forgets)
    }
  }

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let spelling = generator.pick(rules)
    let curvature = generator.pick([0.5, 1, 1.5, 2, 2.5, 3, 4])
    let start = Double(generator.integer(in: 1...9)) * (generator.oneIn(3) ? -0.5 : 0.5)
    let steps = generator.integer(in: 1...2)
    guard let configuration = try? OptimizerConfiguration(parsing: spelling),
      let surface = parabola(curvature)
    else { return draft(using: &generator) }
    let setting = Setting(
      spelling: spelling, configuration: configuration, curvature: curvature, surface: surface, start: start,
      steps: steps)
    guard let run = setting.run(setting.rule) else { return draft(using: &generator) }
    var draft = question(setting, run)
    addSlipsOfRule(to: &draft, setting, run)
    addSlipsOfStep(to: &draft, run)
    return draft
  }

  private static func question(_ setting: Setting, _ run: Run) -> QuestionDraft {
    let (rule, start, isOne) = (setting.rule, Numeral.plain(setting.start), setting.steps == 1)
    let slope = "The slope at \(start) is \(Numeral.plain(run.updates[0].gradient))"
    return QuestionDraft(
      "f(x) = \(setting.surface.source), start x = \(start). Where is \(setting.title) with "
        + "\(settings(of: setting.spelling)) after \(isOne ? "one step" : "two steps"), to 4 decimals? Variant: "
        + "\(rule.variant).",
      given: [
        "expression": .text(setting.surface.source), "start": .text("\(Numeral.exact(setting.start)),0"),
        "steps": .integer(setting.steps), "optimizer": .text(setting.spelling),
      ],
      rounded: RoundedNumber(value: run.end, places: places),
      hints: [
        "The rule: " + rule.formula.joined(separator: "; "),
        slope + (isOne ? "." : ", and the first step leads to \(Numeral.plain(run.path[1]))."),
      ],
      solution: (isOne ? "\(slope): " : "") + run.working)
  }

  /// Another rule, other settings, another memory, or a step too few.
  private static func addSlipsOfRule(to draft: inout QuestionDraft, _ setting: Setting, _ run: Run) {
    func slip(_ misconception: Misconception, _ other: Run?, _ remedy: String) {
      guard let other else { return }
      draft.slip(misconception, places: places, other.end) { _ in "\(other.working). \(remedy)" }
    }
    let rule = setting.rule
    slip(
      .plainDescent, setting.run(SGD(learningRate: rule.learningRate)),
      "That is plain descent; \(setting.title) does more with the gradient.")
    for other in rule.misconceptions {
      slip(Misconception(other.kind), setting.run(other.rule), other.remedy)
    }
    if rule.isLinear {
      slip(
        .lostTwo, parabola(setting.curvature / 2).flatMap { setting.run(rule, on: $0) },
        "The slope of x^2 is 2x, so here it is \(Numeral.plain(2 * setting.curvature))·x.")
      var whole = rule
      whole.learningRate = 1
      slip(
        .forgotRate, setting.run(whole),
        "Each step is multiplied by the rate \(Numeral.plain(rule.learningRate)).")
    }
    if setting.steps == 2 {
      draft.slip(.oneStepShort, places: places, run.path[1]) {
        "x = \($0) is where the first step leads; a second one begins there."
      }
      slip(
        .lostMemory, setting.run(rule, forgets: true),
        "The second step goes on from what the rule remembers of the first.")
    }
  }

  /// The last step taken the wrong way, or not taken.
  private static func addSlipsOfStep(to draft: inout QuestionDraft, _ run: Run) {
    func text(_ value: Double) -> String { RoundedNumber.text(value, places: places) }
    func factor(_ value: Double) -> String { text(value).hasPrefix("-") ? "(\(text(value)))" : text(value) }
    let last = run.updates[run.updates.count - 1]
    let place = text(last.parameter)
    let which = run.updates.count == 1 ? "step" : "second step"
    draft.slip(.wrongDirection, places: places, last.parameter - last.change) {
      "\(place) + \(factor(-last.change)) = \($0) adds the \(which), which is to be subtracted."
    }
    draft.slip(.gaveStep, places: places, -last.change) {
      "\(place) - \(factor(last.next)) = \($0) is the \(which); the question asks where it leads."
    }
    draft.slip(.gaveGradient, places: places, last.gradient) {
      "\($0) is the slope at \(place); the rule makes a step of it."
    }
  }

  /// c·x²
  private static func parabola(_ curvature: Double) -> Expression? {
    try? Expression(
      parsing: curvature == 1 ? "x^2" : "\(Numeral.plain(curvature))*x^2", variables: ["x"])
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
