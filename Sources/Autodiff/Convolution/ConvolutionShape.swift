/// The sizes of a two-dimensional convolution, checked once.
///
/// What deep learning calls a convolution is a cross-correlation, the kernel is not flipped:
///
///     y[n, o, i, j] = bias[o] + Σ w[o, c, u, v] · x[n, c, i·stride + u·dilation − padding, j·stride + v·dilation − padding]
///
/// over the channels c and the kernel's cells (u, v); outside the input x is 0. Rows and columns at the far end
/// that a stride does not reach are not used: output = ⌊(input + 2·padding − span) / stride⌋ + 1 with the span
/// (kernel − 1)·dilation + 1 (Dumoulin & Visin, *A guide to convolution arithmetic*, 2016).
public struct ConvolutionShape: Equatable, Sendable, BitwiseCopyable {
  /// The number of images.
  public let images: Int
  /// The number of input channels.
  public let channels: Int
  /// The number of filters, which is that of output channels.
  public let filters: Int
  /// The size of an input plane.
  public let input: Extent
  /// The size of a kernel.
  public let kernel: Extent
  /// The steps from window to window.
  public let stride: Extent
  /// Cells of zeros added on each of the two sides.
  public let padding: Extent
  /// The distance of the kernel's cells on the input.
  public let dilation: Extent
  /// The size of an output plane.
  public let output: Extent

  /// Checks that the shapes go together.
  ///
  /// - Parameters:
  ///   - input: `[images, channels, height, width]`.
  ///   - kernel: `[filters, channels, height, width]`.
  ///   - bias: the number of biases, one per filter; `nil` without.
  /// - Throws: `.rank` and `.mismatch` for shapes that do not fit, `.range` for no channels or filters and for
  ///   lengths outside their limits, `.window` for a kernel larger than the padded input, `.size` for results that
  ///   cannot be held.
  public init(
    input: [Int], kernel: [Int], bias: Int? = nil, stride: Extent = 1, padding: Extent = 0,
    dilation: Extent = 1
  ) throws(ShapeError) {
    guard input.count == 4 else { throw .rank(what: "input", shape: input, expected: 4) }
    guard kernel.count == 4 else { throw .rank(what: "kernel", shape: kernel, expected: 4) }
    (images, channels, filters) = (input[0], input[1], kernel[0])
    self.input = Extent(height: input[2], width: input[3])
    self.kernel = Extent(height: kernel[2], width: kernel[3])
    (self.stride, self.padding, self.dilation) = (stride, padding, dilation)
    let counts = 1...Extent.limit
    guard counts.contains(images) else {
      throw .range(what: "number of images", value: images, allowed: counts)
    }
    guard counts.contains(channels) else {
      throw .range(what: "number of channels", value: channels, allowed: counts)
    }
    guard counts.contains(filters) else {
      throw .range(what: "number of filters", value: filters, allowed: counts)
    }
    guard kernel[1] == channels else {
      throw .mismatch(what: "number of the kernel's channels", length: kernel[1], expected: channels)
    }
    if let bias, bias != filters {
      throw .mismatch(what: "number of biases", length: bias, expected: filters)
    }
    try self.input.validated("input", atLeast: 1)
    try self.kernel.validated("kernel", atLeast: 1)
    try stride.validated("stride", atLeast: 1)
    try padding.validated("padding", atLeast: 0)
    try dilation.validated("dilation", atLeast: 1)
    output = Extent(
      height: try windowCount(
        "height", self.input.height, self.kernel.height, stride.height, padding.height, dilation.height),
      width: try windowCount(
        "width", self.input.width, self.kernel.width, stride.width, padding.width, dilation.width))
    // Everything that is built on the way has to be addressable too: the padded images, the unfolded one, the result.
    let padded = Extent(
      height: self.input.height + 2 * padding.height, width: self.input.width + 2 * padding.width)
    let cells = self.kernel.height * self.kernel.width
    guard isAddressable(images, channels, padded.height, padded.width),
      isAddressable(images, filters, output.height, max(padded.width, output.width)),
      isAddressable(channels, cells, output.height, padded.width)
    else { throw .size(shape: [images, filters, output.height, output.width]) }
  }

  /// `[images, filters, height, width]`.
  public var outputShape: [Int] { [images, filters, output.height, output.width] }

  /// Goes through all products x[input] · w[weight] that are summed in y[output], by their positions in row-major
  /// order; those with the padding, which has no elements, are left out.
  func forEachProduct(_ body: (_ input: Int, _ weight: Int, _ output: Int) -> Void) {
    var target = 0
    for image in 0..<images {
      for filter in 0..<filters {
        for row in 0..<output.height {
          for column in 0..<output.width {
            var weight = filter * channels * kernel.height * kernel.width
            for channel in 0..<channels {
              for u in 0..<kernel.height {
                let y = row * stride.height + u * dilation.height - padding.height
                for v in 0..<kernel.width {
                  let x = column * stride.width + v * dilation.width - padding.width
                  if (0..<input.height).contains(y), (0..<input.width).contains(x) {
                    body(((image * channels + channel) * input.height + y) * input.width + x, weight, target)
                  }
                  weight += 1
                }
              }
            }
            target += 1
          }
        }
      }
    }
  }
}

/// ⌊(input + 2·padding − span) / stride⌋ + 1, for lengths within the limits.
func windowCount(
  _ axis: String, _ input: Int, _ window: Int, _ stride: Int, _ padding: Int, _ dilation: Int
) throws(ShapeError) -> Int {
  let (span, padded) = ((window - 1) * dilation + 1, input + 2 * padding)
  guard span <= padded else { throw .window(axis: axis, span: span, padded: padded) }
  return (padded - span) / stride + 1
}

/// Whether that many elements can be counted in 32 bits, as positions of maxima are.
func isAddressable(_ lengths: Int...) -> Bool {
  var count = 1
  for length in lengths {
    let (product, overflow) = count.multipliedReportingOverflow(by: length)
    if overflow || product > Int32.max { return false }
    count = product
  }
  return true
}
