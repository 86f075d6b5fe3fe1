/// The rules in teaching order, by the names of the command line.
public enum OptimizerKind: String, CaseIterable, Codable, Sendable {
  case sgd
  case momentum
  case momentumAveraged = "momentum-averaged"
  case momentumTwoTerm = "momentum-two-term"
  case nesterov
  case adagrad
  case adadelta
  case rmsprop
  case adam
  case adamw
  case nadam

  /// The rule with its usual settings.
  public var configuration: OptimizerConfiguration {
    switch self {
    case .sgd: .sgd(SGD())
    case .momentum: .momentum(Momentum())
    case .momentumAveraged: .momentumAveraged(MomentumAveraged())
    case .momentumTwoTerm: .momentumTwoTerm(MomentumTwoTerm())
    case .nesterov: .nesterov(Nesterov())
    case .adagrad: .adagrad(AdaGrad())
    case .adadelta: .adadelta(Adadelta())
    case .rmsprop: .rmsprop(RMSprop())
    case .adam: .adam(Adam())
    case .adamw: .adamw(AdamW())
    case .nadam: .nadam(Nadam())
    }
  }

  /// A name for headings and legends.
  public var title: String {
    switch self {
    case .sgd: "SGD"
    case .momentum: "Momentum"
    case .momentumAveraged: "Momentum, averaged"
    case .momentumTwoTerm: "Momentum, two terms"
    case .nesterov: "Nesterov"
    case .adagrad: "AdaGrad"
    case .adadelta: "Adadelta"
    case .rmsprop: "RMSprop"
    case .adam: "Adam"
    case .adamw: "AdamW"
    case .nadam: "Nadam"
    }
  }

  /// What the rule is about, in one line.
  public var idea: String {
    switch self {
    case .sgd: "a step against the gradient, as long as the gradient is steep"
    case .momentum: "gradients add up to a velocity that fades by mu"
    case .momentumAveraged: "a step along the moving average of the gradients"
    case .momentumTwoTerm: "this gradient plus mu times the one before, and nothing older"
    case .nesterov: "momentum that looks at the slope where it is about to be"
    case .adagrad: "steep directions get smaller steps; all squared gradients are kept for ever"
    case .adadelta: "AdaGrad that forgets, with steps measured against its own earlier steps"
    case .rmsprop: "AdaGrad that forgets: divided by the average size of recent gradients"
    case .adam: "averaged momentum divided by the average size of the gradients"
    case .adamw: "Adam with weight decay applied to the weight, not to the gradient"
    case .nadam: "Adam that looks ahead as Nesterov does"
    }
  }
}
