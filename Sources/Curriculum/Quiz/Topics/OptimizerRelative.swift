import Learning

extension Misconception {
  static let plainDescent = Misconception("plain-descent", "took a step of plain descent")
  static let anotherMomentum = Misconception("another-momentum", "used another form of momentum")
  static let addedMomentum = Misconception("added-momentum", "added momentum to plain descent")
  static let lookedAhead = Misconception("looked-ahead", "looked ahead as Nesterov does")
  static let forgotLookAhead = Misconception("forgot-look-ahead", "forgot to look ahead")
  static let addedUpSquares = Misconception("added-up-the-squares", "added up the squares as AdaGrad does")
  static let averagedSquares = Misconception("averaged-the-squares", "averaged the squares as RMSprop does")
  static let assumedCorrection = Misconception("assumed-correction", "corrected where this rule does not")
  static let forgotDecay = Misconception("forgot-weight-decay", "left out the weight decay")
  static let decayInGradient = Misconception("decay-in-the-gradient", "put the decay into the gradient")
}

/// A rule that is taken for another, with what that shows and what sets it right.
struct OptimizerRelative {
  let misconception: Misconception
  let rule: OptimizerConfiguration
  let remedy: String

  /// All misconceptions that ``all(of:)`` names.
  static let misconceptions: [Misconception] = [
    .plainDescent, .anotherMomentum, .addedMomentum, .lookedAhead, .forgotLookAhead, .addedUpSquares,
    .averagedSquares, .startedAtZero, .assumedCorrection, .forgotCorrection, .multipliedCorrection,
    .forgotDecay,
    .decayInGradient,
  ]

  /// The rules that are taken for `rule`, with its own rate and settings as far as they have them.
  static func all(of rule: OptimizerConfiguration) -> [OptimizerRelative] {
    let rate = "lr=\(Numeral.plain(rule.learningRate))"
    func relative(
      _ misconception: Misconception, _ other: OptimizerConfiguration?, _ remedy: String
    ) -> OptimizerRelative? {
      other.map { OptimizerRelative(misconception: misconception, rule: $0, remedy: remedy) }
    }
    func other(_ text: String) -> OptimizerConfiguration? { try? OptimizerConfiguration(parsing: text) }
    func value(_ name: String) -> String {
      rule.settings.first { $0.name == name }.map { "\($0.value)" } ?? ""
    }
    let title = rule.kind.title
    let plain = relative(
      .plainDescent, other("sgd:\(rate)"), "That is plain descent; \(title) does more with the gradient.")
    let (mu, betas) = (value("mu"), "beta1=\(value("beta1")),beta2=\(value("beta2"))")
    let relatives: [OptimizerRelative?] =
      switch rule.kind {
      case .sgd:
        [
          relative(
            .addedMomentum, other("momentum:\(rate),mu=0.9"),
            "That is momentum with mu = 0.9; SGD remembers nothing.")
        ]
      case .momentum:
        [
          plain,
          relative(
            .anotherMomentum, other("momentum-averaged:\(rate),beta=\(mu)"),
            "That averages the gradients; here the whole gradient is added to V."),
          relative(
            .lookedAhead, other("nesterov:\(rate),mu=\(mu)"),
            "That is Nesterov's step; momentum subtracts lr·V."),
        ]
      case .momentumAveraged:
        [
          plain,
          relative(
            .startedAtZero, rule.setting("start=zero"), "Here V begins with the first gradient, not with 0."),
          relative(
            .anotherMomentum, other("momentum:\(rate),mu=\(value("beta"))"),
            "That adds the whole gradient to V; here it counts 1 - beta."),
        ]
      case .momentumTwoTerm:
        [
          plain,
          relative(
            .lookedAhead, other("nesterov:\(rate),mu=\(mu)"),
            "That is Nesterov's step; here mu times the gradient before is added."),
        ]
      case .nesterov:
        [
          plain,
          relative(
            .forgotLookAhead, other("momentum:\(rate),mu=\(mu)"),
            "That is momentum; Nesterov's step is lr·(g + mu·V)."),
        ]
      case .adagrad:
        [
          plain,
          relative(
            .averagedSquares, other("rmsprop:\(rate),beta=0.9"),
            "That is RMSprop with beta = 0.9; AdaGrad adds up the squares."),
        ]
      case .adadelta:
        [
          plain,
          relative(
            .averagedSquares, other("rmsprop:\(rate),beta=\(value("rho"))"),
            "That is RMSprop; Adadelta also multiplies by the root of U + epsilon."),
          relative(
            .addedUpSquares, other("adagrad:\(rate)"),
            "Adadelta averages the squares and multiplies by √(U + epsilon)."
          ),
        ]
      case .rmsprop:
        [
          plain,
          relative(
            .assumedCorrection, other("adam:\(rate),beta1=0,beta2=\(value("beta"))"),
            "RMSprop does not correct the average of the squares, so its first steps are long."),
          relative(
            .addedUpSquares, other("adagrad:\(rate)"), "RMSprop averages the squares with beta and 1 - beta."),
        ]
      case .adam:
        [
          plain,
          relative(
            .forgotCorrection, rule.setting("correction=false"),
            "Both averages start at 0 and are divided by 1 - beta^t."),
          relative(
            .multipliedCorrection, rule.setting("correction=multiplied"),
            "Both averages are too small and are divided by 1 - beta^t."),
        ]
      case .adamw:
        [
          plain,
          relative(
            .forgotDecay, other("adam:\(rate),\(betas)"), "AdamW also takes lr·decay·w off the weight itself."
          ),
          relative(
            .decayInGradient, other("adam:\(rate),\(betas),weight_decay=\(value("weight_decay"))"),
            "That is Adam with an L2 penalty; AdamW takes lr·decay·w off the weight itself."),
        ]
      case .nadam:
        [
          plain,
          relative(
            .forgotLookAhead, other("adam:\(rate),\(betas)"),
            "That is Adam; Nadam mixes the next V and the gradient."),
        ]
      }
    return relatives.compactMap { $0 }
  }
}

extension OptimizerConfiguration {
  /// The rule with one setting changed, `nil` when it has none of that name.
  func setting(_ setting: String) -> OptimizerConfiguration? {
    var copy = self
    do { try copy.set(setting) } catch { return nil }
    return copy
  }
}
