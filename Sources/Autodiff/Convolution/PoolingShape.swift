/// What pooling makes of a window.
public enum PoolingKind: String, CaseIterable, Sendable, BitwiseCopyable {
  /// The largest cell; padding counts as −∞. At a tie the first in row order takes the whole derivative.
  case max
  /// The sum divided by the size of the window; padding counts as 0, unless it is excluded.
  case average
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
  /// Rows and columns added around the input.
  public let padding: Padding
  /// The distance of the window's cells on the input.
  public let dilation: Extent
  /// Whether there is a window for what is left over too, as far as it begins inside (PyTorch's `ceil_mode`).
  public let roundsUp: Bool
  /// Whether an average divides by the cells inside the input alone (PyTorch's `count_include_pad=False`).
  public let excludesPadding: Bool
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
    _ kind: PoolingKind, input: [Int], window: Extent, stride: Extent? = nil, padding: Padding = 0,
    dilation: Extent = 1, roundsUp: Bool = false, excludesPadding: Bool = false
  ) throws(ShapeError) {
    self = try input.withUnsafeBufferPointer { input throws(ShapeError) in
      try PoolingShape(
        kind, input, window: window, stride: stride, padding: padding, dilation: dilation, roundsUp: roundsUp,
        excludesPadding: excludesPadding)
    }
  }

  /// The same without an array, which would be allocated in every step.
  init(
    _ kind: PoolingKind, _ input: UnsafeBufferPointer<Int>, window: Extent, stride: Extent?, padding: Padding,
    dilation: Extent, roundsUp: Bool, excludesPadding: Bool
  ) throws(ShapeError) {
    guard input.count >= 2 else { throw .rank(what: "input", shape: Array(input), expected: 2) }
    self.kind = kind
    planes = try elementCount(of: input.dropLast(2))
    self.input = Extent(height: input[input.count - 2], width: input[input.count - 1])
    (self.window, self.stride, self.padding) = (window, stride ?? window, padding)
    (self.dilation, self.roundsUp, self.excludesPadding) = (dilation, roundsUp, excludesPadding)
    try self.input.validated("input", atLeast: 1)
    try window.validated("window", atLeast: 1)
    try self.stride.validated("stride", atLeast: 1)
    try padding.validated()
    try dilation.validated("dilation", atLeast: 1)
    output = try windowCounts(
      self.input, window, stride: self.stride, padding: padding, dilation: dilation, roundsUp: roundsUp)
    guard isAddressable((planes, output.height, output.width, 1)) else {
      throw .size(shape: [planes, output.height, output.width])
    }
  }

  /// The cells of a window along one axis that lie inside some limits.
  struct Cells {
    let first: Int
    let step: Int
    let count: Int

    /// Those of `length` cells, `step` apart from `start` on, that lie in 0..<`limit`.
    init(from start: Int, length: Int, step: Int, inside limit: Int) {
      let skipped = start < 0 ? (step - 1 - start) / step : 0
      let end = start < limit ? Swift.min(length, (limit - 1 - start) / step + 1) : 0
      (first, self.step, count) = (start + skipped * step, step, Swift.max(0, end - skipped))
    }
  }

  /// Calls `body` for every window with the output's index and the part of the window inside the input.
  @inline(__always)
  func forEachWindow(_ body: (_ index: Int, _ plane: Int, _ rows: Cells, _ columns: Cells) -> Void) {
    var index = 0
    for plane in 0..<planes {
      for i in 0..<output.height {
        let rows = Cells(
          from: i * stride.height - padding.top, length: window.height, step: dilation.height,
          inside: input.height)
        for j in 0..<output.width {
          let columns = Cells(
            from: j * stride.width - padding.left, length: window.width, step: dilation.width,
            inside: input.width)
          body(index, plane, rows, columns)
          index += 1
        }
      }
    }
  }

  /// By how much an average divides: the window's cells, those behind the padding left out, which only windows that
  /// were rounded up to have (as in PyTorch).
  func divisor(ofWindow index: Int) -> Int {
    guard roundsUp else { return window.height * window.width }
    let (i, j) = (index / output.width % output.height, index % output.width)
    let rows = Cells(
      from: i * stride.height, length: window.height, step: dilation.height,
      inside: input.height + padding.total.height)
    let columns = Cells(
      from: j * stride.width, length: window.width, step: dilation.width,
      inside: input.width + padding.total.width)
    return rows.count * columns.count
  }
}
