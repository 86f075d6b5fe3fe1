import Autodiff
import Learning

/// How large the weights of a layer and their gradients in the next update are: roots of mean squares.
struct LayerGradient: Sendable {
  /// The layer, a place among all layers.
  let layer: Int
  let gradient, weight: Double

  /// Those of each layer with weights; biases do not count.
  static func all(of run: TrainRun) -> [LayerGradient] {
    let (gradient, parameters) = (run.trainer.nextGradient(), run.trainer.state.parameters)
    return LayerWeights.all(of: run.trainer.model).map { weights in
      LayerGradient(
        layer: weights.layer, gradient: gradient[weights.places].rootOfMeanSquare,
        weight: parameters[weights.places].rootOfMeanSquare)
    }
  }
}

/// Where the weights of a layer stand among all parameters, and how they belong together.
struct LayerWeights: Equatable, Sendable {
  /// The layer, a place among all layers.
  let layer: Int
  /// Its weights among all parameters, without the biases behind them.
  let places: Range<Int>
  /// Filters or units, what each of them sees, and the cells of a kernel.
  let filters, channels: Int
  let kernel: Extent
  let hasBias: Bool

  /// Those of every layer of products. Units behind maps have a kernel as large as a map for each of them.
  static func all(of network: ShapedNetwork) -> [LayerWeights] {
    var first = 0
    return network.layers.compactMap { layer in
      defer { first += layer.parameters }
      guard let shape = layer.tensors.first?.shape else { return nil }
      let hasBias = layer.tensors.count > 1
      let places = first..<(first + shape.reduce(1, *))
      switch layer.layer {
      case .convolution, .depthwise:
        return LayerWeights(
          layer: layer.index, places: places, filters: shape[0], channels: shape[1],
          kernel: Extent(height: shape[2], width: shape[3]), hasBias: hasBias)
      case .dense:
        let maps = network.maps(before: layer.index)
        return LayerWeights(
          layer: layer.index, places: places, filters: shape[0], channels: maps?.features ?? 1,
          kernel: maps?.mapExtent ?? Extent(height: 1, width: shape[1]), hasBias: hasBias)
      case .pooling, .globalPooling, .flatten, .batchNormalisation, .dropout, .activation: return nil
      }
    }
  }

  /// Where a kernel's weights stand among all parameters.
  func places(filter: Int, channel: Int) -> Range<Int> {
    let size = kernel.height * kernel.width
    let start = places.lowerBound + (filter * channels + channel) * size
    return start..<(start + size)
  }

  /// Where the bias of a filter stands among all parameters.
  func bias(of filter: Int) -> Int? { hasBias ? places.upperBound + filter : nil }
}

extension ShapedNetwork {
  /// The maps that the vector which layer `index` gets was made of, number by number; `nil` where it was not.
  func maps(before index: Int) -> Volume? {
    var volume = layers[index].input
    for layer in layers[..<index].reversed() {
      guard case .vector = volume else { break }
      switch layer.layer {
      case .flatten: volume = layer.input
      case .activation, .dropout: continue
      case .convolution, .depthwise, .pooling, .globalPooling, .dense, .batchNormalisation: return nil
      }
    }
    switch volume {
    case .maps: return volume
    case .vector: return nil
    }
  }
}

extension Collection<Float> {
  /// √(mean of the squares); 0 of nothing.
  var rootOfMeanSquare: Double {
    isEmpty ? 0 : (reduce(0.0) { $0 + Double($1) * Double($1) } / Double(count)).squareRoot()
  }
}
