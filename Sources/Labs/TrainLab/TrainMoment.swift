import Autodiff
import Learning

/// What is seen of a training at one update, as far as the view shows it.
struct TrainMoment: Equatable, Sendable {
  /// The update after which this is; `nil` before anything was looked at.
  private(set) var update: Int?
  private var settings: TrainScene?
  /// The digit on its way through the layers, in the view that shows it.
  private(set) var path: NetworkPath?
  /// How the pictures to test with fared, in the views that show it: while updates go on those of the last epoch's end.
  private(set) var tests: TestResults?
  /// How large gradients and weights are, layer by layer, in the view that shows it; none where no update comes.
  private(set) var gradients: [LayerGradient] = []

  /// Makes what is to be seen of `run`, unless it is there already.
  ///
  /// - Parameter isUnderWay: whether updates go on; the pictures to test with are then looked at once an epoch.
  mutating func update(_ run: TrainRun, _ settings: TrainScene, isUnderWay: Bool) {
    let now = run.trainer.state.update
    let isSame = update == now && self.settings == settings
    let wantsTests = settings.view == .confusion || settings.view == .mistakes
    if wantsTests, tests.map({ isUnderWay ? $0.epoch != run.trainer.state.epoch : $0.update != now }) ?? true
    {
      tests = TestResults(run)
    } else if isSame {
      return
    }
    (update, self.settings) = (now, settings)
    path =
      settings.view == .inside
      ? run.trainer.path(of: run.shown[settings.digit], truth: run.shown.classes[settings.digit]) : nil
    gradients = settings.view == .gradients && run.trainer.ending == nil ? LayerGradient.all(of: run) : []
  }

  /// What is seen follows from the training and the settings.
  static func == (one: TrainMoment, other: TrainMoment) -> Bool {
    one.update == other.update && one.settings == other.settings && one.tests?.update == other.tests?.update
  }
}

/// How the pictures that are looked at one by one fared.
struct TestResults: Sendable {
  /// One picture.
  struct Result: Sendable {
    /// Its place, its class, and what the network says.
    let picture, truth, said: Int
    /// The probabilities of what is said and of its class.
    let probability, probabilityOfTruth: Double
  }

  /// When they were looked at.
  let update, epoch: Int
  /// In their order.
  let results: [Result]
  /// How many there are for each class, and for each answer to it.
  let counts: [[Int]]

  init(_ run: TrainRun) {
    (update, epoch) = (run.trainer.state.update, run.trainer.state.epoch)
    let classes = run.shown.classes
    results = run.trainer.probabilities(of: run.testPictures).enumerated().map { picture, probabilities in
      let said = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
      return Result(
        picture: picture, truth: classes[picture], said: said, probability: probabilities[said],
        probabilityOfTruth: probabilities[classes[picture]])
    }
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: run.data.classes.count), count: run.data.classes.count)
    for result in results { counts[result.truth][result.said] += 1 }
    self.counts = counts
  }

  /// Those that are wrong, the surest first.
  var mistakes: [Result] {
    results.filter { $0.truth != $0.said }.sorted {
      $0.probability != $1.probability ? $0.probability > $1.probability : $0.picture < $1.picture
    }
  }

  /// Those of a cell of the table, in their order.
  func results(of pair: TrainScene.Pair) -> [Result] {
    results.filter { $0.truth == pair.truth && $0.said == pair.said }
  }

  /// How many are right.
  var right: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }
}

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
