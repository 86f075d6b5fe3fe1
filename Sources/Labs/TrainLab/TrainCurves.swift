import Learning
import TerminalUI

/// Losses and accuracies by update, and the rate where it changes.
struct TrainCurves {
  private let lab: TrainLab

  init(_ lab: TrainLab) { self.lab = lab }

  /// The most points of a curve that are drawn.
  private static let mostPoints = 600

  func draw(into frame: inout Frame, in area: Rect) {
    let points = thinned(lab.run.trainer.curve)
    guard !points.isEmpty else {
      Self.write(
        "Losses and accuracies are drawn from the first update on: → makes it, space plays.", into: &frame,
        area)
      return
    }
    let rates = points.map(\.rate)
    let hasRates = Set(rates).count > 1
    let parts = area.splitLeft(hasRates || area.width >= 70 ? area.width * 11 / 20 : area.width)
    drawLosses(points, into: &frame, in: parts.left)
    var side = parts.rest.splitLeft(2).rest
    guard side.width >= 24 else { return }
    if hasRates {
      let (top, bottom) = side.splitTop(side.height / 2)
      var plot = plot("rate", [Series("", glyph: "r", paint: .series(3), xs: points.map(x), ys: rates)])
      plot.yRange = 0...((rates.max() ?? 1) * 1.1)
      plot.draw(into: &frame, in: bottom)
      side = top
    }
    drawAccuracies(into: &frame, in: side)
  }

  private static func write(_ text: String, into frame: inout Frame, _ area: Rect) {
    for (row, line) in TextWrap.lines(text, width: area.width).prefix(area.height).enumerated() {
      frame.write(line, x: area.x, y: area.y + row, .quiet, limit: area.width)
    }
  }

  private func x(_ point: TrainingPoint) -> Double { Double(point.update) }

  private func thinned(_ points: [TrainingPoint]) -> [TrainingPoint] {
    guard points.count > Self.mostPoints, let last = points.last else { return points }
    let step = (points.count + Self.mostPoints - 1) / Self.mostPoints
    return stride(from: 0, to: points.count - 1, by: step).map { points[$0] } + [last]
  }

  private func plot(_ title: String, _ series: [Series]) -> SeriesPlot {
    var plot = SeriesPlot(series, title: title)
    plot.xRange = 0...Double(max(1, lab.timeline.count))
    plot.valueText = { Numeral.format($0, digits: 2) }
    return plot
  }

  private func drawLosses(_ points: [TrainingPoint], into frame: inout Frame, in area: Rect) {
    let epochs = Array(lab.run.trainer.epochs)
    let xs = epochs.map { Double($0.update) }
    var series = [
      Series(
        "batch", glyph: "b", paint: .quiet, xs: points.map(x), ys: points.map { Self.drawn($0.loss) })
    ]
    if !epochs.isEmpty {
      series.append(
        Series(
          "epoch", glyph: "e", paint: .series(0), xs: xs, ys: epochs.map { Self.drawn($0.training.loss) }))
    }
    if !epochs.isEmpty, epochs.allSatisfy({ $0.test != nil }) {
      series.append(
        Series(
          "test", glyph: "t", paint: .series(1), xs: xs, ys: epochs.map { Self.drawn($0.test?.loss ?? .nan) })
      )
    }
    var plot = plot("loss", series)
    plot.yScale = .decimalLogarithm
    plot.draw(into: &frame, in: area)
  }

  private func drawAccuracies(into frame: inout Frame, in area: Rect) {
    let epochs = Array(lab.run.trainer.epochs)
    guard !epochs.isEmpty else {
      Self.write("Accuracies are drawn from the end of the first epoch on.", into: &frame, area)
      return
    }
    // The beginning knows nothing: one class is as likely as another.
    let chance = 100 / Double(max(1, lab.run.data.classes.count))
    func series(_ name: String, _ glyph: Unicode.Scalar, _ number: Int, _ shares: [Double?]) -> Series {
      Series(
        name, glyph: glyph, paint: .series(number), xs: [0] + epochs.map { Double($0.update) },
        ys: [chance] + shares.map { 100 * ($0 ?? .nan) })
    }
    var all = [series("epoch", "e", 0, epochs.map(\.training.accuracy))]
    if epochs.allSatisfy({ $0.test != nil }) {
      let now = epochs.last?.test?.accuracy.map { " \(Numeral.percent($0))" } ?? ""
      all.append(series("test\(now)", "t", 1, epochs.map { $0.test?.accuracy }))
    }
    var plot = plot("% right", all)
    plot.yRange = 0...100
    plot.draw(into: &frame, in: area)
  }

  /// Logarithms end here.
  private static func drawn(_ loss: Double) -> Double { loss < 1e-6 ? 1e-6 : loss }
}
