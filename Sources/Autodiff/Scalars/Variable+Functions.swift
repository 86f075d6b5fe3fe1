public import RealModule

// The members are documented where the protocols declare them.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Variable: ElementaryFunctions {
  @inlinable public static func exp(_ x: Variable) -> Variable { apply(Exp(), x) }
  @inlinable public static func expMinusOne(_ x: Variable) -> Variable { apply(ExpMinusOne(), x) }
  @inlinable public static func log(_ x: Variable) -> Variable { apply(Log(), x) }
  @inlinable public static func sqrt(_ x: Variable) -> Variable { apply(Sqrt(), x) }
  @inlinable public static func sin(_ x: Variable) -> Variable { apply(Sin(), x) }
  @inlinable public static func cos(_ x: Variable) -> Variable { apply(Cos(), x) }
  @inlinable public static func tan(_ x: Variable) -> Variable { apply(Tan(), x) }
  @inlinable public static func asin(_ x: Variable) -> Variable { apply(Asin(), x) }
  @inlinable public static func acos(_ x: Variable) -> Variable { apply(Acos(), x) }
  @inlinable public static func atan(_ x: Variable) -> Variable { apply(Atan(), x) }
  @inlinable public static func sinh(_ x: Variable) -> Variable { apply(Sinh(), x) }
  @inlinable public static func cosh(_ x: Variable) -> Variable { apply(Cosh(), x) }
  @inlinable public static func tanh(_ x: Variable) -> Variable { apply(Tanh(), x) }
  @inlinable public static func asinh(_ x: Variable) -> Variable { apply(Asinh(), x) }
  @inlinable public static func acosh(_ x: Variable) -> Variable { apply(Acosh(), x) }
  @inlinable public static func atanh(_ x: Variable) -> Variable { apply(Atanh(), x) }
  @inlinable public static func log(onePlus x: Variable) -> Variable { apply(LogOnePlus(), x) }
  @inlinable public static func root(_ x: Variable, _ n: Int) -> Variable { apply(Root(n), x) }
  /// The same as `power(x, n)`.
  @inlinable @inline(__always) public static func pow(_ x: Variable, _ n: Int) -> Variable {
    apply(IntegerPower(n), x)
  }
  /// The same as `power`: NaN for a negative base, 0⁰ = 1.
  @inlinable @inline(__always) public static func pow(_ x: Variable, _ y: Variable) -> Variable {
    apply(Power(), x, y)
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Variable: Scalar {
  @inlinable public init(_ value: Double) { self.init(constant: Element(value)) }
  @inlinable public var primal: Double { Double(value) }
  @inlinable public static func relu(_ x: Variable) -> Variable { apply(Relu(), x) }
  @inlinable public static func leakyRelu(_ x: Variable, slope: Variable) -> Variable {
    apply(LeakyRelu(), x, slope)
  }
  @inlinable public static func threshold(_ x: Variable) -> Variable { apply(Threshold(), x) }
  @inlinable public static func sigmoid(_ x: Variable) -> Variable { apply(Sigmoid(), x) }
  @inlinable public static func absolute(_ x: Variable) -> Variable { apply(Absolute(), x) }
  @inlinable public static func maximum(_ a: Variable, _ b: Variable) -> Variable { apply(Maximum(), a, b) }
  @inlinable public static func minimum(_ a: Variable, _ b: Variable) -> Variable { apply(Minimum(), a, b) }
  @inlinable @inline(__always) public static func power(_ x: Variable, _ y: Variable) -> Variable {
    apply(Power(), x, y)
  }
  @inlinable @inline(__always) public static func power(_ x: Variable, _ n: Int) -> Variable {
    apply(IntegerPower(n), x)
  }
}
