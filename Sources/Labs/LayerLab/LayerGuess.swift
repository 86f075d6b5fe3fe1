import Learning
import TerminalUI

extension LayerLab {
  /// Asks for the cell or weight that comes next.
  mutating func openGuess() {
    guard timeline.position < timeline.count,
      let next = picture.moment(after: timeline.position + 1, filter: filter)
    else {
      return chrome.refuse(
        timeline.count == 0
          ? "There is nothing to guess in this view." : "All is worked out: go back with ← to guess.")
    }
    let prediction = picture.step(at: next).map { cell(next, $0) } ?? weight(next)
    prompt = Prompt(.guess(prediction), asking: prediction)
  }

  private func cell(_ moment: LayerPicture.Moment, _ step: LayerStep) -> Prediction {
    let (total, channels) = (step.sum + step.bias, Double(step.channels.count))
    return Prediction(
      question: "map \(moment.filter + 1), row \(moment.cell.row), column \(moment.cell.column)?",
      answer: step.value,
      misconceptions: [
        Prediction.Misconception(step.channels[0].sum + step.bias, "when only the first channel is summed"),
        Prediction.Misconception(step.sum, "when the bias is forgotten"),
        Prediction.Misconception(total, "before ReLU"),
        Prediction.Misconception(step.sum + step.bias * channels, "with the bias added for every channel"),
        Prediction.Misconception(total / channels, "when the channels are averaged"),
      ])
  }

  private func weight(_ moment: LayerPicture.Moment) -> Prediction {
    let channel = moment.channel ?? 0
    let place = channel - picture.layer.channels(of: moment.filter).lowerBound
    let answer = picture.gradients[moment.filter].kernels[place][moment.cell]
    let terms = picture.terms(of: moment)
    let (row, column) = (moment.cell.row, moment.cell.column)
    return Prediction(
      question: "weight of channel \(channel + 1), row \(row), column \(column): its gradient?",
      answer: answer,
      misconceptions: [
        Prediction.Misconception(
          terms.reduce(0) { $0 + $1.input }, "when the upstream gradients are left out"),
        Prediction.Misconception(terms.reduce(0) { $0 + $1.upstream }, "when the inputs are left out"),
        Prediction.Misconception(-answer, "with the wrong sign"),
      ])
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
