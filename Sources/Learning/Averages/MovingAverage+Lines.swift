extension MovingAverage {
  /// How one sample changed the average, line by line, in names and in numbers: `V ← 0.9·10 + 0.1·12 = 10.2`.
  public func lines(adding sample: Double, to memory: Memory) -> [FormulaLine] {
    var after = memory
    let shown = add(sample, to: &after)
    let data = ("D", sample)
    guard start != .first || after.count > 1 else {
      return [FormulaLine("V", "\(data.0, data.1)", equals: shown)]
    }
    let update = FormulaLine(
      "V", "\("β", beta)·\("V", memory.average) + \("(1-β)", 1 - beta)·\(data.0, data.1)",
      equals: after.average)
    let (average, step) = (after.average, Double(after.count))
    switch start {
    case .first, .zero:
      return [update]
    case .corrected:
      return [update, FormulaLine("VC", "\("V", average)/(1 - \("β", beta)^\("t", step))", equals: shown)]
    case .multiplied:
      return [update, FormulaLine("VC", "\("V", average)·(1 - \("β", beta)^\("t", step))", equals: shown)]
    }
  }
}
