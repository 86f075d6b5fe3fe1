import Autodiff

/// Several filters over a stack of channels: the convolution layer of a network.
///
/// Each filter has one kernel per channel. All its products are added to one number per place, so that the number of
/// filters is the depth of the output. With 1x1 kernels that is a weighted sum of the channels at each place.
public struct ConvolutionLayer: Hashable, Sendable {
  /// One kernel per channel, and one bias for all.
  public struct Filter: Hashable, Sendable {
    /// As many kernels as there are channels, all of one size.
    public let kernels: [Grid]
    /// Added once per output cell.
    public let bias: Double

    /// A filter of the given kernels.
    public init(kernels: [Grid], bias: Double = 0) {
      (self.kernels, self.bias) = (kernels, bias)
    }
  }

  /// The input, `[channel][height, width]`.
  public let channels: [Grid]
  /// `[filter][channel][height, width]`.
  public let filters: [Filter]
  /// Where the windows lie; the same for every channel and filter.
  public let geometry: ConvolutionGeometry
  /// Whether kernels are turned by 180° first.
  public let isFlipped: Bool
  /// Whether negative results become 0.
  public let hasReLU: Bool

  /// A layer with an output of one map per filter.
  ///
  /// - Throws: ``LayerError`` when shapes disagree, the kernels do not fit, or the work is beyond ``Limits``.
  public init(
    channels: [Grid], filters: [Filter], padding: Padding = 0, stride: Extent = Extent(1),
    dilation: Extent = Extent(1), rule: SizeRule = .floor, flipped: Bool = false, relu: Bool = false
  ) throws(LayerError) {
    guard let first = channels.first, let kernel = filters.first?.kernels.first else { throw .empty }
    for (index, channel) in channels.enumerated() where channel.extent != first.extent {
      throw .channelSize(channel: index, channel.extent, expected: first.extent)
    }
    for (index, filter) in filters.enumerated() {
      guard filter.kernels.count == channels.count else {
        throw .kernelCount(filter: index, filter.kernels.count, channels: channels.count)
      }
      if let other = filter.kernels.first(where: { $0.extent != kernel.extent }) {
        throw .kernelSize(filter: index, other.extent, expected: kernel.extent)
      }
    }
    do {
      geometry = try ConvolutionGeometry(
        input: first.extent, kernel: kernel.extent, padding: padding, stride: stride, dilation: dilation,
        rule: rule)
      try geometry.checkWork(copies: channels.count * filters.count)
    } catch {
      throw .geometry(error)
    }
    (self.channels, self.filters, isFlipped, hasReLU) = (channels, filters, flipped, relu)
  }

  /// The whole output, `[filter][windows.height, windows.width]`.
  public func output() -> [Grid] {
    filters.map { filter in
      var sums = [Double](repeating: 0, count: geometry.steps)
      for (channel, kernel) in zip(channels, filter.kernels) {
        geometry.correlate(channel, with: applied(kernel), into: &sums)
      }
      return Grid(extent: geometry.windows, cells: sums).map {
        ConvolutionStep.finish($0, bias: filter.bias, hasReLU: hasReLU)
      }
    }
  }

  /// One output cell of one filter opened up.
  ///
  /// - Throws: ``GeometryError/outsideOutput(_:_:)``
  /// - Precondition: `filter` is an index of ``filters``.
  public func step(filter: Int, at position: Position) throws(GeometryError) -> LayerStep {
    guard geometry.hasWindow(at: position) else { throw .outsideOutput(position, geometry.windows) }
    let taps = geometry.window(of: position)
    let perChannel = zip(channels, filters[filter].kernels).map { channel, kernel in
      let window = taps.map { tap in tap.input.map { channel[$0] } ?? 0 }
      return ConvolutionStep(
        position: position, window: Grid(extent: kernel.extent, cells: window), kernel: applied(kernel),
        bias: 0,
        hasReLU: false)
    }
    return LayerStep(channels: perChannel, bias: filters[filter].bias, hasReLU: hasReLU)
  }

  /// Weights and biases: f·f·channels·filters + filters.
  public var parameterCount: Int {
    filters.count * (geometry.kernel.height * geometry.kernel.width * channels.count + 1)
  }

  private func applied(_ kernel: Grid) -> Grid { isFlipped ? kernel.rotated : kernel }
}

/// One output cell of a layer: what each channel contributes, and what becomes of the total.
public struct LayerStep: Hashable, Sendable {
  /// Window, products and sum for each channel, without bias and ReLU.
  public let channels: [ConvolutionStep]
  /// The filter's bias.
  public let bias: Double
  /// Whether a negative result becomes 0.
  public let hasReLU: Bool

  /// The channels' sums added up, before bias and ReLU.
  public var sum: Double { channels.reduce(0) { $0 + $1.sum } }
  /// The output cell's value.
  public var value: Double { ConvolutionStep.finish(sum, bias: bias, hasReLU: hasReLU) }
}

/// Why channels and filters do not make a layer.
public enum LayerError: InputError {
  /// No channel, filter or kernel.
  case empty
  /// A channel of another size than the first.
  case channelSize(channel: Int, Extent, expected: Extent)
  /// A filter with more or fewer kernels than there are channels.
  case kernelCount(filter: Int, Int, channels: Int)
  /// A kernel of another size than the first.
  case kernelSize(filter: Int, Extent, expected: Extent)
  /// The kernels do not fit the input.
  case geometry(GeometryError)

  /// Who has to change something.
  public var fault: InputFault {
    if case .geometry(let error) = self { error.fault } else { .data }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .empty:
      "a layer needs at least one channel and one filter"
    case .channelSize(let channel, let extent, let expected):
      "channel \(channel + 1) is \(extent.product) where the first is \(expected.product)"
    case .kernelCount(let filter, let kernels, let channels):
      "filter \(filter + 1) has \(kernels) kernels for \(channels) channels"
    case .kernelSize(let filter, let extent, let expected):
      "a kernel of filter \(filter + 1) is \(extent.product) where the first is \(expected.product)"
    case .geometry(let error):
      error.description
    }
  }
}
