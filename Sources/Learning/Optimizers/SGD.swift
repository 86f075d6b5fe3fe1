public import Autodiff

/// w ← w - η·g
///
/// Gradient descent; stochastic when g comes from a sample or carries noise.
public struct SGD: Optimizer {
  /// What holds whatever its settings.
  public static let facts = OptimizerFacts(
    name: "sgd", title: "SGD", remembers: [:],
    exercises: ["lr=0.1", "lr=0.2"])
  /// η, finite and above 0.
  public var learningRate = 0.001
  /// λ of the L2 term, at least 0.
  public var weightDecay = 0.0

  /// The usual settings.
  public init() {}

  /// Gradient descent with the learning rate η > 0.
  public init(learningRate: Double) { self.learningRate = learningRate }

  /// What can be set.
  public static let settings: [OptimizerSetting<SGD>] = [.learningRate, .weightDecay]
  /// Which definition runs, and where it comes from.
  public var variant: String { "gradient descent (NSES; PyTorch SGD)" }
  /// One step of one parameter.
  @inlinable
  public func update<Number: Precision>(
    _ parameter: Number, gradient: Number, _ constants: StepConstants<Number>,
    _ memory: OptimizerMemory<Number>
  ) -> OptimizerUpdate<Number> {
    let g = penalised(gradient, at: parameter)
    return OptimizerUpdate(
      parameter, rawGradient: gradient, gradient: g, rate: constants.rate, from: memory, to: memory,
      direction: g)
  }

  /// The rule with names and with the numbers of a step.
  public func lines(_ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>) -> [FormulaLine] {
    penaltyLines(update) + [
      FormulaLine(
        "w", "\("w", update.parameter) - \("lr", constants.rate)·\("g", update.gradient)", equals: update.next
      )
    ]
  }

  /// In PyTorch.
  public var pyTorch: LibraryLine {
    LibraryLine("SGD(params, lr=\(exact: learningRate)\(pyTorchDecay))")
  }
  /// In Keras.
  public var keras: LibraryLine {
    LibraryLine("SGD(learning_rate=\(exact: learningRate))", kerasDecay)
  }
  /// What learners do in its place.
  public var misconceptions: [OptimizerMisconception] {
    [
      .init(
        .init("added-momentum", "added momentum to plain descent"),
        Momentum(learningRate: learningRate, decay: 0.9),
        "That is momentum with mu = 0.9; SGD remembers nothing.")
    ]
  }

  /// 2/λ
  public func stabilityLimit(steepest λ: Double) -> StabilityLimit? { StabilityLimit(2 / λ, "2/\("λ", λ)") }
}
