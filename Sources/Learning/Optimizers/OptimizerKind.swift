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
}
