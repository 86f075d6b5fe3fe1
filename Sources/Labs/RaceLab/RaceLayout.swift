import Learning
import TerminalUI

/// Where everything of the race lab stands on the screen: made alike for drawing and for the mouse.
struct RaceLayout: Equatable, Sendable {
  let chrome: LabLayout
  /// The map with its axes, or the relief.
  let map: Rect
  /// The table of racers; empty where another view has its place.
  let table: Rect
  /// The chart of heights.
  let loss: Rect
  /// What the selected racer remembers.
  let inside: Rect

  /// The parts within `chrome`; wide screens show several views at once.
  init(_ chrome: LabLayout, view: RaceScene.View, labels: RacerLabels, isProjected: Bool) {
    let racers = labels.texts.count
    self.chrome = chrome
    let body = chrome.body
    let isWide = body.width >= 104
    // Wide enough for names as they are, with the columns of the table beside them.
    let side =
      isProjected
      ? max(min(40, body.width / 3), min(max(24, labels.columns + 20), 42))
      : isWide
        ? min(max(62, labels.columns + 44), body.width * 45 / 100) : min(max(33, labels.columns + 20), 42)
    let parts = body.splitLeft(body.width - side)
    map = parts.left.splitLeft(parts.left.width - 2).left
    let nothing = Rect(x: 0, y: 0, width: 0, height: 0)
    let below = isProjected ? 0 : body.height - racers - 4
    guard isWide, below >= 9 else {
      table = view == .table || view == .relief ? parts.rest : nothing
      loss = view == .loss ? parts.rest : nothing
      inside = view == .inside ? parts.rest : nothing
      return
    }
    let halves = parts.rest.splitTop(racers + 3)
    table = halves.top
    if below >= 26 {
      let quarters = halves.rest.splitTop(halves.rest.height - 14)
      (loss, inside) = (quarters.top, quarters.rest)
    } else {
      loss = view == .inside ? nothing : halves.rest
      inside = view == .inside ? halves.rest : nothing
    }
  }
}

extension RaceLab {
  /// Where everything stands at present.
  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: 2) }

  func layout(isProjected: Bool) -> RaceLayout {
    RaceLayout(
      chromeLayout, view: viewState.view, labels: labels, isProjected: isProjected)
  }
}
