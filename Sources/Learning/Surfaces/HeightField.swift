/// The heights of a surface over a grid of points, for heat maps, contours and wireframes.
public struct HeightField: Equatable, Sendable {
  /// The part of the plane.
  public let window: SurfaceWindow
  /// Points from left to right, at least 1.
  public let columns: Int
  /// Points from top to bottom, at least 1.
  public let rows: Int
  /// f at every point, row by row from the top; may hold infinities and NaN where the function does.
  public let heights: [Double]
  /// The least and the greatest finite height; `nil` when there is none.
  public let range: ClosedRange<Double>?

  /// Evaluates `surface` in the middle of every cell of a grid over `window`.
  ///
  /// - Precondition: `columns` and `rows` are at least 1 and together at most ``Limits/cells`` cells.
  public init(_ surface: Surface, over window: SurfaceWindow, columns: Int, rows: Int) {
    precondition(columns >= 1 && rows >= 1, "A field has at least one cell.")
    precondition(columns <= Limits.cells && rows <= Limits.cells / columns, "Too many cells.")
    (self.window, self.columns, self.rows) = (window, columns, rows)
    let width = (window.x.upperBound - window.x.lowerBound) / Double(columns)
    let height = (window.y.upperBound - window.y.lowerBound) / Double(rows)
    var (least, greatest) = (Double.infinity, -Double.infinity)
    heights = [Double](unsafeUninitializedCapacity: columns * rows) { heights, count in
      for row in 0..<rows {
        let y = window.y.upperBound - (Double(row) + 0.5) * height
        for column in 0..<columns {
          let x = window.x.lowerBound + (Double(column) + 0.5) * width
          let value = surface.value(x, y)
          heights.initializeElement(at: row * columns + column, to: value)
          if value.isFinite { (least, greatest) = (min(least, value), max(greatest, value)) }
        }
      }
      count = columns * rows
    }
    range = least <= greatest ? least...greatest : nil
  }

  /// f in the middle of a cell, row 0 on top.
  public subscript(column column: Int, row row: Int) -> Double { heights[row * columns + column] }
}
