/// A shape seen from one of its axes: what lies outside it, its length, and what lies inside it.
///
/// Element k of line (o, i) stands at (o · length + k) · inner + i in row-major order.
struct AxisSplit: BitwiseCopyable {
  var outer = 1
  var length = 1
  var inner = 1

  /// The split of `shape` at `axis`, which it must have.
  init(_ shape: UnsafeBufferPointer<Int>, at axis: Int) {
    for (place, size) in shape.enumerated() {
      if place < axis { outer *= size } else if place == axis { length = size } else { inner *= size }
    }
  }

  /// Calls `body` with where each line starts; its elements are `inner` apart.
  @inline(__always)
  func forEachLine(_ body: (_ start: Int) -> Void) {
    for o in 0..<outer {
      for i in 0..<inner { body(o * length * inner + i) }
    }
  }
}
