import Learning
import TerminalUI

/// What the playground says.
enum ClassifyWords {
  /// `FC 8, TANH, FC 2`
  static func layers(_ layers: [NetworkLayer]) -> String { layers.map(\.description).joined(separator: ", ") }

  static func subject(_ lab: ClassifyLab) -> String {
    let name = lab.preset?.title ?? lab.run.data.title
    let (epochs, accuracy) = (lab.run.trainer.state.epoch, lab.moment.test?.accuracy)
    return "\(name) · epoch \(min(epochs + 1, lab.setup.epochs)) of \(lab.setup.epochs)"
      + (accuracy.map { " · \(Numeral.percent($0)) of the test right" } ?? "")
  }

  static func variant(_ lab: ClassifyLab) -> String {
    "loss \(Numeral.format(lab.moment.training.loss, digits: 3))"
      + (lab.moment.test.map { ", test \(Numeral.format($0.loss, digits: 3))" } ?? "")
  }

  /// The message line when nothing else is to be said: how it ended, units in trouble, or what to watch for.
  static func hint(for lab: ClassifyLab) -> String {
    if let end = lab.run.trainer.ending { return "Training has \(end)." }
    if let troubles = troubles(lab) { return troubles }
    return lab.preset?.watchFor
      ?? "Filled points are learned from, hollow ones test; their shape is the class."
  }

  /// `3 of 16 hidden units are dead: …`; `nil` while there are none.
  static func troubles(_ lab: ClassifyLab) -> String? {
    let all = lab.moment.units.dropLast().joined().count
    let (dead, saturated) = (lab.moment.count(.dead), lab.moment.count(.saturated))
    if dead > 0 {
      return
        "\(dead) of \(all) hidden units \(dead == 1 ? "is" : "are") dead: 0 for every point, no gradient comes back."
    }
    guard saturated > 0 else { return nil }
    return
      "\(saturated) of \(all) hidden units \(saturated == 1 ? "is" : "are") saturated: at one end for nearly all points."
  }

  static func stops(_ stops: [TrainingStop]) -> String {
    switch stops.first {
    case nil: "Training runs to its last epoch."
    case .lossBelow(let limit): "Training ends when the loss of an epoch is below \(Numeral.format(limit))."
    case .noProgress(let epochs): "Training ends when the test loss has not fallen for \(epochs) epochs."
    }
  }

  /// `x`, `y`, `u3`, `bias`
  static func input(_ input: Int, of layer: ClassifyLayer, isFirst: Bool) -> String {
    if input == layer.inputs { return "bias" }
    return isFirst ? ["x", "y"][input % 2] : "u\(input + 1)"
  }

  /// The weight in focus: its slope, and what the next update makes of it.
  static func arithmetic(_ lab: ClassifyLab) -> [ArithmeticLine] {
    let layer = lab.layer
    guard let cell = layer.cell(of: lab.viewState.weight) else { return [] }
    let number = (lab.layers.firstIndex(of: layer) ?? 0) + 1
    let from = input(cell.input ?? layer.inputs, of: layer, isFirst: number == 1)
    let name = "layer \(number) unit \(cell.unit + 1) \(cell.input == nil ? "bias" : "from \(from)")"
    guard let next = lab.moment.next else {
      let value = lab.run.trainer.state.parameters[lab.viewState.weight]
      return [ArithmeticLine("w", "\(name): \(Numeral.format(value)); no update comes any more")]
    }
    let update = lab.moment.update + 1
    var lines = [
      ArithmeticLine(
        "w",
        "\(name) = \(Numeral.format(next.update.parameter)); "
          + "∂L/∂w = \(Numeral.format(next.update.rawGradient)) in update \(update)")
    ]
    guard let last = next.lines.last else { return lines }
    var isGuessing = false
    if case .guess? = lab.prompt?.purpose { isGuessing = true }
    let result = last.rightNumbers.ranges(of: " = ").last?.lowerBound ?? last.rightNumbers.endIndex
    lines.append(
      ArithmeticLine("next", isGuessing ? "w ← \(last.rightNumbers[..<result]) = ?" : last.numbers))
    return lines
  }

  /// The scene in one paragraph, for `i` and for readers without a picture.
  static func paragraph(for lab: ClassifyLab) -> String {
    let data = lab.run.data
    var sentences = [
      "A network, \(layers(lab.setup.layers)), learns to tell \(data.classes.count) classes apart: \(data.title), "
        + "\(data.training.count) points to learn from and \(data.test.count) to test with.",
      "After \(lab.moment.update) of \(Plural.count(lab.timeline.count, "update")) with \(lab.run.trainer.settings.optimizer) "
        + "and batches of \(lab.setup.batch) its loss is \(Numeral.format(lab.moment.training.loss)).",
    ]
    if let right = lab.moment.training.accuracy {
      sentences.append("It has \(Numeral.percent(right)) of what it learns from right.")
    }
    if let test = lab.moment.test, let right = test.accuracy {
      sentences.append(
        "On the test its loss is \(Numeral.format(test.loss)), and \(Numeral.percent(right)) are right.")
    }
    if let troubles = troubles(lab) { sentences.append(troubles) }
    if let end = lab.run.trainer.ending { sentences.append("Training has \(end).") }
    sentences.append(
      "The map shows the softmax of the scores over the plane; blue or the lighter shade is class \(data.classes.first ?? "0")."
    )
    return sentences.joined(separator: " ")
  }
}
