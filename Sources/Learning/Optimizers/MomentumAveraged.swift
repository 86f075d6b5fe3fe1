public import Autodiff

/// V ← β·V + (1-β)·g;  w ← w - η·V
///
/// The lecture's momentum (Galway topic 05): a moving average of the gradients, which starts at the first gradient. With
/// that start it is PyTorch's SGD with dampening = momentum. The average can also start at 0, corrected or not.
public struct MomentumAveraged: Optimizer {
  /// How the average starts.
  public enum Start: String, CaseIterable, Codable, Sendable {
    /// V₁ = g₁.
    case first
    /// V₀ = 0.
    case zero
    /// V₀ = 0, and V/(1-βᵗ) is used.
    case corrected
  }

  /// What holds whatever its settings.
  public static let facts = OptimizerFacts(
    name: "momentum-averaged", title: "Momentum, averaged",
    remembers: ["V average": \.memory.velocity, "V corrected": \.correctedVelocity],
    exercises: ["lr=0.1,beta=0.9"])
  /// η, finite and above 0.
  public var learningRate = 0.001
  /// λ of the L2 term, at least 0.
  public var weightDecay = 0.0
  /// β, 0 ≤ β < 1.
  public var beta = 0.9
  /// How the average starts.
  public var start = Start.first

  /// The usual settings.
  public init() {}

  /// Averaged momentum with the learning rate η > 0 and 0 ≤ β < 1.
  public init(learningRate: Double, beta: Double = 0.9, start: Start = .first) {
    (self.learningRate, self.beta, self.start) = (learningRate, beta, start)
  }

  /// What can be set.
  public static let settings: [OptimizerSetting<MomentumAveraged>] = [
    .learningRate, .number("beta", .fraction, \.beta), .choice("start", \.start), .weightDecay,
  ]
  /// Which definition runs, and where it comes from.
  public var variant: String {
    switch start {
    case .first: "averaged momentum, V starts at the first gradient (Galway topic 05)"
    case .zero: "averaged momentum, V starts at 0 and is not corrected"
    case .corrected: "averaged momentum, V starts at 0 and is bias-corrected"
    }
  }

  /// What a step has in common for all parameters.
  @inlinable
  public func constants<Number: Precision>(
    ofStep number: Int, rate: Double, as type: Number.Type
  ) -> StepConstants<Number> {
    guard start == .corrected else { return StepConstants(number: number, rate: rate) }
    let correction = BiasCorrection.divided.factor(beta: beta, number: number)
    return StepConstants(number: number, rate: rate, velocityCorrection: correction)
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
      after.velocity = g
    } else {
      after.velocity = Number(beta) * memory.velocity + Number(1 - beta) * g
    }
    let corrected = after.velocity * constants.velocityCorrection
    return OptimizerUpdate(
      parameter, rawGradient: gradient, gradient: g, rate: constants.rate, from: memory, to: after,
      direction: corrected, correctedVelocity: corrected)
  }

  /// The rule with names and with the numbers of a step.
  public func lines(_ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>) -> [FormulaLine] {
    let velocity = ("V", update.memory.velocity)
    let average =
      start == .first && constants.number == 1
      ? FormulaLine("V", "\("g", update.gradient)", equals: velocity.1)
      : FormulaLine(
        "V", "\("β", beta)·\("V", update.before.velocity) + \("(1-β)", 1 - beta)·\("g", update.gradient)",
        equals: velocity.1)
    let correction = BiasCorrection.divided.lines(
      "VC", of: velocity, beta: ("β", beta), number: constants.number, equals: update.correctedVelocity)
    let used = start == .corrected ? "VC" : "V"
    let step: Arithmetic =
      "\("w", update.parameter) - \("lr", constants.rate)·\(used, update.correctedVelocity)"
    return penaltyLines(update) + [average] + (start == .corrected ? correction : [])
      + [FormulaLine("w", step, equals: update.next)]
  }

  /// In PyTorch.
  public var pyTorch: LibraryLine {
    LibraryLine(
      "SGD(params, lr=\(exact: learningRate), momentum=\(exact: beta), dampening=\(exact: beta)\(pyTorchDecay))",
      start == .first ? nil : start == .zero ? "first V = first g" : "first V = first g, without a correction"
    )
  }
  /// In Keras.
  public var keras: LibraryLine {
    LibraryLine(
      "SGD(learning_rate=\(exact: learningRate), momentum=\(exact: beta))", "at 1 - beta times this rate",
      kerasDecay)
  }
  /// What learners do in its place.
  public var misconceptions: [OptimizerMisconception] {
    var fromZero = self
    fromZero.start = .zero
    return [
      .init(
        .startedAtZero, fromZero, "Here V begins with the first gradient, not with 0."),
      .init(
        .anotherMomentum, Momentum(learningRate: learningRate, decay: beta),
        "That adds the whole gradient to V; here it counts 1 - beta."),
    ]
  }

  /// 2(1+β)/((1-β)λ)
  public func stabilityLimit(steepest λ: Double) -> StabilityLimit? {
    StabilityLimit(
      2 * (1 + beta) / ((1 - beta) * λ), "2·(1 + \("β", beta))/((1 - \("β", beta))·\("λ", λ))")
  }
}
