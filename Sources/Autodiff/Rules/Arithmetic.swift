public import RealModule

// Functions of two numbers: the value, then the derivative by the first and by the second (y stands for f(a, b)).

@usableFromInline
struct Add: BinaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .add }
  @inlinable func value<E: Precision>(_ a: E, _ b: E) -> E { a + b }
  @inlinable func first<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { 1 }
  @inlinable func second<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { 1 }
}

@usableFromInline
struct Subtract: BinaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .subtract }
  @inlinable func value<E: Precision>(_ a: E, _ b: E) -> E { a - b }
  @inlinable func first<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { 1 }
  @inlinable func second<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { -1 }
}

@usableFromInline
struct Multiply: BinaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .multiply }
  @inlinable func value<E: Precision>(_ a: E, _ b: E) -> E { a * b }
  @inlinable func first<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { b }
  @inlinable func second<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { a }
}

@usableFromInline
struct Divide: BinaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .divide }
  @inlinable func value<E: Precision>(_ a: E, _ b: E) -> E { a / b }
  @inlinable func first<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { 1 / b }
  @inlinable func second<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { -y / b }
}

/// max(a, b); at a tie the first wins and takes the whole derivative. NaN if either is.
@usableFromInline
struct Maximum: BinaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .maximum }
  @inlinable func value<E: Precision>(_ a: E, _ b: E) -> E { a >= b || a.isNaN ? a : b }
  @inlinable func first<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { a >= b || a.isNaN ? 1 : 0 }
  @inlinable func second<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { a >= b || a.isNaN ? 0 : 1 }
}

/// min(a, b); at a tie the first wins and takes the whole derivative. NaN if either is.
@usableFromInline
struct Minimum: BinaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .minimum }
  @inlinable func value<E: Precision>(_ a: E, _ b: E) -> E { a <= b || a.isNaN ? a : b }
  @inlinable func first<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { a <= b || a.isNaN ? 1 : 0 }
  @inlinable func second<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { a <= b || a.isNaN ? 0 : 1 }
}

/// aᵇ for real b: NaN for a negative base, 0⁰ = 1.
///
/// ∂/∂a = b·aᵇ⁻¹, which is 0 for b = 0; ∂/∂b = aᵇ·log a, taken as 0 on a = 0 (its limit for b > 0).
@usableFromInline
struct Power: BinaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .power }
  @inlinable func value<E: Precision>(_ a: E, _ b: E) -> E { a == 0 && b == 0 ? 1 : E.pow(a, b) }
  @inlinable func first<E: Precision>(_ a: E, _ b: E, _ y: E) -> E {
    b == 0 ? (a < 0 ? .nan : 0) : b * value(a, b - 1)
  }
  @inlinable func second<E: Precision>(_ a: E, _ b: E, _ y: E) -> E { a == 0 && b >= 0 ? 0 : y * E.log(a) }
}
