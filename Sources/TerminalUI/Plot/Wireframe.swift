import RealModule

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
      // A turn that is no number is none.
      let azimuth = view.azimuth.isFinite ? view.azimuth : 0
      let elevation = view.elevation.isFinite ? min(max(0, view.elevation), .pi / 2) : 0
      (sine, cosine) = (.sin(azimuth), .cos(azimuth))
      (rise, level) = (.sin(elevation), .cos(elevation))
    }

    /// Where a point of the cube is seen: right and up.
    func see(_ x: Double, _ y: Double, _ z: Double) -> (x: Double, y: Double) {
      let right = x * cosine - y * sine
      let away = x * sine + y * cosine
      return (right, away * rise + z * level)
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
    let shares = field.values.map { $0.isFinite ? share($0) : .nan }
    var points: [SIMD2<Double>] = []
    points.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let value = field[column, row]
        let seen = camera.see(
          (Double(column) + 0.5) / Double(columns) * 2 - 1, 1 - (Double(row) + 0.5) / Double(rows) * 2,
          value.isFinite ? height(value) : .nan)
        let place = canvas.viewport.place(x: seen.x, y: seen.y, in: canvas.dots)
        points.append(SIMD2(place.x, place.y))
      }
    }
    // On a grid the order from back to front is that of rows and columns, by the signs of the view.
    let away = camera.cosine >= 0 ? Array(0..<rows - 1) : Array((0..<rows - 1).reversed())
    let across = camera.sine >= 0 ? Array((0..<columns - 1).reversed()) : Array(0..<columns - 1)
    for row in away {
      for column in across {
        let index = row * columns + column
        let corners = (a: index, b: index + 1, c: index + columns + 1, d: index + columns)
        let shares = shares[corners.a] + shares[corners.b] + shares[corners.c] + shares[corners.d]
        guard shares.isFinite else { continue }
        canvas.facet(
          points[corners.a], points[corners.b], points[corners.c], points[corners.d], Pen(paint(shares / 4)))
      }
    }
  }
}
