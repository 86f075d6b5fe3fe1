import Learning
import TerminalUI

extension CurveLab {
  /// Draws the curves, their numbers at the cursor and their arithmetic.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let plot = plot
    plot.draw(into: &frame, in: layout.plot)
    drawSaturation(of: plot, into: &frame, in: layout.plot)
    drawTable(into: &frame, in: layout.table)
    return content
  }

  var layout: CurveLayout {
    CurveLayout(chromeLayout, longestName: settings.curves.map { Self.name($0).count }.max() ?? 0)
  }

  private static let letters: [Unicode.Scalar] = ["a", "b", "c"]

  /// The curves or their slopes, the one in focus on top, with the tangent and the place at the cursor.
  var plot: SeriesPlot {
    let showsSlopes = settings.view == .slopes
    var series: [Series] = []
    for (number, line) in picture.lines.enumerated().reversed() {
      series.append(
        Series(
          Self.name(line.curve), glyph: Self.letters[number], paint: .series(number), xs: picture.xs,
          ys: showsSlopes ? line.slopes : line.values))
    }
    let point = point
    let height = showsSlopes ? point.slope : point.value
    if !showsSlopes, point.slope.isFinite, point.value.isFinite {
      let reach = (settings.range.upperBound - settings.range.lowerBound) / 5
      let ends = [point.x - reach, point.x + reach]
      series.append(
        Series("tangent", glyph: "t", paint: .accent, xs: ends, ys: ends.map { point.tangent(at: $0) }))
    }
    if height.isFinite {
      series.append(
        Series("here", glyph: "●", paint: .accent, form: .marks, xs: [point.x], ys: [height]))
    }
    var plot = SeriesPlot(series)
    plot.xRange = settings.range
    plot.yRange = showsSlopes ? picture.slopeRange : picture.valueRange
    plot.valueText = { Numeral.format($0, digits: 3) }
    plot.cursor = point.x
    return plot
  }

  private static func name(_ curve: Curve) -> String {
    if case .expression = curve.source { "f(x)" } else { curve.name }
  }

  /// Shades the stretches of x on which the curve in focus is nearly level, and says so at their foot.
  private func drawSaturation(of plot: SeriesPlot, into frame: inout Frame, in area: Rect) {
    guard let saturation = settings.curve.saturation, let room = plot.picture(in: area), room.height >= 3
    else {
      return
    }
    let width = settings.range.upperBound - settings.range.lowerBound
    // From the left of the picture to the stretch's end, and from its beginning to the right.
    let column = { (x: Double) in
      Int((min(max(0, (x - settings.range.lowerBound) / width), 1) * Double(room.width)).rounded())
    }
    let left = saturation.below.map { 0..<column($0) }
    let right = saturation.above.map { column($0)..<room.width }
    for run in [left, right].compactMap({ $0 }) where !run.isEmpty {
      let stretch = Rect(x: room.x + run.lowerBound, y: room.y, width: run.count, height: room.height)
      frame.restyle(stretch) { $0.background = .overlay }
      let label = "level"
      let x = stretch.x + (run.count - label.count) / 2
      let cells = (x..<x + label.count).map { frame[$0, room.bottom - 1] }
      guard run.count >= label.count + 2, cells.allSatisfy({ $0.scalar == 32 }) else { continue }
      frame.write(label, x: x, y: room.bottom - 1, Style(.hint, on: .overlay))
    }
  }

  private func drawTable(into frame: inout Frame, in area: Rect) {
    guard area.width >= 20, area.height >= 5 else { return }
    frame.write("x = \(Numeral.format(x))", x: area.x, y: area.y, Style(.plain, .bold), limit: area.width)
    let (valueEnd, slopeEnd) = (area.right - 9, area.right)
    frame.write("f(x)", endingAt: valueEnd, y: area.y + 1, .quiet)
    frame.write("f'(x)", endingAt: slopeEnd, y: area.y + 1, .quiet)
    for (number, curve) in settings.curves.enumerated() {
      let y = area.y + 2 + number
      let point = settings.point(of: curve, at: x)
      let style = Style(.plain, number == 0 ? .bold : [])
      frame.put(Self.letters[number], x: area.x, y: y, Style(.series(number), .bold))
      frame.put(number == 0 ? "▶" : " ", x: area.x + 1, y: y, .accent)
      frame.write(Self.name(curve), x: area.x + 2, y: y, style, limit: max(0, valueEnd - area.x - 10))
      frame.write(Numeral.format(point.value, digits: 3), endingAt: valueEnd, y: y, style)
      frame.write(Numeral.format(point.slope, digits: 3), endingAt: slopeEnd, y: y, style)
    }
    var y = area.y + 3 + settings.curves.count
    for fact in CurveWords.facts(for: self) {
      for line in frame.lines(of: fact, width: area.width) where y < area.bottom {
        frame.write(line, x: area.x, y: y, Style(.hint), limit: area.width)
        y += 1
      }
    }
  }

  private var content: ChromeContent {
    let variant =
      switch settings.view {
      case .curves: "curves and tangent"
      case .slopes: "slopes"
      }
    return ChromeContent(
      of: self, subject: settings.curves.map(\.title).joined(separator: " · "), variant: variant,
      arithmetic: CurveWords.arithmetic(for: self),
      hint: CurveWords.hint(for: settings.curve, in: settings.view))
  }

  var settingsLine: SettingsLine {
    var items = [
      SettingsLine.Item("v", "view", settings.view.rawValue, isChanged: settings.view != .curves),
      SettingsLine.Item("t", "f(x)", Self.name(settings.curve), isChanged: settings.curve != Curve(.sigmoid)),
    ]
    if case .activation(let activation, let parameter?) = settings.curve.source {
      items.append(
        SettingsLine.Item(
          "p", "a", Numeral.format(parameter), isChanged: parameter != activation.usualParameter))
    }
    if let slope = settings.slopeAtKink(of: settings.curve) {
      items.append(
        SettingsLine.Item("k", "kink", Numeral.format(slope), isChanged: settings.kink != .usual))
    }
    let ends = [settings.range.lowerBound, settings.range.upperBound].map { Numeral.format($0) }
    items.append(
      SettingsLine.Item("x", "range", ends.joined(separator: "…"), isChanged: settings.ownRange != nil))
    items.append(SettingsLine.Item("o", "overlay", "\(settings.curves.count) of \(CurveScene.mostCurves)"))
    return SettingsLine(items)
  }
}
