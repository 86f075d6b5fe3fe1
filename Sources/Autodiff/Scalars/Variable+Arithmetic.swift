public import RealModule

// The members are documented where the protocols declare them.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Variable: AlgebraicField {
  @inlinable @inline(__always) public static func + (a: Variable, b: Variable) -> Variable {
    apply(Add(), a, b)
  }
  @inlinable @inline(__always) public static func - (a: Variable, b: Variable) -> Variable {
    apply(Subtract(), a, b)
  }
  @inlinable @inline(__always) public static func * (a: Variable, b: Variable) -> Variable {
    apply(Multiply(), a, b)
  }
  @inlinable @inline(__always) public static func / (a: Variable, b: Variable) -> Variable {
    apply(Divide(), a, b)
  }
  @inlinable @inline(__always) public static prefix func - (x: Variable) -> Variable { apply(Negate(), x) }

  @inlinable public static func += (a: inout Variable, b: Variable) { a = a + b }
  @inlinable public static func -= (a: inout Variable, b: Variable) { a = a - b }
  @inlinable public static func *= (a: inout Variable, b: Variable) { a = a * b }
  @inlinable public static func /= (a: inout Variable, b: Variable) { a = a / b }
  @inlinable public mutating func negate() { self = -self }

  public typealias Magnitude = Variable
  @inlinable public static var zero: Variable { Variable(constant: 0) }
  @inlinable public var magnitude: Variable { .absolute(self) }
}

/// Comparisons look at the values; the histories do not count.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Variable: Comparable {
  @inlinable public static func == (a: Variable, b: Variable) -> Bool { a.value == b.value }
  @inlinable public static func < (a: Variable, b: Variable) -> Bool { a.value < b.value }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Variable: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  @inlinable public init(integerLiteral value: Int) { self.init(constant: Element(value)) }
  @inlinable public init(floatLiteral value: Double) { self.init(constant: Element(value)) }
  /// The constant `value`, or `nil` if `Element` cannot represent it exactly.
  @inlinable public init?<Source: BinaryInteger>(exactly value: Source) {
    guard let exact = Element(exactly: value) else { return nil }
    self.init(constant: exact)
  }
}
