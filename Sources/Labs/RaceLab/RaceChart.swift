import Learning
import TerminalUI

/// The heights of all racers against the steps, by logarithm above the lowest known height.
struct RaceChart {
  private let race: Race
  private let floor: Double
  private let isLogarithmic: Bool

  init(_ lab: RaceLab) {
    race = lab.race
    if let lowest = lab.settings.surface.minima.map(\.value).min() {
      (floor, isLogarithmic) = (lowest, true)
    } else {
      (floor, isLogarithmic) = (0, false)
    }
  }

  /// Heights closer to the floor than this are drawn here.
  private static let least = 1e-12

  func draw(into frame: inout Frame, in area: Rect, length: Int) {
    guard area.width >= 20, area.height >= 6 else { return }
    let series = race.runs.enumerated().map { number, run in
      let mark = RacerMark(number)
      var states = run.track.map { (step: $0.step, value: $0.value) }
      if run.divergedAt != 0, states.last?.step != run.state.step {
        states.append((run.state.step, run.state.value))
      }
      return Series(
        run.racer.configuration.kind.rawValue, glyph: mark.letter, paint: mark.paint,
        xs: states.map { Double($0.step) },
        ys: states.map { isLogarithmic ? max($0.value - floor, Self.least) : $0.value })
    }
    let title =
      isLogarithmic
      ? (floor == 0 ? "f by step (logarithmic)" : "f - (\(Numeral.format(floor))) by step (logarithmic)")
      : "f by step"
    frame.write(title, x: area.x, y: area.y, .quiet, limit: area.width)
    var plot = SeriesPlot(series)
    plot.yScale = isLogarithmic ? .decimalLogarithm : .linear
    plot.xRange = 0...Double(max(1, length))
    plot.draw(into: &frame, in: area.splitTop(1).rest)
  }
}
