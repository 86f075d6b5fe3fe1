import Learning
import TerminalUI

/// The library lines for the racers on screen.
enum RaceCode {
  static func blocks(for setup: RaceScene.Setup) -> [TextOverlay.Block] {
    let racers = setup.racers.map(\.rule).enumerated()
    return [
      .heading("PyTorch (import torch)"),
      .code(racers.map { "\(RacerMark($0).letter) = torch.optim.\($1.pyTorch)" }),
      .heading("Keras 3 (import keras)"),
      .code(racers.map { "\(RacerMark($0).letter) = keras.optimizers.\($1.keras)" }),
      .words("Where a rule has no library form, the nearest one is named with what differs."),
    ]
  }
}
