import Autodiff
import Learning
import RealModule

/// A network of layers in which every unit sees every unit, with tanh between them.
struct Perceptron: TrainableModel {
  let sizes: [Int]
  var hasNorm = false
  var dropout = 0.0

  var inputShape: [Int] { [sizes[0]] }
  var smallestBatch: Int { hasNorm ? 2 : 1 }

  var parameterTensors: [ModelTensor] {
    zip(sizes, sizes.dropFirst()).enumerated().flatMap { layer, size in
      [
        ModelTensor("\(layer).weight", [size.1, size.0], start: .weight(inputs: size.0, outputs: size.1)),
        ModelTensor("\(layer).bias", [size.1], start: .bias(inputs: size.0)),
      ]
    }
      + (hasNorm
        ? [
          ModelTensor("norm.weight", [sizes[1]], start: .constant(1)),
          ModelTensor("norm.bias", [sizes[1]], start: .constant(0)),
        ] : [])
  }

  var statisticTensors: [ModelTensor] {
    hasNorm
      ? [
        ModelTensor("norm.running_mean", [sizes[1]], start: .constant(0)),
        ModelTensor("norm.running_var", [sizes[1]], start: .constant(1)),
      ] : []
  }

  func outputs<Element: Precision>(
    of batch: TensorVariable<Element>, parameters: [TensorVariable<Element>],
    in pass: inout ForwardPass<Element>
  ) -> TensorVariable<Element> {
    var x = batch
    let layers = sizes.count - 1
    for layer in 0..<layers {
      x = x.linear(parameters[2 * layer], bias: parameters[2 * layer + 1])
      if layer == layers - 1 { break }
      if layer == 0, hasNorm {
        x = pass.batchNorm(x, scale: parameters[2 * layers], shift: parameters[2 * layers + 1])
      }
      x = .tanh(x)
      if dropout > 0 { x = pass.dropout(x, rate: dropout) }
    }
    return x
  }
}

/// The convolutional network of the reference: two convolutions with ReLU and pooling, and one layer of scores.
struct DigitsNetwork: TrainableModel {
  var inputShape: [Int] { [1, 8, 8] }

  var parameterTensors: [ModelTensor] {
    [
      ModelTensor("conv1.weight", [8, 1, 3, 3], start: .weight(inputs: 9, outputs: 72)),
      ModelTensor("conv1.bias", [8], start: .bias(inputs: 9)),
      ModelTensor("conv2.weight", [16, 8, 3, 3], start: .weight(inputs: 72, outputs: 144)),
      ModelTensor("conv2.bias", [16], start: .bias(inputs: 72)),
      ModelTensor("fc.weight", [10, 64], start: .weight(inputs: 64, outputs: 10)),
      ModelTensor("fc.bias", [10], start: .bias(inputs: 64)),
    ]
  }

  func outputs<Element: Precision>(
    of batch: TensorVariable<Element>, parameters p: [TensorVariable<Element>],
    in pass: inout ForwardPass<Element>
  ) -> TensorVariable<Element> {
    let first = TensorVariable.relu(batch.conv2d(p[0], bias: p[1], padding: 1)).pool(.max, window: 2)
    let second = TensorVariable.relu(first.conv2d(p[2], bias: p[3], padding: 1)).pool(.max, window: 2)
    return second.reshaped(to: [batch.shape[0], 64]).linear(p[4], bias: p[5])
  }
}

/// A model whose only parameter is the middle of a parabola, or something steeper.
struct Slope: TrainableModel {
  var power = 2

  var inputShape: [Int] { [1] }
  var parameterTensors: [ModelTensor] { [ModelTensor("w", [1], start: .constant(2))] }

  func outputs<Element: Precision>(
    of batch: TensorVariable<Element>, parameters: [TensorVariable<Element>],
    in pass: inout ForwardPass<Element>
  ) -> TensorVariable<Element> {
    batch * parameters[0]
  }

  func loss<Element: Precision>(
    of outputs: TensorVariable<Element>, for targets: BatchTargets<Element>
  ) -> TensorVariable<Element> {
    TensorVariable.pow(outputs, power).mean()
  }
}

/// Points of two classes, one inside the other's ring.
func rings<E: Precision>(_ count: Int, seed: UInt64 = 5, as _: E.Type = E.self) -> TrainingSet<E> {
  var generator = SplitMix64(seed: seed)
  var (numbers, classes): ([Double], [Int]) = ([], [])
  for index in 0..<count {
    let (angle, radius) = (2 * Double.pi * generator.uniform(), index % 2 == 0 ? 0.4 : 1.2)
    numbers.append(radius * .cos(angle) + 0.1 * generator.normal())
    numbers.append(radius * .sin(angle) + 0.1 * generator.normal())
    classes.append(index % 2)
  }
  return .classes(Examples(size: 2, numbers: numbers, classes: classes))
}

/// Numbers, all of class 0.
func numbers(_ numbers: [Double]) -> TrainingSet<Double> {
  .classes(Examples(size: 1, numbers: numbers, classes: numbers.map { _ in 0 }))
}
