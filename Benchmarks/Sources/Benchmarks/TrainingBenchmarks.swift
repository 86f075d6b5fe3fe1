import Autodiff
import Learning

extension Benchmark {
  /// Training as the labs do it: batches, gradients, an optimizer, and checkpoints to go back to.
  static var trainings: [Benchmark] {
    [
      training(
        "training/digits-cnn, epoch of 1,437 in batches of 32", .digits, examples: 1437, batch: 32,
        updates: 45,
        Adam(), peer: Peer("jax", microseconds: 26_600), as: Float.self),
      training(
        "training/LeNet-5 step, batch 32, 28x28", .lenet, examples: 32, batch: 32, updates: 1, Adam(),
        peer: Peer("keras", microseconds: 2750), as: Float.self),
      training(
        "training/2-16-16-2 update, batch 10", .classifier, examples: 200, batch: 10, updates: 1,
        Adam(learningRate: 0.01), peer: nil, as: Double.self),
    ] + steps
  }

  /// One step of every parameter of LeNet-5.
  private static var steps: [Benchmark] {
    let count = 61_706
    return OptimizerConfiguration.all.map { configuration in
      let numbers = UnsafeMutableBufferPointer<Float>.allocate(capacity: 5 * count)
      for index in numbers.indices { numbers[index] = Float(index % 97) / 97 }
      let memory = UnsafeMutableBufferPointer(rebasing: numbers[(2 * count)...])
      let block = OptimizerBlock(
        parameters: UnsafeMutableBufferPointer(rebasing: numbers[..<count]),
        gradients: UnsafeBufferPointer(rebasing: numbers[count..<2 * count]), memory: memory)
      return Benchmark("optimizer/\(configuration.name), 61,706 parameters") {
        if let block { configuration.move(block, number: 2, rate: 1e-6) }
      }
    }
  }

  private static func training<Element: Precision>(
    _ name: String, _ model: BenchmarkModel, examples: Int, batch: Int, updates: Int, _ rule: some Optimizer,
    peer: Peer?, as _: Element.Type
  ) -> Benchmark {
    let place = UnsafeMutablePointer<Trainer<BenchmarkModel, Element>>.allocate(capacity: 1)
    place.initialize(to: model.trainer(examples: examples, batch: batch, rule))
    return Benchmark(name, peer: peer) {
      place.pointee.advance(by: updates)
      return place.pointee.state.update
    }
  }
}

/// The networks that are measured.
enum BenchmarkModel: TrainableModel {
  /// CONV 8 3x3 pad 1, RELU, MAXPOOL 2, CONV 16 3x3 pad 1, RELU, MAXPOOL 2, FLATTEN, FC 10 on 8x8.
  case digits
  /// LeNet-5 on 28x28, padded by 2.
  case lenet
  /// FC 16, TANH, FC 16, TANH, FC 2 on two numbers.
  case classifier

  var inputShape: [Int] {
    switch self {
    case .digits: [1, 8, 8]
    case .lenet: [1, 28, 28]
    case .classifier: [2]
    }
  }

  private var kernels: [[Int]] {
    switch self {
    case .digits: [[8, 1, 3, 3], [16, 8, 3, 3], [10, 64]]
    case .lenet: [[6, 1, 5, 5], [16, 6, 5, 5], [120, 400], [84, 120], [10, 84]]
    case .classifier: [[16, 2], [16, 16], [2, 16]]
    }
  }

  var parameterTensors: [ModelTensor] {
    kernels.enumerated().flatMap { layer, shape in
      let inputs = shape.dropFirst().reduce(1, *)
      return [
        ModelTensor("\(layer).weight", shape, start: .weight(inputs: inputs, outputs: shape[0])),
        ModelTensor("\(layer).bias", [shape[0]], start: .bias(inputs: inputs)),
      ]
    }
  }

  func outputs<Element: Precision>(
    of batch: TensorVariable<Element>, parameters p: [TensorVariable<Element>],
    in pass: inout ForwardPass<Element>
  ) -> TensorVariable<Element> {
    typealias T = TensorVariable<Element>
    func maps(_ x: T, _ layer: Int, padding: Padding) -> T {
      T.relu(x.conv2d(p[2 * layer], bias: p[2 * layer + 1], padding: padding)).pool(.max, window: 2)
    }
    func rows(_ x: T) -> T { x.reshaped(to: [x.shape[0], x.shape[1...].reduce(1, *)]) }
    func linear(_ x: T, _ layer: Int) -> T { x.linear(p[2 * layer], bias: p[2 * layer + 1]) }
    switch self {
    case .digits:
      return linear(rows(maps(maps(batch, 0, padding: 1), 1, padding: 1)), 2)
    case .lenet:
      let x = rows(maps(maps(batch, 0, padding: 2), 1, padding: 0))
      return linear(T.relu(linear(T.relu(linear(x, 2)), 3)), 4)
    case .classifier:
      return linear(T.tanh(linear(T.tanh(linear(batch, 0)), 1)), 2)
    }
  }

  /// A training of this network on numbers that are easy to make.
  func trainer<Element: Precision>(
    examples: Int, batch: Int, _ rule: some Optimizer
  ) -> Trainer<BenchmarkModel, Element> {
    let count = examples * inputShape.reduce(1, *)
    var generator = SplitMix64(seed: 1)
    let numbers = (0..<count).map { _ in generator.uniform() }
    let classes = (0..<examples).map { $0 * 7 % (kernels.last?[0] ?? 1) }
    do {
      return try Trainer(
        self, on: .classes(Examples(size: count / examples, numbers: numbers, classes: classes)),
        settings: TrainingSettings(OptimizerConfiguration(rule), batchSize: batch), start: .torch)
    } catch { preconditionFailure("\(error)") }
  }
}
