import Autodiff
import Testing

/// Expects the tape's gradient of `function` at `point` to agree with central differences.
///
/// - Parameter tolerance: relative to the larger of the two, with the floor of `checker`. The default allows for the
///   differences' own error at a strongly curved point; a wrong rule misses it by orders of magnitude.
public func expectGradient(
  at point: [Double], tolerance: Double = 1e-7, checker: GradientChecker = GradientChecker(),
  sourceLocation: SourceLocation = #_sourceLocation,
  of function: ([Variable<Double>]) throws -> Variable<Double>
) rethrows {
  let report = try checker.check(at: point, of: function)
  #expect(report.worst <= tolerance, "\(report.entries) at \(point)", sourceLocation: sourceLocation)
}
