public import Autodiff

/// S ← S + g²;  w ← w - η·g/(√S + ε)
///
/// Duchi, Hazan and Singer, 2011. With a constant gradient the effective rate falls as η/√t.
public struct AdaGrad: Optimizer {
  /// What holds whatever its settings.
  public static let facts = OptimizerFacts(
    name: "adagrad", title: "AdaGrad", remembers: ["S squares": \.memory.squares],
    exercises: ["lr=0.1", "lr=0.5"])
  /// η, finite and above 0.
  public var learningRate = 0.01
  /// λ of the L2 term, at least 0.
  public var weightDecay = 0.0
  /// ε ≥ 0.
  public var epsilon = 1e-10
  /// S before the first step, at least 0; Keras starts at 0.1.
  public var accumulator = 0.0
  /// Where ε stands: outside or inside the root.
  public var epsilonPlacement = EpsilonPlacement.outside

  /// The usual settings.
  public init() {}

  /// AdaGrad with the learning rate η > 0.
  public init(learningRate: Double, epsilon: Double = 1e-10) {
    (self.learningRate, self.epsilon) = (learningRate, epsilon)
  }

  /// What can be set.
  public static let settings: [OptimizerSetting<AdaGrad>] = [
    .learningRate, .number("epsilon", .nonNegative, \.epsilon),
    .number("accumulator", .nonNegative, \.accumulator), .epsilonInside(\.epsilonPlacement), .weightDecay,
  ]
  /// Which definition runs, and where it comes from.
  public var variant: String { "AdaGrad, \(epsilonPlacement.words)" }
  /// What is remembered before the first step.
  @inlinable
  public func fresh<Number: Precision>(as type: Number.Type) -> OptimizerMemory<Number> {
    OptimizerMemory(squares: Number(accumulator))
  }

  /// One step of one parameter.
  @inlinable
  public func update<Number: Precision>(
    _ parameter: Number, gradient: Number, _ constants: StepConstants<Number>,
    _ memory: OptimizerMemory<Number>
  ) -> OptimizerUpdate<Number> {
    let g = penalised(gradient, at: parameter)
    var after = memory
    after.squares = memory.squares + g * g
    return OptimizerUpdate(
      parameter, rawGradient: gradient, gradient: g, rate: constants.rate, from: memory, to: after,
      direction: g, denominator: epsilonPlacement.denominator(after.squares, 1, Number(epsilon)))
  }

  /// The rule with names and with the numbers of a step.
  public func lines(_ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>) -> [FormulaLine] {
    let squares = update.memory.squares
    return penaltyLines(update) + [
      FormulaLine("S", "\("S", update.before.squares) + \("g", update.gradient)²", equals: squares),
      FormulaLine(
        "w",
        dividedStep(
          update, rate: constants.rate, direction: ("g", update.gradient), squares: ("S", squares),
          epsilon: epsilon, epsilonPlacement), equals: update.next),
    ]
  }

  /// In PyTorch.
  public var pyTorch: LibraryLine {
    LibraryLine(
      "Adagrad(params, lr=\(exact: learningRate)\(accumulator == 0 ? "" : ", initial_accumulator_value=\(exact: accumulator)"), eps=\(exact: epsilon)\(pyTorchDecay))",
      epsilonPlacement.unlessOutside)
  }
  /// In Keras.
  public var keras: LibraryLine {
    LibraryLine(
      "Adagrad(learning_rate=\(exact: learningRate), initial_accumulator_value=\(exact: accumulator), epsilon=\(exact: epsilon))",
      kerasDecay)
  }
  /// What learners do in its place.
  public var misconceptions: [OptimizerMisconception] {
    [
      .init(
        .averagedSquares, RMSprop(learningRate: learningRate, beta: 0.9),
        "That is RMSprop with beta = 0.9; AdaGrad adds up the squares.")
    ]
  }
}
