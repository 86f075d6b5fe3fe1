extension Optimizer {
  /// The line that adds the L2 term, when there is one.
  func penaltyLines(_ update: OptimizerUpdate<Double>, at parameter: (String, Double)) -> [FormulaLine] {
    guard weightDecay != 0 else { return [] }
    let right: Arithmetic = "\("g", update.rawGradient) + \("decay", weightDecay)·\(parameter.0, parameter.1)"
    return [FormulaLine("g", right, equals: update.gradient)]
  }

  func penaltyLines(_ update: OptimizerUpdate<Double>) -> [FormulaLine] {
    penaltyLines(update, at: ("w", update.parameter))
  }

  /// `w - lr·V/(√S + ε)`, with ε where it stands; `start` stands in the place of w.
  func dividedStep(
    _ update: OptimizerUpdate<Double>, from start: Arithmetic? = nil, rate lr: Double,
    direction: (String, Double), squares: (String, Double), epsilon: Double, _ placement: EpsilonPlacement
  ) -> Arithmetic {
    let w: Arithmetic = start ?? "\("w", update.parameter)"
    return switch placement {
    case .outside:
      """
      \(w) - \("lr", lr)·\(direction.0, direction.1)/(√\(squares.0, squares.1) + \("ε", epsilon))
      """
    case .inside:
      """
      \(w) - \("lr", lr)·\(direction.0, direction.1)/√(\(squares.0, squares.1) + \("ε", epsilon))
      """
    case .hat:
      """
      \(w) - \("lr", lr)·\(direction.0, direction.1)\
      /(\("c", correctionRoot(update, squares: squares.1, epsilon))·(√\(squares.0, squares.1) + \("ε", epsilon)))
      """
    }
  }

  private func correctionRoot(
    _ update: OptimizerUpdate<Double>, squares: Double, _ epsilon: Double
  ) -> Double {
    update.denominator / (squares.squareRoot() + epsilon)
  }
}

extension String.StringInterpolation {
  /// A number as it is typed in a program.
  mutating func appendInterpolation(exact number: Double) { appendLiteral(Numeral.exact(number)) }
}
