import Autodiff

/// A kernel sliding over one grid.
///
///     y(i, j) = Σ_(a, c) x(i·s - p + a·d, j·s - p + c·d) · k(a, c) + b
///
/// with zeros outside x and ReLU on top when asked for. That is cross-correlation, which decks G and N and all common
/// libraries call convolution; flipped, k is turned by 180° first, which is the convolution of decks C and K.
public struct Convolution: Hashable, Sendable {
  /// x, `[height, width]`.
  public let input: Grid
  /// k as typed, before any flip, `[height, width]`.
  public let kernel: Grid
  /// Where the windows lie.
  public let geometry: ConvolutionGeometry
  /// Whether the kernel is turned by 180° first.
  public let isFlipped: Bool
  /// b, added to every sum.
  public let bias: Double
  /// Whether negative results become 0.
  public let hasReLU: Bool

  /// A convolution whose output has ``ConvolutionGeometry/windows`` cells.
  ///
  /// - Throws: ``GeometryError`` when the kernel does not fit, or the output or the work is beyond ``Limits``.
  public init(
    input: Grid, kernel: Grid, padding: Padding = 0, stride: Extent = Extent(1),
    dilation: Extent = Extent(1), rule: SizeRule = .floor, flipped: Bool = false, bias: Double = 0,
    relu: Bool = false
  ) throws(GeometryError) {
    geometry = try ConvolutionGeometry(
      input: input.extent, kernel: kernel.extent, padding: padding, stride: stride, dilation: dilation,
      rule: rule)
    try geometry.checkWork()
    (self.input, self.kernel, isFlipped, self.bias, hasReLU) = (input, kernel, flipped, bias, relu)
  }

  /// The kernel as it meets the input: turned by 180° when flipped.
  public var appliedKernel: Grid { isFlipped ? kernel.rotated : kernel }

  /// The whole output, `[windows.height, windows.width]`.
  public func output() -> Grid {
    var sums = [Double](repeating: 0, count: geometry.steps)
    geometry.correlate(input, with: appliedKernel, into: &sums)
    return Grid(extent: geometry.windows, cells: sums).map(finish)
  }

  /// The window, products and sum behind one output cell.
  ///
  /// - Throws: ``GeometryError/outsideOutput(_:_:)``
  public func step(at position: Position) throws(GeometryError) -> ConvolutionStep {
    guard geometry.hasWindow(at: position) else { throw .outsideOutput(position, geometry.windows) }
    let window = geometry.window(of: position).map { tap in tap.input.map { input[$0] } ?? 0 }
    return ConvolutionStep(
      position: position, window: Grid(extent: kernel.extent, cells: window), kernel: appliedKernel,
      bias: bias,
      hasReLU: hasReLU)
  }

  private func finish(_ sum: Double) -> Double {
    ConvolutionStep.finish(sum, bias: bias, hasReLU: hasReLU)
  }
}

extension ConvolutionGeometry {
  /// Refuses outputs and sums that would take more memory or time than anyone waits for.
  func checkWork(copies: Int = 1) throws(GeometryError) {
    guard steps <= Limits.cells else { throw .outputTooLarge(windows) }
    let products = rows.products * columns.products
    guard products <= Limits.products / copies else { throw .tooManyProducts }
  }

  /// Adds the products of `kernel` and `input` to the output cells `sums`, kernel cell by kernel cell in row order, as
  /// one adds them up by hand. Taps on padding add nothing. A row of the output is finished before the next one begins,
  /// so that it stays near the processor.
  func correlate(_ input: Grid, with kernel: Grid, into sums: inout [Double]) {
    let (width, stride) = (columns.windows, columns.stride)
    let bands = (0..<rows.kernel).map { rows.outputs(inside: $0) }
    let taps = (0..<columns.kernel).map { tap in
      let outputs = columns.outputs(inside: tap)
      let offset = tap * columns.dilation - columns.paddingBefore + outputs.lowerBound * stride
      return (first: outputs.lowerBound, count: outputs.count, offset: offset)
    }
    sums.withUnsafeMutableBufferPointer { sums in
      input.cells.withUnsafeBufferPointer { cells in
        guard let sums = sums.baseAddress, let cells = cells.baseAddress else { return }
        for outputRow in 0..<rows.windows {
          let start = rows.start(of: outputRow)
          for tapRow in 0..<rows.kernel where bands[tapRow].contains(outputRow) {
            let inputRow = (start + tapRow * rows.dilation) * input.width
            for (tapColumn, tap) in taps.enumerated() where tap.count > 0 {
              let weight = kernel[tapRow, tapColumn]
              let target = sums + (outputRow * width + tap.first)
              let source = cells + (inputRow + tap.offset)
              if stride == 1 {
                for index in 0..<tap.count { target[index] += weight * source[index] }
              } else {
                for index in 0..<tap.count { target[index] += weight * source[index &* stride] }
              }
            }
          }
        }
      }
    }
  }
}

extension ConvolutionAxis {
  /// Pairs of a window and a tap that lie on the input.
  fileprivate var products: Int {
    (0..<kernel).reduce(0) { $0 + outputs(inside: $1).count }
  }
}
