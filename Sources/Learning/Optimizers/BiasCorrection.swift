/// What is done about averages that start at 0 and are therefore too small at first.
public enum BiasCorrection: String, CaseIterable, Codable, Sendable {
  /// Divide by 1-βᵗ, as the paper says.
  case divided = "true"
  /// Nothing.
  case none = "false"
  /// Multiply by 1-βᵗ: a slip seen in popular demonstrations, which makes the first steps far too long.
  case multiplied

  /// What an average with the weight `beta` is multiplied by after `number` steps.
  @inlinable
  func factor(beta: Double, number: Int) -> Double {
    switch self {
    case .divided: 1 / MovingAverage.biasFactor(beta: beta, count: number)
    case .none: 1
    case .multiplied: MovingAverage.biasFactor(beta: beta, count: number)
    }
  }

  /// In words, for the line that names the variant.
  var words: String {
    switch self {
    case .divided: "bias-corrected"
    case .none: "without bias correction"
    case .multiplied: "bias correction multiplied instead of divided (wrong)"
    }
  }

  /// `VC ← V/(1 - β1^t)`, or with a multiplication; no line without correction.
  func lines(
    _ target: String, of source: (String, Double), beta: (String, Double), number: Int, equals result: Double
  ) -> [FormulaLine] {
    let t = Double(number)
    switch self {
    case .none:
      return []
    case .divided:
      let right: Arithmetic = "\(source.0, source.1)/(1 - \(beta.0, beta.1)^\("t", t))"
      return [FormulaLine(target, right, equals: result)]
    case .multiplied:
      let right: Arithmetic = "\(source.0, source.1)·(1 - \(beta.0, beta.1)^\("t", t))"
      return [FormulaLine(target, right, equals: result)]
    }
  }
}
