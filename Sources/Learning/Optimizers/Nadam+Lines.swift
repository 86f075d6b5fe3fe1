public import Autodiff

extension Nadam {
  /// The rule with names and with the numbers of a step.
  public func lines(_ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>) -> [FormulaLine] {
    let (old, new, g) = (update.before, update.memory, update.gradient)
    let velocity: Arithmetic = "\("β1", beta1)·\("V", old.velocity) + \("(1-β1)", 1 - beta1)·\("g", g)"
    let squares: Arithmetic = "\("β2", beta2)·\("S", old.squares) + \("(1-β2)", 1 - beta2)·\("g", g)²"
    let step = dividedStep(
      update, rate: constants.rate, direction: ("N", update.direction),
      squares: ("SC", update.correctedSquares), epsilon: epsilon, epsilonPlacement)
    return penaltyLines(update) + [
      FormulaLine("V", velocity, equals: new.velocity), FormulaLine("S", squares, equals: new.squares),
    ]
      + mixtureLines(update, constants)
      + BiasCorrection.divided.lines(
        "SC", of: ("S", new.squares), beta: ("β2", beta2), number: constants.number,
        equals: update.correctedSquares) + [FormulaLine("w", step, equals: update.next)]
  }

  private func mixtureLines(
    _ update: OptimizerUpdate<Double>, _ constants: StepConstants<Double>
  ) -> [FormulaLine] {
    let (velocity, g, t) = (update.memory.velocity, update.gradient, Double(constants.number))
    let (β, rest) = (("β1", beta1), ("(1-β1)", 1 - beta1))
    switch form {
    case .pytorch:
      let (now, next, product) = (constants.momentum, constants.nextMomentum, update.memory.companion)
      let mixture: Arithmetic =
        """
        \("μ'", next)·\("V", velocity)/(1 - \("P", product)·\("μ'", next)) \
        + (1 - \("μ", now))·\("g", g)/(1 - \("P", product))
        """
      return [
        FormulaLine("P", "\("P", update.before.companion)·\("μ", now)", equals: product),
        FormulaLine("N", mixture, equals: update.direction),
      ]
    case .constant:
      let mixture: Arithmetic =
        """
        \(β.0, β.1)·\("V", velocity)/(1 - \(β.0, β.1)^\("(t+1)", t + 1)) \
        + \(rest.0, rest.1)·\("g", g)/(1 - \(β.0, β.1)^\("t", t))
        """
      return [FormulaLine("N", mixture, equals: update.direction)]
    case .simple:
      let mixture: Arithmetic =
        "(\(β.0, β.1)·\("V", velocity) + \(rest.0, rest.1)·\("g", g))/(1 - \(β.0, β.1)^\("t", t))"
      return [FormulaLine("N", mixture, equals: update.direction)]
    }
  }
}
