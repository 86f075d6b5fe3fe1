import Autodiff

/// Several filters over a stack of channels: the convolution layer of a network.
///
/// Each filter has one kernel per channel. All its products are added to one number per place, so that the number of
/// filters is the depth of the output. With 1x1 kernels that is a weighted sum of the channels at each place.
///
/// With groups, channels and filters are cut into as many equal runs, and a filter sees the channels of its own run alone;
/// with a run for every channel that is a depthwise convolution.
public struct ConvolutionLayer: Hashable, Sendable {
  /// One kernel per channel that it sees, and one bias for all.
  public struct Filter: Hashable, Sendable {
    /// As many kernels as its group has channels, all of one size.
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
  /// `[filter][channel of its group][height, width]`.
  public let filters: [Filter]
  /// Runs of channels and filters that do not see one another.
  public let groups: Int
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
    channels: [Grid], filters: [Filter], groups: Int = 1, padding: Padding = 0, stride: Extent = Extent(1),
    dilation: Extent = Extent(1), rule: SizeRule = .floor, flipped: Bool = false, relu: Bool = false
  ) throws(LayerError) {
    guard let first = channels.first, let kernel = filters.first?.kernels.first else { throw .empty }
    for (index, channel) in channels.enumerated() where channel.extent != first.extent {
      throw .channelSize(channel: index, channel.extent, expected: first.extent)
    }
    guard groups >= 1, channels.count.isMultiple(of: groups), filters.count.isMultiple(of: groups) else {
      throw .groups(groups, channels: channels.count, filters: filters.count)
    }
    let seen = channels.count / groups
    for (index, filter) in filters.enumerated() {
      guard filter.kernels.count == seen else {
        throw .kernelCount(filter: index, filter.kernels.count, channels: seen)
      }
      if let other = filter.kernels.first(where: { $0.extent != kernel.extent }) {
        throw .kernelSize(filter: index, other.extent, expected: kernel.extent)
      }
    }
    do {
      geometry = try ConvolutionGeometry(
        input: first.extent, kernel: kernel.extent, padding: padding, stride: stride, dilation: dilation,
        rule: rule)
      try geometry.checkWork(copies: seen * filters.count)
    } catch {
      throw .geometry(error)
    }
    (self.channels, self.filters, self.groups) = (channels, filters, groups)
    (isFlipped, hasReLU) = (flipped, relu)
  }

  /// The whole output, `[filter][windows.height, windows.width]`.
  public func output() -> [Grid] {
    filters.enumerated().map { index, filter in
      var sums = [Double](repeating: 0, count: geometry.steps)
      for (channel, kernel) in zip(channels[self.channels(of: index)], filter.kernels) {
        geometry.correlate(channel, with: applied(kernel), into: &sums)
      }
      return Grid(extent: geometry.windows, cells: sums).map {
        ConvolutionStep.finish($0, bias: filter.bias, hasReLU: hasReLU)
      }
    }
  }

  /// The channels that a filter sees.
  ///
  /// - Precondition: `filter` is an index of ``filters``.
  public func channels(of filter: Int) -> Range<Int> {
    let (seen, filtersPerGroup) = (channels.count / groups, filters.count / groups)
    let first = filter / filtersPerGroup * seen
    return first..<first + seen
  }

  /// One output cell of one filter opened up.
  ///
  /// - Throws: ``GeometryError/outsideOutput(_:_:)``
  /// - Precondition: `filter` is an index of ``filters``.
  public func step(filter: Int, at position: Position) throws(GeometryError) -> LayerStep {
    guard geometry.hasWindow(at: position) else { throw .outsideOutput(position, geometry.windows) }
    let taps = geometry.window(of: position)
    let perChannel = zip(channels[channels(of: filter)], filters[filter].kernels).map { channel, kernel in
      let window = taps.map { tap in tap.input.map { channel[$0] } ?? 0 }
      return ConvolutionStep(
        position: position, window: Grid(extent: kernel.extent, cells: window), kernel: applied(kernel),
        bias: 0,
        hasReLU: false)
    }
    return LayerStep(channels: perChannel, bias: filters[filter].bias, hasReLU: hasReLU)
  }

  /// Weights and biases: filters·(f·f·channels / groups + 1).
  public var parameterCount: Int {
    filters.count * (geometry.kernel.height * geometry.kernel.width * channels.count / groups + 1)
  }

  private func applied(_ kernel: Grid) -> Grid { isFlipped ? kernel.rotated : kernel }
}

/// One output cell of a layer: what each channel contributes, and what becomes of the total.
public struct LayerStep: Hashable, Sendable {
  /// Window, products and sum for each channel that the filter sees, without bias and ReLU.
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
  /// Groups that do not share channels and filters equally.
  case groups(Int, channels: Int, filters: Int)
  /// More or fewer biases than filters.
  case biasCount(Int, filters: Int)
  /// More or fewer upstream gradients than filters.
  case upstreamCount(Int, filters: Int)
  /// More channels or filters, or longer sides, than a lab shows.
  case tooLargeToShow(maps: Int, side: Int)
  /// A filter with more or fewer kernels than it sees channels.
  case kernelCount(filter: Int, Int, channels: Int)
  /// A kernel of another size than the first.
  case kernelSize(filter: Int, Extent, expected: Extent)
  /// The kernels do not fit the input.
  case geometry(GeometryError)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .geometry(let error): error.fault
    case .tooLargeToShow: .request
    case .empty, .channelSize, .groups, .biasCount, .upstreamCount, .kernelCount, .kernelSize: .data
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .empty:
      "a layer needs at least one channel and one filter"
    case .channelSize(let channel, let extent, let expected):
      "channel \(channel + 1) is \(extent.product) where the first is \(expected.product)"
    case .groups(let groups, let channels, let filters):
      "\(Plural.count(groups, "group")) cannot share \(Plural.count(channels, "channel")) and "
        + "\(Plural.count(filters, "filter")) equally"
    case .biasCount(let biases, let filters):
      "there \(biases == 1 ? "is 1 bias" : "are \(biases) biases") for \(Plural.count(filters, "filter"))"
    case .upstreamCount(let upstream, let filters):
      "\(Plural.count(upstream, "upstream gradient")) \(upstream == 1 ? "comes" : "come") back to "
        + "\(Plural.count(filters, "map"))"
    case .tooLargeToShow(let maps, let side):
      "that is beyond the limit of \(maps) channels and filters with sides of \(side)"
    case .kernelCount(let filter, let kernels, let channels):
      "filter \(filter + 1) has \(Plural.count(kernels, "kernel")) for \(Plural.count(channels, "channel"))"
    case .kernelSize(let filter, let extent, let expected):
      "a kernel of filter \(filter + 1) is \(extent.product) where the first is \(expected.product)"
    case .geometry(let error):
      error.description
    }
  }
}
