public import Autodiff

/// One step of one parameter, with what was computed on the way: what an inside view and an update line show.
///
/// In all rules w moves by -(η/denominator)·direction, and only AdamW shrinks it besides.
@frozen
public struct OptimizerUpdate<Number: Precision>: Hashable, Sendable {
  /// w before the step.
  public var parameter: Number
  /// The gradient that came in.
  public var rawGradient: Number
  /// g: the gradient with the L2 term.
  public var gradient: Number
  /// What was remembered before the step.
  public var before: OptimizerMemory<Number>
  /// What is remembered after it.
  public var memory: OptimizerMemory<Number>
  /// V with its correction; V itself where there is none.
  public var correctedVelocity: Number
  /// S with its correction; S itself where there is none.
  public var correctedSquares: Number
  /// What the effective rate multiplies: g, V, or a mixture.
  public var direction: Number
  /// What the learning rate is divided by, such as √S + ε; 1 where there is no such thing.
  public var denominator: Number
  /// η/denominator: the learning rate of this parameter in this step.
  public var effectiveRate: Number
  /// w after the step.
  public var next: Number

  /// The plain step w ← w - η·direction/denominator.
  @inlinable
  init(
    _ parameter: Number, rawGradient: Number, gradient: Number, rate: Number,
    from before: OptimizerMemory<Number>, to memory: OptimizerMemory<Number>,
    direction: Number, denominator: Number = 1,
    correctedVelocity: Number? = nil, correctedSquares: Number? = nil
  ) {
    self.parameter = parameter
    self.rawGradient = rawGradient
    self.gradient = gradient
    self.before = before
    self.memory = memory
    self.correctedVelocity = correctedVelocity ?? memory.velocity
    self.correctedSquares = correctedSquares ?? memory.squares
    self.direction = direction
    self.denominator = denominator
    effectiveRate = rate / denominator
    next = parameter - rate * direction / denominator
  }

  /// The same numbers in another precision.
  init<Other>(_ other: OptimizerUpdate<Other>) {
    parameter = Number(other.parameter)
    (rawGradient, gradient) = (Number(other.rawGradient), Number(other.gradient))
    (before, memory) = (OptimizerMemory(other.before), OptimizerMemory(other.memory))
    correctedVelocity = Number(other.correctedVelocity)
    correctedSquares = Number(other.correctedSquares)
    (direction, denominator) = (Number(other.direction), Number(other.denominator))
    (effectiveRate, next) = (Number(other.effectiveRate), Number(other.next))
  }

  /// w after the step minus w before it.
  @inlinable
  public var change: Number { next - parameter }
}
