import TerminalUI

extension RaceLab {
  /// A click on the map starts the race there, on the table selects a racer.
  mutating func click(at point: Point) {
    isMoveRecorded = false
    let layout = layout(isProjected: chrome.display.isProjected)
    let isCurve = picture?.curve != nil
    if viewState.view != .relief, let viewport = picture?.viewport,
      let place = PlotAxes(viewport).values(
        at: point, in: isCurve ? partsOfCurve(in: layout.map).rest : layout.map)
    {
      setStart(near: isCurve ? (place.x, start.y) : place)
    } else if let racer = RaceTable(self).racer(at: point, in: layout.table) {
      select(racer)
    }
  }
}
