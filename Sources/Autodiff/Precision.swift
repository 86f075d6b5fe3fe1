public import RealModule

/// A floating-point type the engine computes in: `Double` for teaching and checking, `Float` for networks.
public protocol Precision: Scalar, Real, BinaryFloatingPoint, SIMDScalar, Codable, Sendable {}

extension Double: Precision {}
extension Float: Precision {}

/// The plain values, each through the rule that also knows the derivative, so that the two cannot disagree.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Precision {
  @inlinable public var primal: Double { Double(self) }
  @inlinable public static func relu(_ x: Self) -> Self { Relu().value(x) }
  @inlinable public static func leakyRelu(_ x: Self, slope: Self) -> Self { LeakyRelu().value(x, slope) }
  @inlinable public static func threshold(_ x: Self) -> Self { Threshold().value(x) }
  @inlinable public static func sigmoid(_ x: Self) -> Self { Sigmoid().value(x) }
  @inlinable public static func absolute(_ x: Self) -> Self { Absolute().value(x) }
  @inlinable public static func maximum(_ a: Self, _ b: Self) -> Self { Maximum().value(a, b) }
  @inlinable public static func minimum(_ a: Self, _ b: Self) -> Self { Minimum().value(a, b) }
  @inlinable public static func power(_ x: Self, _ y: Self) -> Self { Power().value(x, y) }
  @inlinable public static func power(_ x: Self, _ n: Int) -> Self { IntegerPower(n).value(x) }
}
