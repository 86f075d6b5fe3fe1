import Learning

extension QuizTopic {
  /// One or two steps of an optimizer.
  public static let optimizerStep = QuizTopic(
    "optimizer-step", "a step of an optimizer",
    misconceptions: [
      .startedAtZero, .forgotCorrection, .multipliedCorrection, .wrongDirection, .gaveStep, .forgotRate,
      .plainDescent, .anotherMomentum, .oneStepShort, .lostMemory, .forgotSquare, .assumedCorrection,
      .forgotLookAhead, .forgotLambda, .missingTwo, .anotherConvention, .anotherMethod,
    ],
    draft: OptimizerStepQuestion.draft)
}

extension Misconception {
  static let wrongDirection = Misconception("wrong-direction", "went uphill")
  static let gaveStep = Misconception("gave-the-step", "gave the step, not the place")
  static let forgotRate = Misconception("forgot-rate", "forgot the learning rate")
  static let plainDescent = Misconception("plain-descent", "took a step of plain descent")
  static let anotherMomentum = Misconception("another-momentum", "used another form of momentum")
  static let oneStepShort = Misconception("one-step-short", "stopped a step too soon")
  static let forgotSquare = Misconception("forgot-square", "forgot to square")
  static let assumedCorrection = Misconception("assumed-correction", "corrected where this rule does not")
  static let forgotLookAhead = Misconception("forgot-look-ahead", "forgot to look ahead")
  static let forgotLambda = Misconception("forgot-lambda", "forgot lambda")
  static let anotherConvention = Misconception("another-convention", "followed another convention")
  static let anotherMethod = Misconception("another-method", "described another method")
}

/// Where one or two steps of an optimizer lead on f(x) = c·x².
enum OptimizerStepQuestion {
  /// A run of `rule` on an expression in x.
  private struct Run {
    let rule: OptimizerConfiguration
    /// x before each step and after the last.
    let path: [Double]
    let updates: [OptimizerUpdate<Double>]
    let lines: [FormulaLine]

    /// - Parameter forgets: whether each step begins with a fresh memory.
    init?(
      _ rule: OptimizerConfiguration, on surface: Expression, from start: Double, steps: Int,
      forgets: Bool = false
    ) {
      self.rule = rule
      var path = [start]
      var updates: [OptimizerUpdate<Double>] = []
      var lines: [FormulaLine] = []
      var memory = rule.fresh(as: Double.self)
      for number in 1...steps {
        let constants = rule.constants(
          ofStep: forgets ? 1 : number, rate: rule.learningRate, as: Double.self)
        let x = path[path.count - 1]
        guard let slope = Self.slope(of: surface, at: rule.probe(at: x, memory)) else { return nil }
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
  }

  private static let places = 4

  static func draft(using generator: inout SplitMix64) -> QuestionDraft {
    let rule = generator.pick(rules)
    let curvature = generator.pick([0.5, 1, 1.5, 2, 3])
    let start = Double(generator.integer(in: 1...6)) * (generator.oneIn(3) ? -0.5 : 0.5)
    let steps = generator.integer(in: 1...2)
    let source = curvature == 1 ? "x^2" : "\(Numeral.exact(curvature))*x^2"
    guard let configuration = try? OptimizerConfiguration(parsing: rule),
      let surface = try? Expression(parsing: source, variables: ["x"]),
      let run = Run(configuration, on: surface, from: start, steps: steps)
    else { return draft(using: &generator) }

    let value = RoundedNumber(value: run.end, places: places)
    let first = run.updates[0]
    let slope = Numeral.format(first.gradient)
    var draft = QuestionDraft(
      "f(x) = \(source), start x = \(Numeral.format(start)). Where is \(configuration.kind.title) with \(settings(of: rule)) after "
        + "\(steps == 1 ? "one step" : "two steps"), to 4 decimals? Variant: \(configuration.variant).",
      given: [
        "expression": .text(source), "start": .text("\(Numeral.exact(start)),0"), "steps": .integer(steps),
        "optimizer": .text(rule),
      ],
      rounded: value,
      hints: [
        "The rule: " + configuration.formula.joined(separator: "; "),
        "The slope at \(Numeral.format(start)) is \(slope)"
          + (steps == 1 ? "." : ", and the first step leads to \(Numeral.format(run.path[1]))."),
      ],
      solution: "The slope at \(Numeral.format(run.updates[steps - 1].parameter)) is "
        + "\(Numeral.format(run.updates[steps - 1].gradient)): "
        + run.lines.map(\.numbers).joined(separator: "; "))

    let rate = configuration.learningRate
    func slip(_ misconception: Misconception, _ other: Run?) {
      guard let other, let last = other.lines.last else { return }
      draft.slip(misconception, places: places, other.end) { _ in last.numbers }
    }
    for (misconception, other) in relatives(of: configuration) {
      slip(misconception, Run(other, on: surface, from: start, steps: steps))
    }
    if steps == 2 {
      draft.slip(.oneStepShort, places: places, run.path[1]) { "\($0) is where the first step leads." }
      slip(.lostMemory, Run(configuration, on: surface, from: start, steps: steps, forgets: true))
    }
    let last = run.updates[steps - 1]
    draft.slip(.wrongDirection, places: places, last.parameter - last.change) {
      "\(Numeral.format(last.parameter)) + \(Numeral.format(-last.change)) = \($0) adds the step."
    }
    draft.slip(.gaveStep, places: places, abs(last.change)) { "\($0) is the length of the step." }
    if configuration.kind == .sgd {
      draft.slip(.forgotRate, places: places, last.parameter - last.gradient) {
        "\(Numeral.format(last.parameter)) - \(Numeral.factor(last.gradient)) = \($0)"
      }
      draft.slip(.missingTwo, places: places, last.parameter - rate * last.gradient / 2) {
        "\(Numeral.format(last.parameter)) - \(Numeral.format(rate))·\(Numeral.factor(last.gradient / 2)) = \($0) "
          + "uses half the slope."
      }
    }
    return draft
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

  /// Rules that are taken for `rule`, and what that shows.
  private static func relatives(
    of rule: OptimizerConfiguration
  ) -> [(misconception: Misconception, other: OptimizerConfiguration)] {
    let rate = "lr=\(Numeral.exact(rule.learningRate))"
    func other(_ text: String) -> OptimizerConfiguration? { try? OptimizerConfiguration(parsing: text) }
    func changed(_ settings: String) -> OptimizerConfiguration? {
      var copy = rule
      do { try copy.set(settings) } catch { return nil }
      return copy
    }
    func value(of name: String, in rule: OptimizerConfiguration) -> String {
      rule.settings.first { $0.name == name }.map { "\($0.value)" } ?? ""
    }
    let plain = (Misconception.plainDescent, other("sgd:\(rate)"))
    let candidates: [(Misconception, OptimizerConfiguration?)] =
      switch rule.kind {
      case .sgd: [(.anotherMomentum, other("momentum:\(rate)"))]
      case .momentum:
        [
          plain, (.anotherMomentum, other("momentum-averaged:\(rate),beta=\(value(of: "mu", in: rule))")),
          (.anotherMethod, other("nesterov:\(rate)")),
        ]
      case .momentumAveraged:
        [plain, (.startedAtZero, changed("start=zero")), (.anotherMomentum, other("momentum:\(rate)"))]
      case .momentumTwoTerm: [plain, (.anotherMomentum, other("nesterov:\(rate)"))]
      case .nesterov: [plain, (.forgotLookAhead, other("momentum:\(rate)"))]
      case .adagrad: [plain, (.anotherMethod, other("rmsprop:\(rate)"))]
      case .adadelta:
        [(.anotherMethod, other("rmsprop:lr=1,beta=0.5")), (.anotherMethod, other("adagrad:lr=1"))]
      case .rmsprop:
        [
          plain, (.assumedCorrection, other("adam:\(rate),beta1=0")),
          (.forgotSquare, other("adagrad:\(rate)")),
        ]
      case .adam:
        [
          plain, (.forgotCorrection, changed("correction=false")),
          (.multipliedCorrection, changed("correction=multiplied")),
        ]
      case .adamw:
        [
          (.forgotLambda, other("adam:\(rate)")), plain,
          (.anotherConvention, other("adam:\(rate),weight_decay=0.1")),
        ]
      case .nadam: [plain, (.anotherMethod, other("adam:\(rate)"))]
      }
    return candidates.compactMap { misconception, other in other.map { (misconception, $0) } }
  }
}
