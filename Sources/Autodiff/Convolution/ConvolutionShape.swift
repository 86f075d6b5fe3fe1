/// The sizes of a two-dimensional convolution, checked once.
///
/// What deep learning calls a convolution is a cross-correlation, the kernel is not flipped:
///
///     y[n, o, i, j] = bias[o] + Σ w[o, c, u, v] · x[n, g + c, i·stride + u·dilation − top, j·stride + v·dilation − left]
///
/// over the kernel's channels c and cells (u, v); outside the input x is 0. With one group g is 0 and a kernel sees all
/// channels. With more, channels and filters are cut into as many equal runs, and a filter sees those of its own run,
/// which begin at g (Krizhevsky et al. 2012; depthwise with a group for every channel). Rows and columns at the far end
/// that a stride does not reach are not used: output = ⌊(input + padding − span) / stride⌋ + 1 with the padding of both
/// sides and the span (kernel − 1)·dilation + 1 (Dumoulin & Visin, *A guide to convolution arithmetic*, 2016).
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
  /// Rows and columns of zeros around the input.
  public let padding: Padding
  /// The distance of the kernel's cells on the input.
  public let dilation: Extent
  /// The number of runs that channels and filters are cut into.
  public let groups: Int
  /// The size of an output plane.
  public let output: Extent

  /// Checks that the shapes go together.
  ///
  /// - Parameters:
  ///   - input: `[images, channels, height, width]`.
  ///   - kernel: `[filters, channels / groups, height, width]`.
  ///   - bias: the number of biases, one per filter; `nil` without.
  /// - Throws: `.rank` and `.mismatch` for shapes that do not fit, `.range` for no channels or filters and for
  ///   lengths outside their limits, `.window` for a kernel larger than the padded input, `.size` for results that
  ///   cannot be held.
  public init(
    input: [Int], kernel: [Int], bias: Int? = nil, stride: Extent = 1, padding: Padding = 0,
    dilation: Extent = 1, groups: Int = 1
  ) throws(ShapeError) {
    self = try input.withUnsafeBufferPointer { input throws(ShapeError) in
      try kernel.withUnsafeBufferPointer { kernel throws(ShapeError) in
        try ConvolutionShape(
          input, kernel, bias: bias, stride: stride, padding: padding, dilation: dilation, groups: groups)
      }
    }
  }

  /// The same without arrays, which would be allocated in every step.
  init(
    _ input: UnsafeBufferPointer<Int>, _ kernel: UnsafeBufferPointer<Int>, bias: Int?, stride: Extent,
    padding: Padding, dilation: Extent, groups: Int
  ) throws(ShapeError) {
    guard input.count == 4 else { throw .rank(what: "input", shape: Array(input), expected: 4) }
    guard kernel.count == 4 else { throw .rank(what: "kernel", shape: Array(kernel), expected: 4) }
    (images, channels, filters) = (input[0], input[1], kernel[0])
    self.input = Extent(height: input[2], width: input[3])
    self.kernel = Extent(height: kernel[2], width: kernel[3])
    (self.stride, self.padding, self.dilation, self.groups) = (stride, padding, dilation, groups)
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
    guard (1...channels).contains(groups) else {
      throw .range(what: "number of groups", value: groups, allowed: 1...channels)
    }
    guard channels.isMultiple(of: groups) else { throw .groups(groups, what: "channels", number: channels) }
    guard filters.isMultiple(of: groups) else { throw .groups(groups, what: "filters", number: filters) }
    guard kernel[1] == channels / groups else {
      throw .mismatch(
        what: "number of the kernel's channels", length: kernel[1], expected: channels / groups)
    }
    if let bias, bias != filters {
      throw .mismatch(what: "number of biases", length: bias, expected: filters)
    }
    try self.input.validated("input", atLeast: 1)
    try self.kernel.validated("kernel", atLeast: 1)
    try stride.validated("stride", atLeast: 1)
    try padding.validated()
    try dilation.validated("dilation", atLeast: 1)
    output = try windowCounts(
      self.input, self.kernel, stride: stride, padding: padding, dilation: dilation, roundsUp: false)
    // Everything that is built on the way has to be addressable too: the padded images, the unfolded one, the result.
    let padded = Extent(
      height: self.input.height + padding.total.height, width: self.input.width + padding.total.width)
    let cells = self.kernel.height * self.kernel.width
    guard isAddressable((images, channels, padded.height, padded.width)),
      isAddressable((images, filters, output.height, max(padded.width, output.width))),
      isAddressable((channels, cells, output.height, padded.width))
    else { throw .size(shape: [images, filters, output.height, output.width]) }
  }

  /// `[images, filters, height, width]`.
  public var outputShape: [Int] { [images, filters, output.height, output.width] }

  /// The channels that a filter sees.
  var channelsPerGroup: Int { channels / groups }
  /// The filters that see the same channels.
  var filtersPerGroup: Int { filters / groups }

  /// Goes through all products x[input] · w[weight] that are summed in y[output], by their positions in row-major
  /// order; those with the padding, which has no elements, are left out.
  func forEachProduct(_ body: (_ input: Int, _ weight: Int, _ output: Int) -> Void) {
    var target = 0
    for image in 0..<images {
      for filter in 0..<filters {
        for row in 0..<output.height {
          for column in 0..<output.width {
            var weight = filter * channelsPerGroup * kernel.height * kernel.width
            let first = filter / filtersPerGroup * channelsPerGroup
            for channel in first..<first + channelsPerGroup {
              for u in 0..<kernel.height {
                let y = row * stride.height + u * dilation.height - padding.top
                for v in 0..<kernel.width {
                  let x = column * stride.width + v * dilation.width - padding.left
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

/// Whether that many elements can be counted in 32 bits, as positions of maxima are.
func isAddressable(_ lengths: (Int, Int, Int, Int)) -> Bool {
  func product(_ count: Int?, _ length: Int) -> Int? {
    guard let (product, overflow) = count?.multipliedReportingOverflow(by: length) else { return nil }
    return overflow || product > Int32.max ? nil : product
  }
  return product(product(product(lengths.0, lengths.1), lengths.2), lengths.3) != nil
}
