import Autodiff
import Learning
import TerminalUI

/// A function of x alone as it is drawn: f against x.
struct RaceCurve: Equatable, Sendable {
  /// x and f; f reaches as far as most of the curve does, and as its start.
  let viewport: Viewport
  /// f at places spread evenly over the window; ∞ where it has no finite value.
  private let heights: [Double]

  private static let samples = 800

  /// The curve on which `setup` runs; `nil` unless it is one with a finite value somewhere.
  init?(_ setup: RaceScene.Setup) {
    let surface = setup.surface
    guard surface.isCurve else { return nil }
    let window = Self.window(of: setup)
    func height(_ x: Double) -> Double {
      let value = surface.value(x, 0)
      return value.isFinite ? value : .infinity
    }
    heights = (0...Self.samples).map { height(Self.place($0, window)) }
    let sorted = heights.filter(\.isFinite).sorted()
    guard let low = sorted.first, let high = sorted.last else { return nil }
    // A pole would flatten all else: where the outer twentieths reach much farther than the rest, they are cut off.
    let (inner, outer) = (sorted[sorted.count / 20], sorted[sorted.count - 1 - sorted.count / 20])
    let start = height(setup.problem.start.x)
    let room = max(outer - inner, 1e-12)
    var (bottom, top) = (max(low, inner - room), min(high, outer + room))
    if start.isFinite { (bottom, top) = (min(bottom, start), max(top, start)) }
    let margin = top > bottom ? (top - bottom) * 0.06 : max(1, abs(top) * 0.1)
    guard
      let viewport = Viewport(
        minX: window.lowerBound, maxX: window.upperBound, minY: bottom - margin, maxY: top + margin)
    else { return nil }
    self.viewport = viewport
  }

  /// The surface's window, or, of a race that stays within a tenth of it, what its first 200 steps need and twice as
  /// much to either side; changes on the way do not count.
  private static func window(of setup: RaceScene.Setup) -> ClosedRange<Double> {
    let window = setup.surface.window.x
    let tape = Tape<Double>()
    let places = setup.racers.flatMap { racer in
      Descent.path(setup.problem, Racer(racer, schedule: setup.schedule), steps: 200, on: tape).path
        .map(\.point.x).filter(\.isFinite)
    }
    guard let low = places.min(), let high = places.max(), window.contains(low), window.contains(high) else {
      return window
    }
    let span = high - low
    guard span > 0, span < (window.upperBound - window.lowerBound) / 10 else { return window }
    return max(window.lowerBound, low - 2 * span)...min(window.upperBound, high + 2 * span)
  }

  private static func place(_ index: Int, _ window: ClosedRange<Double>) -> Double {
    window.lowerBound + (window.upperBound - window.lowerBound) * Double(index) / Double(samples)
  }

  /// The points of the curve from left to right.
  var points: [(x: Double, y: Double)] {
    heights.enumerated().map { (Self.place($0, viewport.minX...viewport.maxX), $1) }
  }
}

extension RaceLab {
  /// Draws the curve with the racers on it, joined from step to step; below, a lane for each racer with all places where
  /// it was, since tracks on one curve cover one another.
  func drawCurve(_ curve: RaceCurve, into frame: inout Frame, in area: Rect) {
    let parts = partsOfCurve(in: area)
    let room = PlotAxes(curve.viewport).draw(into: &frame, in: parts.rest)
    guard !room.isEmpty else { return }
    var canvas = BrailleCanvas(size: room.size, viewport: curve.viewport, look: frame.look)
    canvas.polyline(curve.points, Pen(.quiet, letter: "."))
    for number in drawingOrder {
      let mark = RacerMark(number)
      let run = race.runs[number]
      canvas.polyline(places(of: run), mark.pen)
      for place in places(of: run) { canvas.mark(mark.shape, x: place.x, y: place.y, Style(mark.paint)) }
    }
    canvas.mark("+", x: start.x, y: setup.surface.value(start.x, start.y), Style(.plain, .bold))
    for number in drawingOrder {
      let run = race.runs[number]
      canvas.mark(head(number), x: run.state.point.x, y: run.state.value, headStyle(number))
    }
    canvas.draw(into: &frame, at: Point(x: room.x, y: room.y)) { _ in .plain }
    for number in 0..<parts.bottom.height {
      let row = Rect(x: room.x, y: parts.bottom.y + number, width: room.width, height: 1)
      drawLane(number, into: &frame, in: row, curve.viewport)
    }
  }

  /// The curve with its axes, and the lanes, one row for each racer, or none where they would take too many.
  func partsOfCurve(in area: Rect) -> (rest: Rect, bottom: Rect) {
    area.splitBottom(race.runs.count <= area.height / 4 ? race.runs.count : 0)
  }

  private func places(of run: Descent) -> [(x: Double, y: Double)] {
    (run.track + [run.state]).map { ($0.point.x, $0.value) }
  }

  /// The places of one racer in x, in the columns of the curve; an arrow at the end where it is beyond the window.
  private func drawLane(_ number: Int, into frame: inout Frame, in row: Rect, _ view: Viewport) {
    let mark = RacerMark(number)
    let run = race.runs[number]
    if row.x >= 2 { frame.put(mark.letter, x: row.x - 2, y: row.y, Style(mark.paint, .bold)) }
    func cell(_ x: Double) -> Int? { view.dot(x: x, y: view.minY, in: Size(width: row.width, height: 1))?.x }
    for state in run.track {
      if let column = cell(state.point.x) {
        frame.put(mark.shape, x: row.x + column, y: row.y, Style(mark.paint))
      }
    }
    let x = run.state.point.x
    if let column = cell(x) {
      frame.put(head(number), x: row.x + column, y: row.y, headStyle(number))
    } else {
      let isRight = x > view.maxX
      frame.put(isRight ? "→" : "←", x: isRight ? row.right - 1 : row.x, y: row.y, headStyle(number))
    }
  }
}
