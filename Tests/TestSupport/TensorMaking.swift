import Autodiff

extension Tensor {
  /// A tensor with every element equal to `value`.
  public init(repeating value: Element, shape: [Int]) throws(ShapeError) {
    try self.init(shape: shape, elements: Array(repeating: value, count: shape.reduce(1, *)))
  }

  /// A matrix from its rows; rows of unequal lengths do not fill it.
  public init(rows: [[Element]]) throws(ShapeError) {
    try self.init(shape: [rows.count, rows.first?.count ?? 0], elements: rows.flatMap(\.self))
  }
}

extension Tape {
  /// f(x₀, x₁, …) for tensors, with the gradients in the shapes of the arguments, recorded on this tape after emptying
  /// it. A result that is not a number is differentiated as the sum of its elements.
  public func valueAndGradients(
    at point: [Tensor<Element>], of function: ([TensorVariable<Element>]) -> TensorVariable<Element>
  ) -> (value: Tensor<Element>, gradients: [Tensor<Element>]) {
    reset()
    let variables = point.map { variable($0) }
    let output = function(variables)
    sweep(from: output)
    return (output.tensor, variables.map { adjoint(of: $0) })
  }
}

extension GradientChecker {
  /// Compares the tape's gradient of `function` with its differences.
  public func check<Failure: Error>(
    at point: [Double], of function: ([Variable<Double>]) throws(Failure) -> Variable<Double>
  ) throws(Failure) -> GradientReport {
    let exact = try gradient(of: function, at: point)
    let plain = { (point: [Double]) throws(Failure) -> Double in
      try function(point.map { Variable(constant: $0) }).value
    }
    return try check(exact, of: plain, at: point)
  }
}

extension GradientReport {
  /// The largest error, NaN if there is one; 0 without coordinates.
  public var worst: Double {
    entries.contains { $0.error.isNaN } ? .nan : entries.map(\.error).max() ?? 0
  }
  /// The band of the largest error.
  public var band: Band { Band(error: worst) }
}
