import Learning
import TerminalUI

/// The heights of all racers against the steps, by logarithm above the lowest known height.
struct RaceChart {
  private let race: Race
  private let floor: Double
  private let isLogarithmic: Bool
  private let labels: RacerLabels
  /// The heights of the map, the start's among them: those of a racer that leaves them would flatten all others.
  private let heights: ClosedRange<Double>?

  init(_ lab: RaceLab) {
    race = lab.race
    labels = lab.labels
    let known = [lab.picture?.map.range?.lowerBound, lab.picture?.map.range?.upperBound, race.startValue]
      .compactMap { $0 }
    heights = known.min().flatMap { low in known.max().map { low...$0 } }
    if let lowest = lab.setup.surface.minima.map(\.value).min() {
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
        labels[number], glyph: mark.letter, paint: mark.paint,
        xs: states.map { Double($0.step) },
        ys: states.map { height($0.value) })
    }
    let title =
      isLogarithmic
      ? (floor == 0 ? "f by step (logarithmic)" : "f - (\(Numeral.format(floor))) by step (logarithmic)")
      : "f by step"
    frame.write(title, x: area.x, y: area.y, .quiet, limit: area.width)
    var plot = SeriesPlot(series)
    plot.yScale = isLogarithmic ? .decimalLogarithm : .linear
    plot.xRange = 0...Double(max(1, length))
    plot.yRange = range(of: series)
    plot.valueText = { Numeral.format($0, digits: 2) }
    plot.draw(into: &frame, in: area.splitTop(1).rest)
  }

  /// f as it is drawn.
  private func height(_ value: Double) -> Double {
    isLogarithmic ? max(value - floor, Self.least) : value
  }

  /// The ends of the axis where the racers leave the heights of the map; `nil` as long as they do not.
  private func range(of series: [Series]) -> ClosedRange<Double>? {
    let ys = series.flatMap(\.values).filter(\.isFinite)
    guard let heights, let least = ys.min(), let most = ys.max() else { return nil }
    let (low, high) = (height(heights.lowerBound), height(heights.upperBound))
    // From the lowest racer up, but by logarithm however low it is.
    let ends = (low: isLogarithmic ? least : max(least, low), high: min(most, high))
    guard (ends.low, ends.high) != (least, most), ends.low < ends.high else { return nil }
    return ends.low...ends.high
  }
}
