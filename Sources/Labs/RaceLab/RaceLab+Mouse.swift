import TerminalUI

extension RaceLab {
  /// A click on the map starts the race there, on the table selects a racer, on the scrub bar jumps, on a setting presses
  /// its key; the wheel steps.
  mutating func react(to mouse: MouseEvent) {
    guard prompt == nil else { return }
    switch mouse.action {
    case .release: break
    case .scrollUp: timeline.perform(.stepBack)
    case .scrollDown: timeline.perform(.stepForward)
    case .press: press(at: mouse.point)
    }
  }

  private mutating func press(at point: Point) {
    let layout = layout(isProjected: chrome.manner.isProjected)
    if layout.chrome.scrubBar.contains(point) {
      if let position = ScrubBar(timeline).position(atColumn: point.x, in: layout.chrome.scrubBar) {
        timeline.jump(to: position)
      }
    } else if let key = settingsLine.key(at: point, in: layout.chrome.settings) {
      if let command = RaceBindings.lab[key] { _ = perform(command) }
    } else if view != .relief, let viewport = picture?.viewport,
      let place = PlotAxes(viewport).values(at: point, in: layout.map)
    {
      setStart(x: place.x, y: place.y)
    } else if let racer = RaceTable(self).racer(at: point, in: layout.table) {
      select(racer)
    }
  }
}
