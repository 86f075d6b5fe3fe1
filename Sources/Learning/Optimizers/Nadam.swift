public import Autodiff
public import RealModule

/// Adam with Nesterov's look-ahead: instead of VC a mixture N of V and the present gradient.
///
/// Dozat, 2016. Three definitions are about:
/// constant: N = β1·V/(1-β1ᵗ⁺¹) + (1-β1)·g/(1-β1ᵗ);
/// simple: N = (β1·V + (1-β1)·g)/(1-β1ᵗ);
/// PyTorch: μₜ = β1·(1 - ½·0.96^(t·ψ)), N = μₜ₊₁·V/(1-P·μₜ₊₁) + (1-μₜ)·g/(1-P) with P = μ₁·…·μₜ.
public struct Nadam: Optimizer {
  /// Which definition runs.
  public enum Form: String, CaseIterable, Codable, Sendable {
    /// Momentum that grows along a schedule, as in PyTorch.
    case pytorch
    /// Constant β1, each part with its own correction.
    case constant
    /// Constant β1, one correction for both parts.
    case simple
  }

  /// What holds whatever its settings.
  public static let facts = OptimizerFacts(
    name: "nadam", title: "Nadam", remembers: Adam.facts.remembers,
    exercises: ["lr=0.1,beta1=0.9,beta2=0.999,form=constant"])
  /// η, finite and above 0.
  public var learningRate = 0.002
  /// λ of the L2 term, at least 0.
  public var weightDecay = 0.0
  /// β1 of the gradients' average, 0 ≤ β1 < 1.
  public var beta1 = 0.9
  /// β2 of the squares' average, 0 ≤ β2 < 1.
  public var beta2 = 0.999
  /// ε ≥ 0.
  public var epsilon = 1e-8
  /// Which definition runs.
  public var form = Form.pytorch
  /// ψ ≥ 0 of the PyTorch form; Keras has 1.
  public var momentumDecay = 0.004
  /// Where ε stands: outside or inside the root.
  public var epsilonPlacement = EpsilonPlacement.outside

  /// The usual settings.
  public init() {}

  /// Nadam with the learning rate η > 0.
  public init(learningRate: Double, form: Form = .pytorch) {
    (self.learningRate, self.form) = (learningRate, form)
  }

  /// What can be set.
  public static let settings: [OptimizerSetting<Nadam>] = [
    .learningRate, .number("beta1", .fraction, \.beta1), .number("beta2", .fraction, \.beta2),
    .number("epsilon", .nonNegative, \.epsilon), .choice("form", \.form),
    .number("momentum_decay", .nonNegative, \.momentumDecay, when: { $0.form == .pytorch }),
    .epsilonInside(\.epsilonPlacement), .weightDecay,
  ]
  /// Which definition runs, and where it comes from.
  public var variant: String {
    let definition =
      switch form {
      case .pytorch: "Nadam, momentum on a schedule (PyTorch)"
      case .constant: "Nadam, constant β1"
      case .simple: "Nadam, constant β1 and one correction"
      }
    return "\(definition), \(epsilonPlacement.words)"
  }

  /// What is remembered before the first step.
  @inlinable
  public func fresh<Number: Precision>(as type: Number.Type) -> OptimizerMemory<Number> {
    OptimizerMemory(companion: 1)
  }

  /// What a step has in common for all parameters.
  @inlinable
  public func constants<Number: Precision>(
    ofStep number: Int, rate: Double, as type: Number.Type
  ) -> StepConstants<Number> {
    let squares = BiasCorrection.divided.factor(beta: beta2, number: number)
    switch form {
    case .pytorch:
      return StepConstants(
        number: number, rate: rate, squaresCorrection: squares,
        momentum: scheduledMomentum(step: number), nextMomentum: scheduledMomentum(step: number + 1))
    case .constant, .simple:
      return StepConstants(
        number: number, rate: rate,
        velocityCorrection: BiasCorrection.divided.factor(
          beta: beta1, number: form == .constant ? number + 1 : number),
        squaresCorrection: squares,
        gradientCorrection: BiasCorrection.divided.factor(beta: beta1, number: number))
    }
  }

  /// β1·(1 - ½·0.96^(t·ψ))
  @inlinable
  func scheduledMomentum(step: Int) -> Double {
    beta1 * (1 - 0.5 * Double.pow(0.96, Double(step) * momentumDecay))
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
    let mixture: Number
    switch form {
    case .pytorch:
      after.companion = memory.companion * constants.momentum
      mixture =
        constants.nextMomentum * after.velocity / (1 - after.companion * constants.nextMomentum)
        + (1 - constants.momentum) * g / (1 - after.companion)
    case .constant, .simple:
      mixture =
        Number(beta1) * after.velocity * constants.velocityCorrection
        + Number(1 - beta1) * g * constants.gradientCorrection
    }
    return OptimizerUpdate(
      parameter, rawGradient: gradient, gradient: g, rate: constants.rate, from: memory, to: after,
      direction: mixture,
      denominator: epsilonPlacement.denominator(
        after.squares, constants.squaresCorrection, Number(epsilon)),
      correctedVelocity: mixture, correctedSquares: after.squares * constants.squaresCorrection)
  }

  /// In PyTorch.
  public var pyTorch: LibraryLine {
    LibraryLine(
      "NAdam(params, lr=\(exact: learningRate), betas=(\(exact: beta1), \(exact: beta2)), eps=\(exact: epsilon), momentum_decay=\(exact: momentumDecay)\(pyTorchDecay))",
      form == .pytorch ? nil : "momentum grows along a schedule there, not \(form.rawValue)",
      epsilonPlacement.unlessOutside)
  }
  /// In Keras.
  public var keras: LibraryLine {
    LibraryLine(
      "Nadam(learning_rate=\(exact: learningRate), beta_1=\(exact: beta1), beta_2=\(exact: beta2), epsilon=\(exact: epsilon))",
      kerasDecay)
  }
  /// What learners do in its place.
  public var misconceptions: [OptimizerMisconception] {
    [
      .init(
        .forgotLookAhead,
        Adam(learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon),
        "That is Adam; Nadam mixes the next V and the gradient.")
    ]
  }
}
