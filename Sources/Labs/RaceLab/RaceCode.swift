import Learning
import TerminalUI

/// The library lines for the racers on screen.
enum RaceCode {
  static func blocks(for setup: RaceScene.Setup) -> [TextOverlay.Block] {
    let racers = setup.racers.map(\.rule).enumerated()
    let start = setup.start ?? setup.surface.start
    let place = PythonText.list(setup.surface.isCurve ? [start.x] : [start.x, start.y])
    return [
      .heading("PyTorch"),
      .code(
        [
          "import torch", "w = torch.tensor(\(place), requires_grad=True)",
          "params = [w]",
        ] + racers.map { "\(RacerMark($0).letter) = torch.optim.\($1.pyTorch)" }),
      .heading("Keras 3"),
      .code(["import keras"] + racers.map { "\(RacerMark($0).letter) = keras.optimizers.\($1.keras)" }),
      .words("Where a rule has no library form, the nearest one is named with what differs."),
    ]
  }
}
