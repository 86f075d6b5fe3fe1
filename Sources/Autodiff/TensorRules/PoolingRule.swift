/// What a pooling node keeps: its shape, and for `max` where the arena has the positions of the maxima.
struct PoolingDetails: BitwiseCopyable {
  let shape: PoolingShape
  var positions = 0
}

extension TapeStorage {
  /// y = one number per window; see `PoolingKind`.
  mutating func evaluatePooling(_ node: Int32) {
    let shape = details(of: node, as: PoolingDetails.self).pointee.shape
    if shape.kind == .max { return evaluateMaxPooling(node, shape) }
    let (x, y) = (values(of: record(of: node).pointee.inputs.0), values(of: node))
    shape.forEachWindow { index, plane, rows, columns in
      var total: Element = 0
      for row in 0..<rows.count {
        let cells = x + shape.start(plane, rows, row, columns)
        if shape.kind == .l2 {
          for column in 0..<columns.count {
            total += cells[column * columns.step] * cells[column * columns.step]
          }
        } else {
          for column in 0..<columns.count { total += cells[column * columns.step] }
        }
      }
      y[index] =
        shape.kind == .l2 ? total.squareRoot() : total * weight(shape, index, rows.count * columns.count)
    }
  }

  /// ∂x += ∂y · weight for sums and averages, ∂y · x / y for L2, ∂y at the maximum for max.
  func pullBackPooling(_ node: Int32) {
    let input = record(of: node).pointee.inputs.0
    guard let dx = adjoints(of: input), let dy = adjoints(of: node) else { return }
    let details = details(of: node, as: PoolingDetails.self).pointee
    let shape = details.shape
    if shape.kind == .max {
      let positions = arena.pointer(at: details.positions, to: Int32.self)
      for i in 0..<count(of: node) where positions[i] >= 0 { dx[Int(positions[i])] += dy[i] }
      return
    }
    let (x, y) = (values(of: input), values(of: node))
    shape.forEachWindow { index, plane, rows, columns in
      let share =
        shape.kind == .l2
        ? (y[index] == 0 ? 0 : dy[index] / y[index])
        : dy[index] * weight(shape, index, rows.count * columns.count)
      for row in 0..<rows.count {
        let start = shape.start(plane, rows, row, columns)
        if shape.kind == .l2 {
          for column in 0..<columns.count {
            dx[start + column * columns.step] += share * x[start + column * columns.step]
          }
        } else {
          for column in 0..<columns.count { dx[start + column * columns.step] += share }
        }
      }
    }
  }

  /// y = max x and where it was found; −∞ and nowhere for a window that lies in the padding entirely.
  private mutating func evaluateMaxPooling(_ node: Int32, _ shape: PoolingShape) {
    let place = arena.allocate(count(of: node), of: Int32.self)
    details(of: node, as: PoolingDetails.self).pointee.positions = place
    let positions = arena.pointer(at: place, to: Int32.self)
    let (x, y) = (values(of: record(of: node).pointee.inputs.0), values(of: node))
    if shape.isHalving {
      return Kernels.maximum2x2(
        planes: shape.planes, height: shape.input.height, width: shape.input.width, x, into: y,
        positions: positions)
    }
    shape.forEachWindow { index, plane, rows, columns in
      var (best, position) = (-Element.infinity, -1)
      for row in 0..<rows.count {
        var cell = shape.start(plane, rows, row, columns)
        for _ in 0..<columns.count {
          if position < 0 || (!(x[cell] <= best) && !best.isNaN) { (best, position) = (x[cell], cell) }
          cell += columns.step
        }
      }
      y[index] = best
      positions[index] = Int32(truncatingIfNeeded: position)
    }
  }

  /// What a cell of the window counts: 1 in a sum, its share of an average.
  private func weight(_ shape: PoolingShape, _ index: Int, _ inside: Int) -> Element {
    switch shape.kind {
    case .average: 1 / Element(shape.excludesPadding ? inside : shape.divisor(ofWindow: index))
    case .sum, .l2, .max: 1
    }
  }
}

extension PoolingShape {
  /// Whether windows of 2x2 lie side by side and all inside.
  fileprivate var isHalving: Bool {
    window == 2 && stride == 2 && padding == 0 && dilation == 1 && output.height == input.height / 2
      && output.width == input.width / 2
  }

  /// The position of a window's first cell in one of its rows.
  fileprivate func start(_ plane: Int, _ rows: Cells, _ row: Int, _ columns: Cells) -> Int {
    (plane * input.height + rows.first + row * rows.step) * input.width + columns.first
  }
}
