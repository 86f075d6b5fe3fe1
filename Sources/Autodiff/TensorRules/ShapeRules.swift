extension TapeStorage {
  /// y has x's elements in x's order.
  func evaluateReshape(_ node: Int32) {
    values(of: node).update(from: values(of: record(of: node).pointee.inputs.0), count: count(of: node))
  }

  /// ∂x += ∂y in the same order.
  func pullBackReshape(_ node: Int32) {
    guard let dx = adjoints(of: record(of: node).pointee.inputs.0), let dy = adjoints(of: node) else {
      return
    }
    for i in 0..<count(of: node) { dx[i] += dy[i] }
  }

  /// y repeats x along the axes that x lacks or where its length is 1.
  func evaluateBroadcast(_ node: Int32) {
    let input = record(of: node).pointee.inputs.0
    let (x, y) = (values(of: input), values(of: node))
    forEachRun(of: shape(of: node), shape(of: input), shape(of: input)) { run in
      for i in 0..<run.count { y[run.full + i] = x[run.a + i * run.aStep] }
    }
  }

  /// ∂x += ∂y, summed over the repetitions.
  func pullBackBroadcast(_ node: Int32) {
    let input = record(of: node).pointee.inputs.0
    guard let dx = adjoints(of: input), let dy = adjoints(of: node) else { return }
    forEachRun(of: shape(of: node), shape(of: input), shape(of: input)) { run in
      for i in 0..<run.count { dx[run.a + i * run.aStep] += dy[run.full + i] }
    }
  }
}
