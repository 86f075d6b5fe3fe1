public import Autodiff

/// V ← μ·V + g;  w ← w - η·V
///
/// Classical momentum, V from 0. The learning rate scales V when it is used, as in PyTorch; Keras scales g when it is
/// stored (v ← μ·v - η·g), which is the same until η changes during a run.
public struct Momentum: Optimizer {
  /// What holds whatever its settings.
  public static let facts = OptimizerFacts(
    name: "momentum", title: "Momentum", remembers: ["V velocity": \.memory.velocity],
    exercises: ["lr=0.1,mu=0.9", "lr=0.05,mu=0.8"])
  /// η, finite and above 0.
  public var learningRate = 0.001
  /// λ of the L2 term, at least 0.
  public var weightDecay = 0.0
  /// μ, 0 ≤ μ < 1.
  public var decay = 0.9

  /// The usual settings.
  public init() {}

  /// Classical momentum with the learning rate η > 0 and 0 ≤ μ < 1.
  public init(learningRate: Double, decay: Double = 0.9) {
    (self.learningRate, self.decay) = (learningRate, decay)
  }

  /// What can be set.
  public static let settings: [OptimizerSetting<Momentum>] = [
    .learningRate, .number("mu", .fraction, \.decay), .weightDecay,
  ]
  /// Which definition runs, and where it comes from.
  public var variant: String { "classical momentum, the rate scales V at use (PyTorch SGD)" }
  /// One step of one parameter.
  @inlinable
  public func update<Number: Precision>(
    _ parameter: Number, gradient: Number, _ constants: StepConstants<Number>,
    _ memory: OptimizerMemory<Number>
  ) -> OptimizerUpdate<Number> {
    let g = penalised(gradient, at: parameter)
    var after = memory
    after.velocity = Number(decay) * memory.velocity + g
    return OptimizerUpdate(
      parameter, rawGradient: gradient, gradient: g, rate: constants.rate, from: memory, to: after,
      direction: after.velocity)
  }

  /// The rule with names and with the numbers of a step.
  public func lines(_ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>) -> [FormulaLine] {
    let velocity = update.memory.velocity
    return penaltyLines(update) + [
      FormulaLine(
        "V", "\("μ", decay)·\("V", update.before.velocity) + \("g", update.gradient)", equals: velocity),
      FormulaLine(
        "w", "\("w", update.parameter) - \("lr", constants.rate)·\("V", velocity)", equals: update.next),
    ]
  }

  /// In PyTorch.
  public var pyTorch: LibraryLine {
    LibraryLine("SGD(params, lr=\(exact: learningRate), momentum=\(exact: decay)\(pyTorchDecay))")
  }
  /// In Keras.
  public var keras: LibraryLine {
    LibraryLine("SGD(learning_rate=\(exact: learningRate), momentum=\(exact: decay))", kerasDecay)
  }
  /// What learners do in its place.
  public var misconceptions: [OptimizerMisconception] {
    [
      .init(
        .anotherMomentum, MomentumAveraged(learningRate: learningRate, beta: decay),
        "That averages the gradients; here the whole gradient is added to V."),
      .init(
        .lookedAhead, Nesterov(learningRate: learningRate, decay: decay),
        "That is Nesterov's step; momentum subtracts lr·V."),
    ]
  }

  /// 2(1+μ)/λ
  public func stabilityLimit(steepest λ: Double) -> StabilityLimit? {
    StabilityLimit(2 * (1 + decay) / λ, "2·(1 + \("μ", decay))/\("λ", λ)")
  }
}
