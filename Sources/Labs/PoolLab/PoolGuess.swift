import Learning
import TerminalUI

extension PoolLab {
  /// Asks for the next output cell, or in the backward view for the next share of one input cell.
  mutating func openGuess() {
    guard picture.stepCount > 0 else { return chrome.refuse("There is nothing to predict here.") }
    guard !timeline.isAtEnd else {
      return chrome.refuse("Every cell is known: Home goes back to the start, then guess again.")
    }
    let place = picture.geometry.position(ofStep: timeline.position)
    guard let step = picture.step(at: place), step.values.contains(where: { $0 != nil }) else {
      return chrome.refuse("The next window holds padding alone, nothing to predict: → steps over it.")
    }
    var guess: GridGuess?
    switch settings.view {
    case .grid:
      guess = GridGuess(
        prediction: PoolSlips.output(step, settings, picture), revealing: timeline.position + 1)
    case .backward:
      guess = PoolSlips.share(
        step, of: picture.pooling, upstream: upstreamGrid[place], asking: timeline.position
      ).map {
        GridGuess(prediction: $0.prediction, revealing: timeline.position + 1, asked: $0.cell)
      }
    }
    if let guess { ask(guess) }
  }
}
