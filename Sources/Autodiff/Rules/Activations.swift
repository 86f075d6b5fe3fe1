public import RealModule

// Sign, kinks and activations: the value on one line, the derivative on the next (y stands for f(x)).

@usableFromInline
struct Negate: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .negate }
  @inlinable func value<E: Precision>(_ x: E) -> E { -x }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { -1 }
}

/// max(0, x); the kink: relu′(0) = 0, as in PyTorch and Keras. NaN stays NaN.
@usableFromInline
struct Relu: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .relu }
  @inlinable func value<E: Precision>(_ x: E) -> E { x <= 0 ? 0 : x }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { x <= 0 ? 0 : 1 }
}

/// x where x > 0, else slope · x; the kink belongs to the slope, as in PyTorch. NaN stays NaN.
///
/// With a fixed slope it is the leaky, with a learned one the parametric ReLU (He et al. 2015).
@usableFromInline
struct LeakyRelu: BinaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .leakyRelu }
  @inlinable func value<E: Precision>(_ x: E, _ slope: E) -> E { x > 0 ? x : slope * x }
  @inlinable func first<E: Precision>(_ x: E, _ slope: E, _ y: E) -> E { x > 0 ? 1 : slope }
  @inlinable func second<E: Precision>(_ x: E, _ slope: E, _ y: E) -> E { x > 0 ? 0 : x }
}

/// 1 where x > 0, else 0; flat on both sides, so that nothing is learned through it. NaN stays NaN.
@usableFromInline
struct Threshold: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .threshold }
  @inlinable func value<E: Precision>(_ x: E) -> E { x > 0 ? 1 : x <= 0 ? 0 : x }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { 0 }
}

/// |x|; the kink: |0|′ = 0.
@usableFromInline
struct Absolute: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .absolute }
  @inlinable func value<E: Precision>(_ x: E) -> E { x.magnitude }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { x > 0 ? 1 : x < 0 ? -1 : x.isNaN ? x : 0 }
}

/// 1 / (1 + e⁻ˣ), written so that the exponential never overflows; σ′ = σ(1 − σ).
@usableFromInline
struct Sigmoid: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .sigmoid }
  @inlinable func value<E: Precision>(_ x: E) -> E {
    let e = E.exp(-x.magnitude)
    return (x < 0 ? e : 1) / (1 + e)
  }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { y * (1 - y) }
}
