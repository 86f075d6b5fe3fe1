public import Autodiff

/// What a rule remembers of one parameter from step to step.
///
/// Every rule uses the same few numbers, so that the memory of any rule has one size, needs no allocation, and can be
/// kept, compared and put back. A rule leaves what it does not need at 0.
@frozen
public struct OptimizerMemory<Number: Precision>: Hashable, Sendable {
  /// V: the velocity, the average of gradients, or (two-term momentum) the previous gradient.
  public var velocity: Number
  /// S: the sum or the average of squared gradients.
  public var squares: Number
  /// Adadelta's U, the average of squared updates; Nadam's product of all momenta so far.
  public var companion: Number

  /// All zero unless said otherwise.
  @inlinable
  public init(velocity: Number = 0, squares: Number = 0, companion: Number = 0) {
    (self.velocity, self.squares, self.companion) = (velocity, squares, companion)
  }

  /// The same numbers in another precision.
  init<Other>(_ other: OptimizerMemory<Other>) {
    self.init(
      velocity: Number(other.velocity), squares: Number(other.squares), companion: Number(other.companion))
  }

  /// Whether one of the numbers is not a number.
  @inlinable
  public var isNaN: Bool { velocity.isNaN || squares.isNaN || companion.isNaN }
}
