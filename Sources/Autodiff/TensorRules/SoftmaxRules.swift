/// What a cross-entropy node keeps.
struct CrossEntropyDetails: BitwiseCopyable {
  /// The number of examples, and of classes.
  let rows, columns: Int
  /// What the sum is multiplied by: 1, or 1 / rows for a mean.
  let isMean: Bool
  /// Where the arena has the class of each example, as `Int32`, and the probabilities.
  let classes: Int
  let probabilities: Int
}

/// Softmax, its logarithm and the cross-entropy of scores: all subtract the largest score first, so that no exponential
/// overflows. A NaN makes its whole line NaN.
extension TapeStorage {
  /// y = eˣ / Σ eˣ along an axis.
  func evaluateSoftmax(_ node: Int32) {
    let x = values(of: record(of: node).pointee.inputs.0)
    let y = values(of: node)
    let split = lines(of: node)
    split.forEachLine { start in
      let total = exponentials(x + start, into: y + start, count: split.length, step: split.inner).total
      for k in 0..<split.length { y[start + k * split.inner] /= total }
    }
  }

  /// ∂x += y · (∂y − Σ ∂y · y)
  func pullBackSoftmax(_ node: Int32) {
    guard let dx = adjoints(of: record(of: node).pointee.inputs.0), let dy = adjoints(of: node) else {
      return
    }
    let y = values(of: node)
    let split = lines(of: node)
    split.forEachLine { start in
      var sum: Element = 0
      for k in 0..<split.length { sum += dy[start + k * split.inner] * y[start + k * split.inner] }
      for k in 0..<split.length {
        let place = start + k * split.inner
        dx[place] += y[place] * (dy[place] - sum)
      }
    }
  }

  /// y = x − log Σ eˣ along an axis.
  func evaluateLogSoftmax(_ node: Int32) {
    let x = values(of: record(of: node).pointee.inputs.0)
    let y = values(of: node)
    let split = lines(of: node)
    split.forEachLine { start in
      let (largest, total) = exponentials(
        x + start, into: y + start, count: split.length, step: split.inner)
      let logarithm = Element.log(total)
      for k in 0..<split.length {
        y[start + k * split.inner] = (x[start + k * split.inner] - largest) - logarithm
      }
    }
  }

  /// ∂x += ∂y − eʸ · Σ ∂y
  func pullBackLogSoftmax(_ node: Int32) {
    guard let dx = adjoints(of: record(of: node).pointee.inputs.0), let dy = adjoints(of: node) else {
      return
    }
    let y = values(of: node)
    let split = lines(of: node)
    split.forEachLine { start in
      var sum: Element = 0
      for k in 0..<split.length { sum += dy[start + k * split.inner] }
      for k in 0..<split.length {
        let place = start + k * split.inner
        dx[place] += dy[place] - Element.exp(y[place]) * sum
      }
    }
  }

  /// y = Σ (log Σ eˣ − x[class]) over the examples, or their mean.
  func evaluateCrossEntropy(_ node: Int32) {
    let details = details(of: node, as: CrossEntropyDetails.self).pointee
    let x = values(of: record(of: node).pointee.inputs.0)
    let classes = arena.pointer(at: details.classes, to: Int32.self)
    let probabilities = arena.pointer(at: details.probabilities, to: Element.self)
    var loss: Element = 0
    for row in 0..<details.rows {
      let (scores, shifted) = (x + row * details.columns, probabilities + row * details.columns)
      let m = largest(scores, count: details.columns, step: 1)
      for k in 0..<details.columns { shifted[k] = scores[k] - m }
      loss -= shifted[Int(classes[row])]
    }
    Kernels.evaluate(.exp, probabilities, into: probabilities, count: details.rows * details.columns)
    for row in 0..<details.rows {
      let p = probabilities + row * details.columns
      var total: Element = 0
      for k in 0..<details.columns { total += p[k] }
      for k in 0..<details.columns { p[k] /= total }
      loss += Element.log(total)
    }
    values(of: node)[0] = details.isMean ? loss / Element(details.rows) : loss
  }

  /// ∂x += ∂y · (p − 1[class]), divided by the number of examples for a mean.
  func pullBackCrossEntropy(_ node: Int32) {
    guard let dx = adjoints(of: record(of: node).pointee.inputs.0), let dy = adjoints(of: node) else {
      return
    }
    let details = details(of: node, as: CrossEntropyDetails.self).pointee
    let classes = arena.pointer(at: details.classes, to: Int32.self)
    let probabilities = arena.pointer(at: details.probabilities, to: Element.self)
    let scale = details.isMean ? dy[0] / Element(details.rows) : dy[0]
    for row in 0..<details.rows {
      let start = row * details.columns
      for k in 0..<details.columns {
        let expected: Element = k == Int(classes[row]) ? 1 : 0
        dx[start + k] += scale * (probabilities[start + k] - expected)
      }
    }
  }

  /// y = eˣ⁻ᵐ with the largest x, m; answers m and Σ y.
  @inline(__always)
  private func exponentials(
    _ x: UnsafePointer<Element>, into y: UnsafeMutablePointer<Element>, count: Int, step: Int
  ) -> (largest: Element, total: Element) {
    let largest = largest(x, count: count, step: step)
    var total: Element = 0
    for k in 0..<count {
      let e = Element.exp(x[k * step] - largest)
      y[k * step] = e
      total += e
    }
    return (largest, total)
  }

  @inline(__always)
  private func largest(_ x: UnsafePointer<Element>, count: Int, step: Int) -> Element {
    var largest = -Element.infinity
    for k in 0..<count where x[k * step] > largest { largest = x[k * step] }
    return largest
  }

  private func lines(of node: Int32) -> AxisSplit {
    AxisSplit(shape(of: node), at: Int(record(of: node).pointee.parameter))
  }
}
