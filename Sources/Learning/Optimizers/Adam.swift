public import Autodiff

/// V ← β1·V + (1-β1)·g;  S ← β2·S + (1-β2)·g²;  VC = V/(1-β1ᵗ);  SC = S/(1-β2ᵗ);  w ← w - η·VC/(√SC + ε)
///
/// Kingma and Ba, 2015, Algorithm 1. The lecture (Galway topic 05) has ε inside the root. Without correction, or with
/// the correction multiplied, the first steps are too long: 3.16 and 10 times η with the usual β1 and β2.
public struct Adam: Optimizer {
  /// What holds whatever its settings.
  public static let facts = OptimizerFacts(
    name: "adam", title: "Adam",
    remembers: [
      "V average": \.memory.velocity, "S squares": \.memory.squares, "V corrected": \.correctedVelocity,
      "S corrected": \.correctedSquares,
    ],
    exercises: ["lr=0.1,beta1=0.9,beta2=0.999", "lr=0.05,beta1=0.9,beta2=0.99"])
  /// η, finite and above 0.
  public var learningRate = 0.001
  /// λ of the L2 term, at least 0.
  public var weightDecay = 0.0
  /// β1 of the gradients' average, 0 ≤ β1 < 1.
  public var beta1 = 0.9
  /// β2 of the squares' average, 0 ≤ β2 < 1.
  public var beta2 = 0.999
  /// ε ≥ 0.
  public var epsilon = 1e-8
  /// What is done about the start at 0.
  public var correction = BiasCorrection.divided
  /// Where ε stands.
  public var epsilonPlacement = EpsilonPlacement.outside

  /// The usual settings.
  public init() {}

  /// Adam with the learning rate η > 0 and 0 ≤ β1, β2 < 1.
  public init(learningRate: Double, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8) {
    self.learningRate = learningRate
    (self.beta1, self.beta2, self.epsilon) = (beta1, beta2, epsilon)
  }

  /// What can be set.
  public static let settings: [OptimizerSetting<Adam>] = [
    .learningRate, .number("beta1", .fraction, \.beta1), .number("beta2", .fraction, \.beta2),
    .number("epsilon", .nonNegative, \.epsilon), .choice("correction", \.correction),
    .epsilonInside(\.epsilonPlacement), .epsilonPlace(\.epsilonPlacement), .weightDecay,
  ]
  /// Which definition runs, and where it comes from.
  public var variant: String { "Adam, \(correction.words), \(epsilonPlacement.words)" }
  /// What a step has in common for all parameters.
  @inlinable
  public func constants<Number: Precision>(
    ofStep number: Int, rate: Double, as type: Number.Type
  ) -> StepConstants<Number> {
    StepConstants(
      number: number, rate: rate, velocityCorrection: correction.factor(beta: beta1, number: number),
      squaresCorrection: correction.factor(beta: beta2, number: number))
  }

  /// One step of one parameter.
  @inlinable
  public func update<Number: Precision>(
    _ parameter: Number, gradient: Number, _ constants: StepConstants<Number>,
    _ memory: OptimizerMemory<Number>
  ) -> OptimizerUpdate<Number> {
    let g = penalised(gradient, at: parameter)
    var after = memory
    after.velocity = Number(beta1) * memory.velocity + Number(1 - beta1) * g
    after.squares = Number(beta2) * memory.squares + Number(1 - beta2) * (g * g)
    let corrected = after.velocity * constants.velocityCorrection
    return OptimizerUpdate(
      parameter, rawGradient: gradient, gradient: g, rate: constants.rate, from: memory, to: after,
      direction: corrected,
      denominator: epsilonPlacement.denominator(
        after.squares, constants.squaresCorrection, Number(epsilon)),
      correctedVelocity: corrected, correctedSquares: after.squares * constants.squaresCorrection)
  }

  /// The rule with names and with the numbers of a step.
  public func lines(_ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>) -> [FormulaLine] {
    penaltyLines(update) + momentLines(update, constants) + [
      FormulaLine("w", correctedStep(update, constants), equals: update.next)
    ]
  }

  /// In PyTorch.
  public var pyTorch: LibraryLine {
    LibraryLine(
      "Adam(params, lr=\(exact: learningRate), betas=(\(exact: beta1), \(exact: beta2)), eps=\(exact: epsilon)\(pyTorchDecay))",
      correction.unlessDivided, epsilonPlacement.unlessOutside)
  }
  /// In Keras.
  public var keras: LibraryLine {
    LibraryLine(
      "Adam(learning_rate=\(exact: learningRate), beta_1=\(exact: beta1), beta_2=\(exact: beta2), epsilon=\(exact: epsilon))",
      correction.unlessDivided, kerasDecay)
  }
  /// What learners do in its place.
  public var misconceptions: [OptimizerMisconception] {
    var (uncorrected, multiplied) = (self, self)
    (uncorrected.correction, multiplied.correction) = (.none, .multiplied)
    return [
      .init(
        .forgotCorrection, uncorrected, "Both averages start at 0 and are divided by 1 - beta^t."),
      .init(
        .multipliedCorrection, multiplied,
        "Both averages are too small and are divided by 1 - beta^t."),
    ]
  }
}
