import Autodiff

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
  /// Zeros after the last cell.
  public let paddingAfter: Int
  /// How a remainder is treated.
  public let rule: SizeRule
  /// The number of windows that there are, at least 1; under the exact rule also when ``output`` is `nil`.
  public let windows: Int

  /// An axis with as many zeros before the input as after it, or with what the same rule needs.
  ///
  /// - Throws: as ``init(input:kernel:before:after:stride:dilation:rule:along:)`` does.
  public init(
    input: Int, kernel: Int, padding: Int = 0, stride: Int = 1, dilation: Int = 1, rule: SizeRule = .floor,
    along axis: GridAxis = .rows
  ) throws(GeometryError) {
    try self.init(
      input: input, kernel: kernel, before: padding, after: padding, stride: stride, dilation: dilation,
      rule: rule, along: axis)
  }

  /// An axis with zeros before and after the input, or with what the same rule needs, which ignores them.
  ///
  /// - Throws: ``GeometryError`` for a number out of range and, except under the same rule, for a span larger than the
  ///   padded input; under the ceil rule it may be larger by less than a stride. `axis` is named in that error.
  public init(
    input: Int, kernel: Int, before: Int, after: Int, stride: Int = 1, dilation: Int = 1,
    rule: SizeRule = .floor, along axis: GridAxis = .rows
  ) throws(GeometryError) {
    for (setting, value) in [
      (GeometrySetting.input, input), (.kernel, kernel), (.padding, before), (.padding, after),
      (.stride, stride), (.dilation, dilation),
    ] where !setting.allowed.contains(value) {
      throw .outOfRange(setting, value)
    }
    let span = dilation * (kernel - 1) + 1
    var (before, after) = (before, after)
    if rule == .same {
      let outputs = (input + stride - 1) / stride
      let zeros = max(0, (outputs - 1) * stride + span - input)
      (before, after) = (zeros / 2, zeros - zeros / 2)
    }
    let count = windowCount(
      of: span, stride: stride, over: input, padding: (before, after), roundsUp: rule == .ceil)
    guard let count else {
      throw .spanTooLarge(
        along: axis, span: span, kernel: kernel, dilation: dilation, input: input, before: before,
        after: after)
    }
    (self.input, self.kernel, self.stride, self.dilation) = (input, kernel, stride, dilation)
    (paddingBefore, paddingAfter, self.rule, windows) = (before, after, rule, count)
  }

  /// An axis with a window at every cell, of a kernel that fits into the input and its zeros.
  init(fitting input: Int, kernel: Int, before: Int = 0, after: Int = 0) {
    (self.input, self.kernel, stride, dilation, rule) = (input, kernel, 1, 1, .floor)
    (paddingBefore, paddingAfter, windows) = (before, after, before + input + after - kernel + 1)
  }

  /// Cells from the first to the last tap: d(f - 1) + 1.
  public var span: Int { dilation * (kernel - 1) + 1 }

  /// Input with its zeros.
  public var padded: Int { paddingBefore + input + paddingAfter }

  /// Cells that the last window reaches beyond the padding; only where the ceil rule rounds up.
  public var overhang: Int { max(0, (windows - 1) * stride + span - padded) }

  /// Cells behind the input that the last window reaches, padding or beyond.
  var zerosReached: Int { max(0, (windows - 1) * stride + span - paddingBefore - input) }

  /// Input with its zeros and with what the last window reaches beyond them.
  public var reached: Int { padded + overhang }

  /// The size rounded up, a window that begins behind the input and its leading padding counted too.
  var roundedUp: Int { (padded - span + stride - 1) / stride + 1 }

  /// The remainder (n + 2p - span) mod s, which the floor rule leaves unused. The same rule always fits.
  public var unused: Int {
    rule == .same ? 0 : ((padded - span) % stride + stride) % stride
  }

  /// Whether there is no remainder.
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

  /// The input cells that window `output` reads, padding left out.
  func inputs(of output: Int) -> StrideTo<Int> {
    let start = start(of: output)
    let first = start < 0 ? start + (dilation - 1 - start) / dilation * dilation : start
    return Swift.stride(from: first, to: min(start + span, input), by: dilation)
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
