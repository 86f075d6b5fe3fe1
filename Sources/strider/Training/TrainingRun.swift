import Autodiff
import Learning

/// A training that runs to its end, or until Ctrl-C, and shows on the way how far it is.
struct TrainingRun<Element: Precision> {
  /// Where it stands.
  private(set) var trainer: Trainer<ShapedNetwork, Element>
  /// The mean loss of each update's batch, if they are listed.
  private(set) var losses: [Double] = []
  /// How long each epoch took.
  private(set) var seconds: [Double] = []
  private let updates: Int
  private let listsLosses: Bool

  /// `trainer` makes `updates` updates.
  init(_ trainer: Trainer<ShapedNetwork, Element>, updates: Int, listsLosses: Bool = false) {
    (self.trainer, self.updates, self.listsLosses) = (trainer, updates, listsLosses)
  }

  /// The update that did not lead to finite numbers.
  var divergedAt: Int? { if case .diverged(let update, _) = trainer.ending { update } else { nil } }

  /// Trains; returns whether it came to its end rather than being interrupted.
  mutating func go(until interruption: borrowing Interruption) -> Bool {
    let (batch, count) = (trainer.settings.batchSize, trainer.examples.count)
    let perEpoch = (count + batch - 1) / batch
    var progress = ProgressLine(total: updates)
    defer { progress.clear() }
    var began = ContinuousClock.now
    // Looked at the clock and the keyboard some twenty times a second.
    var chunk = 1
    while trainer.state.update < updates, trainer.ending == nil {
      if interruption.hasCome { return false }
      let (before, epoch) = (ContinuousClock.now, trainer.state.epoch)
      let isOne = listsLosses || chunk == 1
      trainer.advance(
        by: isOne ? 1 : min(chunk, perEpoch - trainer.state.update % perEpoch, updates - trainer.state.update)
      )
      if listsLosses, trainer.ending == nil, let last = trainer.state.last { losses.append(last.loss) }
      let now = ContinuousClock.now
      chunk = now - before < .milliseconds(25) ? min(2 * chunk, 256) : max(1, chunk / 2)
      if trainer.state.epoch > epoch {
        seconds.append((now - began) / .seconds(1))
        began = now
      }
      progress.show(trainer.state.update, words(perEpoch: perEpoch))
    }
    return true
  }

  private func words(perEpoch: Int) -> String {
    let (epoch, update) = trainer.state.update.quotientAndRemainder(dividingBy: perEpoch)
    let loss = trainer.state.last.map { ", loss \(Numeral.format($0.loss, digits: 3))" } ?? ""
    return "epoch \(epoch + 1), update \(update) of \(perEpoch)\(loss)"
  }
}
