public import Autodiff

/// What one step has in common for all parameters, computed once.
@frozen
public struct StepConstants<Number: Precision>: Hashable, Sendable {
  /// t, from 1.
  public var number: Int
  /// η after the schedule.
  public var rate: Number
  /// What V is multiplied by to correct it, 1/(1-β1ᵗ) as a rule.
  public var velocityCorrection: Number
  /// What S is multiplied by to correct it, 1/(1-β2ᵗ) as a rule.
  public var squaresCorrection: Number
  /// What g is multiplied by where it enters beside V (Nadam).
  public var gradientCorrection: Number
  /// μ of this step and of the next one, where they follow a schedule (Nadam).
  public var momentum: Number
  /// See ``momentum``.
  public var nextMomentum: Number

  /// Constants without corrections unless given.
  @inlinable
  public init(
    number: Int, rate: Double, velocityCorrection: Double = 1, squaresCorrection: Double = 1,
    gradientCorrection: Double = 1, momentum: Double = 0, nextMomentum: Double = 0
  ) {
    self.number = number
    self.rate = Number(rate)
    self.velocityCorrection = Number(velocityCorrection)
    self.squaresCorrection = Number(squaresCorrection)
    self.gradientCorrection = Number(gradientCorrection)
    self.momentum = Number(momentum)
    self.nextMomentum = Number(nextMomentum)
  }

  /// The same numbers in another precision.
  init<Other>(_ other: StepConstants<Other>) {
    number = other.number
    rate = Number(other.rate)
    velocityCorrection = Number(other.velocityCorrection)
    squaresCorrection = Number(other.squaresCorrection)
    gradientCorrection = Number(other.gradientCorrection)
    (momentum, nextMomentum) = (Number(other.momentum), Number(other.nextMomentum))
  }
}
