public import Autodiff

/// S ← ρ·S + (1-ρ)·g²;  Δ = √(U + ε)/√(S + ε)·g;  U ← ρ·U + (1-ρ)·Δ²;  w ← w - η·Δ
///
/// Zeiler, 2012, with the rate η of PyTorch, usually 1. U starts at 0, so the first steps are of the size of √ε.
public struct Adadelta: Optimizer {
  /// What holds whatever its settings.
  public static let facts = OptimizerFacts(
    name: "adadelta", title: "Adadelta",
    remembers: ["S squares": \.memory.squares, "U updates": \.memory.companion],
    exercises: ["lr=1,rho=0.5,epsilon=0.01"])
  /// η, finite and above 0.
  public var learningRate = 1.0
  /// λ of the L2 term, at least 0.
  public var weightDecay = 0.0
  /// ρ, 0 ≤ ρ < 1.
  public var decay = 0.9
  /// ε ≥ 0.
  public var epsilon = 1e-6
  /// Where ε stands: inside both roots, or beside both.
  public var epsilonPlacement = EpsilonPlacement.inside

  /// The usual settings.
  public init() {}

  /// Adadelta with the learning rate η > 0 and 0 ≤ ρ < 1.
  public init(learningRate: Double = 1, decay: Double, epsilon: Double = 1e-6) {
    (self.learningRate, self.decay, self.epsilon) = (learningRate, decay, epsilon)
  }

  /// What can be set.
  public static let settings: [OptimizerSetting<Adadelta>] = [
    .learningRate, .number("rho", .fraction, \.decay), .number("epsilon", .nonNegative, \.epsilon),
    .epsilonInside(\.epsilonPlacement), .weightDecay,
  ]
  /// Which definition runs, and where it comes from.
  public var variant: String {
    epsilonPlacement == .inside
      ? "Adadelta, epsilon inside both roots (Zeiler 2012, PyTorch, Keras)"
      : "Adadelta, epsilon beside both roots"
  }

  /// One step of one parameter.
  @inlinable
  public func update<Number: Precision>(
    _ parameter: Number, gradient: Number, _ constants: StepConstants<Number>,
    _ memory: OptimizerMemory<Number>
  ) -> OptimizerUpdate<Number> {
    let g = penalised(gradient, at: parameter)
    let (kept, added, epsilon) = (Number(decay), Number(1 - decay), Number(epsilon))
    var after = memory
    after.squares = kept * memory.squares + added * (g * g)
    let numerator = epsilonPlacement.denominator(memory.companion, 1, epsilon)
    let denominator = epsilonPlacement.denominator(after.squares, 1, epsilon) / numerator
    let delta = g / denominator
    after.companion = kept * memory.companion + added * (delta * delta)
    return OptimizerUpdate(
      parameter, rawGradient: gradient, gradient: g, rate: constants.rate, from: memory, to: after,
      direction: g, denominator: denominator)
  }

  /// The rule with names and with the numbers of a step.
  public func lines(_ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>) -> [FormulaLine] {
    let (old, new, g) = (update.before, update.memory, update.gradient)
    let delta = g / update.denominator
    let (ρ, rest, ε) = (("ρ", decay), ("(1-ρ)", 1 - decay), ("ε", epsilon))
    let ratio: Arithmetic =
      epsilonPlacement == .inside
      ? "√(\("U", old.companion) + \(ε.0, ε.1))/√(\("S", new.squares) + \(ε.0, ε.1))·\("g", g)"
      : "(√\("U", old.companion) + \(ε.0, ε.1))/(√\("S", new.squares) + \(ε.0, ε.1))·\("g", g)"
    return penaltyLines(update) + [
      FormulaLine(
        "S", "\(ρ.0, ρ.1)·\("S", old.squares) + \(rest.0, rest.1)·\("g", g)²", equals: new.squares),
      FormulaLine("Δ", ratio, equals: delta),
      FormulaLine(
        "U", "\(ρ.0, ρ.1)·\("U", old.companion) + \(rest.0, rest.1)·\("Δ", delta)²", equals: new.companion),
      FormulaLine(
        "w", "\("w", update.parameter) - \("lr", constants.rate)·\("Δ", delta)", equals: update.next),
    ]
  }

  /// In PyTorch.
  public var pyTorch: LibraryLine {
    LibraryLine(
      "Adadelta(params, lr=\(exact: learningRate), rho=\(exact: decay), eps=\(exact: epsilon)\(pyTorchDecay))",
      epsilonPlacement == .inside ? nil : "epsilon stands inside the roots there")
  }
  /// In Keras.
  public var keras: LibraryLine {
    LibraryLine(
      "Adadelta(learning_rate=\(exact: learningRate), rho=\(exact: decay), epsilon=\(exact: epsilon))",
      kerasDecay)
  }
  /// What learners do in its place.
  public var misconceptions: [OptimizerMisconception] {
    [
      .init(
        .averagedSquares, RMSprop(learningRate: learningRate, beta: decay),
        "That is RMSprop; Adadelta also multiplies by the root of U + epsilon."),
      .init(
        .addedUpSquares, AdaGrad(learningRate: learningRate),
        "Adadelta averages the squares and multiplies by √(U + epsilon)."),
    ]
  }
}
