/// A network put on an input: what every layer gets and gives, learns and multiplies.
public struct ShapedNetwork: Hashable, Sendable {
  /// Most numbers that a network may learn.
  public static let mostParameters = 1_000_000_000
  /// Most multiply-adds for one image, and the largest receptive field.
  public static let mostProducts = 1_000_000_000_000_000

  /// The layers' text.
  public let network: Network
  /// What the first layer gets.
  public let input: Volume
  /// All layers in order.
  public let layers: [ShapedLayer]

  /// The network with the sizes that follow from `input`.
  ///
  /// - Throws: ``NetworkShapeError`` for the first layer that does not fit.
  public init(_ network: Network, input: Volume) throws(NetworkShapeError) {
    let (layers, problem) = Self.layers(of: network, input: input)
    if let problem { throw problem }
    (self.network, self.input, self.layers) = (network, input, layers)
  }

  /// The layers as far as they fit, and why they go no further.
  public static func layers(
    of network: Network, input: Volume
  ) -> (layers: [ShapedLayer], problem: NetworkShapeError?) {
    var shaper = NetworkShaper(input: input)
    for layer in network.layers {
      do { try shaper.append(layer) } catch { return (shaper.layers, error) }
    }
    return (shaper.layers, nil)
  }

  /// What the last layer gives.
  public var output: Volume { layers.last?.output ?? input }
  /// How many numbers are learned.
  public var parameters: Int { layers.reduce(0) { $0 + $1.parameters } }
  /// Multiply-adds for one image.
  public var multiplyAdds: Int { layers.reduce(0) { $0 + $1.multiplyAdds } }
  /// All tensors that layers keep, in the order of the layers.
  public var tensors: [NetworkTensor] { layers.flatMap(\.tensors) }
}

/// Puts layer behind layer.
private struct NetworkShaper {
  let input: Volume
  var layers: [ShapedLayer] = []
  private var parameters = 0
  private var products = 0

  init(input: Volume) { self.input = input }

  private var current: Volume { layers.last?.output ?? input }

  private var field: NetworkField {
    if let last = layers.last { return last.receptiveField }
    if case .vector = input { return .number }
    return .window(rows: .input, columns: .input)
  }

  mutating func append(_ layer: NetworkLayer) throws(NetworkShapeError) {
    let current = current
    switch layer {
    case .convolution(let filters, let window, let groups, let hasBias):
      let (maps, channels) = try maps(for: layer)
      guard channels.isMultiple(of: groups) else {
        throw error(layer, .groupsOfChannels(groups, channels: channels))
      }
      try convolve(
        layer, maps, window, filters: filters, channelsOfFilter: channels / groups, hasBias: hasBias)
    case .depthwise(let window, let hasBias):
      let (maps, channels) = try maps(for: layer)
      try convolve(layer, maps, window, filters: channels, channelsOfFilter: 1, hasBias: hasBias)
    case .pooling(_, let window, let roundsUp):
      let (maps, channels) = try maps(for: layer)
      let geometry = try geometry(layer, maps, window, rule: roundsUp ? .ceil : .floor, isKernel: false)
      try finish(
        layer, .maps(geometry.windows, channels: channels), geometry, field: seen(layer, through: window))
    case .globalPooling:
      let (_, channels) = try maps(for: layer)
      try finish(layer, .maps(1, channels: channels), field: .all(input))
    case .dense(let units, let hasBias):
      let count = try count(of: current, layer)
      try finish(
        layer, .vector(units), weights: [units, count], biases: hasBias ? units : nil,
        products: [units, count],
        field: .all(input))
    case .flatten:
      try finish(layer, .vector(count(of: current, layer)), field: field)
    case .batchNormalisation:
      try finish(
        layer, current, weights: [current.features], biases: current.features, field: field,
        keepsAverages: true)
    case .activation(.parametric):
      try finish(layer, current, weights: [1], field: field)
    case .dropout, .activation(.linear), .activation(.threshold), .activation(.sigmoid), .activation(.tanh),
      .activation(.relu), .activation(.leaky):
      try finish(layer, current, field: field)
    case .activation(.softmax):
      // A probability of a vector depends on all of its numbers, one of maps on what stands at its own place.
      var field = field
      if case .vector = current { field = .all(input) }
      try finish(layer, current, field: field)
    }
  }

  private mutating func convolve(
    _ layer: NetworkLayer, _ maps: Extent, _ window: LayerWindow, filters: Int, channelsOfFilter: Int,
    hasBias: Bool
  ) throws(NetworkShapeError) {
    let geometry = try geometry(layer, maps, window, isKernel: true)
    let (size, kernel) = (geometry.windows, window.size)
    let weights = [filters, channelsOfFilter, kernel.height, kernel.width]
    try finish(
      layer, .maps(size, channels: filters), geometry, weights: weights, biases: hasBias ? filters : nil,
      products: [size.height, size.width] + weights, field: seen(layer, through: window))
  }

  private mutating func finish(
    _ layer: NetworkLayer, _ output: Volume, _ geometry: ConvolutionGeometry? = nil, weights: [Int]? = nil,
    biases: Int? = nil, products factors: [Int]? = nil, field: NetworkField, keepsAverages: Bool = false
  ) throws(NetworkShapeError) {
    _ = try count(of: output, layer)
    let learned = weights.map { $0.product.flatMap { [$0, biases ?? 0].sum } } ?? 0
    guard let learned, let total = [parameters, learned].sum, total <= ShapedNetwork.mostParameters else {
      throw error(
        layer,
        .beyond(
          what: "parameters", limit: ShapedNetwork.mostParameters,
          total: learned.map { $0 <= ShapedNetwork.mostParameters } ?? false))
    }
    let own = factors.map(\.product) ?? 0
    guard let own, let allProducts = [products, own].sum, allProducts <= ShapedNetwork.mostProducts else {
      throw error(
        layer,
        .beyond(
          what: "multiply-adds", limit: ShapedNetwork.mostProducts,
          total: own.map { $0 <= ShapedNetwork.mostProducts } ?? false))
    }
    (parameters, products) = (total, allProducts)
    let index = layers.count
    var tensors: [NetworkTensor] = []
    if let weights { tensors.append(NetworkTensor(layer: index, role: .weight, shape: weights)) }
    if let biases { tensors.append(NetworkTensor(layer: index, role: .bias, shape: [biases])) }
    if keepsAverages, let weights {
      tensors.append(NetworkTensor(layer: index, role: .runningMean, shape: weights))
      tensors.append(NetworkTensor(layer: index, role: .runningVariance, shape: weights))
    }
    layers.append(
      ShapedLayer(
        index: index, layer: layer, input: current, output: output, geometry: geometry, tensors: tensors,
        parameters: learned, multiplyAdds: own, receptiveField: field, fieldBefore: self.field))
  }

  // MARK: Sizes

  private func maps(for layer: NetworkLayer) throws(NetworkShapeError) -> (Extent, channels: Int) {
    switch current {
    case .maps(let maps, let channels): return (maps, channels)
    case .vector:
      // The layer that made a vector of maps, unless the input was one.
      let maker = layers.first { layer in
        switch (layer.input, layer.output) {
        case (.maps, .vector): true
        case (.maps, .maps), (.vector, .vector), (.vector, .maps): false
        }
      }
      throw error(
        layer, .wantsMaps(current, from: maker.map { "layer \($0.number) (\($0.layer))" }))
    }
  }

  private func geometry(
    _ layer: NetworkLayer, _ maps: Extent, _ window: LayerWindow, rule: SizeRule = .floor, isKernel: Bool
  ) throws(NetworkShapeError) -> ConvolutionGeometry {
    for side in [maps.height, maps.width] where side > Limits.side {
      throw error(layer, .beyond(what: "a map with a side", limit: Limits.side, total: false))
    }
    do {
      switch window.padding {
      case .same:
        return try ConvolutionGeometry(
          input: maps, kernel: window.size, stride: window.stride, dilation: window.dilation, rule: .same)
      case .zeros(let zeros):
        return try ConvolutionGeometry(
          input: maps, kernel: window.size, padding: Padding(height: zeros.height, width: zeros.width),
          stride: window.stride, dilation: window.dilation, rule: rule)
      }
    } catch {
      throw self.error(layer, .windowTooLarge(window, isKernel: isKernel, maps: maps))
    }
  }

  private func seen(
    _ layer: NetworkLayer, through window: LayerWindow
  ) throws(NetworkShapeError) -> NetworkField {
    guard case .window(let rows, let columns) = field else { return field }
    let (size, stride, dilation) = (window.size, window.stride, window.dilation)
    guard
      let rows = rows.after(kernel: size.height, stride: stride.height, dilation: dilation.height),
      let columns = columns.after(kernel: size.width, stride: stride.width, dilation: dilation.width),
      [rows.size, rows.jump, columns.size, columns.jump].allSatisfy({ $0 <= ShapedNetwork.mostProducts })
    else {
      throw error(layer, .beyond(what: "a receptive field", limit: ShapedNetwork.mostProducts, total: false))
    }
    return .window(rows: rows, columns: columns)
  }

  private func count(of volume: Volume, _ layer: NetworkLayer) throws(NetworkShapeError) -> Int {
    guard let count = volume.count else {
      throw error(layer, .beyond(what: "numbers", limit: Int.max, total: false))
    }
    return count
  }

  private func error(_ layer: NetworkLayer, _ problem: NetworkShapeError.Problem) -> NetworkShapeError {
    NetworkShapeError(layer: layers.count, text: layer.description, problem: problem)
  }
}

extension [Int] {
  /// All added up; `nil` beyond what an `Int` holds.
  fileprivate var sum: Int? {
    var sum = 0
    for summand in self {
      let (next, overflow) = sum.addingReportingOverflow(summand)
      guard !overflow else { return nil }
      sum = next
    }
    return sum
  }
}
