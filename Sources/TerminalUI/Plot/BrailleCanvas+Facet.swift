extension BrailleCanvas {
  /// Clears the inside of a four-sided polygon given in dots, and draws its outline. Nothing is drawn unless all
  /// corners are finite.
  mutating func facet(
    _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>, _ d: SIMD2<Double>, _ pen: Pen
  ) {
    // A sum is finite only if its parts are, or they are too far away to be seen.
    guard (a.x + b.x + c.x + d.x).isFinite, (a.y + b.y + c.y + d.y).isFinite else { return }
    let low = min(min(a.y, b.y), min(c.y, d.y))
    let high = max(max(a.y, b.y), max(c.y, d.y))
    let first = Int(min(max(0, low), Double(dots.height)))
    let last = min(Int(min(max(0, high), Double(dots.height))) + 1, dots.height)
    for y in first..<max(first, last) {
      var left = Double.infinity
      var right = -Double.infinity
      func cross(_ p: SIMD2<Double>, _ q: SIMD2<Double>) {
        let level = Double(y) + 0.5
        guard (p.y <= level) != (q.y <= level) else { return }
        let x = p.x + (q.x - p.x) * ((level - p.y) / (q.y - p.y))
        left = min(left, x)
        right = max(right, x)
      }
      cross(a, b)
      cross(b, c)
      cross(c, d)
      cross(d, a)
      guard left < right else { continue }
      let start = Int(min(max(0, left), Double(dots.width)))
      let end = Int(min(max(0, right), Double(dots.width)))
      for x in start..<max(start, end) { clear(dotX: x, dotY: y) }
    }
    func edge(_ p: SIMD2<Double>, _ q: SIMD2<Double>) {
      var phase = 0
      dotLine(fromX: p.x, y: p.y, toX: q.x, y: q.y, pen, phase: &phase)
    }
    edge(a, b)
    edge(b, c)
    edge(c, d)
    edge(d, a)
  }
}
