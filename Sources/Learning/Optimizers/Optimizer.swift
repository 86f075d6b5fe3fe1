public import Autodiff

/// A rule that improves a parameter from its gradient.
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
public protocol Optimizer: Hashable, Sendable {
  /// Which rule it is.
  static var kind: OptimizerKind { get }
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
  /// The same rule in the closed choice of all rules.
  var configuration: OptimizerConfiguration { get }

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

  /// g + λ·w, the gradient with the L2 term.
  @inlinable
  func penalised<Number: Precision>(_ gradient: Number, at parameter: Number) -> Number {
    weightDecay == 0 ? gradient : gradient + Number(weightDecay) * parameter
  }

  /// The line that adds the L2 term, when there is one.
  func penaltyLines(_ update: OptimizerUpdate<Double>, at parameter: (String, Double)) -> [FormulaLine] {
    guard weightDecay != 0 else { return [] }
    let right: Arithmetic = "\("g", update.rawGradient) + \("decay", weightDecay)·\(parameter.0, parameter.1)"
    return [FormulaLine("g", right, equals: update.gradient)]
  }

  func penaltyLines(_ update: OptimizerUpdate<Double>) -> [FormulaLine] {
    penaltyLines(update, at: ("w", update.parameter))
  }
}
