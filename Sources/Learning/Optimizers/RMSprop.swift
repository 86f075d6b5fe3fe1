public import Autodiff

/// S ← β·S + (1-β)·g²;  w ← w - η·g/(√S + ε)
///
/// Tieleman and Hinton, 2012. S starts at 0 and is not corrected, so the first step is η/√(1-β) whatever the gradient;
/// it can also start at the first squared gradient.
public struct RMSprop: Optimizer {
  /// How the average of squares starts.
  public enum Start: String, CaseIterable, Codable, Sendable {
    /// S₀ = 0, uncorrected: the lecture, PyTorch, Keras.
    case zero
    /// S₁ = g₁².
    case first
  }

  /// What holds whatever its settings.
  public static let facts = OptimizerFacts(
    name: "rmsprop", title: "RMSprop", remembers: ["S squares": \.memory.squares],
    exercises: ["lr=0.1,beta=0.9", "lr=0.01,beta=0.99"])
  /// η, finite and above 0.
  public var learningRate = 0.01
  /// λ of the L2 term, at least 0.
  public var weightDecay = 0.0
  /// β, 0 ≤ β < 1.
  public var beta = 0.99
  /// ε ≥ 0.
  public var epsilon = 1e-8
  /// How the average starts.
  public var start = Start.zero
  /// Where ε stands: outside or inside the root.
  public var epsilonPlacement = EpsilonPlacement.outside

  /// The usual settings.
  public init() {}

  /// RMSprop with the learning rate η > 0 and 0 ≤ β < 1.
  public init(learningRate: Double, beta: Double = 0.99, epsilon: Double = 1e-8, start: Start = .zero) {
    (self.learningRate, self.beta, self.epsilon, self.start) = (learningRate, beta, epsilon, start)
  }

  /// What can be set.
  public static let settings: [OptimizerSetting<RMSprop>] = [
    .learningRate, .number("beta", .fraction, \.beta), .number("epsilon", .nonNegative, \.epsilon),
    .choice("start", \.start), .epsilonInside(\.epsilonPlacement), .weightDecay,
  ]
  /// Which definition runs, and where it comes from.
  public var variant: String {
    let beginning = start == .zero ? "S starts at 0, uncorrected" : "S starts at the first g²"
    return "RMSprop, \(beginning), \(epsilonPlacement.words)"
  }

  /// One step of one parameter.
  @inlinable
  public func update<Number: Precision>(
    _ parameter: Number, gradient: Number, _ constants: StepConstants<Number>,
    _ memory: OptimizerMemory<Number>
  ) -> OptimizerUpdate<Number> {
    let g = penalised(gradient, at: parameter)
    var after = memory
    if start == .first, constants.number == 1 {
      after.squares = g * g
    } else {
      after.squares = Number(beta) * memory.squares + Number(1 - beta) * (g * g)
    }
    return OptimizerUpdate(
      parameter, rawGradient: gradient, gradient: g, rate: constants.rate, from: memory, to: after,
      direction: g, denominator: epsilonPlacement.denominator(after.squares, 1, Number(epsilon)))
  }

  /// The rule with names and with the numbers of a step.
  public func lines(_ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>) -> [FormulaLine] {
    let (g, squares) = (update.gradient, update.memory.squares)
    let average: Arithmetic =
      start == .first && constants.number == 1
      ? "\("g", g)²" : "\("β", beta)·\("S", update.before.squares) + \("(1-β)", 1 - beta)·\("g", g)²"
    return penaltyLines(update) + [
      FormulaLine("S", average, equals: squares),
      FormulaLine(
        "w",
        dividedStep(
          update, rate: constants.rate, direction: ("g", g), squares: ("S", squares), epsilon: epsilon,
          epsilonPlacement), equals: update.next),
    ]
  }

  /// In PyTorch.
  public var pyTorch: LibraryLine {
    LibraryLine(
      "RMSprop(params, lr=\(exact: learningRate), alpha=\(exact: beta), eps=\(exact: epsilon)\(pyTorchDecay))",
      start == .zero ? nil : "S starts at 0 there", epsilonPlacement.unlessOutside)
  }
  /// In Keras.
  public var keras: LibraryLine {
    LibraryLine(
      "RMSprop(learning_rate=\(exact: learningRate), rho=\(exact: beta), epsilon=\(exact: epsilon))",
      start == .zero ? nil : "S starts at 0 there", kerasDecay)
  }
  /// What learners do in its place.
  public var misconceptions: [OptimizerMisconception] {
    [
      .init(
        .init("assumed-correction", "corrected where this rule does not"),
        Adam(learningRate: learningRate, beta1: 0, beta2: beta),
        "RMSprop does not correct the average of the squares, so its first steps are long."),
      .init(
        .addedUpSquares, AdaGrad(learningRate: learningRate),
        "RMSprop averages the squares with beta and 1 - beta."),
    ]
  }
}
