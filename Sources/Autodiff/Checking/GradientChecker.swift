/// Judges a gradient by central differences.
///
/// ∂f/∂xᵢ ≈ (f(x + hᵢeᵢ) − f(x − hᵢeᵢ)) / 2hᵢ with hᵢ = `step` · max(1, |xᵢ|). The truncation error falls with h², the
/// rounding error grows with 1/h; in double precision the two meet near h = ε^⅓ ≈ 6·10⁻⁶, with about ten good digits.
public struct GradientChecker: Equatable, Sendable {
  /// The relative step h; a positive number.
  public var step: Double
  /// Magnitudes below this are compared absolutely: the error is |exact − numeric| / max(floor, |exact|, |numeric|).
  public var floor: Double

  /// A checker with the given step and floor.
  public init(step: Double = 6e-6, floor: Double = 1) {
    precondition(step > 0 && floor > 0, "The step and the floor of a gradient check must be positive.")
    self.step = step
    self.floor = floor
  }

  /// The central difference of a plain function by its coordinate `index`.
  public func difference<Failure: Error>(
    of function: ([Double]) throws(Failure) -> Double, at point: [Double], by index: Int
  ) throws(Failure) -> Double {
    let h = step * max(1, abs(point[index]))
    var shifted = point
    shifted[index] = point[index] + h
    let above = try function(shifted)
    let right = shifted[index]
    shifted[index] = point[index] - h
    let below = try function(shifted)
    // The distance between the points as they were rounded, not 2h.
    return (above - below) / (right - shifted[index])
  }

  /// Compares a gradient found elsewhere with the differences of `function`.
  public func check<Failure: Error>(
    _ gradient: [Double], of function: ([Double]) throws(Failure) -> Double, at point: [Double]
  ) throws(Failure) -> GradientReport {
    precondition(gradient.count == point.count, "A gradient has one entry per coordinate.")
    var entries: [GradientReport.Entry] = []
    for (index, exact) in gradient.enumerated() {
      let numeric = try difference(of: function, at: point, by: index)
      let error = abs(exact - numeric) / max(floor, abs(exact), abs(numeric))
      entries.append(GradientReport.Entry(exact: exact, numeric: numeric, error: error))
    }
    return GradientReport(entries: entries)
  }
}
