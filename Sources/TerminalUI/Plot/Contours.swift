/// Lines of equal value of a field, found by marching squares (Lorensen and Cline's cubes, in the plane).
public struct Contours: Equatable, Sendable {
  /// The values of the lines, rising.
  public let levels: [Double]
  private let field: Field

  /// `count` lines of `field`, spread by `scale`. By quantile they lie evenly over the picture, so that they show the
  /// shape everywhere and crowd nowhere.
  public init(_ field: Field, count: Int = 10, scale: FieldScale = .quantile) {
    self.init(field, levels: scale.levels(count, of: field))
  }

  /// The lines of `field` at `levels`.
  public init(_ field: Field, levels: [Double]) {
    self.field = field
    self.levels = levels.filter(\.isFinite).sorted()
  }

  /// Draws the lines onto `canvas`, which may show any part of the plane.
  ///
  /// - Parameter pen: how the line with that number is drawn.
  public func draw(onto canvas: inout BrailleCanvas, pen: (_ level: Int) -> Pen) {
    let (columns, rows) = (field.size.width, field.size.height)
    guard columns > 1, rows > 1, !levels.isEmpty else { return }
    let pens = levels.indices.map(pen)
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let corners = Corners(
          field[column, row], field[column + 1, row], field[column + 1, row + 1], field[column, row + 1])
        guard corners.low.isFinite, corners.high.isFinite else { continue }
        for (number, level) in levels.enumerated() where level > corners.low && level <= corners.high {
          draw(level, corners, column: column, row: row, pens[number], onto: &canvas)
        }
      }
    }
  }

  /// The samples at the corners of a square, clockwise from the top left.
  private struct Corners {
    let a, b, c, d: Double
    let low, high: Double

    init(_ a: Double, _ b: Double, _ c: Double, _ d: Double) {
      (self.a, self.b, self.c, self.d) = (a, b, c, d)
      low = min(min(a, b), min(c, d))
      high = max(max(a, b), max(c, d))
    }
  }

  /// Draws the piece of the line at `level` inside one square; at a saddle the middle of the square decides which
  /// corners belong together.
  private func draw(
    _ level: Double, _ corners: Corners, column: Int, row: Int, _ pen: Pen, onto canvas: inout BrailleCanvas
  ) {
    func crossing(_ from: Double, _ to: Double) -> Double {
      // Halved against overflow; the two differ, since one is below the level and one is not.
      (level / 2 - from / 2) / (to / 2 - from / 2)
    }
    let origin = field.viewport.middle(of: Point(x: column, y: row), in: field.size)
    let stepX = field.viewport.width / Double(field.size.width)
    let stepY = field.viewport.height / Double(field.size.height)
    func connect(_ p: (x: Double, y: Double), _ q: (x: Double, y: Double)) {
      canvas.line(
        fromX: origin.x + p.x * stepX, y: origin.y - p.y * stepY, toX: origin.x + q.x * stepX,
        y: origin.y - q.y * stepY, pen)
    }
    let (a, b, c, d) = (corners.a, corners.b, corners.c, corners.d)
    let top = { (x: crossing(a, b), y: 0.0) }
    let right = { (x: 1.0, y: crossing(b, c)) }
    let bottom = { (x: crossing(d, c), y: 1.0) }
    let left = { (x: 0.0, y: crossing(a, d)) }
    let pattern =
      (a >= level ? 8 : 0) | (b >= level ? 4 : 0) | (c >= level ? 2 : 0) | (d >= level ? 1 : 0)
    switch pattern {
    case 1, 14: connect(left(), bottom())
    case 2, 13: connect(bottom(), right())
    case 3, 12: connect(left(), right())
    case 4, 11: connect(top(), right())
    case 6, 9: connect(top(), bottom())
    case 7, 8: connect(left(), top())
    case 5, 10:
      let isMiddleHigh = a / 4 + b / 4 + c / 4 + d / 4 >= level
      if (pattern == 5) == isMiddleHigh {
        connect(left(), top())
        connect(bottom(), right())
      } else {
        connect(left(), bottom())
        connect(top(), right())
      }
    default: break
    }
  }
}
