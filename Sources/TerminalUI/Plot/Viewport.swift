/// The part of a plane that a picture shows: x grows to the right, y upwards.
///
/// It exists only with finite bounds and a finite span above zero, so every conversion below is defined. World,
/// dots and cells are three coordinate systems; this is the one place where they meet.
public struct Viewport: Hashable, Sendable {
  /// The left edge.
  public let minX: Double
  /// The right edge.
  public let maxX: Double
  /// The lower edge.
  public let minY: Double
  /// The upper edge.
  public let maxY: Double

  /// The plane from `minX` to `maxX` and from `minY` to `maxY`; `nil` unless 0 < span < ∞ on both axes.
  public init?(minX: Double, maxX: Double, minY: Double, maxY: Double) {
    guard minX.isFinite, minY.isFinite, maxX > minX, maxY > minY, (maxX - minX).isFinite,
      (maxY - minY).isFinite
    else { return nil }
    self.minX = minX
    self.maxX = maxX
    self.minY = minY
    self.maxY = maxY
  }

  /// The smallest viewport around the finite ones among the points, with a margin of `margin` times its span.
  ///
  /// An axis on which all points agree gets a span around their value. `nil` without a finite point.
  public init?(
    around points: some Sequence<(x: Double, y: Double)>, margin: Double = 0.05
  ) {
    var x: ClosedRange<Double>?
    var y: ClosedRange<Double>?
    for point in points where point.x.isFinite && point.y.isFinite {
      x = Viewport.extend(x, to: point.x)
      y = Viewport.extend(y, to: point.y)
    }
    guard let x, let y else { return nil }
    let (wideX, wideY) = (Viewport.widened(x, margin), Viewport.widened(y, margin))
    self.init(minX: wideX.low, maxX: wideX.high, minY: wideY.low, maxY: wideY.high)
  }

  private static func extend(_ range: ClosedRange<Double>?, to value: Double) -> ClosedRange<Double> {
    guard let range else { return value...value }
    return min(range.lowerBound, value)...max(range.upperBound, value)
  }

  /// `range` with a margin; a single value gets room around it.
  static func widened(_ range: ClosedRange<Double>, _ margin: Double) -> (low: Double, high: Double) {
    let span = range.upperBound - range.lowerBound
    let room = span > 0 ? span * margin : max(0.5, abs(range.lowerBound) * 0.1)
    return (range.lowerBound - room, range.upperBound + room)
  }

  /// The span in x.
  @inlinable public var width: Double { maxX - minX }
  /// The span in y.
  @inlinable public var height: Double { maxY - minY }

  /// Whether the point lies inside, edges included; false for NaN and ±∞.
  @inlinable
  public func contains(x: Double, y: Double) -> Bool {
    x >= minX && x <= maxX && y >= minY && y <= maxY
  }

  /// The place of a point counted in dots from the top left of a picture of `size` dots, not yet a whole number and
  /// not yet clipped. Dot i covers i ..< i + 1, so dots and cells of one picture share their edges.
  @inlinable
  public func place(x: Double, y: Double, in size: Size) -> (x: Double, y: Double) {
    (
      (x - minX) / (maxX - minX) * Double(size.width),
      (maxY - y) / (maxY - minY) * Double(size.height)
    )
  }

  /// The dot (or cell) of a picture of `size` that shows the point; `nil` outside and for NaN and ±∞.
  @inlinable
  public func dot(x: Double, y: Double, in size: Size) -> Point? {
    guard contains(x: x, y: y), size.width > 0, size.height > 0 else { return nil }
    let place = place(x: x, y: y, in: size)
    return Point(x: min(Int(place.x), size.width - 1), y: min(Int(place.y), size.height - 1))
  }

  /// The point in the middle of a dot (or cell) of a picture of `size`.
  @inlinable
  public func middle(of dot: Point, in size: Size) -> (x: Double, y: Double) {
    (
      minX + (Double(dot.x) + 0.5) / Double(max(1, size.width)) * (maxX - minX),
      maxY - (Double(dot.y) + 0.5) / Double(max(1, size.height)) * (maxY - minY)
    )
  }
}
