public import Autodiff

/// A rule that improves a parameter from its gradient, with all that is known and said of it.
///
/// All rules act coordinate by coordinate, so a rule sees one parameter at a time, and a point on a surface and the
/// weights of a network use the same code. The rule is a value of settings; what it remembers of a parameter,
/// ``OptimizerMemory``, is held by the caller, so that a run can be replayed from any step. One step is
///
/// ```swift
/// let constants = rule.constants(ofStep: t, rate: rate, as: Double.self)     // once per step
/// let g = gradient(at: rule.probe(at: w, memory))                             // for each parameter
/// let update = rule.update(w, gradient: g, constants, memory)
/// (w, memory) = (update.next, update.memory)
/// ```
///
/// A rule is made in a file of its own; ``OptimizerConfiguration/all`` has a line for it.
public protocol Optimizer: Hashable, Sendable {
  /// Its names, what it remembers, and what quizzes ask about.
  static var facts: OptimizerFacts { get }
  /// What can be set, in the order in which it is spelled.
  static var settings: [OptimizerSetting<Self>] { get }

  /// The rule with its usual settings: PyTorch's where it has the rule.
  init()

  /// η, finite and above 0.
  var learningRate: Double { get set }
  /// λ of the L2 term λ·w that is added to the gradient (AdamW: of the decoupled decay), at least 0.
  var weightDecay: Double { get set }
  /// Which of several definitions runs, and where it comes from.
  var variant: String { get }
  /// The rule in PyTorch; the nearest one with what differs where PyTorch has none.
  var pyTorch: LibraryLine { get }
  /// The rule in Keras; the nearest one with what differs where Keras has none.
  var keras: LibraryLine { get }
  /// What learners do in its place, beside plain descent, with this rule's rate and settings as far as that has them.
  var misconceptions: [OptimizerMisconception] { get }

  /// What is remembered before a parameter's first step.
  func fresh<Number: Precision>(as type: Number.Type) -> OptimizerMemory<Number>

  /// What step `number` (from 1) with the learning rate `rate` has in common for all parameters.
  func constants<Number: Precision>(
    ofStep number: Int, rate: Double, as type: Number.Type
  ) -> StepConstants<Number>

  /// Where the rule wants the gradient: at the parameter itself, except for Nesterov's look-ahead.
  func probe<Number: Precision>(at parameter: Number, _ memory: OptimizerMemory<Number>) -> Number

  /// One step of one parameter, with everything that was computed on the way.
  func update<Number: Precision>(
    _ parameter: Number, gradient: Number, _ constants: StepConstants<Number>,
    _ memory: OptimizerMemory<Number>
  ) -> OptimizerUpdate<Number>

  /// The rule line by line, in names and with the numbers of a step of one parameter.
  func lines(_ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>) -> [FormulaLine]

  /// The largest stable rate where the greatest curvature, with the L2 term, is λ: from the roots of the rule's linear
  /// recurrence along the steepest axis. `nil` for rules that adapt their rate.
  func stabilityLimit(steepest λ: Double) -> StabilityLimit?

  /// Whether ``probe(at:_:)`` is ever another place than the parameter itself.
  var looksAhead: Bool { get }

  // These follow from the functions above. They are requirements so that the compiler works them out for each rule:
  // through `any Optimizer` a generic function is run operation by operation.

  /// One step of every parameter of a block.
  func move(_ block: OptimizerBlock<Double>, _ constants: StepConstants<Double>)

  /// One step of every parameter of a block.
  func move(_ block: OptimizerBlock<Float>, _ constants: StepConstants<Float>)

  /// Where a run that stands at `state` wants the gradient.
  func probe(from state: DescentState) -> SurfacePoint

  /// Where the next step of a run leads and what is remembered there; f and its gradient are still those of `state`.
  func moved(
    from state: DescentState, along gradient: (dx: Double, dy: Double), rate: Double
  ) -> DescentState
}

extension Optimizer {
  /// What is remembered before the first step.
  @inlinable
  public func fresh<Number: Precision>(as type: Number.Type) -> OptimizerMemory<Number> { OptimizerMemory() }

  /// What a step has in common for all parameters.
  @inlinable
  public func constants<Number: Precision>(
    ofStep number: Int, rate: Double, as type: Number.Type
  ) -> StepConstants<Number> {
    StepConstants(number: number, rate: rate)
  }

  /// Where the gradient is wanted.
  @inlinable
  public func probe<Number: Precision>(at parameter: Number, _ memory: OptimizerMemory<Number>) -> Number {
    parameter
  }

  /// The gradient is wanted at the parameters themselves.
  public var looksAhead: Bool { false }

  /// One step of every parameter of a block.
  public func move(_ block: OptimizerBlock<Double>, _ constants: StepConstants<Double>) {
    block.move(by: self, constants)
  }

  /// One step of every parameter of a block.
  public func move(_ block: OptimizerBlock<Float>, _ constants: StepConstants<Float>) {
    block.move(by: self, constants)
  }

  /// No limit: the rule adapts its rate.
  public func stabilityLimit(steepest λ: Double) -> StabilityLimit? { nil }

  /// Where a run wants the gradient.
  public func probe(from state: DescentState) -> SurfacePoint {
    SurfacePoint(x: probe(at: state.point.x, state.xMemory), y: probe(at: state.point.y, state.yMemory))
  }

  /// Where the next step of a run leads.
  public func moved(
    from state: DescentState, along gradient: (dx: Double, dy: Double), rate: Double
  ) -> DescentState {
    let constants = constants(ofStep: state.step + 1, rate: rate, as: Double.self)
    let x = update(state.point.x, gradient: gradient.dx, constants, state.xMemory)
    let y = update(state.point.y, gradient: gradient.dy, constants, state.yMemory)
    var next = state
    next.step += 1
    next.point = SurfacePoint(x: x.next, y: y.next)
    (next.xMemory, next.yMemory) = (x.memory, y.memory)
    return next
  }

  /// The rule among all rules.
  public var configuration: OptimizerConfiguration { OptimizerConfiguration(self) }

  /// Whether the length of a step grows with the gradients: the rules whose steps have a limit of stability.
  public var isLinear: Bool { stabilityLimit(steepest: 1) != nil }

  /// The rule in names alone, as it stands from the second step on.
  public var formula: [String] {
    let constants = constants(ofStep: 2, rate: learningRate, as: Double.self)
    return lines(update(1, gradient: 1, constants, fresh(as: Double.self)), constants).map(\.names)
  }

  /// g + λ·w, the gradient with the L2 term.
  @inlinable
  func penalised<Number: Precision>(_ gradient: Number, at parameter: Number) -> Number {
    weightDecay == 0 ? gradient : gradient + Number(weightDecay) * parameter
  }
}
