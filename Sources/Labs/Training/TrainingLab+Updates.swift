import Learning
import TerminalUI

/// What keys change about the updates of a training.
extension TrainingLab {
  /// The learning rate along 1, 2, 5, from here on.
  mutating func changeRate(by step: Int) {
    setFromHere("lr", "Rate", Ladder.next(after: run.trainer.settings.optimizer.learningRate, by: step))
  }

  /// The weight decay, from here on.
  mutating func changeDecay(by step: Int) {
    let decay = run.trainer.settings.optimizer.rule.weightDecay
    let next = decay == 0 ? (step > 0 ? 0.001 : 0) : Ladder.next(after: decay, by: step)
    setFromHere("weight_decay", "Decay", next < 0.001 ? 0 : min(next, 10))
  }

  /// Gives the optimizer a setting from the present update on, so that the training so far stays what it was.
  private mutating func setFromHere(_ name: String, _ words: String, _ value: Double) {
    let (setting, update) = ("\(name)=\(Numeral.exact(value))", run.trainer.state.update)
    let before = version
    var next = run.trainer.settings
    do { try next.optimizer.set(setting) } catch { return chrome.refuse(error.description) }
    guard next != run.trainer.settings else { return }
    do { try run.trainer.change(next) } catch { return chrome.refuse(error.description) }
    way.trainings += 1
    history.record(before)
    way.goal = nil
    if update == 0 {
      (setup.optimizer, setup.changes) = (next.optimizer, [])
    } else {
      setup.changes.note(name, setting, at: update)
    }
    chrome.say("\(words) \(Numeral.format(value))\(update == 0 ? "" : " from update \(update + 1) on").")
  }

  /// The next schedule, with settings that suit the length of this training.
  mutating func changeSchedule(by step: Int) {
    let length = max(1, timeline.count)
    tryChange { setup in
      let place = Schedule.names.firstIndex(of: setup.schedule.name)
      setup.schedule = Schedule.usual.neighbour(ofIndex: place, by: step).suited(to: length)
    }
  }

  /// The next of `sizes` in rising order.
  mutating func changeBatch(by step: Int, among sizes: [Int]) {
    let next = step > 0 ? sizes.first { $0 > setup.batch } : sizes.last { $0 < setup.batch }
    if let next { tryChange { $0.batch = next } }
  }

  /// The number of epochs along 1, 2, 5.
  mutating func changeEpochs(by step: Int) {
    let (allowed, next) = (TrainingLimits.epochs, Int(Ladder.next(after: Double(setup.epochs), by: step)))
    tryChange { $0.epochs = min(max(allowed.lowerBound, next), allowed.upperBound) }
  }

  /// Twice or half as many updates a tick, as many as can be made in one. It is the same training.
  mutating func changePace(by step: Int) {
    let next = step > 0 ? pace * 2 : pace / 2
    let most = min(TrainingLimits.paces.upperBound, run.updates(within: .tick))
    guard next >= 1 else { return chrome.refuse("Slower than an update a tick: - plays slower.") }
    guard next <= max(most, pace) else {
      return chrome.refuse("More than \(Plural.count(most, "update")) a tick would stutter here.")
    }
    history.record(version)
    pace = next
    chrome.say("\(Plural.count(next, "update")) a tick at speed 1.")
  }

  /// Takes the optimizer as typed, from the first update on.
  mutating func take(optimizer text: String) throws(LabRefusal) {
    let optimizer = try LabRefusal.refusing { try OptimizerConfiguration(parsing: text) }
    try change { ($0.optimizer, $0.changes) = (optimizer, []) }
  }

  /// The network and its optimizer as lines for the libraries.
  var code: [TextOverlay.Block] {
    let rule = run.trainer.settings.optimizer.rule
    let sizes = run.trainer.model.input.sizes
    // PyTorch has the channels first.
    let input = sizes.count == 3 ? [sizes[2], sizes[0], sizes[1]] : sizes
    let batch = setup.batch
    let shape = ([batch] + input).map(String.init).joined(separator: ", ")
    return [
      .heading("PyTorch"),
      .code(
        NetworkCode.pyTorch(run.trainer.model) + [
          "params = net.parameters()", "optimizer = torch.optim.\(rule.pyTorch)",
          "x, y = torch.rand(\(shape)), torch.zeros(\(batch), dtype=torch.long)   # in the place of a batch",
          "loss = nn.functional.cross_entropy(net(x), y)",
        ]),
      .heading("Keras"),
      .code(NetworkCode.keras(run.trainer.model) + ["optimizer = keras.optimizers.\(rule.keras)"]),
    ]
  }
}
