import Learning

/// What `strider fit` says in words.
struct FitReport {
  /// The finished text.
  let report: Report

  /// A report on `fit`.
  init(_ fit: PolynomialFit) {
    let (data, counts) = (fit.data, fit.data.points.count)
    var report = Report(
      "A polynomial of degree \(fit.degree) through \(Plural.count(counts, "noisy point"))")
    report.pairs([
      (
        "points",
        "y = \(NoisyPoints.formula) + \(Self.text(data.noise))·N(0, 1), x evenly in -1…1, seed \(data.seed)"
      ),
      (
        "minimised",
        fit.penalty == 0
          ? "Σ(f - y)² over the points"
          : "Σ(f - y)² over the points + \(Self.text(fit.penalty))·Σc² over the coefficients"
      ),
      ("f(x)", Self.polynomial(fit.coefficients)),
      ("largest |c|", Self.text(fit.coefficients.map(abs).max() ?? 0)),
      ("train error", "\(Self.text(fit.trainError)), the mean of (f - y)² over the points it saw"),
      (
        "test error",
        "\(Self.text(fit.testError)), the same over \(data.testPoints.count) points it did not see"
      ),
      (
        "check",
        "the engine's gradient by the coefficients is at most "
          + "\(Self.text(fit.gradient().map(abs).max() ?? 0)), where 0 is the bottom"
      ),
    ])
    if fit.degree + 1 >= counts, fit.penalty == 0 {
      report.line("  As many coefficients as points: the curve goes through every point, noise included.")
    }
    report.section("Points")
    let shown = data.points.prefix(64)
    report.table(
      ["x", "y", "hidden", "fitted"],
      shown.map { point in
        [point.x, point.y, Self.plain(NoisyPoints.hidden(point.x)), fit.value(at: point.x)].map(Self.text)
      })
    if shown.count < counts { report.line("  and \(counts - shown.count) more") }
    self.report = report
  }

  /// sin(π) is 0, but for the rounding of π.
  private static func plain(_ value: Double) -> Double { abs(value) < 1e-15 ? 0 : value }

  private static func text(_ value: Double) -> String { Numeral.format(value, digits: 4) }

  /// `0.1 + 2.5·x - 3·x^2`
  private static func polynomial(_ coefficients: [Double]) -> String {
    coefficients.enumerated().map { power, coefficient in
      let size = text(abs(coefficient)) + (power == 0 ? "" : power == 1 ? "·x" : "·x^\(power)")
      let sign = power == 0 ? (coefficient < 0 ? "-" : "") : coefficient < 0 ? " - " : " + "
      return sign + size
    }
    .joined()
  }
}
