import Learning

/// What is asked of a layer, with the numbers that common misconceptions lead to.
struct LayerGuess {
  let prediction: Prediction

  /// The cell or weight that `moment` makes.
  init(_ moment: LayerPicture.Moment, _ picture: LayerPicture) {
    if let step = picture.step(at: moment) {
      let value = step.value
      var misconceptions = [
        Prediction.Misconception(step.channels[0].sum + step.bias, "when only the first channel is summed"),
        Prediction.Misconception(step.sum, "when the bias is forgotten"),
        Prediction.Misconception(step.sum + step.bias, "before ReLU"),
        Prediction.Misconception(
          step.sum + step.bias * Double(step.channels.count), "with the bias added for every channel"),
      ]
      if step.channels.count > 1 {
        misconceptions.append(
          Prediction.Misconception(
            (step.sum + step.bias) / Double(step.channels.count), "when the channels are averaged"))
      }
      prediction = Prediction(
        question: "map \(moment.filter + 1), row \(moment.cell.row), column \(moment.cell.column)",
        answer: value,
        misconceptions: misconceptions)
    } else {
      let channel = moment.channel ?? 0
      let place = channel - picture.layer.channels(of: moment.filter).lowerBound
      let answer = picture.gradients[moment.filter].kernels[place][moment.cell]
      let terms = picture.terms(of: moment)
      let misconceptions = [
        Prediction.Misconception(
          terms.reduce(0) { $0 + $1.input }, "when the upstream gradients are left out"),
        Prediction.Misconception(terms.reduce(0) { $0 + $1.upstream }, "when the inputs are left out"),
        Prediction.Misconception(-answer, "with the wrong sign"),
      ]
      prediction = Prediction(
        question:
          "weight of channel \(channel + 1), row \(moment.cell.row), column \(moment.cell.column): its gradient",
        answer: answer, misconceptions: misconceptions)
    }
  }
}

extension LayerPicture {
  /// What a weight collects: over all places where it is used, what comes back there times the input that it meets.
  func terms(of moment: Moment) -> [(output: Position, input: Double, upstream: Double)] {
    guard let channel = moment.channel else { return [] }
    return layer.geometry.pairs(ofKernel: moment.cell).map { pair in
      let open = !layer.hasReLU || maps[moment.filter][pair.output] > 0
      return (
        pair.output, layer.channels[channel][pair.input], open ? upstream[moment.filter][pair.output] : 0
      )
    }
  }
}
