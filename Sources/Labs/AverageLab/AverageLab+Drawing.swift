import Learning
import TerminalUI

extension AverageLab {
  /// Draws chart, values and weights.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let layout = AverageLayout(chromeLayout)
    chart.draw(into: &frame, in: layout.chart)
    drawTable(into: &frame, in: layout.table)
    drawComb(into: &frame, in: layout.comb, under: layout.chart)
    return content
  }

  /// The data, and the averages as far as samples are in.
  var chart: SeriesPlot {
    let position = timeline.position
    var series = [
      Series("data", glyph: "·", paint: .quiet, form: .line, values: picture.samples, start: 1)
    ]
    for curve in shownCurves {
      series.append(
        Series(
          curve.name, glyph: curve.glyph, paint: curve.paint, values: Array(curve.values.prefix(position)),
          start: 1))
    }
    var plot = SeriesPlot(series)
    plot.xRange = sampleRange
    plot.yRange = valueRange
    plot.valueText = { Numeral.format($0, digits: 3) }
    plot.cursor = position > 0 ? Double(position) : nil
    return plot
  }

  /// The ends of the axis of samples: before the first, and the last.
  private var sampleRange: ClosedRange<Double> { 0...Double(max(1, picture.samples.count)) }

  /// Room for the data and all curves, but the data keep a quarter of the height: uncorrected averages come up from far
  /// below and would flatten the rest. Curves that leave the picture then are marked at its edge.
  private var valueRange: ClosedRange<Double>? {
    guard let low = picture.samples.min(), let high = picture.samples.max() else { return nil }
    let span = high > low ? high - low : max(abs(high), 1)
    let averages = shownCurves.flatMap(\.values).filter(\.isFinite)
    let (lowest, highest) = (min(low, averages.min() ?? low), max(high, averages.max() ?? high))
    let room = 4 * span - (high - low)
    let isRoomy = highest - lowest <= 4 * span
    let bottom = (isRoomy ? lowest : max(lowest, low - room / 3)) - 0.05 * span
    let top = (isRoomy ? highest : min(highest, high + room / 3)) + 0.05 * span
    return bottom.isFinite && top.isFinite && bottom < top ? bottom...top : nil
  }

  private func drawTable(into frame: inout Frame, in area: Rect) {
    guard area.width >= 16, area.height >= 6 else { return }
    let position = timeline.position
    let data = position > 0 ? Numeral.format(picture.samples[position - 1]) : "-"
    var y = area.y
    frame.write(
      position > 0 ? "after sample \(position)" : "before the first sample", x: area.x, y: y, .quiet,
      limit: area.width)
    y += 1
    frame.write("· D", x: area.x, y: y, .quiet)
    // With several β each has its window beside it.
    if isComparing { frame.write("1/(1-β)", endingAt: area.x + 15, y: y, .quiet) }
    frame.write(data, endingAt: area.right, y: y, .plain)
    for curve in curves where y + 1 < area.bottom {
      y += 1
      draw(curve, into: &frame, in: area, y: y)
    }
    let rule = picture.average(settings.start)
    let divisor = Numeral.format(MovingAverage.biasFactor(beta: settings.beta, count: position))
    let facts = [
      "window 1/(1-β) = \(Numeral.format(rule.window))",
      "its true share \(Numeral.format(100 * rule.windowShare, digits: 3))%",
      position > 0 ? "divisor 1-β^t = \(divisor)" : "divisor 1-β^t: from t = 1",
    ]
    y += 2
    for fact in facts where y < area.bottom {
      frame.write(fact, x: area.x, y: y, Style(.hint), limit: area.width)
      y += 1
    }
  }

  private func draw(_ curve: AverageCurve, into frame: inout Frame, in area: Rect, y: Int) {
    let position = timeline.position
    let text = curve.isShown ? Style(.plain, curve.isFocused ? .bold : []) : .quiet
    frame.put(curve.glyph, x: area.x, y: y, Style(curve.isShown ? curve.paint : .quiet, .bold))
    frame.put(curve.isFocused ? "▶" : " ", x: area.x + 1, y: y, .accent)
    frame.write(area.width >= 30 ? curve.title : curve.name, x: area.x + 2, y: y, text)
    guard curve.isShown else { return }
    if isComparing {
      frame.write(Numeral.format(curve.rule.window, digits: 3), endingAt: area.x + 15, y: y, text)
    }
    let value = position > 0 ? Numeral.format(curve.values[position - 1]) : "-"
    frame.write(value, endingAt: area.right, y: y, text)
  }

  private func drawComb(into frame: inout Frame, in area: Rect, under chartArea: Rect) {
    guard area.height >= 3, area.width >= 20, let columns = chart.picture(in: chartArea) else { return }
    let position = timeline.position
    let weights = position > 0 ? picture.average(settings.start).weights(count: position) : []
    let beta = isComparing ? "β \(Numeral.format(settings.beta)): " : ""
    let title: String
    switch weights.last {
    case nil: title = "weights of past samples: none yet"
    case let newest? where weights.count == 1:
      title = "weight of the only sample so far: \(Numeral.format(newest))"
    case let newest?:
      let sum = "sum \(Numeral.format(weights.reduce(0, +))), newest \(Numeral.format(newest))"
      let samples = sampleRange.upperBound - sampleRange.lowerBound
      let each = Int((samples / Double(max(1, columns.width))).rounded(.up))
      let words =
        each > 1
        ? ["each bar the largest of up to \(each)", "up to \(each) a bar"].map {
          "\(position) weights, \($0): \(sum)"
        }
        : ["weights of \(position) samples, oldest first: \(sum)"]
      title = words.first { TextWidth.columns(of: beta + $0) <= area.width } ?? words[words.count - 1]
    }
    frame.write(beta + title, x: area.x, y: area.y, .quiet, limit: area.width)
    guard !weights.isEmpty else { return }
    let paint = curves.first(where: \.isFocused)?.paint
    // Every weight stands under its sample.
    Comb(
      weights, paint: paint, highlighted: weights.count - 1,
      span: Comb.Span(from: 1, within: sampleRange)
    )
    .draw(
      into: &frame,
      in: Rect(x: columns.x, y: area.y + 1, width: columns.width, height: area.height - 1))
  }

  private var content: ChromeContent {
    ChromeContent(
      of: self, subject: AverageWords.subject(settings), variant: settings.start.title,
      arithmetic: AverageWords.arithmetic(for: self), hint: AverageWords.hint(for: settings))
  }

  var settingsLine: SettingsLine {
    SettingsLine([
      SettingsLine.Item(
        "b", "beta", Numeral.format(settings.beta) + (isComparing ? " of \(settings.betas.count)" : ""),
        isChanged: settings.beta != 0.9 || isComparing),
      SettingsLine.Item(
        "d", "data", AverageWords.name(settings.data), isChanged: settings.data != .euroDollar),
      SettingsLine.Item(
        "s", "average", short: "avg", settings.start.rawValue, isChanged: settings.start != .first),
    ])
  }
}
