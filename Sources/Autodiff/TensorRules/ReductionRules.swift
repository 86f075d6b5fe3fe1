/// Which axes a reduction runs over.
struct ReductionDetails: BitwiseCopyable {
  /// Bit i is set if axis i is reduced.
  var axes: UInt64
  /// The number of elements that go into one result.
  var length: Int
  /// Where the arena keeps the positions of the maxima, as `Int32` offsets into the input.
  var positions = 0
}

extension TapeStorage {
  /// y = Σ x over the axes, divided by their length for the mean.
  func evaluateSum(_ node: Int32) {
    let x = values(of: record(of: node).pointee.inputs.0)
    let y = values(of: node)
    y.update(repeating: 0, count: count(of: node))
    forEachReducedRun(node) { run in
      if run.aStep == 0 {
        y[run.a] += Autodiff.sum(x + run.full, run.count)
      } else {
        for i in 0..<run.count { y[run.a + i] += x[run.full + i] }
      }
    }
    let scale = self.scale(node)
    if scale != 1 { for i in 0..<count(of: node) { y[i] *= scale } }
  }

  /// ∂x += ∂y, repeated along the axes, divided by their length for the mean.
  func pullBackSum(_ node: Int32) {
    guard let dx = adjoints(of: record(of: node).pointee.inputs.0), let dy = adjoints(of: node) else {
      return
    }
    let scale = self.scale(node)
    forEachReducedRun(node) { run in
      for i in 0..<run.count { dx[run.full + i] += scale * dy[run.a + i * run.aStep] }
    }
  }

  /// y = max x over the axes; the first in row-major order wins a tie. NaN if any is.
  mutating func evaluateMaximum(_ node: Int32) {
    let place = arena.allocate(count(of: node), of: Int32.self)
    details(of: node, as: ReductionDetails.self).pointee.positions = place
    let positions = arena.pointer(at: place, to: Int32.self)
    let x = values(of: record(of: node).pointee.inputs.0)
    let y = values(of: node)
    positions.initialize(repeating: -1, count: count(of: node))
    forEachReducedRun(node) { run in
      for i in 0..<run.count {
        let (target, source) = (run.a + i * run.aStep, run.full + i)
        if positions[target] < 0 || (!(x[source] <= y[target]) && !y[target].isNaN) {
          y[target] = x[source]
          positions[target] = Int32(truncatingIfNeeded: source)
        }
      }
    }
  }

  /// ∂x += ∂y where the maximum was found.
  func pullBackMaximum(_ node: Int32) {
    guard let dx = adjoints(of: record(of: node).pointee.inputs.0), let dy = adjoints(of: node) else {
      return
    }
    let place = details(of: node, as: ReductionDetails.self).pointee.positions
    let positions = arena.pointer(at: place, to: Int32.self)
    for i in 0..<count(of: node) { dx[Int(positions[i])] += dy[i] }
  }

  /// Goes through the input with the result as operand `a`, repeated along the reduced axes.
  private func forEachReducedRun(_ node: Int32, _ body: (Run) -> Void) {
    let full = shape(of: record(of: node).pointee.inputs.0)
    let axes = details(of: node, as: ReductionDetails.self).pointee.axes
    withUnsafeTemporaryAllocation(of: Int.self, capacity: full.count) { kept in
      for axis in full.indices { kept[axis] = axes & (1 << axis) == 0 ? full[axis] : 1 }
      let result = UnsafeBufferPointer(kept)
      forEachRun(of: full, result, result, body)
    }
  }

  private func scale(_ node: Int32) -> Element {
    guard nodes[Int(node)].operation == .mean else { return 1 }
    return 1 / Element(details(of: node, as: ReductionDetails.self).pointee.length)
  }
}
