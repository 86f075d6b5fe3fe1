/// How many windows of `span` cells begin at every `stride`-th cell of `input` cells and the padding around them:
/// ⌊(input + padding − span) / stride⌋ + 1, or `nil` where not even one fits.
///
/// Rounded up it is less one if the last window would begin behind the input and the padding before it (PyTorch's
/// `ceil_mode`, which lets the one window that there is be larger than the padded input by less than a stride). All lengths
/// must be within the limits.
public func windowCount(
  of span: Int, stride: Int, over input: Int, padding: (before: Int, after: Int), roundsUp: Bool = false
) -> Int? {
  let padded = padding.before + input + padding.after
  guard span <= padded || roundsUp && span - padded < stride else { return nil }
  guard roundsUp else { return (padded - span) / stride + 1 }
  let count = (padded - span + stride - 1) / stride + 1
  return (count - 1) * stride < input + padding.before ? count : count - 1
}

/// How many windows there are along either axis, for lengths within the limits.
///
/// - Throws: `.window` where not even one fits.
func windowCounts(
  _ input: Extent, _ window: Extent, stride: Extent, padding: Padding, dilation: Extent, roundsUp: Bool
) throws(ShapeError) -> Extent {
  func count(
    _ axis: String, _ input: Int, _ window: Int, _ stride: Int, _ padding: (before: Int, after: Int),
    _ dilation: Int
  ) throws(ShapeError) -> Int {
    let span = (window - 1) * dilation + 1
    guard let count = windowCount(of: span, stride: stride, over: input, padding: padding, roundsUp: roundsUp)
    else { throw .window(axis: axis, span: span, padded: padding.before + input + padding.after) }
    return count
  }
  return Extent(
    height: try count(
      "height", input.height, window.height, stride.height, (padding.top, padding.bottom), dilation.height),
    width: try count(
      "width", input.width, window.width, stride.width, (padding.left, padding.right), dilation.width))
}
