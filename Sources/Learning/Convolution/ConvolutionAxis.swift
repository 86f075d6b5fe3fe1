/// One axis of a convolution or pooling: how a window of `kernel` taps, `dilation` apart, walks in steps of `stride`
/// over `input` cells with zeros before and after them.
///
/// Checked once, so that everything below is total. Indices count from 0; an input index may be negative or beyond the
/// end, which means padding.
public struct ConvolutionAxis: Hashable, Sendable {
  /// Number of input cells n, without padding.
  public let input: Int
  /// Number of kernel taps f.
  public let kernel: Int
  /// Distance s between windows.
  public let stride: Int
  /// Distance d between taps; 1 leaves no gap.
  public let dilation: Int
  /// Zeros before the first cell.
  public let paddingBefore: Int
  /// Zeros after the last cell; differs from ``paddingBefore`` under the same rule and for even kernels.
  public let paddingAfter: Int
  /// The padding p that was asked for on each side; the same rule ignores it.
  public let padding: Int
  /// How a remainder is treated.
  public let rule: SizeRule

  /// An axis with `padding` zeros on each side, or with what the same rule needs.
  ///
  /// - Throws: ``GeometryError`` for a number out of range and, except under the same rule, for a span larger than the
  ///   padded input. `axis` is named in that error.
  public init(
    input: Int, kernel: Int, padding: Int = 0, stride: Int = 1, dilation: Int = 1, rule: SizeRule = .floor,
    along axis: GridAxis = .rows
  ) throws(GeometryError) {
    for (setting, value) in [
      (GeometrySetting.input, input), (.kernel, kernel), (.padding, padding), (.stride, stride),
      (.dilation, dilation),
    ] where !setting.allowed.contains(value) {
      throw .outOfRange(setting, value)
    }
    let span = dilation * (kernel - 1) + 1
    let before: Int
    let after: Int
    switch rule {
    case .floor, .exact:
      guard span <= input + 2 * padding else {
        throw .spanTooLarge(
          along: axis, span: span, kernel: kernel, dilation: dilation, input: input, padding: padding)
      }
      (before, after) = (padding, padding)
    case .same:
      let outputs = (input + stride - 1) / stride
      let zeros = max(0, (outputs - 1) * stride + span - input)
      (before, after) = (zeros / 2, zeros - zeros / 2)
    }
    self.init(
      input: input, kernel: kernel, before: before, after: after, padding: padding, stride: stride,
      dilation: dilation, rule: rule)
  }

  /// An axis with different numbers of zeros before and after, for numbers known to fit.
  init(
    input: Int, kernel: Int, before: Int, after: Int, padding: Int, stride: Int = 1, dilation: Int = 1,
    rule: SizeRule = .floor
  ) {
    (self.input, self.kernel, self.stride, self.dilation) = (input, kernel, stride, dilation)
    (paddingBefore, paddingAfter, self.padding, self.rule) = (before, after, padding, rule)
  }

  /// Cells from the first to the last tap: d(f - 1) + 1.
  public var span: Int { dilation * (kernel - 1) + 1 }

  /// Input with its zeros.
  public var padded: Int { paddingBefore + input + paddingAfter }

  /// The number of windows that there are, at least 1; under the exact rule also when ``output`` is `nil`.
  public var windows: Int {
    rule == .same ? (input + stride - 1) / stride : (padded - span) / stride + 1
  }

  /// Cells that the last window leaves over: (n + 2p - span) mod s. The same rule always fits.
  public var unused: Int {
    rule == .same ? 0 : (padded - span) % stride
  }

  /// Whether nothing is left over.
  public var fits: Bool { unused == 0 }

  /// The output size, or `nil` where the exact rule says "cannot".
  public var output: Int? {
    rule == .exact && !fits ? nil : windows
  }

  /// Where window `output` begins, in input cells; negative inside the padding.
  public func start(of output: Int) -> Int {
    output * stride - paddingBefore
  }

  /// The input cell under tap `tap` of window `output`, or `nil` where that is padding.
  public func inputIndex(output: Int, tap: Int) -> Int? {
    let index = start(of: output) + tap * dilation
    return (0..<input).contains(index) ? index : nil
  }

  /// The windows that read input cell `index`, in rising order, each with the tap that reads it.
  public func uses(of index: Int) -> [(output: Int, tap: Int)] {
    (0..<kernel).reversed().compactMap { tap in
      let offset = index + paddingBefore - tap * dilation
      guard offset >= 0, offset.isMultiple(of: stride), offset / stride < windows else { return nil }
      return (offset / stride, tap)
    }
  }

  /// The windows whose tap `tap` lies inside the input, that is not on padding; maybe none.
  func outputs(inside tap: Int) -> Range<Int> {
    let first = tap * dilation - paddingBefore  // input index under this tap in window 0
    let lower = first >= 0 ? 0 : (-first + stride - 1) / stride
    let upper = first >= input ? 0 : (input - 1 - first) / stride + 1
    return lower..<max(lower, min(upper, windows))
  }

  /// The padding that keeps the size at stride 1, d(f - 1) / 2, or `nil` when it is not whole because f is even.
  public static func samePadding(kernel: Int, dilation: Int = 1) -> Int? {
    let zeros = dilation * (kernel - 1)
    return zeros.isMultiple(of: 2) ? zeros / 2 : nil
  }
}
