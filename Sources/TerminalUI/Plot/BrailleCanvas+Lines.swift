extension BrailleCanvas {
  /// Draws the straight line between two points of the world, as far as it is inside. Nothing is drawn when an end
  /// is NaN or ±∞.
  public mutating func line(
    fromX x0: Double, y y0: Double, toX x1: Double, y y1: Double, _ pen: Pen
  ) {
    var phase = 0
    line(fromX: x0, y: y0, toX: x1, y: y1, pen, phase: &phase)
  }

  /// Draws the line through the points; a NaN or ±∞ interrupts it.
  ///
  /// Neighbours that fall into one column of dots are drawn as one upright stroke from the lowest to the highest, so
  /// that a long curve costs little and keeps its spikes.
  public mutating func polyline(_ points: some Sequence<(x: Double, y: Double)>, _ pen: Pen) {
    var phase = 0
    var last: (x: Double, y: Double)?
    var run: Run?
    for point in points {
      guard point.x.isFinite, point.y.isFinite else {
        if let run { finish(run, pen) }
        (last, run) = (nil, nil)
        continue
      }
      let column = column(of: point.x)
      if var open = run, let column, open.column == column {
        open.lowest = min(open.lowest, point.y)
        open.highest = max(open.highest, point.y)
        open.isSingle = false
        run = open
      } else {
        if let run { finish(run, pen) }
        if let last { line(fromX: last.x, y: last.y, toX: point.x, y: point.y, pen, phase: &phase) }
        run = column.map { Run(column: $0, x: point.x, lowest: point.y, highest: point.y) }
      }
      last = point
    }
    if let run { finish(run, pen) }
  }

  /// Neighbouring points of a polyline in one column of dots.
  private struct Run {
    let column: Int
    let x: Double
    var lowest: Double
    var highest: Double
    var isSingle = true
  }

  private func column(of x: Double) -> Int? {
    guard x >= viewport.minX, x <= viewport.maxX else { return nil }
    return Int((x - viewport.minX) / viewport.width * Double(dots.width))
  }

  private mutating func finish(_ run: Run, _ pen: Pen) {
    if run.isSingle {
      // Lone points between gaps would vanish otherwise; on a dashed line they would fill its gaps.
      if pen.dash == nil { point(x: run.x, y: run.lowest, pen) }
    } else {
      var phase = 0
      line(fromX: run.x, y: run.lowest, toX: run.x, y: run.highest, pen, phase: &phase)
    }
  }

  /// Draws a line that goes on in the rhythm of the one before.
  mutating func line(
    fromX x0: Double, y y0: Double, toX x1: Double, y y1: Double, _ pen: Pen, phase: inout Int
  ) {
    let a = viewport.place(x: x0, y: y0, in: dots)
    let b = viewport.place(x: x1, y: y1, in: dots)
    dotLine(fromX: a.x, y: a.y, toX: b.x, y: b.y, pen, phase: &phase)
  }

  /// Draws a line given in dots from the top left corner.
  mutating func dotLine(
    fromX x0: Double, y y0: Double, toX x1: Double, y y1: Double, _ pen: Pen, phase: inout Int
  ) {
    guard
      let inside = BrailleCanvas.clip(
        x0, y0, x1, y1, width: Double(dots.width), height: Double(dots.height))
    else { return }
    // Clipped ends lie in 0 ... width, so the conversions are safe.
    let start = (x: min(Int(inside.x0), dots.width - 1), y: min(Int(inside.y0), dots.height - 1))
    let end = (x: min(Int(inside.x1), dots.width - 1), y: min(Int(inside.y1), dots.height - 1))
    let width = pen.width(for: look)
    if width == 1, pen.dash == nil {
      thinLine(from: start, to: end, pen)
      return
    }
    var walk = Walk(from: start, to: end)
    repeat {
      if let dash = pen.dash {
        if phase < dash.on { stamp(walk.x, walk.y, width, pen) }
        phase = (phase + 1) % (dash.on + dash.off)
      } else {
        stamp(walk.x, walk.y, width, pen)
      }
    } while walk.step()
  }

  /// A line one dot wide between two dots of the canvas: most of what is ever drawn, so it asks only once for the
  /// storage.
  private mutating func thinLine(from start: (x: Int, y: Int), to end: (x: Int, y: Int), _ pen: Pen) {
    var walk = Walk(from: start, to: end)
    let (columnShift, rowShift, columns) = (columnShift, rowShift, size.width)
    let letter = pen.letterCode
    cells.withUnsafeMutableBufferPointer { cells in
      repeat {
        let index = (walk.y >> rowShift) * columns + (walk.x >> columnShift)
        let mask = cells[index].mask | BrailleCanvas.bit(walk.x, walk.y, columnShift: columnShift)
        cells[index] = DotCell(mask: mask, paint: pen.paint, letter: letter)
      } while walk.step()
    }
  }

  /// The dots of a straight line, one after the other (Bresenham, 1965).
  private struct Walk {
    var x, y: Int
    private let endX, endY, dx, dy, stepX, stepY: Int
    private var error: Int

    init(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
      (x, y) = start
      (endX, endY) = end
      dx = abs(endX - x)
      dy = -abs(endY - y)
      stepX = x < endX ? 1 : -1
      stepY = y < endY ? 1 : -1
      error = dx + dy
    }

    /// Goes on to the next dot; false at the end.
    @inline(__always)
    mutating func step() -> Bool {
      if x == endX, y == endY { return false }
      let doubled = 2 * error
      if doubled >= dy {
        error += dy
        x += stepX
      }
      if doubled <= dx {
        error += dx
        y += stepY
      }
      return true
    }
  }

  /// The part of a segment inside 0 ... width by 0 ... height, cut at one edge after the other; `nil` when there is
  /// none or an end is not finite. A cut end lies on its edge exactly, however far away it came from.
  static func clip(
    _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, width: Double, height: Double
  ) -> (x0: Double, y0: Double, x1: Double, y1: Double)? {
    guard width > 0, height > 0, x0.isFinite, y0.isFinite, x1.isFinite, y1.isFinite else { return nil }
    var (a, b) = ((x: x0, y: y0), (x: x1, y: y1))
    guard cut(&a.x, &a.y, &b.x, &b.y, limit: width), cut(&a.y, &a.x, &b.y, &b.x, limit: height) else {
      return nil
    }
    return (a.x, a.y, b.x, b.y)
  }

  /// Cuts the segment from (`u0`, `v0`) to (`u1`, `v1`) to 0 ... `limit` in u; whether anything is left.
  private static func cut(
    _ u0: inout Double, _ v0: inout Double, _ u1: inout Double, _ v1: inout Double, limit: Double
  ) -> Bool {
    if (u0 < 0 && u1 < 0) || (u0 > limit && u1 > limit) { return false }
    // Halved, so that the difference of two finite numbers cannot overflow.
    func crossing(_ edge: Double) -> Double {
      let share = (edge / 2 - u0 / 2) / (u1 / 2 - u0 / 2)
      return v0 * (1 - share) + v1 * share
    }
    let start = u0 < 0 ? 0 : limit
    let end = u1 < 0 ? 0 : limit
    let (cutStart, cutEnd) = (crossing(start), crossing(end))
    if u0 < 0 || u0 > limit { (u0, v0) = (start, cutStart) }
    if u1 < 0 || u1 > limit { (u1, v1) = (end, cutEnd) }
    return true
  }
}
