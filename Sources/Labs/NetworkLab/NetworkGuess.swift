import Learning

/// What is asked of a layer, with the numbers that common misconceptions lead to.
struct NetworkGuess {
  let prediction: Prediction

  /// The question of how many numbers come out; a shape answers it too.
  static let count = "how many numbers come out"

  /// Parameters where the layer learns, a side where it has windows, and how many numbers come out elsewhere.
  init(_ layer: ShapedLayer) {
    if layer.parameters > 0 {
      prediction = Prediction(
        question: "parameters", answer: Double(layer.parameters),
        misconceptions: Self.parameterMisconceptions(layer))
    } else if let geometry = layer.geometry, case .maps(let size, _) = layer.output {
      let axis = geometry.rows
      var misconceptions = [
        Prediction.Misconception(Double(size.height - 1), "when the + 1 is forgotten"),
        Prediction.Misconception(Double(axis.input), "when the height is kept"),
      ]
      if axis.rule == .floor, axis.unused > 0 {
        misconceptions.append(Prediction.Misconception(Double(axis.windows + 1), "when it is rounded up"))
      }
      prediction = Prediction(
        question: "height of a map", answer: Double(size.height),
        misconceptions: misconceptions)
    } else {
      let count = layer.output.count ?? 0
      var misconceptions: [Prediction.Misconception] = []
      if case .maps(let extent, let channels) = layer.output {
        misconceptions = [
          Prediction.Misconception(Double(extent.height * extent.width), "for one map alone"),
          Prediction.Misconception(Double(channels), "when only maps are counted"),
        ]
      }
      if case .maps(let extent, let channels) = layer.input, case .flatten = layer.layer {
        misconceptions = [
          Prediction.Misconception(Double(extent.height + extent.width + channels), "when sides are added")
        ]
      }
      prediction = Prediction(
        question: Self.count, answer: Double(count),
        misconceptions: misconceptions)
    }
  }

  private static func parameterMisconceptions(_ layer: ShapedLayer) -> [Prediction.Misconception] {
    let weights = layer.tensors.first { $0.role == .weight }
    let biases = layer.tensors.first { $0.role == .bias }
    guard let weights else { return [] }
    var misconceptions: [Prediction.Misconception] = []
    if biases != nil, weights.shape.count > 1 {
      misconceptions.append(Prediction.Misconception(Double(weights.count), "when the biases are forgotten"))
    }
    if weights.shape.count == 4, weights.shape[1] > 1 {
      let one = weights.count / weights.shape[1] + (biases?.count ?? 0)
      misconceptions.append(Prediction.Misconception(Double(one), "when a filter reads one channel only"))
    }
    if weights.shape.count == 2 {
      misconceptions.append(
        Prediction.Misconception(
          Double(weights.count + weights.shape[1]), "with a bias for each input instead of each unit"))
    }
    return misconceptions
  }
}
