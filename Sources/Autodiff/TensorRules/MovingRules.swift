/// Two axes that change places, and what lies before, between and behind them.
struct TransposeDetails: BitwiseCopyable {
  var outer = 1
  var first = 1
  var middle = 1
  var second = 1
  var inner = 1
}

/// A run of positions along an axis.
struct SliceDetails: BitwiseCopyable {
  let split: AxisSplit
  let start: Int
  let count: Int
}

/// Positions along an axis, which the arena has as `Int32`.
struct GatherDetails: BitwiseCopyable {
  let split: AxisSplit
  let count: Int
  let positions: Int
}

/// Rules that put elements elsewhere: backwards their adjoints go where they came from.
extension TapeStorage {
  /// y[o, b, m, a, i] = x[o, a, m, b, i]
  func evaluateTranspose(_ node: Int32) {
    let (x, y) = (values(of: record(of: node).pointee.inputs.0), values(of: node))
    details(of: node, as: TransposeDetails.self).pointee.forEachRun { source, target, count in
      for i in 0..<count { y[target + i] = x[source + i] }
    }
  }

  func pullBackTranspose(_ node: Int32) {
    guard let (dx, dy) = bothAdjoints(of: node) else { return }
    details(of: node, as: TransposeDetails.self).pointee.forEachRun { source, target, count in
      for i in 0..<count { dx[source + i] += dy[target + i] }
    }
  }

  /// y[o, k, i] = x[o, start + k, i]
  func evaluateSlice(_ node: Int32) {
    let (x, y) = (values(of: record(of: node).pointee.inputs.0), values(of: node))
    let slice = details(of: node, as: SliceDetails.self).pointee
    for o in 0..<slice.split.outer {
      (y + o * slice.runLength).update(from: x + slice.runStart(o), count: slice.runLength)
    }
  }

  func pullBackSlice(_ node: Int32) {
    guard let (dx, dy) = bothAdjoints(of: node) else { return }
    let slice = details(of: node, as: SliceDetails.self).pointee
    for o in 0..<slice.split.outer {
      add(dy + o * slice.runLength, to: dx + slice.runStart(o), slice.runLength)
    }
  }

  /// y = the elements of a, then those of b, along an axis.
  func evaluateConcatenation(_ node: Int32) {
    let inputs = record(of: node).pointee.inputs
    let (a, b) = (values(of: inputs.0), values(of: inputs.1))
    var y = values(of: node)
    forEachPair(node) { outer, first, second in
      y.update(from: a + outer * first, count: first)
      (y + first).update(from: b + outer * second, count: second)
      y += first + second
    }
  }

  func pullBackConcatenation(_ node: Int32) {
    guard var dy = adjoints(of: node) else { return }
    let inputs = record(of: node).pointee.inputs
    let (da, db) = (adjoints(of: inputs.0), adjoints(of: inputs.1))
    forEachPair(node) { outer, first, second in
      if let da { add(dy, to: da + outer * first, first) }
      if let db { add(dy + first, to: db + outer * second, second) }
      dy += first + second
    }
  }

  /// y[o, k, i] = x[o, position[k], i]
  func evaluateGather(_ node: Int32) {
    let (x, y) = (values(of: record(of: node).pointee.inputs.0), values(of: node))
    forEachGathered(node) { source, target, count in
      (y + target).update(from: x + source, count: count)
    }
  }

  func pullBackGather(_ node: Int32) {
    guard let (dx, dy) = bothAdjoints(of: node) else { return }
    forEachGathered(node) { source, target, count in add(dy + target, to: dx + source, count) }
  }

  private func forEachGathered(_ node: Int32, _ body: (_ source: Int, _ target: Int, _ count: Int) -> Void) {
    let gather = details(of: node, as: GatherDetails.self).pointee
    let positions = arena.pointer(at: gather.positions, to: Int32.self)
    var target = 0
    for o in 0..<gather.split.outer {
      for k in 0..<gather.count {
        body((o * gather.split.length + Int(positions[k])) * gather.split.inner, target, gather.split.inner)
        target += gather.split.inner
      }
    }
  }

  /// Goes through what lies outside the axis, with the number of elements of either operand in one stretch.
  private func forEachPair(_ node: Int32, _ body: (_ outer: Int, _ first: Int, _ second: Int) -> Void) {
    let inputs = record(of: node).pointee.inputs
    let axis = Int(record(of: node).pointee.parameter)
    let (a, b) = (AxisSplit(shape(of: inputs.0), at: axis), AxisSplit(shape(of: inputs.1), at: axis))
    for o in 0..<a.outer { body(o, a.length * a.inner, b.length * b.inner) }
  }

  /// The adjoints of the only operand and of the node itself; `nil` if nobody asks for the former.
  private func bothAdjoints(of node: Int32) -> (UnsafeMutablePointer<Element>, UnsafeMutablePointer<Element>)?
  {
    guard let dx = adjoints(of: record(of: node).pointee.inputs.0), let dy = adjoints(of: node) else {
      return nil
    }
    return (dx, dy)
  }

  @inline(__always)
  private func add(_ share: UnsafePointer<Element>, to target: UnsafeMutablePointer<Element>, _ count: Int) {
    for i in 0..<count { target[i] += share[i] }
  }
}

extension TransposeDetails {
  /// Goes through stretches that stay together, with where they start in x and in y.
  @inline(__always)
  fileprivate func forEachRun(_ body: (_ source: Int, _ target: Int, _ count: Int) -> Void) {
    var source = 0
    for o in 0..<outer {
      for a in 0..<first {
        for m in 0..<middle {
          for b in 0..<second {
            body(source, (((o * second + b) * middle + m) * first + a) * inner, inner)
            source += inner
          }
        }
      }
    }
  }
}

extension SliceDetails {
  fileprivate var runLength: Int { count * split.inner }
  fileprivate func runStart(_ outer: Int) -> Int { (outer * split.length + start) * split.inner }
}
