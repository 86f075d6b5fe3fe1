import Learning
import TerminalUI

extension FitLab {
  /// Draws points, curve, errors and their numbers.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let layout = FitLayout(chromeLayout, settings.view)
    if let area = layout.curve { curvePlot.draw(into: &frame, in: area) }
    if let area = layout.errors { errorPlot.draw(into: &frame, in: area) }
    drawTable(into: &frame, in: layout.table)
    return content
  }

  /// The hidden function, the polynomial or those that vote with their mean, and the points seen.
  var curvePlot: SeriesPlot {
    let xs = FittedCurve.places
    let points = stage.data.points
    var series = [
      Series("hidden", glyph: "h", paint: .quiet, xs: xs, ys: xs.map { NoisyPoints.hidden($0) })
    ]
    if let vote = stage.vote {
      for (number, member) in vote.members.enumerated() {
        series.append(
          Series(
            number == 0 ? "five fits" : "", glyph: Self.digits[number % Self.digits.count],
            paint: .series(number + 1),
            xs: xs, ys: member.values))
      }
      series.append(
        Series("vote", glyph: "v", paint: .accent, xs: xs, ys: vote.mean.values))
    } else {
      series.append(Series("fit", glyph: "f", paint: .accent, xs: xs, ys: stage.curve.values))
    }
    series.append(
      Series("seen", glyph: "●", paint: .positive, form: .marks, xs: points.map(\.x), ys: points.map(\.y)))
    series.append(
      Series("", glyph: "◉", paint: .accent, form: .marks, xs: [points[point].x], ys: [points[point].y]))
    var plot = SeriesPlot(series)
    let reach = points.reduce(1.3) { max($0, abs($1.y)) } * 1.15
    plot.xRange = -1.05...1.05
    plot.yRange = -reach...reach
    plot.valueText = { Numeral.format($0, digits: 2) }
    return plot
  }

  private static let digits: [Unicode.Scalar] = ["1", "2", "3", "4", "5"]

  /// Where a fit stands along x.
  func abscissa(of setting: FitScene.Setting) -> Double {
    switch settings.sweep {
    case .degree: Double(setting.degree)
    case .lambda: setting.penalty
    case .points: Double(setting.points)
    case .updates: Double(setting.updates ?? 0)
    }
  }

  private var xScale: AxisScale {
    switch settings.sweep {
    case .degree, .updates: .linear
    case .lambda: .decimalLogarithmWithZero(leastExponent: FitScene.leastPenaltyExponent)
    case .points: .decimalLogarithm
    }
  }

  /// Errors of the fits that the timeline has come to.
  var errorPlot: SeriesPlot {
    let shown = 0...place
    let xs = shown.map { abscissa(of: picture.stages[$0].setting) }
    var plot = SeriesPlot([
      Series("train", glyph: "r", paint: .series(0), xs: xs, ys: Array(picture.trainErrors[shown])),
      Series("test", glyph: "e", paint: .series(1), xs: xs, ys: Array(picture.testErrors[shown])),
    ])
    plot.title = FitWords.name(settings.sweep)
    let ends = (abscissa(of: picture.stages[0].setting), abscissa(of: picture.lastSetting))
    if ends.0 < ends.1 { plot.xRange = ends.0...ends.1 }
    plot.xScale = xScale
    plot.yScale = .decimalLogarithm
    let tests = picture.testErrors.filter { $0 > 0 && $0.isFinite }
    let (low, high) = (tests.min() ?? 1e-3, tests.max() ?? 1)
    plot.yRange = low / 20...high * 2
    plot.valueText = { Numeral.format($0, digits: 2) }
    plot.cursor = abscissa(of: setting)
    if settings.noise > 0 { plot.rules = [SeriesPlot.Rule(.level(settings.noise * settings.noise))] }
    return plot
  }

  private func drawTable(into frame: inout Frame, in area: Rect) {
    guard area.width >= 20 else { return }
    var y = area.y
    for row in FitWords.table(for: self) where y < area.bottom {
      let style = Style(row.paint, row.isMarked ? .bold : [])
      frame.write(row.name, x: area.x, y: y, .quiet, limit: area.width)
      frame.write(row.value, endingAt: area.right, y: y, style)
      y += 1
    }
    y += 1
    for fact in FitWords.facts(for: self) {
      let lines = TextWrap.lines(fact, width: area.width)
      guard y + lines.count <= area.bottom else { return }
      for line in lines {
        frame.write(line, x: area.x, y: y, Style(.hint), limit: area.width)
        y += 1
      }
      if area.height >= 20 { y += 1 }
    }
  }

  private var content: ChromeContent {
    let setting = setting
    let what = setting.updates.map { "a network, update \($0)" } ?? "degree \(setting.degree)"
    return ChromeContent(
      of: self,
      subject: "\(what) · \(Plural.count(setting.points, "point")) · λ \(Numeral.format(setting.penalty))",
      variant: "noise \(Numeral.format(settings.noise)) around \(NoisyPoints.formula)",
      arithmetic: FitWords.arithmetic(for: self), hint: FitWords.hint(for: self))
  }

  var settingsLine: SettingsLine {
    let setting = setting
    let isNetwork = setting.updates != nil
    var items = [
      SettingsLine.Item("v", "view", settings.view.rawValue, isChanged: settings.view != .curve),
      SettingsLine.Item("w", "sweep", settings.sweep.rawValue, isChanged: settings.sweep != .degree),
    ]
    if !isNetwork { items.append(SettingsLine.Item("d", "degree", "\(setting.degree)")) }
    items += [
      SettingsLine.Item(
        "l", "lambda", short: "λ", Numeral.format(setting.penalty), isChanged: settings.penalty != 0),
      SettingsLine.Item("p", "points", "\(setting.points)", isChanged: settings.points != 10),
    ]
    if isNetwork {
      items += [
        SettingsLine.Item(
          "o", "dropout", short: "drop", Numeral.format(settings.dropout), isChanged: settings.dropout != 0),
        SettingsLine.Item("x", "stop", settings.stopsEarly ? "on" : "off", isChanged: settings.stopsEarly),
      ]
    }
    items.append(
      SettingsLine.Item("n", "noise", Numeral.format(settings.noise), isChanged: settings.noise != 0.2))
    return SettingsLine(items + [SettingsLine.Item("s", "seed", "\(settings.seed)")])
  }
}
