public import Autodiff

/// w ← w - η·g
///
/// Gradient descent; stochastic when g comes from a sample or carries noise.
public struct SGD: Optimizer {
  /// The place in the closed choice of rules.
  public static let kind = OptimizerKind.sgd
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
  /// The rule in the closed choice of all rules.
  public var configuration: OptimizerConfiguration { .sgd(self) }

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
}
