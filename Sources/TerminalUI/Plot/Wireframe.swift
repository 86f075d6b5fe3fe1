/// A surface as a mesh seen from an angle, with the lines behind it hidden.
///
/// The base is shown as the square -1 ... 1 in both directions whatever the units, heights as -`relief` ... `relief`.
/// Parallel projection; facets are drawn from the back to the front, each clearing what lies behind it (the painter's
/// algorithm, exact for the graph of a function). Facets at a sample without a value are left out.
public struct Wireframe: Equatable, Sendable {
  /// Turn about the upright axis in radians; at 0, x runs to the right and y away from the viewer.
  public var azimuth: Double
  /// Height of the viewer above the horizon in radians, 0 ... π/2.
  public var elevation: Double
  /// Half the height of the picture of the surface, relative to half the side of its base.
  public var relief: Double
  private let field: Field
  private let range: ClosedRange<Double>

  /// The mesh through the samples of `field`: a few dozen each way. Heights outside `range` are cut to it; without
  /// one it is that of the field. `nil` when no sample has a value.
  public init?(
    _ field: Field, range: ClosedRange<Double>? = nil, azimuth: Double = 0.6, elevation: Double = 0.6,
    relief: Double = 0.6
  ) {
    guard let range = range ?? field.range, range.lowerBound.isFinite, range.upperBound.isFinite else {
      return nil
    }
    self.field = field
    self.range = range
    self.azimuth = azimuth
    self.elevation = elevation
    self.relief = relief
  }

  /// The directions of a view, worked out once for a picture.
  private struct Camera {
    let sine, cosine, rise, level: Double

    init(_ view: Wireframe) {
      (sine, cosine) = Elementary.sineAndCosine(view.azimuth)
      (rise, level) = Elementary.sineAndCosine(min(max(0, view.elevation), .pi / 2))
    }

    /// Right, up, and depth away from the viewer.
    func see(_ x: Double, _ y: Double, _ z: Double) -> (x: Double, y: Double, depth: Double) {
      let right = x * cosine - y * sine
      let away = x * sine + y * cosine
      return (right, away * rise + z * level, away * level - z * rise)
    }
  }

  /// The share of the height range, in 0 ... 1.
  private func share(_ value: Double) -> Double {
    min(max(0, FieldScale.share(value, of: range)), 1)
  }

  private func height(_ value: Double) -> Double {
    range.lowerBound < range.upperBound ? (2 * share(value) - 1) * relief : 0
  }

  /// A canvas of `size` cells whose viewport holds the surface at every angle, so that it keeps its size as it turns.
  public func canvas(size: Size, look: Look) -> BrailleCanvas? {
    guard size.width > 0, size.height > 0 else { return nil }
    // Cells are about twice as high as wide.
    let aspect = Double(size.width) / Double(2 * size.height)
    let half = 1.45
    let upright = min(half, 1.42 + abs(relief)) * 0.8
    let scale = max(half / aspect, upright)
    guard
      let viewport = Viewport(minX: -scale * aspect, maxX: scale * aspect, minY: -scale, maxY: scale)
    else { return nil }
    return BrailleCanvas(size: size, viewport: viewport, look: look)
  }

  /// Where on the canvas a point of the surface is seen; `nil` unless all three are finite.
  public func place(x: Double, y: Double, value: Double) -> (x: Double, y: Double)? {
    guard x.isFinite, y.isFinite, value.isFinite else { return nil }
    let view = field.viewport
    let seen = Camera(self).see(
      (x - view.minX) / view.width * 2 - 1, (y - view.minY) / view.height * 2 - 1, height(value))
    return seen.x.isFinite && seen.y.isFinite ? (seen.x, seen.y) : nil
  }

  /// Draws the mesh onto a canvas made by `canvas(size:look:)`, every facet in the paint for its height in 0 ... 1.
  public func draw(
    onto canvas: inout BrailleCanvas, paint: (_ share: Double) -> Paint = { .heat(0.25 + 0.75 * $0) }
  ) {
    let (columns, rows) = (field.size.width, field.size.height)
    guard columns > 1, rows > 1 else { return }
    let camera = Camera(self)
    var points: [(x: Double, y: Double, depth: Double)] = []
    points.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let value = field[column, row]
        let seen = camera.see(
          (Double(column) + 0.5) / Double(columns) * 2 - 1, 1 - (Double(row) + 0.5) / Double(rows) * 2,
          value.isFinite ? height(value) : .nan)
        let place = canvas.viewport.place(x: seen.x, y: seen.y, in: canvas.dots)
        points.append((place.x, place.y, seen.depth))
      }
    }
    // On a grid the order from back to front is that of rows and columns, by the signs of the view.
    let away = camera.cosine >= 0 ? Array(0..<rows - 1) : Array((0..<rows - 1).reversed())
    let across = camera.sine >= 0 ? Array((0..<columns - 1).reversed()) : Array(0..<columns - 1)
    for row in away {
      for column in across {
        let index = row * columns + column
        let corners = [index, index + 1, index + columns + 1, index + columns]
        let values = corners.map { field.values[$0] }
        guard values.allSatisfy(\.isFinite) else { continue }
        let mean = values.reduce(0) { $0 + share($1) } / 4
        canvas.facet(corners.map { (points[$0].x, points[$0].y) }, Pen(paint(mean)))
      }
    }
  }
}

extension BrailleCanvas {
  /// Clears the inside of a convex polygon given in dots and draws its outline.
  mutating func facet(_ corners: [(x: Double, y: Double)], _ pen: Pen) {
    guard corners.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
    let low = corners.map(\.y).min() ?? 0
    let high = corners.map(\.y).max() ?? 0
    let first = Int(min(max(0, low), Double(dots.height)))
    let last = Int(min(max(0, high), Double(dots.height)))
    for y in first..<min(last + 1, dots.height) {
      guard let span = BrailleCanvas.span(of: corners, at: Double(y) + 0.5) else { continue }
      let left = Int(min(max(0, span.low), Double(dots.width)))
      let right = Int(min(max(0, span.high), Double(dots.width)))
      for x in left..<max(left, right) { clear(dotX: x, dotY: y) }
    }
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % corners.count]
      var phase = 0
      dotLine(fromX: corner.x, y: corner.y, toX: next.x, y: next.y, pen, phase: &phase)
    }
  }

  /// Where a level line crosses a polygon.
  private static func span(of corners: [(x: Double, y: Double)], at y: Double) -> (low: Double, high: Double)?
  {
    var low = Double.infinity
    var high = -Double.infinity
    for (index, a) in corners.enumerated() {
      let b = corners[(index + 1) % corners.count]
      guard (a.y <= y) != (b.y <= y) else { continue }
      let x = a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y))
      low = min(low, x)
      high = max(high, x)
    }
    return low <= high ? (low, high) : nil
  }
}
