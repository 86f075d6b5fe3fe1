public import RealModule

// Exponentials, logarithms and roots: the value on one line, the derivative on the next (y stands for f(x)).
// Outside a function's domain both are NaN; at its border they are the one-sided limits (√x has slope +∞ at 0).

@usableFromInline
struct Exp: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .exp }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.exp(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { y }
}

@usableFromInline
struct ExpMinusOne: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .expMinusOne }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.expMinusOne(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { y + 1 }
}

/// The natural logarithm.
@usableFromInline
struct Log: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .log }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.log(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { x >= 0 ? 1 / x : .nan }
}

@usableFromInline
struct LogOnePlus: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .logOnePlus }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.log(onePlus: x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { x >= -1 ? 1 / (1 + x) : .nan }
}

@usableFromInline
struct Sqrt: UnaryRule {
  @inlinable init() {}
  @inlinable var operation: Operation { .sqrt }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.sqrt(x) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E { 1 / (2 * y) }
}

/// xⁿ for an integral n, defined for every base, with 0⁰ = 1 (whose derivative is 0).
@usableFromInline
struct IntegerPower: UnaryRule {
  @usableFromInline let n: Int
  @inlinable init(_ n: Int) { self.n = n }
  @inlinable var operation: Operation { .integerPower }
  @inlinable var parameter: Int32 { Int32(clamping: n) }
  @inlinable @inline(__always) func value<E: Precision>(_ x: E) -> E {
    switch n {
    case 0: 1
    case 1: x
    case 2: x * x
    case 3: x * x * x
    case 4: (x * x) * (x * x)
    default: E.pow(x, n)
    }
  }
  @inlinable @inline(__always) func derivative<E: Precision>(_ x: E, _ y: E) -> E {
    switch n {
    case 0: 0
    case 1: 1
    case 2: 2 * x
    case 3: 3 * x * x
    case 4: 4 * x * x * x
    default: E(n) * E.pow(x, n == .min ? n : n - 1)
    }
  }
}

/// The real n-th root; for odd n negative numbers have one too.
@usableFromInline
struct Root: UnaryRule {
  @usableFromInline let n: Int
  @inlinable init(_ n: Int) { self.n = n }
  @inlinable var operation: Operation { .root }
  @inlinable var parameter: Int32 { Int32(clamping: n) }
  @inlinable func value<E: Precision>(_ x: E) -> E { E.root(x, n) }
  @inlinable func derivative<E: Precision>(_ x: E, _ y: E) -> E {
    1 / (E(n) * E.pow(y, n == .min ? n : n - 1))
  }
}
