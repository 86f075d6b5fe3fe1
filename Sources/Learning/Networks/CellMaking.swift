/// How one number of a network came about: which numbers before it went in, and what was done with them.
public struct CellMaking: Equatable, Sendable {
  /// What a layer did.
  public enum Work: Equatable, Sendable {
    /// Products under a window of each channel, and a bias.
    case convolution([Window], bias: Double)
    /// Products with every number before, and a bias.
    case sum([Term], bias: Double)
    /// A window of one channel reduced to one number; padding is `nil`.
    case pooling(PoolingKind, [Double?])
    /// All of a channel reduced to one number.
    case globalPooling(GlobalPooling, [Double])
    /// (x - mean)/√(variance + ε)·scale + shift
    case normalisation(x: Double, mean: Double, variance: Double, scale: Double, shift: Double)
    /// A function of one number.
    case activation(Double)
    /// A share of all of them.
    case softmax(Double, among: [Double])
    /// The same number as before.
    case copy(Double)
  }

  /// A window of one channel, row by row: a number and the weight it meets. Padding counts 0 and has `isPadding`.
  public struct Window: Equatable, Sendable {
    /// Which channel, from 0.
    public let channel: Int
    /// As high and wide as the kernel.
    public let numbers, weights: [Double]
    /// Where the window lies beyond the maps.
    public let isPadding: [Bool]

    /// The sum of all products.
    public var sum: Double { zip(numbers, weights).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// A product of a sum over a vector.
  public struct Term: Equatable, Sendable {
    /// Which number, from 0.
    public let input: Int
    /// The number and its weight.
    public let number, weight: Double

    /// number·weight
    public var product: Double { number * weight }
  }

  /// The layer that did the work, a place among all layers: the one asked for, or that before its activation.
  public let layer: Int
  /// What it did.
  public let work: Work
  /// What came out of that, before ``activation``.
  public let result: Double
  /// The activation behind it, where that is what was asked for.
  public let activation: LayerActivation?
  /// What came out in the end.
  public let value: Double
}

extension ShapedNetwork {
  /// How cell `cell` of map `map` that layer `index` gives came about; of a vector, number `map`.
  ///
  /// An activation right behind products is told with them.
  ///
  /// - Precondition: there are such a layer and such a cell, and `path` is one through this network with `weights`.
  public func making<Element>(
    of cell: Position, map: Int, layer index: Int, path: NetworkPath, weights: NetworkWeights<Element>
  ) -> CellMaking {
    let layer = layers[index]
    let place = layer.output.place(of: cell, map: map)
    let value = path.outputs[index][place]
    guard case .activation(let activation) = layer.layer, activation != .softmax, index > 0,
      layers[index - 1].isMadeOfProducts
    else {
      return CellMaking(
        layer: index, work: work(cell, map, index, path, weights), result: value, activation: nil,
        value: value)
    }
    return CellMaking(
      layer: index - 1, work: work(cell, map, index - 1, path, weights),
      result: path.outputs[index - 1][place],
      activation: activation, value: value)
  }

  private func work<Element>(
    _ cell: Position, _ map: Int, _ index: Int, _ path: NetworkPath, _ weights: NetworkWeights<Element>
  ) -> CellMaking.Work {
    let layer = layers[index]
    let input = path.input(of: index)
    let place = layer.output.place(of: cell, map: map)
    func numbers(_ role: NetworkTensor.Role) -> [Double]? {
      tensors.firstIndex { $0.layer == index && $0.role == role }.map {
        weights.values[$0].map { Double($0) }
      }
    }
    switch layer.layer {
    case .convolution, .depthwise:
      return .convolution(
        layer.windows(cell, filter: map, input, numbers(.weight) ?? []), bias: numbers(.bias)?[map] ?? 0)
    case .dense:
      let weights = numbers(.weight) ?? []
      let terms = input.indices.map {
        CellMaking.Term(input: $0, number: input[$0], weight: weights[map * input.count + $0])
      }
      return .sum(terms, bias: numbers(.bias)?[map] ?? 0)
    case .pooling(let kind, _, _):
      return .pooling(kind, layer.window(cell, channel: map, input))
    case .globalPooling(let kind):
      let cells = input.count / max(1, layer.input.features)
      return .globalPooling(kind, Array(input[(map * cells)..<((map + 1) * cells)]))
    case .batchNormalisation:
      let (scale, shift) = (numbers(.weight) ?? [], numbers(.bias) ?? [])
      let (mean, variance) = (numbers(.runningMean) ?? [], numbers(.runningVariance) ?? [])
      return .normalisation(
        x: input[place], mean: mean[map], variance: variance[map], scale: scale[map], shift: shift[map])
    case .activation(.softmax):
      let cells = input.count / max(1, layer.input.features)
      let offset = place % cells
      return .softmax(
        input[place], among: (0..<layer.input.features).map { input[$0 * cells + offset] })
    case .activation: return .activation(input[place])
    case .flatten, .dropout: return .copy(input[place])
    }
  }
}

extension ShapedLayer {
  /// Whether its numbers are sums of products.
  var isMadeOfProducts: Bool {
    switch layer {
    case .convolution, .depthwise, .dense: true
    case .pooling, .globalPooling, .flatten, .batchNormalisation, .dropout, .activation: false
    }
  }

  /// The windows of the channels that `filter` sees.
  fileprivate func windows(
    _ cell: Position, filter: Int, _ input: [Double], _ weights: [Double]
  ) -> [CellMaking.Window] {
    let shape = tensors[0].shape
    let (perFilter, kernel) = (shape[1], shape[2] * shape[3])
    let groups = input.isEmpty ? 1 : self.input.features / max(1, perFilter)
    let first = filter / max(1, shape[0] / max(1, groups)) * perFilter
    return (0..<perFilter).map { offset in
      let numbers = window(cell, channel: first + offset, input)
      let start = (filter * perFilter + offset) * kernel
      return CellMaking.Window(
        channel: first + offset, numbers: numbers.map { $0 ?? 0 },
        weights: Array(weights[start..<(start + kernel)]), isPadding: numbers.map { $0 == nil })
    }
  }

  /// The numbers of the window over `channel` that makes `cell`, row by row; `nil` in the padding.
  fileprivate func window(_ cell: Position, channel: Int, _ input: [Double]) -> [Double?] {
    guard let geometry else { return [] }
    let (width, kernel) = (geometry.input.width, geometry.kernel)
    let plane = channel * geometry.input.height * width
    return (0..<kernel.height * kernel.width).map { tap in
      guard let row = geometry.rows.inputIndex(output: cell.row, tap: tap / kernel.width),
        let column = geometry.columns.inputIndex(output: cell.column, tap: tap % kernel.width)
      else { return nil }
      return input[plane + row * width + column]
    }
  }
}

extension Volume {
  /// How high and wide a map is; 1x1 for a number of a vector.
  public var mapExtent: Extent {
    switch self {
    case .maps(let extent, _): extent
    case .vector: 1
    }
  }

  /// Where a cell of a map stands among all numbers; of a vector, number `map`.
  public func place(of cell: Position, map: Int) -> Int {
    let extent = mapExtent
    return (map * extent.height + cell.row) * extent.width + cell.column
  }
}
