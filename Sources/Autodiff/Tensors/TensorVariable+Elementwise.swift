extension TensorVariable {
  /// f(x), element by element.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func elementwise(_ operation: Operation, parameter: Int32 = 0) -> TensorVariable {
    let none = Node<Element>.none
    let result = storage.pointee.appendTensor(
      operation, rank: rank, inputs: (node, none, none), parameter: parameter
    ) { [node] axes, storage in
      _ = axes.update(fromContentsOf: storage.shape(of: node))
    }
    storage.pointee.evaluate(result)
    return TensorVariable(storage: storage, node: result)
  }

  /// f(a, b), element by element, broadcast to a common shape.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  static func elementwise(_ operation: Operation, _ a: TensorVariable, _ b: TensorVariable) -> TensorVariable
  {
    precondition(a.storage == b.storage, "Two tensors of different tapes cannot be combined.")
    let result = a.storage.pointee.appendTensor(
      operation, rank: Swift.max(a.rank, b.rank), inputs: (a.node, b.node, Node<Element>.none)
    ) { axes, storage in
      let (first, second) = (storage.shape(of: a.node), storage.shape(of: b.node))
      for back in 1..<(axes.count + 1) {
        let m = back <= first.count ? first[first.count - back] : 1
        let n = back <= second.count ? second[second.count - back] : 1
        precondition(
          m == n || m == 1 || n == 1,
          "The shapes \(Array(first)) and \(Array(second)) cannot be broadcast to each other.")
        axes[axes.count - back] = m == 1 ? n : m
      }
    }
    a.storage.pointee.evaluate(result)
    return TensorVariable(storage: a.storage, node: result)
  }

  /// A constant of rank 0 on the same tape.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  func constant(_ value: Element) -> TensorVariable {
    TensorVariable(storage: storage, node: storage.pointee.append(Node(.constant, value)))
  }
}

/// Arithmetic, element by element. Shapes are broadcast as in NumPy: aligned at the last axes, with axes of length 1
/// repeated.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension TensorVariable {
  public static func + (a: TensorVariable, b: TensorVariable) -> TensorVariable { elementwise(.add, a, b) }
  public static func - (a: TensorVariable, b: TensorVariable) -> TensorVariable {
    elementwise(.subtract, a, b)
  }
  public static func * (a: TensorVariable, b: TensorVariable) -> TensorVariable {
    elementwise(.multiply, a, b)
  }
  public static func / (a: TensorVariable, b: TensorVariable) -> TensorVariable { elementwise(.divide, a, b) }
  public static prefix func - (x: TensorVariable) -> TensorVariable { x.elementwise(.negate) }

  public static func + (a: TensorVariable, b: Element) -> TensorVariable { a + a.constant(b) }
  public static func - (a: TensorVariable, b: Element) -> TensorVariable { a - a.constant(b) }
  public static func * (a: TensorVariable, b: Element) -> TensorVariable { a * a.constant(b) }
  public static func / (a: TensorVariable, b: Element) -> TensorVariable { a / a.constant(b) }
  public static func + (a: Element, b: TensorVariable) -> TensorVariable { b.constant(a) + b }
  public static func - (a: Element, b: TensorVariable) -> TensorVariable { b.constant(a) - b }
  public static func * (a: Element, b: TensorVariable) -> TensorVariable { b.constant(a) * b }
  public static func / (a: Element, b: TensorVariable) -> TensorVariable { b.constant(a) / b }
}

/// Functions, element by element: the rules are those of `Scalar`.
extension TensorVariable {
  /// eˣ.
  public static func exp(_ x: TensorVariable) -> TensorVariable { x.elementwise(.exp) }
  /// The natural logarithm.
  public static func log(_ x: TensorVariable) -> TensorVariable { x.elementwise(.log) }
  /// √x.
  public static func sqrt(_ x: TensorVariable) -> TensorVariable { x.elementwise(.sqrt) }
  /// The sine of an angle in radians.
  public static func sin(_ x: TensorVariable) -> TensorVariable { x.elementwise(.sin) }
  /// The cosine of an angle in radians.
  public static func cos(_ x: TensorVariable) -> TensorVariable { x.elementwise(.cos) }
  /// The hyperbolic tangent.
  public static func tanh(_ x: TensorVariable) -> TensorVariable { x.elementwise(.tanh) }
  /// max(0, x), with the derivative 0 at 0.
  public static func relu(_ x: TensorVariable) -> TensorVariable { x.elementwise(.relu) }
  /// x where x > 0, else slope · x, with the derivative slope at 0.
  public static func leakyRelu(_ x: TensorVariable, slope: Element) -> TensorVariable {
    elementwise(.leakyRelu, x, x.constant(slope))
  }
  /// The same with a slope that is learned, in a shape that broadcasts to that of x.
  public static func leakyRelu(_ x: TensorVariable, slope: TensorVariable) -> TensorVariable {
    elementwise(.leakyRelu, x, slope)
  }
  /// 1 where x > 0, else 0, with the derivative 0 everywhere.
  public static func threshold(_ x: TensorVariable) -> TensorVariable { x.elementwise(.threshold) }
  /// 1 / (1 + e⁻ˣ).
  public static func sigmoid(_ x: TensorVariable) -> TensorVariable { x.elementwise(.sigmoid) }
  /// |x|, with the derivative 0 at 0.
  public static func absolute(_ x: TensorVariable) -> TensorVariable { x.elementwise(.absolute) }
  /// xⁿ for any base, with 0⁰ = 1.
  public static func pow(_ x: TensorVariable, _ n: Int) -> TensorVariable {
    guard let n = Int32(exactly: n) else { preconditionFailure("The exponent \(n) does not fit 32 bits.") }
    return x.elementwise(.integerPower, parameter: n)
  }
  /// xʸ: NaN for a negative base, 0⁰ = 1.
  public static func power(_ x: TensorVariable, _ y: TensorVariable) -> TensorVariable {
    elementwise(.power, x, y)
  }
  /// The larger of two; at a tie the first.
  public static func maximum(_ a: TensorVariable, _ b: TensorVariable) -> TensorVariable {
    elementwise(.maximum, a, b)
  }
  /// The smaller of two; at a tie the first.
  public static func minimum(_ a: TensorVariable, _ b: TensorVariable) -> TensorVariable {
    elementwise(.minimum, a, b)
  }
}
