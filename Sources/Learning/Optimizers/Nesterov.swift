public import Autodiff

/// Momentum that takes the gradient where the velocity is about to lead.
///
/// Look-ahead, the original: v ← μ·v - η·∇f(w + μ·v);  w ← w + v.
/// Shifted, as PyTorch has it: V ← μ·V + g;  w ← w - η·(g + μ·V). It stores the look-ahead point as w, so that the
/// gradient is taken where w is.
public struct Nesterov: Optimizer {
  /// Which of the two equivalent forms runs.
  public enum Form: String, CaseIterable, Codable, Sendable {
    /// The gradient at w; what is stored as w runs ahead.
    case shifted
    /// The gradient at w + μ·v.
    case lookahead
  }

  /// What holds whatever its settings.
  public static let facts = OptimizerFacts(
    name: "nesterov", title: "Nesterov", remembers: ["V velocity": \.memory.velocity],
    exercises: ["lr=0.1,mu=0.9"])
  /// η, finite and above 0.
  public var learningRate = 0.001
  /// λ of the L2 term, at least 0.
  public var weightDecay = 0.0
  /// μ, 0 ≤ μ < 1.
  public var decay = 0.9
  /// Which form runs.
  public var form = Form.shifted

  /// The usual settings.
  public init() {}

  /// Nesterov's momentum with the learning rate η > 0 and 0 ≤ μ < 1.
  public init(learningRate: Double, decay: Double = 0.9, form: Form = .shifted) {
    (self.learningRate, self.decay, self.form) = (learningRate, decay, form)
  }

  /// What can be set.
  public static let settings: [OptimizerSetting<Nesterov>] = [
    .learningRate, .number("mu", .fraction, \.decay), .choice("form", \.form), .weightDecay,
  ]
  /// Which definition runs, and where it comes from.
  public var variant: String {
    switch form {
    case .shifted: "Nesterov, shifted form: w is the look-ahead point (PyTorch, Keras)"
    case .lookahead: "Nesterov, look-ahead form: gradient at w + μ·v (Sutskever and others, 2013)"
    }
  }

  /// Whether the gradient is wanted elsewhere.
  public var looksAhead: Bool { form == .lookahead }

  /// Where the gradient is wanted.
  @inlinable
  public func probe<Number: Precision>(at parameter: Number, _ memory: OptimizerMemory<Number>) -> Number {
    form == .shifted ? parameter : parameter + Number(decay) * memory.velocity
  }

  /// One step of one parameter.
  @inlinable
  public func update<Number: Precision>(
    _ parameter: Number, gradient: Number, _ constants: StepConstants<Number>,
    _ memory: OptimizerMemory<Number>
  ) -> OptimizerUpdate<Number> {
    let g = penalised(gradient, at: probe(at: parameter, memory))
    var after = memory
    switch form {
    case .shifted:
      after.velocity = Number(decay) * memory.velocity + g
      return OptimizerUpdate(
        parameter, rawGradient: gradient, gradient: g, rate: constants.rate, from: memory, to: after,
        direction: g + Number(decay) * after.velocity)
    case .lookahead:
      after.velocity = Number(decay) * memory.velocity - constants.rate * g
      var update = OptimizerUpdate(
        parameter, rawGradient: gradient, gradient: g, rate: constants.rate, from: memory, to: after,
        direction: -after.velocity / constants.rate)
      update.next = parameter + after.velocity
      return update
    }
  }

  /// The rule with names and with the numbers of a step.
  public func lines(_ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>) -> [FormulaLine] {
    let (before, velocity) = (update.before.velocity, update.memory.velocity)
    switch form {
    case .shifted:
      let step: Arithmetic =
        """
        \("w", update.parameter) - \("lr", constants.rate)·(\("g", update.gradient) + \("μ", decay)·\("V", velocity))
        """
      return penaltyLines(update) + [
        FormulaLine("V", "\("μ", decay)·\("V", before) + \("g", update.gradient)", equals: velocity),
        FormulaLine("w", step, equals: update.next),
      ]
    case .lookahead:
      let ahead = probe(at: update.parameter, update.before)
      let fall: Arithmetic = "\("μ", decay)·\("v", before) - \("lr", constants.rate)·\("g", update.gradient)"
      return [FormulaLine("a", "\("w", update.parameter) + \("μ", decay)·\("v", before)", equals: ahead)]
        + penaltyLines(update, at: ("a", ahead)) + [
          FormulaLine("v", fall, equals: velocity),
          FormulaLine("w", "\("w", update.parameter) + \("v", velocity)", equals: update.next),
        ]
    }
  }

  /// In PyTorch.
  public var pyTorch: LibraryLine {
    LibraryLine(
      "SGD(params, lr=\(exact: learningRate), momentum=\(exact: decay), nesterov=True\(pyTorchDecay))",
      form == .shifted ? nil : "w is the look-ahead point there")
  }
  /// In Keras.
  public var keras: LibraryLine {
    LibraryLine(
      "SGD(learning_rate=\(exact: learningRate), momentum=\(exact: decay), nesterov=True)",
      form == .shifted ? nil : "w is the look-ahead point there", kerasDecay)
  }
  /// What learners do in its place.
  public var misconceptions: [OptimizerMisconception] {
    [
      .init(
        .forgotLookAhead, Momentum(learningRate: learningRate, decay: decay),
        "That is momentum; Nesterov's step is lr·(g + mu·V).")
    ]
  }

  /// 2(1+μ)/((1+2μ)λ)
  public func stabilityLimit(steepest λ: Double) -> StabilityLimit? {
    StabilityLimit(
      2 * (1 + decay) / ((1 + 2 * decay) * λ),
      "2·(1 + \("μ", decay))/((1 + 2·\("μ", decay))·\("λ", λ))")
  }
}
