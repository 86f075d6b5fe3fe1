extension TapeStorage {
  /// y = f(a, b), element by element, with a and b broadcast to the shape of y.
  func evaluate(_ rule: some BinaryRule, _ node: Int32) {
    let inputs = record(of: node).pointee.inputs
    let (a, b, y) = (values(of: inputs.0), values(of: inputs.1), values(of: node))
    forEachRun(of: shape(of: node), shape(of: inputs.0), shape(of: inputs.1)) { run in
      let (a, b, y) = (a + run.a, b + run.b, y + run.full)
      switch (run.aStep, run.bStep) {
      case (1, 1): for i in 0..<run.count { y[i] = rule.value(a[i], b[i]) }
      case (1, _): for i in 0..<run.count { y[i] = rule.value(a[i], b[0]) }
      case (_, 1): for i in 0..<run.count { y[i] = rule.value(a[0], b[i]) }
      default: for i in 0..<run.count { y[i] = rule.value(a[0], b[0]) }
      }
    }
  }

  /// ∂a += ∂y · ∂f/∂a and ∂b += ∂y · ∂f/∂b; what was repeated in broadcasting is summed.
  func pullBack(_ rule: some BinaryRule, _ node: Int32) {
    guard let dy = adjoints(of: node) else { return }
    let inputs = record(of: node).pointee.inputs
    let (a, b, y) = (values(of: inputs.0), values(of: inputs.1), values(of: node))
    let (da, db) = (adjoints(of: inputs.0), adjoints(of: inputs.1))
    forEachRun(of: shape(of: node), shape(of: inputs.0), shape(of: inputs.1)) { run in
      let (a, b, y, dy) = (a + run.a, b + run.b, y + run.full, dy + run.full)
      if let da {
        accumulate(onto: da + run.a, step: run.aStep, count: run.count) { i in
          dy[i] * rule.first(a[i * run.aStep], b[i * run.bStep], y[i])
        }
      }
      if let db {
        accumulate(onto: db + run.b, step: run.bStep, count: run.count) { i in
          dy[i] * rule.second(a[i * run.aStep], b[i * run.bStep], y[i])
        }
      }
    }
  }

  /// Adds the shares one to one, or all of them to a single element.
  @inline(__always)
  private func accumulate(
    onto target: UnsafeMutablePointer<Element>, step: Int, count: Int, _ share: (Int) -> Element
  ) {
    if step == 1 {
      for i in 0..<count { target[i] += share(i) }
    } else {
      var sum: Element = 0
      for i in 0..<count { sum += share(i) }
      target[0] += sum
    }
  }
}
