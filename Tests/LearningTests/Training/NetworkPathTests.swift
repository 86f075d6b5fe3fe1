import Autodiff
import Learning
import Testing

/// A digit through all layers, and every number made from those before it.
@Suite struct NetworkPathTests {
  /// Every kind of layer, with groups, strides, dilation and unequal padding.
  private static let networks = [
    "CONV 4 3x3 pad 1, BN, RELU, MAXPOOL 3 stride 2 pad 1, CONV 6 2x3 pad same groups 2, TANH, AVGPOOL 2 ceil, FLATTEN, FC 10",
    "DWCONV 3 dilation 2, LEAKY 0.1, L2POOL 2, SUMPOOL 2x1, FLATTEN, DROPOUT 0.5, FC 12, SIGMOID, FC 10, SOFTMAX",
    "CONV 5 3x3 stride 2 nobias, PRELU, GLOBALPOOL max, FC 10 nobias",
  ]

  private static func trainer(_ text: String) throws -> Trainer<ShapedNetwork, Double> {
    let network = try ShapedNetwork(Network(parsing: text), scoring: .digits)
    var trainer = try Trainer<_, Double>(
      network, on: .classes(DataSet.digits.training),
      settings: TrainingSettings(ClassifyScene.Setup.usualOptimizer, batchSize: 8))
    trainer.advance(by: 3)
    return trainer
  }

  /// What the work of a layer gives, in the words of its formula.
  private static func result(of work: CellMaking.Work) -> Double? {
    switch work {
    case .convolution(let windows, let bias): return windows.reduce(bias) { $0 + $1.sum }
    case .sum(let terms, let bias): return terms.reduce(bias) { $0 + $1.product }
    case .pooling(let kind, let numbers):
      let inside = numbers.compactMap { $0 }
      switch kind {
      case .max: return inside.max()
      case .sum: return inside.reduce(0, +)
      case .l2: return inside.reduce(0) { $0 + $1 * $1 }.squareRoot()
      // Windows of these networks have no padding, but may be cut off at the end.
      case .average: return inside.reduce(0, +) / Double(inside.count)
      }
    case .globalPooling(.max, let numbers): return numbers.max()
    case .globalPooling(.average, let numbers): return numbers.reduce(0, +) / Double(numbers.count)
    case .normalisation(let x, let mean, let variance, let scale, let shift):
      return (x - mean) / (variance + NetworkLayer.normalisationEpsilon).squareRoot() * scale + shift
    case .copy(let number): return number
    case .activation, .softmax: return nil
    }
  }

  @Test(arguments: networks)
  func everyNumberIsWhatWasDoneWithThoseBeforeIt(_ text: String) throws {
    let trainer = try Self.trainer(text)
    let path = trainer.path(of: DataSet.digits.test[7], truth: DataSet.digits.test.classes[7])
    let weights = NetworkWeights(of: trainer)
    for layer in trainer.model.layers {
      let extent = layer.output.mapExtent
      for map in 0..<layer.output.features {
        for row in 0..<extent.height {
          for column in 0..<extent.width {
            let cell = Position(row: row, column: column)
            let making = trainer.model.making(
              of: cell, map: map, layer: layer.index, path: path, weights: weights)
            #expect(making.value == path.outputs[layer.index][layer.output.place(of: cell, map: map)])
            guard let result = Self.result(of: making.work) else { continue }
            #expect(abs(result - making.result) < 1e-9, "\(layer.layer), map \(map), \(cell)")
            if making.activation == .relu { #expect(making.value == max(0, making.result)) }
          }
        }
      }
    }
    #expect(abs(path.probabilities.reduce(0, +) - 1) < 1e-12)
  }

  /// ∂L/∂pixel against differences of the loss.
  @Test(arguments: networks)
  func whatComesBackIsTheSlopeOfTheLoss(_ text: String) throws {
    let trainer = try Self.trainer(text)
    let (digit, truth) = (DataSet.digits.test[7], DataSet.digits.test.classes[7])
    let path = trainer.path(of: digit, truth: truth)
    for pixel in stride(from: 10, to: 60, by: 7) {
      func loss(_ change: Double) -> Double {
        var moved = digit
        moved[pixel] += change
        return trainer.path(of: moved, truth: truth).loss
      }
      let slope = (loss(1e-6) - loss(-1e-6)) / 2e-6
      #expect(abs(slope - path.inputGradient[pixel]) < 1e-6, "\(pixel)")
    }
    // The scores' own slope is p - y.
    let scores = path.gradients[trainer.model.scoreLayers.count - 1]
    for (number, slope) in scores.enumerated() {
      #expect(abs(slope - path.probabilities[number] + (number == truth ? 1 : 0)) < 1e-12)
    }
  }
}
