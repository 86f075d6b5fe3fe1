public import Autodiff

/// A rule with its settings: the closed choice of all rules, so that one is chosen at run time without boxes.
public enum OptimizerConfiguration: Hashable, Sendable {
  case sgd(SGD)
  case momentum(Momentum)
  case momentumAveraged(MomentumAveraged)
  case momentumTwoTerm(MomentumTwoTerm)
  case nesterov(Nesterov)
  case adagrad(AdaGrad)
  case adadelta(Adadelta)
  case rmsprop(RMSprop)
  case adam(Adam)
  case adamw(AdamW)
  case nadam(Nadam)

  /// The rule itself, for everything that is not done once per step.
  public var rule: any Optimizer {
    switch self {
    case .sgd(let rule): rule
    case .momentum(let rule): rule
    case .momentumAveraged(let rule): rule
    case .momentumTwoTerm(let rule): rule
    case .nesterov(let rule): rule
    case .adagrad(let rule): rule
    case .adadelta(let rule): rule
    case .rmsprop(let rule): rule
    case .adam(let rule): rule
    case .adamw(let rule): rule
    case .nadam(let rule): rule
    }
  }

  /// Which rule it is.
  public var kind: OptimizerKind { type(of: rule).kind }

  /// η, finite and above 0.
  public var learningRate: Double {
    get {
      // Asked for in every step, so not through a box.
      switch self {
      case .sgd(let rule): rule.learningRate
      case .momentum(let rule): rule.learningRate
      case .momentumAveraged(let rule): rule.learningRate
      case .momentumTwoTerm(let rule): rule.learningRate
      case .nesterov(let rule): rule.learningRate
      case .adagrad(let rule): rule.learningRate
      case .adadelta(let rule): rule.learningRate
      case .rmsprop(let rule): rule.learningRate
      case .adam(let rule): rule.learningRate
      case .adamw(let rule): rule.learningRate
      case .nadam(let rule): rule.learningRate
      }
    }
    set { change { $0.learningRate = newValue } }
  }

  /// Which of several definitions runs, and where it comes from.
  public var variant: String { rule.variant }

  /// Whether the gradient is wanted elsewhere than at the parameter itself.
  @inlinable
  public var looksAhead: Bool {
    if case .nesterov(let rule) = self { rule.form == .lookahead } else { false }
  }

  mutating func change(_ body: (inout any Optimizer) -> Void) {
    var rule = rule
    body(&rule)
    self = rule.configuration
  }
}

extension OptimizerConfiguration {
  /// What is remembered before a parameter's first step.
  @inlinable
  public func fresh<Number: Precision>(as type: Number.Type) -> OptimizerMemory<Number> {
    switch self {
    case .adagrad(let rule): rule.fresh(as: type)
    case .nadam(let rule): rule.fresh(as: type)
    case .sgd, .momentum, .momentumAveraged, .momentumTwoTerm, .nesterov, .adadelta, .rmsprop, .adam, .adamw:
      OptimizerMemory()
    }
  }

  /// What step `number` (from 1) with the learning rate `rate` has in common for all parameters.
  @inlinable
  public func constants<Number: Precision>(
    ofStep number: Int, rate: Double, as type: Number.Type
  ) -> StepConstants<Number> {
    switch self {
    case .sgd, .momentum, .momentumTwoTerm, .nesterov, .adagrad, .adadelta, .rmsprop:
      StepConstants(number: number, rate: rate)
    case .momentumAveraged(let rule): rule.constants(ofStep: number, rate: rate, as: type)
    case .adam(let rule): rule.constants(ofStep: number, rate: rate, as: type)
    case .adamw(let rule): rule.constants(ofStep: number, rate: rate, as: type)
    case .nadam(let rule): rule.constants(ofStep: number, rate: rate, as: type)
    }
  }

  /// Where the rule wants the gradient.
  @inlinable
  public func probe<Number: Precision>(at parameter: Number, _ memory: OptimizerMemory<Number>) -> Number {
    if case .nesterov(let rule) = self { rule.probe(at: parameter, memory) } else { parameter }
  }

  /// One step of one parameter.
  @inlinable
  public func update<Number: Precision>(
    _ parameter: Number, gradient: Number, _ constants: StepConstants<Number>,
    _ memory: OptimizerMemory<Number>
  ) -> OptimizerUpdate<Number> {
    switch self {
    case .sgd(let rule): rule.update(parameter, gradient: gradient, constants, memory)
    case .momentum(let rule): rule.update(parameter, gradient: gradient, constants, memory)
    case .momentumAveraged(let rule): rule.update(parameter, gradient: gradient, constants, memory)
    case .momentumTwoTerm(let rule): rule.update(parameter, gradient: gradient, constants, memory)
    case .nesterov(let rule): rule.update(parameter, gradient: gradient, constants, memory)
    case .adagrad(let rule): rule.update(parameter, gradient: gradient, constants, memory)
    case .adadelta(let rule): rule.update(parameter, gradient: gradient, constants, memory)
    case .rmsprop(let rule): rule.update(parameter, gradient: gradient, constants, memory)
    case .adam(let rule): rule.update(parameter, gradient: gradient, constants, memory)
    case .adamw(let rule): rule.update(parameter, gradient: gradient, constants, memory)
    case .nadam(let rule): rule.update(parameter, gradient: gradient, constants, memory)
    }
  }

  /// The rule line by line, in names and with the numbers of a step of one parameter.
  public func lines(
    _ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>
  ) -> [FormulaLine] {
    rule.lines(update, constants)
  }

  /// The rule in names alone, as it stands from the second step on.
  public var formula: [String] {
    let constants = constants(ofStep: 2, rate: learningRate, as: Double.self)
    return lines(update(1, gradient: 1, constants, fresh(as: Double.self)), constants).map(\.names)
  }
}
