/// Two lengths along the axes of an image, height first: a size, a stride, a dilation, a padding alike on both sides.
///
/// An extent promises nothing about its range; what uses it does.
public struct Extent: Hashable, Sendable, BitwiseCopyable {
  /// Along the rows' axis, downwards.
  public var height: Int
  /// Along the columns' axis, to the right.
  public var width: Int

  /// Different lengths for the two axes.
  public init(height: Int, width: Int) { (self.height, self.width) = (height, width) }

  /// The same length for both axes.
  public init(_ length: Int) { self.init(height: length, width: length) }

  /// Always both numbers: `7x7`.
  public var product: String { "\(height)x\(width)" }

  /// The number of cells, or `nil` when it is beyond what an `Int` holds.
  public var area: Int? {
    let (area, overflow) = height.multipliedReportingOverflow(by: width)
    return overflow ? nil : area
  }
}

extension Extent: CustomStringConvertible {
  /// `7` when both are equal, otherwise `7x9`.
  public var description: String { height == width ? "\(height)" : product }
}

extension Extent: ExpressibleByIntegerLiteral {
  /// The same length for both axes.
  public init(integerLiteral length: Int) { self.init(length) }
}

extension Extent {
  /// The longest length accepted: one million.
  static var limit: Int { 1_000_000 }

  /// Refuses lengths outside `least`…`limit`, which also keeps all later arithmetic from overflowing.
  func validated(_ what: String, atLeast least: Int) throws(ShapeError) {
    for length in [height, width] where !(least...Self.limit).contains(length) {
      throw .range(what: what, value: length, allowed: least...Self.limit)
    }
  }
}
