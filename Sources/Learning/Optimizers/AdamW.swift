public import Autodiff

/// Adam, and w shrinks by η·λ·w besides.
///
/// Loshchilov and Hutter, 2019: the decay is decoupled, it does not pass through V and S as an L2 term would. As in
/// PyTorch the decay is taken from w before the step.
public struct AdamW: Optimizer {
  /// The rule without the decay.
  public var adam = Adam()
  /// λ of the decoupled decay, at least 0.
  public var weightDecay = 0.01

  /// What holds whatever its settings.
  public static let facts = OptimizerFacts(
    name: "adamw", title: "AdamW", remembers: Adam.facts.remembers,
    exercises: ["lr=0.1,beta1=0.9,beta2=0.999,weight_decay=0.1"])

  /// The usual settings.
  public init() {}

  /// η, finite and above 0.
  public var learningRate: Double {
    @inlinable get { adam.learningRate }
    set { adam.learningRate = newValue }
  }

  /// What can be set.
  public static let settings: [OptimizerSetting<AdamW>] = [
    .learningRate, .number("beta1", .fraction, \.adam.beta1), .number("beta2", .fraction, \.adam.beta2),
    .number("epsilon", .nonNegative, \.adam.epsilon), .choice("correction", \.adam.correction),
    .epsilonInside(\.adam.epsilonPlacement), .epsilonPlace(\.adam.epsilonPlacement), .weightDecay,
  ]
  /// Which definition runs, and where it comes from.
  public var variant: String {
    "AdamW, decoupled decay, \(adam.correction.words), \(adam.epsilonPlacement.words)"
  }

  /// What a step has in common for all parameters.
  @inlinable
  public func constants<Number: Precision>(
    ofStep number: Int, rate: Double, as type: Number.Type
  ) -> StepConstants<Number> {
    adam.constants(ofStep: number, rate: rate, as: type)
  }

  /// One step of one parameter.
  @inlinable
  public func update<Number: Precision>(
    _ parameter: Number, gradient: Number, _ constants: StepConstants<Number>,
    _ memory: OptimizerMemory<Number>
  ) -> OptimizerUpdate<Number> {
    var update = adam.update(parameter, gradient: gradient, constants, memory)
    update.next -= constants.rate * Number(weightDecay) * parameter
    return update
  }

  /// The rule with names and with the numbers of a step.
  public func lines(_ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>) -> [FormulaLine] {
    // One line from w to the next w, since some see the last one alone.
    let shrunk: Arithmetic =
      "\("w", update.parameter)·(1 - \("lr", constants.rate)·\("decay", weightDecay))"
    return adam.momentLines(update, constants) + [
      FormulaLine("w", adam.correctedStep(update, constants, from: shrunk), equals: update.next)
    ]
  }

  /// In PyTorch.
  public var pyTorch: LibraryLine {
    LibraryLine(
      "AdamW(params, lr=\(exact: learningRate), betas=(\(exact: adam.beta1), \(exact: adam.beta2)), eps=\(exact: adam.epsilon), weight_decay=\(exact: weightDecay))",
      adam.correction.unlessDivided, adam.epsilonPlacement.unlessOutside)
  }
  /// In Keras.
  public var keras: LibraryLine {
    LibraryLine(
      "AdamW(learning_rate=\(exact: learningRate), beta_1=\(exact: adam.beta1), beta_2=\(exact: adam.beta2), epsilon=\(exact: adam.epsilon), weight_decay=\(exact: weightDecay))",
      adam.correction.unlessDivided)
  }
  /// What learners do in its place.
  public var misconceptions: [OptimizerMisconception] {
    var penalised = adam
    penalised.weightDecay = weightDecay
    return [
      .init(
        .init("forgot-weight-decay", "left out the weight decay"), adam,
        "AdamW also takes lr·decay·w off the weight itself."),
      .init(
        .init("decay-in-the-gradient", "put the decay into the gradient"), penalised,
        "That is Adam with an L2 penalty; AdamW takes lr·decay·w off the weight itself."),
    ]
  }
}
