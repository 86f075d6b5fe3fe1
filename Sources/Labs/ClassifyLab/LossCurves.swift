import Learning
import TerminalUI

/// Losses by update: of what is learned, epoch by epoch, and of the test.
struct LossCurves {
  private let epochs: [TrainingEpoch]
  private let updates: Int
  private let length: Int

  init(_ lab: ClassifyLab) {
    epochs = Array(lab.run.trainer.epochs)
    (updates, length) = (lab.timeline.position, lab.timeline.count)
  }

  func draw(into frame: inout Frame, in area: Rect) {
    guard area.width >= 20, area.height >= 5 else { return }
    guard !epochs.isEmpty else {
      let lines = frame.lines(of: "Losses are drawn from the first epoch on.", width: area.width)
      for (row, line) in lines.enumerated() {
        frame.write(line, x: area.x, y: area.y + row, .quiet, limit: area.width)
      }
      return
    }
    let xs = epochs.map { Double($0.update) }
    var series = [
      Series("loss", glyph: "l", paint: .series(0), xs: xs, ys: epochs.map { Self.drawn($0.training.loss) })
    ]
    if epochs.allSatisfy({ $0.test != nil }) {
      series.append(
        Series(
          "test loss", glyph: "t", paint: .series(1), xs: xs,
          ys: epochs.map { Self.drawn($0.test?.loss ?? .nan) })
      )
    }
    var plot = SeriesPlot(series, title: "by update")
    plot.xRange = 0...Double(max(1, length))
    plot.yScale = .decimalLogarithm
    plot.valueText = { Numeral.format($0, digits: 2) }
    plot.draw(into: &frame, in: area)
  }

  /// Logarithms end here.
  private static func drawn(_ loss: Double) -> Double { loss < 1e-6 ? 1e-6 : loss }
}
