import Learning
import TerminalUI

extension TrainLab {
  /// Asks which class the next digit will be taken for, how many updates an epoch has, or how many of the test will be right
  /// after it.
  mutating func openGuess() {
    way.stop()
    timeline.jump(to: timeline.position)
    switch viewState.view {
    case .inside, .mistakes, .confusion: guessClass()
    case .curves where run.trainer.state.update > 0: guessAccuracy()
    case .curves, .filters, .gradients: guessUpdates()
    }
  }

  private mutating func guessClass() {
    guard run.isOfDigits else {
      return chrome.refuse("Only classes that are numbers can be guessed.")
    }
    viewState.view = .inside
    isInPicture = false
    viewState.digit = (viewState.digit + 1) % run.shown.count
    let truth = run.shown.classes[viewState.digit]
    let said = run.trainer.path(of: run.shown[viewState.digit], truth: truth).said
    ask(
      Prediction(
        question: "the network says", answer: Double(said),
        misconceptions: said == truth
          ? [] : [Prediction.Misconception(Double(truth), "when one looks oneself: the network is wrong")]))
  }

  private mutating func guessUpdates() {
    let (examples, batch) = (run.data.training.count, setup.batch)
    let answer = run.updatesPerEpoch
    let misconceptions = [
      Prediction.Misconception(Double(examples / batch), "without the last, smaller batch"),
      Prediction.Misconception(Double(examples) / Double(batch), "when batches could be parts of one"),
      Prediction.Misconception(Double(examples), "with one picture in each update"),
      Prediction.Misconception(Double(batch), "of the pictures in a batch"),
      Prediction.Misconception(Double(answer) * Double(setup.epochs), "for all epochs together"),
    ]
    ask(
      Prediction(
        question: "updates in an epoch of \(Numeral.grouped(examples)) =", answer: Double(answer),
        misconceptions: misconceptions))
  }

  /// Looks ahead to the end of the epoch, as far as that is done at once.
  private mutating func guessAccuracy() {
    let update = (run.trainer.state.epoch + 1) * run.updatesPerEpoch
    guard run.trainer.test != nil, update <= run.updates,
      update - run.trainer.state.update <= run.updates(within: .key)
    else { return guessUpdates() }
    var ahead = run.trainer
    ahead.seek(to: update)
    guard ahead.state.update == update, let share = ahead.epochs.last?.test?.accuracy else {
      return guessUpdates()
    }
    let prediction = Prediction(
      question: "% of the test right after epoch \(run.trainer.state.epoch + 1) =",
      answer: (share * 1_000).rounded() / 10, misconceptions: [])
    prompt = Prompt(.accuracy(prediction, update: update), asking: prediction)
  }

  private mutating func ask(_ prediction: Prediction) {
    prompt = Prompt(.guess(prediction), asking: prediction)
  }

  /// Whether what is asked for must not be seen.
  var isGuessing: Bool {
    switch prompt?.purpose {
    case .guess?, .accuracy?: true
    case .network?, .optimizer?, .augmentation?, .save?, .load?, nil: false
    }
  }

  /// Judges a guess of a percentage: it is right if it is no further away than `tolerance`.
  mutating func judge(
    _ text: String, within tolerance: Double, of prediction: Prediction, revealing update: Int
  ) throws(LabRefusal) {
    let guess = Numeral.parse(text.trimmed.hasSuffix("%") ? String(text.trimmed.dropLast()) : text.trimmed)
    let isNear = guess.map { abs($0 - prediction.answer) <= tolerance } ?? false
    try judge(isNear ? Numeral.exact(prediction.answer) : text, against: prediction, revealing: update)
  }
}
