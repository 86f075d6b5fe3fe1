/// A length along either axis of an image: of a window, a stride, a padding, a dilation.
public struct Extent: Hashable, Sendable, BitwiseCopyable {
  /// Along the rows' axis, downwards.
  public var height: Int
  /// Along the columns' axis, to the right.
  public var width: Int

  /// Different lengths for the two axes.
  public init(height: Int, width: Int) { (self.height, self.width) = (height, width) }
}

extension Extent: ExpressibleByIntegerLiteral {
  /// The same length for both axes.
  public init(integerLiteral length: Int) { self.init(height: length, width: length) }
  /// The same length for both axes.
  public init(_ length: Int) { self.init(height: length, width: length) }
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
