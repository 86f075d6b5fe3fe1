import TerminalUI

extension RaceLab {
  /// A click on the map starts the race there, on the table selects a racer.
  mutating func click(at point: Point) {
    isMoveRecorded = false
    let layout = layout(isProjected: chrome.manner.isProjected)
    if view != .relief, let viewport = picture?.viewport,
      let place = PlotAxes(viewport).values(at: point, in: layout.map)
    {
      setStart(near: place)
    } else if let racer = RaceTable(self).racer(at: point, in: layout.table) {
      select(racer)
    }
  }
}
