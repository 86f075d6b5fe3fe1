public import RealModule

// Circular functions, angles in radians: the value on one line, the derivative on the next (y stands for f(x)).

@usableFromInline
struct Sin: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .sin }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.sin(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { E.cos(x) }
}

@usableFromInline
struct Cos: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .cos }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.cos(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { -E.sin(x) }
}

@usableFromInline
struct Tan: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .tan }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.tan(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { 1 + y * y }
}

@usableFromInline
struct Asin: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .asin }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.asin(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { 1 / E.sqrt((1 - x) * (1 + x)) }
}

@usableFromInline
struct Acos: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .acos }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.acos(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { -1 / E.sqrt((1 - x) * (1 + x)) }
}

@usableFromInline
struct Atan: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .atan }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.atan(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { 1 / (1 + x * x) }
}
