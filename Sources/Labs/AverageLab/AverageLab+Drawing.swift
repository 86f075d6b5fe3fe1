import Learning
import TerminalUI

/// Where everything of the averages lab stands on the screen.
struct AverageLayout: Equatable, Sendable {
  let chrome: LabLayout
  let chart: Rect
  /// The values of the four averages.
  let table: Rect
  /// The weights of past samples.
  let comb: Rect

  init(_ chrome: LabLayout) {
    self.chrome = chrome
    let body = chrome.body
    let side = body.width >= 100 ? 34 : 25
    // Below a dozen rows the chart needs all of them.
    let combRows = body.height >= 24 ? 9 : body.height >= 12 ? 6 : 0
    let parts = body.splitBottom(combRows)
    let upper = parts.rest.splitLeft(parts.rest.width - side - 2)
    chart = upper.left
    table = upper.rest.splitLeft(2).rest
    comb = parts.bottom
  }
}

extension AverageLab {
  /// Draws chart, values and weights, or, on a screen too small, the size needed.
  public func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    let layout = AverageLayout(chromeLayout)
    chart.draw(into: &frame, in: layout.chart)
    drawTable(into: &frame, in: layout.table)
    drawComb(into: &frame, in: layout.comb)
    ArithmeticLine.draw(arithmetic, into: &frame, in: layout.chrome.arithmetic)
    chrome.draw(content, into: &frame, layout: layout.chrome)
    chrome.drawOverlay(into: &frame)
  }

  private static func look(_ start: AverageStart) -> (glyph: Unicode.Scalar, paint: Paint) {
    switch start {
    case .first: ("1", .series(0))
    case .zero: ("2", .series(1))
    case .corrected: ("3", .series(2))
    case .multiplied: ("4", .series(4))
    }
  }

  private var shown: [AverageStart] {
    // The average in focus is drawn last, on top.
    AverageStart.allCases.filter { settings.shown.contains($0) && $0 != settings.start } + [settings.start]
  }

  /// The data, and the averages as far as samples are in.
  var chart: SeriesPlot {
    let position = timeline.position
    var series = [
      Series("data", glyph: "·", paint: .quiet, form: .line, values: picture.samples, start: 1)
    ]
    for start in shown {
      let look = Self.look(start)
      series.append(
        Series(
          start.rawValue, glyph: look.glyph, paint: look.paint,
          values: Array(picture.values(start).prefix(position)), start: 1))
    }
    var plot = SeriesPlot(series)
    plot.xRange = 0...Double(max(1, picture.samples.count))
    plot.yRange = valueRange
    plot.cursor = position > 0 ? Double(position) : nil
    return plot
  }

  /// Room for the data and as much again: the uncorrected averages come up from far below, and would flatten the rest.
  private var valueRange: ClosedRange<Double>? {
    guard let low = picture.samples.min(), let high = picture.samples.max() else { return nil }
    let span = high > low ? high - low : max(abs(high), 1)
    let averages = shown.flatMap { picture.values($0) }.filter(\.isFinite)
    let (lowest, highest) = (averages.min() ?? low, averages.max() ?? high)
    let bottom = max(min(low, lowest), low - span) - 0.05 * span
    let top = min(max(high, highest), high + span) + 0.05 * span
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
    frame.write(data, endingAt: area.right, y: y, .plain)
    for start in AverageStart.allCases where y + 1 < area.bottom {
      y += 1
      let look = Self.look(start)
      let isFocused = start == settings.start
      let isShown = settings.shown.contains(start)
      let text = isShown ? Style(.plain, isFocused ? .bold : []) : .quiet
      frame.put(look.glyph, x: area.x, y: y, Style(isShown ? look.paint : .quiet, .bold))
      frame.put(isFocused ? "▶" : " ", x: area.x + 1, y: y, .accent)
      frame.write(area.width >= 30 ? start.title : Self.short(start), x: area.x + 2, y: y, text)
      guard isShown else { continue }
      let value = position > 0 ? Numeral.format(picture.values(start)[position - 1]) : "-"
      frame.write(value, endingAt: area.right, y: y, text)
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

  private static func short(_ start: AverageStart) -> String {
    switch start {
    case .first: "first"
    case .zero: "zero"
    case .corrected: "corrected"
    case .multiplied: "multiplied"
    }
  }

  private func drawComb(into frame: inout Frame, in area: Rect) {
    guard area.height >= 3, area.width >= 20 else { return }
    let position = timeline.position
    let weights = position > 0 ? picture.average(settings.start).weights(count: position) : []
    let title: String
    switch weights.last {
    case nil: title = "weights of past samples: none yet"
    case let newest? where weights.count == 1:
      title = "weight of the only sample so far: \(Numeral.format(newest))"
    case let newest?:
      let sum = Numeral.format(weights.reduce(0, +))
      title =
        "weights of the \(position) samples so far, oldest first: sum \(sum), newest \(Numeral.format(newest))"
    }
    frame.write(title, x: area.x, y: area.y, .quiet, limit: area.width)
    guard !weights.isEmpty else { return }
    Comb(weights, paint: Self.look(settings.start).paint, highlighted: weights.count - 1)
      .draw(into: &frame, in: area.splitTop(1).rest)
  }

  private var arithmetic: [ArithmeticLine] {
    let position = timeline.position
    let rule = picture.average(settings.start)
    guard position > 0 else {
      return [ArithmeticLine("rule", settings.start.rule)]
    }
    let memory = picture.memory(settings.start, after: position - 1)
    return rule.lines(adding: picture.samples[position - 1], to: memory).map {
      ArithmeticLine("update", $0.numbers)
    }
  }

  private var content: ChromeContent {
    ChromeContent(
      name: "Moving averages", subject: AverageWords.subject(settings), variant: settings.start.title,
      settings: settingsLine, timeline: timeline, noun: Self.noun, hint: AverageWords.hint(for: settings),
      footer: AverageBindings.lab.footer, editor: prompt?.editor)
  }

  var settingsLine: SettingsLine {
    SettingsLine([
      SettingsLine.Item("b", "beta", Numeral.format(settings.beta), isChanged: settings.beta != 0.9),
      SettingsLine.Item(
        "d", "data", AverageWords.name(settings.data), isChanged: settings.data != .euroDollar),
      SettingsLine.Item(
        "s", "average", short: "avg", settings.start.rawValue, isChanged: settings.start != .first),
    ])
  }
}
