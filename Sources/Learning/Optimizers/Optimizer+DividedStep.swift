extension Optimizer {
  /// `w - lr·V/(√S + ε)`, with ε where it stands.
  func dividedStep(
    _ update: OptimizerUpdate<Double>, rate: Double, direction: (String, Double), squares: (String, Double),
    epsilon: Double, _ placement: EpsilonPlacement
  ) -> Arithmetic {
    let (w, lr) = (update.parameter, rate)
    return switch placement {
    case .outside:
      """
      \("w", w) - \("lr", lr)·\(direction.0, direction.1)/(√\(squares.0, squares.1) + \("ε", epsilon))
      """
    case .inside:
      """
      \("w", w) - \("lr", lr)·\(direction.0, direction.1)/√(\(squares.0, squares.1) + \("ε", epsilon))
      """
    case .hat:
      """
      \("w", w) - \("lr", lr)·\(direction.0, direction.1)\
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
