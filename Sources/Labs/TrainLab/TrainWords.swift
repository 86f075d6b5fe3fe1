import Learning
import TerminalUI

/// What the lab says.
enum TrainWords {
  static func subject(_ lab: TrainLab) -> String {
    let name = lab.preset?.title ?? lab.setup.network.text
    let epoch = min(lab.run.trainer.state.epoch + 1, lab.setup.epochs)
    let accuracy = lab.run.trainer.epochs.last?.test?.accuracy
    return "\(name) · epoch \(epoch) of \(lab.setup.epochs)"
      + (accuracy.map { " · test \(Numeral.percent($0)) right" } ?? "")
  }

  static func variant(_ lab: TrainLab) -> String {
    if let goal = lab.way.goal { return "on the way to \(Numeral.grouped(goal))" }
    let loss = lab.run.trainer.state.last.map { "loss \(format($0.loss))" } ?? "untrained"
    guard lab.timeline.isPlaying, let speed = lab.way.speed.examplesPerSecond else { return loss }
    return "\(loss) (\(Numeral.grouped(speed)) pictures a second)"
  }

  static func format(_ number: Double) -> String { Numeral.format(number, digits: 3) }

  /// `0.31·(-0.4)`
  static func product(_ number: Double, _ weight: Double) -> String {
    "\(format(number))·\(inBrackets(weight))"
  }

  private static func inBrackets(_ number: Double) -> String {
    number < 0 ? "(\(format(number)))" : format(number)
  }

  /// `Digit 8 of 360, a 4`, `Picture 8 of 40, of class cat`
  static func digit(_ lab: TrainLab) -> String {
    let truth = lab.run.shown.classes[lab.viewState.digit]
    return "\(lab.run.noun.capitalised) \(lab.viewState.digit + 1) of \(lab.run.shown.count), "
      + "\(lab.run.isOfDigits ? "a" : "of class") \(lab.run.data.classes[truth])"
  }

  /// The message line when nothing else is to be said.
  static func hint(for lab: TrainLab) -> String {
    if let goal = lab.way.goal {
      return
        "On the way to update \(Numeral.grouped(goal)), now at \(Numeral.grouped(lab.timeline.position)): esc stops."
    }
    if let end = lab.run.trainer.ending { return "Training has \(end)." }
    if let preset = lab.preset, preset.view == lab.viewState.view { return preset.watchFor }
    switch lab.viewState.view {
    case .curves: return "b: each batch before its update, e: their mean over an epoch, t: the test."
    case .filters: return "Cold is below 0 and warm above, as far as the largest weight of the layer."
    case .inside: return "Enter, then arrows: choose a cell; enter once more opens it in the layer lab."
    case .confusion: return "Enter, then arrows: choose a cell; enter once more lists its \(lab.run.noun)s."
    case .mistakes: return "Enter, then arrows: choose a \(lab.run.noun); enter once more shows it inside."
    case .gradients: return "A bar that ends one mark further left stands for a hundredth of the gradient."
    }
  }

  // MARK: Numbers at work

  static func arithmetic(_ lab: TrainLab) -> [ArithmeticLine] {
    switch lab.viewState.view {
    case .curves: [update(lab), epoch(lab)]
    case .filters: filter(lab)
    case .inside: InsideWords.lines(lab)
    case .confusion where !lab.viewState.isListing: confusion(lab)
    case .confusion, .mistakes: [chosenDigit(lab)]
    case .gradients: gradients(lab)
    }
  }

  private static func update(_ lab: TrainLab) -> ArithmeticLine {
    guard let last = lab.run.trainer.state.last else {
      let chance = Double(lab.run.data.classes.count)
      return ArithmeticLine(
        "loss",
        "before training: about ln \(lab.run.data.classes.count) = \(format(Double.log(chance))), a guess among all"
      )
    }
    let share = last.accuracy.map { ", \(Numeral.percent($0)) of them right" } ?? ""
    return ArithmeticLine(
      "loss",
      "update \(Numeral.grouped(last.update)): \(format(last.loss)) over its batch\(share), rate \(format(last.rate))"
    )
  }

  private static func epoch(_ lab: TrainLab) -> ArithmeticLine {
    if lab.isGuessing || lab.chrome.isCovered {
      return ArithmeticLine("epoch", "updates = ⌈pictures / batch⌉ = ?")
    }
    let (count, batch, updates) = (lab.run.data.training.count, lab.setup.batch, lab.run.updatesPerEpoch)
    let rest = count % batch
    let parts =
      rest == 0
      ? "" : updates == 1 ? "" : ": \(Numeral.grouped(updates - 1)) of \(batch) and one of \(rest)"
    return ArithmeticLine(
      "epoch",
      "⌈\(Numeral.grouped(count)) / \(batch)⌉ = \(Numeral.grouped(updates)) updates\(parts)"
    )
  }

  private static func filter(_ lab: TrainLab) -> [ArithmeticLine] {
    let weights = lab.weights
    let places =
      weights.places(filter: lab.map, channel: 0)
      .lowerBound..<(weights.places(filter: lab.map, channel: weights.channels - 1).upperBound)
    let (now, first) = (lab.run.trainer.state.parameters[places], lab.run.first[places])
    let moved = zip(now, first).map { $0 - $1 }
    let noun = weights.hasUnits(in: lab.run.trainer.model) ? "unit" : "filter"
    var lines = [
      ArithmeticLine(
        noun,
        "\(lab.map + 1): root mean square of \(Plural.count(places.count, "weight")) \(format(first.rootOfMeanSquare)), "
          + "now \(format(now.rootOfMeanSquare)); moved \(format(moved.rootOfMeanSquare))")
    ]
    if let bias = weights.bias(of: lab.map) {
      lines.append(
        ArithmeticLine(
          "bias",
          "\(format(Double(lab.run.first[bias]))) before, \(format(Double(lab.run.trainer.state.parameters[bias]))) now"
        ))
    }
    return lines
  }

  private static func confusion(_ lab: TrainLab) -> [ArithmeticLine] {
    guard let tests = lab.tests else { return [] }
    let (pair, names) = (lab.viewState.pair, lab.run.data.classes)
    let row = tests.counts[pair.truth]
    let all = row.reduce(0, +)
    let pictures = lab.run.isOfDigits ? "digits" : "pictures of class"
    let words =
      "\(row[pair.said]) of \(all) \(pictures) \(names[pair.truth]) are "
      + (pair.truth == pair.said ? "right" : "said to be \(names[pair.said])")
    let total = tests.results.count
    return [
      ArithmeticLine("cell", words),
      ArithmeticLine(
        "all",
        "on the diagonal \(tests.right) of \(total) = \(Numeral.percent(Double(tests.right) / Double(max(1, total)))) are right"
      ),
    ]
  }

  private static func chosenDigit(_ lab: TrainLab) -> ArithmeticLine {
    let name = lab.run.isOfDigits ? "digit" : "shown"
    guard let result = DigitTiles(lab).chosen else { return ArithmeticLine(name, "none to be shown") }
    let names = lab.run.data.classes
    let loss = -Double.log(result.probabilityOfTruth)
    let other =
      result.truth == result.said ? "" : ", \(format(result.probabilityOfTruth)) for \(names[result.truth])"
    return ArithmeticLine(
      name,
      "\(result.picture + 1) is \(lab.run.isOfDigits ? "a" : "of class") \(names[result.truth]): \(format(result.probability)) for \(names[result.said])\(other); "
        + "its loss -ln \(format(result.probabilityOfTruth)) = \(format(loss))")
  }

  private static func gradients(_ lab: TrainLab) -> [ArithmeticLine] {
    guard let first = lab.moment?.gradients.first, let last = lab.moment?.gradients.last,
      first.layer != last.layer
    else {
      return []
    }
    let (one, other) = (first.gradient, last.gradient)
    guard other > 0 else { return [ArithmeticLine("share", "the last layer gets no gradient")] }
    return [
      ArithmeticLine(
        "share",
        "first layer / last layer = \(format(one)) / \(format(other)) = \(format(one / other))"
      ),
      ArithmeticLine("bars", "a mark to the left is a hundredth; numbers over all weights"),
    ]
  }

  // MARK: In words

  /// The scene in one paragraph, for `i` and for readers without a picture.
  static func paragraph(for lab: TrainLab) -> String {
    let (data, trainer) = (lab.run.data, lab.run.trainer)
    var sentences = [
      "A network, \(lab.setup.network.network), learns to tell \(data.classes.count) classes apart: \(data.title), "
        + "\(Numeral.grouped(data.training.count)) pictures of \(data.shape) to learn from and \(Numeral.grouped(data.test.count)) to test with.",
      "It has made \(trainer.state.update) of \(Plural.count(lab.timeline.count, "update")) with \(trainer.settings.optimizer) "
        + "and batches of \(lab.setup.batch), \(lab.run.updatesPerEpoch) to an epoch.",
    ]
    if let last = trainer.state.last {
      sentences.append("Its last batch had a loss of \(format(last.loss)).")
    }
    if let epoch = trainer.epochs.last {
      sentences.append(
        "Over epoch \(epoch.number) the loss was \(format(epoch.training.loss))"
          + (epoch.test.map { test in
            ", on the test afterwards \(format(test.loss))"
              + (test.accuracy.map { ", with \(Numeral.percent($0)) right" } ?? "")
          } ?? "") + ".")
    }
    if let end = trainer.ending { sentences.append("Training has \(end).") }
    if let path = lab.moment?.path, !lab.isGuessing {
      let truth = lab.run.shown.classes[lab.viewState.digit]
      sentences.append(
        "\(digit(lab)), is said to be \(data.classes[path.said]) with probability \(format(path.probabilities[path.said])); "
          + "its class has \(format(path.probabilities[truth])).")
      sentences += InsideWords.lines(lab).map { "\($0.name.capitalised): \($0.text)." }
    }
    if lab.viewState.view.showsTests, let tests = lab.tests {
      sentences.append(
        "After update \(tests.update), \(tests.right) of \(tests.results.count) are right.")
    }
    if lab.setup.data == .digits { sentences.append("Digits: \(DataSet.digitsSource).") }
    return sentences.joined(separator: " ")
  }
}

extension LayerWeights {
  /// Whether these are the weights of units rather than of filters.
  func hasUnits(in network: ShapedNetwork) -> Bool {
    switch network.layers[layer].layer {
    case .dense: true
    case .convolution, .depthwise, .pooling, .globalPooling, .flatten, .batchNormalisation, .dropout,
      .activation:
      false
    }
  }
}
