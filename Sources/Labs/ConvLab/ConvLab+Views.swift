import Learning
import TerminalUI

extension ConvLab {
  private static let cycle: [ConvolutionScene.View] = [
    .grid, .compare, .backward, .unrolled(), .signal(),
  ]

  private static func index(of view: ConvolutionScene.View) -> Int {
    switch view {
    case .grid: 0
    case .compare: 1
    case .backward: 2
    case .unrolled: 3
    case .signal: 4
    }
  }

  /// Goes `step` views on. The signal view needs one row each of input and kernel; when there are more, it shows the
  /// lecture's signal, the kernel flipped only if it was before, and the grid comes back on leaving it.
  mutating func changeView(by step: Int) {
    let count = ConvLab.cycle.count
    let view = ConvLab.cycle[(ConvLab.index(of: settings.view) + step + count) % count]
    var scene = settings
    var position = timeline.position
    var aside: ConvolutionScene?
    if case .signal = view {
      if settings.grid.grid.height > 1 || settings.kernel.grid.height > 1 {
        aside = self.scene
        scene = .lectureSignal
        scene.isFlipped = settings.isFlipped
        scene.axes = settings.axes
        position = 0
      }
    } else if let covered = setAside {
      scene = covered
      position = covered.step
    }
    scene.view = aside == nil ? view : scene.view
    do {
      timeline.jump(to: timeline.position)
      try install(scene)
      setAside = aside
      timeline.jump(to: position)
    } catch {
      chrome.refuse(error.description)
    }
  }
}
