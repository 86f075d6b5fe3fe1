/// What pooling makes of a window.
public enum PoolingKind: String, CaseIterable, Sendable, BitwiseCopyable {
  /// The largest cell; padding counts as −∞. At a tie the first in row order takes the whole derivative.
  case max
  /// The sum divided by the size of the window; padding counts as 0.
  case average
  /// The sum divided by the number of the window's cells inside the input.
  case averageInside
  /// The sum; padding counts as 0.
  case sum
  /// √Σx²; padding counts as 0. The derivative at √0 is taken as 0.
  case l2
}

/// The sizes of a pooling, checked once. Each channel is pooled for itself.
public struct PoolingShape: Equatable, Sendable, BitwiseCopyable {
  /// What is made of a window.
  public let kind: PoolingKind
  /// The number of planes: images times channels.
  public let planes: Int
  /// The size of an input plane.
  public let input: Extent
  /// The size of the window.
  public let window: Extent
  /// The steps from window to window.
  public let stride: Extent
  /// Cells added on each of the two sides.
  public let padding: Extent
  /// The size of an output plane.
  public let output: Extent

  /// Checks that the shapes go together.
  ///
  /// - Parameters:
  ///   - input: `[… , height, width]`.
  ///   - stride: the window's size if `nil`.
  /// - Throws: `.rank` for fewer than two axes, `.range` for lengths outside their limits, `.window` for a window
  ///   larger than the padded input, `.size` for results that cannot be held.
  public init(
    _ kind: PoolingKind, input: [Int], window: Extent, stride: Extent? = nil, padding: Extent = 0
  ) throws(ShapeError) {
    guard input.count >= 2 else { throw .rank(what: "input", shape: input, expected: 2) }
    self.kind = kind
    planes = try Tensor<Double>.count(of: input.dropLast(2))
    self.input = Extent(height: input[input.count - 2], width: input[input.count - 1])
    (self.window, self.stride, self.padding) = (window, stride ?? window, padding)
    try self.input.validated("input", atLeast: 1)
    try window.validated("window", atLeast: 1)
    try self.stride.validated("stride", atLeast: 1)
    try padding.validated("padding", atLeast: 0)
    output = Extent(
      height: try windowCount(
        "height", self.input.height, window.height, self.stride.height, padding.height, 1),
      width: try windowCount("width", self.input.width, window.width, self.stride.width, padding.width, 1))
    guard isAddressable(planes, output.height, output.width) else {
      throw .size(shape: [planes, output.height, output.width])
    }
  }

  /// Calls `body` for every window with the output's index and the part of the window inside the input.
  @inline(__always)
  func forEachWindow(_ body: (_ index: Int, _ plane: Int, _ rows: Range<Int>, _ columns: Range<Int>) -> Void)
  {
    var index = 0
    for plane in 0..<planes {
      for i in 0..<output.height {
        let rows = inside(i * stride.height - padding.height, window.height, input.height)
        for j in 0..<output.width {
          body(index, plane, rows, inside(j * stride.width - padding.width, window.width, input.width))
          index += 1
        }
      }
    }
  }

  private func inside(_ start: Int, _ length: Int, _ limit: Int) -> Range<Int> {
    let first = Swift.min(Swift.max(start, 0), limit)
    return first..<Swift.max(first, Swift.min(start + length, limit))
  }
}
