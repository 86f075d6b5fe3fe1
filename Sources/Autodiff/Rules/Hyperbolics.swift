public import RealModule

// Hyperbolic functions: the value on one line, the derivative on the next (y stands for f(x)).

@usableFromInline
struct Sinh: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .sinh }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.sinh(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { E.cosh(x) }
}

@usableFromInline
struct Cosh: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .cosh }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.cosh(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { E.sinh(x) }
}

@usableFromInline
struct Tanh: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .tanh }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.tanh(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { 1 - y * y }
}

@usableFromInline
struct Asinh: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .asinh }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.asinh(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { 1 / E.hypot(1, x) }
}

@usableFromInline
struct Acosh: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .acosh }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.acosh(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { 1 / (E.sqrt(x - 1) * E.sqrt(x + 1)) }
}

@usableFromInline
struct Atanh: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .atanh }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.atanh(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E {
    abs(x) <= 1 ? 1 / ((1 - x) * (1 + x)) : .nan
  }
}
