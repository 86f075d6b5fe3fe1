/// A stretch of consecutive elements of the full shape, with the operands' elements that go with them.
struct Run {
  /// The first element in the full shape.
  var full = 0
  /// The first element of either operand.
  var a = 0
  var b = 0
  /// The number of elements.
  let count: Int
  /// From one element to the next in the operand: 1, or 0 where it is repeated.
  let aStep: Int
  let bStep: Int
}

/// Goes through all elements of the shape `full`, run by run, with two operands broadcast to it.
///
/// NumPy's rule: shapes are aligned at their last axes, and an axis of length 1 (or missing) is repeated. Axes that
/// both operands walk through alike are merged, so that equal shapes make a single run.
func forEachRun(
  of full: UnsafeBufferPointer<Int>, _ a: UnsafeBufferPointer<Int>, _ b: UnsafeBufferPointer<Int>,
  _ body: (Run) -> Void
) {
  if full.contains(0) { return }
  withUnsafeTemporaryAllocation(of: Axis.self, capacity: full.count + 1) { axes in
    var merged = 0
    axes[0] = Axis(length: 1, a: 0, b: 0)
    var (aStep, bStep) = (1, 1)
    for axis in full.indices.reversed() {
      let next = Axis(
        length: full[axis],
        a: step(&aStep, a, full, axis), b: step(&bStep, b, full, axis))
      if next.length == 1 { continue }
      let inner = axes[merged]
      if inner.length == 1 {
        axes[merged] = next
      } else if next.a == inner.a * inner.length, next.b == inner.b * inner.length {
        axes[merged].length *= next.length
      } else {
        merged += 1
        axes[merged] = next
      }
    }
    var run = Run(count: axes[0].length, aStep: axes[0].a, bStep: axes[0].b)
    walk(axes, merged, &run, body)
  }
}

private struct Axis: BitwiseCopyable {
  var length: Int
  var a: Int
  var b: Int
}

/// The operand's step along one axis of the full shape; 0 where it is repeated.
private func step(
  _ size: inout Int, _ shape: UnsafeBufferPointer<Int>, _ full: UnsafeBufferPointer<Int>, _ axis: Int
) -> Int {
  let own = axis - full.count + shape.count
  guard own >= 0, shape[own] != 1 else { return 0 }
  defer { size *= shape[own] }
  return size
}

private func walk(
  _ axes: UnsafeMutableBufferPointer<Axis>, _ axis: Int, _ run: inout Run, _ body: (Run) -> Void
) {
  if axis == 0 {
    body(run)
    run.full += run.count
    return
  }
  let (a, b) = (run.a, run.b)
  for _ in 0..<axes[axis].length {
    walk(axes, axis - 1, &run, body)
    run.a += axes[axis].a
    run.b += axes[axis].b
  }
  (run.a, run.b) = (a, b)
}
