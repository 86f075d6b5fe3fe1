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
  public let response: [Grid]

  /// Most kernels in a chain.
  public static let longestChain = 2

  /// Filters a picture.
  ///
  /// - Throws: ``GeometryError`` when a kernel does not fit, ``PictureError/responseTooLarge(_:)``.
  public init(
    _ picture: Picture, _ kernels: [PictureKernel], padding: PaddingChoice = .sides(0),
    stride: Extent = Extent(1)
  ) throws {
    var (planes, geometries) = (picture.channels, [ConvolutionGeometry]())
    for kernel in kernels {
      let geometry = try Self.geometry(planes[0].extent, kernel.grid.extent, padding, stride)
      guard max(geometry.windows.height, geometry.windows.width) <= Picture.longestSide else {
        throw PictureError.responseTooLarge(geometry.windows)
      }
      planes = planes.map { plane in
        var sums = [Double](repeating: 0, count: geometry.steps)
        geometry.correlate(plane, with: kernel.grid, into: &sums)
        return Grid(extent: geometry.windows, cells: sums)
      }
      geometries.append(geometry)
    }
    (self.picture, self.kernels, self.geometries, response) = (picture, kernels, geometries, planes)
  }

  private static func geometry(
    _ input: Extent, _ kernel: Extent, _ padding: PaddingChoice, _ stride: Extent
  ) throws(GeometryError) -> ConvolutionGeometry {
    switch padding {
    case .sides(let sides):
      try ConvolutionGeometry(input: input, kernel: kernel, padding: sides, stride: stride)
    case .same: try ConvolutionGeometry(input: input, kernel: kernel, stride: stride, rule: .same)
    }
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
