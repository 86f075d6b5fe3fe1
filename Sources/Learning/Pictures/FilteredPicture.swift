public import Autodiff

/// A picture after one kernel or a chain of them, each channel by itself.
///
/// Kernels are applied as cross-correlations, one after the other, each with the same padding and stride, without
/// rounding or clamping between.
public struct FilteredPicture: Hashable, Sendable {
  /// The picture.
  public let picture: Picture
  /// The kernels, in the order in which they are applied.
  public let kernels: [PictureKernel]
  /// Where the windows of each kernel lie.
  public let geometries: [ConvolutionGeometry]
  /// One plane for each channel of the picture; the numbers may be negative or above its maximum.
  public var response: [Grid] { stages[stages.count - 1] }
  /// The planes of the picture, then those after each kernel.
  public let stages: [[Grid]]
  /// Zeros around each kernel's input, and the step of its window.
  public let padding: PaddingChoice, stride: Extent

  /// Most kernels in a chain.
  public static let longestChain = 2

  /// Filters a picture.
  ///
  /// - Throws: ``PictureError`` when a kernel does not fit, or the response is too large.
  public init(
    _ picture: Picture, _ kernels: [PictureKernel], padding: PaddingChoice = .sides(0),
    stride: Extent = Extent(1)
  ) throws(PictureError) {
    geometries = try Self.geometries(picture.extent, kernels, padding: padding, stride: stride)
    var stages = [picture.channels]
    for (kernel, geometry) in zip(kernels, geometries) {
      stages.append(
        stages[stages.count - 1].map { plane in
          var sums = [Double](repeating: 0, count: geometry.steps)
          geometry.correlate(plane, with: kernel.grid, into: &sums)
          return Grid(extent: geometry.windows, cells: sums)
        })
    }
    (self.picture, self.kernels, self.stages) = (picture, kernels, stages)
    (self.padding, self.stride) = (padding, stride)
  }

  /// Whether it is what these kernels make of `picture`.
  public func isResponse(
    of picture: Picture, to kernels: [PictureKernel], padding: PaddingChoice, stride: Extent
  ) -> Bool {
    self.kernels == kernels && self.padding == padding && self.stride == stride && self.picture == picture
  }

  /// Where the windows of `kernels` lie, one after the other, on a picture of `size`.
  ///
  /// - Throws: ``PictureError`` when a kernel does not fit, or the response is too large.
  public static func geometries(
    _ size: Extent, _ kernels: [PictureKernel], padding: PaddingChoice, stride: Extent
  ) throws(PictureError) -> [ConvolutionGeometry] {
    var (size, geometries) = (size, [ConvolutionGeometry]())
    for kernel in kernels {
      let geometry: ConvolutionGeometry
      do {
        geometry =
          switch padding {
          case .sides(let sides):
            try ConvolutionGeometry(
              input: size, kernel: kernel.grid.extent, padding: sides, stride: stride)
          case .same:
            try ConvolutionGeometry(input: size, kernel: kernel.grid.extent, stride: stride, rule: .same)
          }
      } catch { throw .geometry(error) }
      guard max(geometry.windows.height, geometry.windows.width) <= Picture.longestSide else {
        throw .responseTooLarge(geometry.windows)
      }
      geometries.append(geometry)
      size = geometry.windows
    }
    return geometries
  }

  /// The window of the last kernel that makes the number at `cell` of channel `channel`, opened up.
  ///
  /// - Precondition: there is such a channel and such a cell, and at least one kernel.
  public func step(at cell: Position, channel: Int) -> ConvolutionStep {
    let last = kernels.count - 1
    let input = stages[last][channel]
    let window = geometries[last].window(of: cell).map { tap in tap.input.map { input[$0] } ?? 0 }
    return ConvolutionStep(
      position: cell, window: Grid(extent: kernels[last].grid.extent, cells: window),
      kernel: kernels[last].grid, bias: 0, hasReLU: false)
  }

  /// Height and width of the response.
  public var extent: Extent { response[0].extent }

  /// The smallest number of each channel.
  public var minima: [Double] { response.map { $0.cells.reduce(.infinity) { min($0, $1) } } }
  /// The largest number of each channel.
  public var maxima: [Double] { response.map { $0.cells.reduce(-.infinity) { max($0, $1) } } }
  /// The mean of each channel.
  public var means: [Double] { response.map { $0.cells.reduce(0, +) / Double($0.cells.count) } }

  /// How many numbers of all channels lie below 0, and above the picture's maximum: a picture cannot show them.
  public var outside: (below: Int, above: Int) {
    let most = Double(picture.maximum)
    return (
      response.reduce(0) { $0 + $1.cells.count { $0 < 0 } },
      response.reduce(0) { $0 + $1.cells.count { $0 > most } }
    )
  }

  /// The response as a picture: rounded, and clamped to 0…maximum.
  public var shown: Picture {
    let most = Double(picture.maximum)
    return Picture(
      channels: response.map { $0.map { $0 > 0 ? min($0.rounded(), most) : 0 } }, maximum: picture.maximum)
  }
}
