/// Cells added around a plane, side by side.
public struct Padding: Hashable, Sendable, BitwiseCopyable {
  /// Rows before the first and behind the last.
  public var top, bottom: Int
  /// Columns before the first and behind the last.
  public var left, right: Int

  /// A number of cells for each side.
  public init(top: Int, left: Int, bottom: Int, right: Int) {
    (self.top, self.left, self.bottom, self.right) = (top, left, bottom, right)
  }

  /// As many rows above as below, as many columns on the left as on the right.
  public init(height: Int, width: Int) {
    self.init(top: height, left: width, bottom: height, right: width)
  }

  /// Whether both sides of either axis have as many.
  public var isEven: Bool { top == bottom && left == right }

  /// The sum of both sides along either axis.
  var total: Extent { Extent(height: top + bottom, width: left + right) }

  /// Refuses lengths outside 0…`Extent.limit`.
  func validated() throws(ShapeError) {
    try Extent(height: top, width: left).validated("padding", atLeast: 0)
    try Extent(height: bottom, width: right).validated("padding", atLeast: 0)
  }
}

extension Padding: CustomStringConvertible {
  /// `1`, `1x2` (height x width), or `top,left,bottom,right` where the sides of an axis differ.
  public var description: String {
    isEven ? Extent(height: top, width: left).description : "\(top),\(left),\(bottom),\(right)"
  }
}

extension Padding: ExpressibleByIntegerLiteral {
  /// The same on all sides.
  public init(integerLiteral length: Int) { self.init(length) }
  /// The same on all sides.
  public init(_ length: Int) { self.init(height: length, width: length) }
}
