/// A function of two variables sampled in the middles of a grid of cells over a viewport.
///
/// NaN is kept as +∞, so fields compare with `==` and may be part of a lab's state; both count as "no value".
public struct Field: Equatable, Sendable {
  /// Columns and rows of samples.
  public let size: Size
  /// The part of the plane that is sampled.
  public let viewport: Viewport
  /// The samples, row by row from the top left.
  public let values: [Double]
  /// The lowest and the highest finite sample; `nil` when there is none.
  public let range: ClosedRange<Double>?

  /// `function` sampled at `size` places.
  @inlinable
  public init(size: Size, viewport: Viewport, function: (_ x: Double, _ y: Double) -> Double) {
    let count = size.width * size.height
    let values = [Double](unsafeUninitializedCapacity: count) { buffer, initialised in
      var index = 0
      for row in 0..<size.height {
        let y = viewport.middle(of: Point(x: 0, y: row), in: size).y
        for column in 0..<size.width {
          let x = viewport.middle(of: Point(x: column, y: row), in: size).x
          buffer[index] = function(x, y)
          index += 1
        }
      }
      initialised = count
    }
    self.init(size: size, viewport: viewport, samples: values)
  }

  /// Samples in rows from the top left; missing ones have no value, and those too many are left out.
  public init(size: Size, viewport: Viewport, samples: [Double]) {
    let count = size.width * size.height
    var values = samples
    if values.count > count { values.removeLast(values.count - count) }
    if values.count < count { values += [Double](repeating: .infinity, count: count - values.count) }
    var low = Double.infinity
    var high = -Double.infinity
    for index in values.indices {
      let value = values[index]
      if value.isFinite {
        low = min(low, value)
        high = max(high, value)
      } else if value.isNaN {
        values[index] = .infinity
      }
    }
    self.size = size
    self.viewport = viewport
    self.values = values
    range = low <= high ? low...high : nil
  }

  /// The sample in column `x` of row `y`; ∞ outside.
  public subscript(x: Int, y: Int) -> Double {
    size.contains(x: x, y: y) ? values[y * size.width + x] : .infinity
  }
}
