public import Autodiff

/// w ← w - η·(μ·g₋₁ + g)
///
/// Momentum as one lecture prints it (Brown, training): this gradient and the one before, nothing older; the gradient
/// before the first is 0.
public struct MomentumTwoTerm: Optimizer {
  /// What holds whatever its settings.
  public static let facts = OptimizerFacts(
    name: "momentum-two-term", title: "Momentum, two terms", remembers: ["g before": \.before.velocity],
    exercises: ["lr=0.1,mu=0.9"])
  /// η, finite and above 0.
  public var learningRate = 0.001
  /// λ of the L2 term, at least 0.
  public var weightDecay = 0.0
  /// μ, the weight of the previous gradient, 0 ≤ μ < 1.
  public var decay = 0.9

  /// The usual settings.
  public init() {}

  /// What can be set.
  public static let settings: [OptimizerSetting<MomentumTwoTerm>] = [
    .learningRate, .number("mu", .fraction, \.decay), .weightDecay,
  ]
  /// Which definition runs, and where it comes from.
  public var variant: String { "two gradients only, the one before the first is 0 (Brown, taken literally)" }
  /// One step of one parameter.
  @inlinable
  public func update<Number: Precision>(
    _ parameter: Number, gradient: Number, _ constants: StepConstants<Number>,
    _ memory: OptimizerMemory<Number>
  ) -> OptimizerUpdate<Number> {
    let g = penalised(gradient, at: parameter)
    var after = memory
    after.velocity = g
    return OptimizerUpdate(
      parameter, rawGradient: gradient, gradient: g, rate: constants.rate, from: memory, to: after,
      direction: Number(decay) * memory.velocity + g)
  }

  /// The rule with names and with the numbers of a step.
  public func lines(_ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>) -> [FormulaLine] {
    let step: Arithmetic =
      """
      \("w", update.parameter) - \("lr", constants.rate)·(\("μ", decay)·\("g_before", update.before.velocity) \
      + \("g", update.gradient))
      """
    return penaltyLines(update) + [FormulaLine("w", step, equals: update.next)]
  }

  /// In PyTorch.
  public var pyTorch: LibraryLine {
    LibraryLine(
      "SGD(params, lr=\(exact: learningRate)\(pyTorchDecay))",
      "no library form: adds \(exact: decay) times the gradient before")
  }
  /// In Keras.
  public var keras: LibraryLine {
    LibraryLine(
      "SGD(learning_rate=\(exact: learningRate))",
      "no library form: adds \(exact: decay) times the gradient before", kerasDecay)
  }
  /// What learners do in its place.
  public var misconceptions: [OptimizerMisconception] {
    [
      .init(
        .lookedAhead, Nesterov(learningRate: learningRate, decay: decay),
        "That is Nesterov's step; here mu times the gradient before is added.")
    ]
  }

  /// min(1/μ, 2/(1-μ))/λ
  public func stabilityLimit(steepest λ: Double) -> StabilityLimit? {
    2 * decay <= 1 - decay
      ? StabilityLimit(2 / (1 - decay) / λ, "2/((1 - \("μ", decay))·\("λ", λ))")
      : StabilityLimit(1 / decay / λ, "1/(\("μ", decay)·\("λ", λ))")
  }
}
