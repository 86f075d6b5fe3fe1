import Autodiff
import RealModule
import TestSupport
import Testing

/// Expects the tape's gradients of a tensor function to agree with central differences.
///
/// The output's elements are weighted differently before they are summed, so that misplaced gradients show.
func expectTensorGradient(
  at point: [Tensor<Double>], tolerance: Double = 1e-7, sourceLocation: SourceLocation = #_sourceLocation,
  of function: ([TensorVariable<Double>]) -> TensorVariable<Double>
) throws {
  let tape = Tape<Double>()
  let checker = GradientChecker()
  let variables = point.map { tape.variable($0) }
  let output = function(variables)
  let weights = (0..<output.count).map { 1 + Double.sin(Double($0)) }
  tape.sweep(from: output, upstream: try Tensor(shape: output.shape, elements: weights))
  let gradients = variables.map { tape.adjoint(of: $0) }
  #expect(gradients.map(\.shape) == point.map(\.shape), sourceLocation: sourceLocation)

  for (argument, gradient) in gradients.enumerated() {
    let report = checker.check(
      gradient.elements,
      of: { elements in
        var shifted = point
        shifted[argument].elements = elements
        let plain = Tape<Double>()
        let result = function(shifted.map { plain.constant($0) })
        return withExtendedLifetime(plain) {
          result.withElements { elements in zip(elements, weights).reduce(0) { $0 + $1.0 * $1.1 } }
        }
      }, at: point[argument].elements)
    #expect(
      report.worst <= tolerance, "argument \(argument): \(report.entries)", sourceLocation: sourceLocation)
  }
}

extension SeededNumbers {
  /// A whole number in `range`.
  mutating func integer(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// Elements in -1 ... 1.
  mutating func tensor(_ shape: [Int]) throws -> Tensor<Double> {
    try Tensor(
      shape: shape, elements: (0..<shape.reduce(1, *)).map { _ in Double.random(in: -1...1, using: &self) })
  }

  /// Another padding on each side.
  mutating func padding(_ range: ClosedRange<Int>) -> Padding {
    Padding(
      top: integer(in: range), left: integer(in: range), bottom: integer(in: range), right: integer(in: range)
    )
  }
}
