extension Adam {
  /// The lines of V, S and their corrections.
  func momentLines(
    _ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>
  ) -> [FormulaLine] {
    let (old, new, g) = (update.before, update.memory, update.gradient)
    let velocity: Arithmetic = "\("β1", beta1)·\("V", old.velocity) + \("(1-β1)", 1 - beta1)·\("g", g)"
    let squares: Arithmetic = "\("β2", beta2)·\("S", old.squares) + \("(1-β2)", 1 - beta2)·\("g", g)²"
    return [
      FormulaLine("V", velocity, equals: new.velocity), FormulaLine("S", squares, equals: new.squares),
    ]
      + correction.lines(
        "VC", of: ("V", new.velocity), beta: ("β1", beta1), number: constants.number,
        equals: update.correctedVelocity) + squaresCorrectionLines(update, constants)
  }

  /// `w - lr·VC/(√SC + ε)` in the words of the variant; `start` stands in the place of w.
  func correctedStep(
    _ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>, from start: Arithmetic? = nil
  ) -> Arithmetic {
    let velocity = (correction == .none ? "V" : "VC", update.correctedVelocity)
    guard usesHat else {
      let squares = (correction == .none ? "S" : "SC", update.correctedSquares)
      return dividedStep(
        update, from: start, rate: constants.rate, direction: velocity, squares: squares, epsilon: epsilon,
        epsilonPlacement == .hat ? .outside : epsilonPlacement)
    }
    return dividedStep(
      update, from: start, rate: constants.rate, direction: velocity, squares: ("S", update.memory.squares),
      epsilon: epsilon, .hat)
  }

  /// Whether √c and ε stand as in Keras; without correction c is 1 and the two forms are one.
  private var usesHat: Bool { epsilonPlacement == .hat && correction != .none }

  private func squaresCorrectionLines(
    _ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>
  ) -> [FormulaLine] {
    guard usesHat else {
      return correction.lines(
        "SC", of: ("S", update.memory.squares), beta: ("β2", beta2), number: constants.number,
        equals: update.correctedSquares)
    }
    let root = constants.squaresCorrection.squareRoot()
    let t = Double(constants.number)
    let right: Arithmetic =
      correction == .divided ? "1/√(1 - \("β2", beta2)^\("t", t))" : "√(1 - \("β2", beta2)^\("t", t))"
    return [FormulaLine("c", right, equals: root)]
  }
}
