import Learning
import TerminalUI

extension RaceLab {
  /// Draws map, table and what else there is room for.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let layout = layout(isProjected: frame.look.isProjected)
    if viewState.view == .relief {
      drawRelief(into: &frame, in: layout.map)
    } else if let curve = picture?.curve {
      drawCurve(curve, into: &frame, in: layout.map)
    } else {
      drawMap(into: &frame, in: layout.map)
    }
    RaceTable(self).draw(into: &frame, in: layout.table)
    RaceChart(self).draw(into: &frame, in: layout.loss, length: timeline.count)
    RaceInside(self).draw(into: &frame, in: layout.inside)
    return content
  }

  private var arithmetic: [ArithmeticLine] {
    let letter = String(RacerMark(selected).letter)
    return moment.lines.map { ArithmeticLine($0.name.isEmpty ? letter : "\(letter)  \($0.name)", $0.text) }
  }

  private func drawMap(into frame: inout Frame, in area: Rect) {
    guard let picture else { return }
    let room = PlotAxes(picture.viewport).draw(into: &frame, in: area)
    picture.map.draw(into: &frame, in: room, ceiling: frame.look.isColoured ? 0.75 : 0.6)
    guard !room.isEmpty else { return }
    let origin = Point(x: room.x, y: room.y)
    if frame.look.isColoured {
      var lines = BrailleCanvas(size: room.size, viewport: picture.viewport, look: frame.look)
      picture.contours.draw(onto: &lines) { _ in Pen(.quiet, thickness: 1) }
      lines.draw(into: &frame, at: origin)
    }
    var canvas = BrailleCanvas(size: room.size, viewport: picture.viewport, look: frame.look)
    for minimum in setup.surface.minima {
      canvas.mark("×", x: minimum.point.x, y: minimum.point.y, Style(.plain, .bold))
    }
    for number in drawingOrder {
      let mark = RacerMark(number)
      let run = race.runs[number]
      canvas.polyline(track(of: run), mark.pen)
      if number == selected { markEveryTenth(of: run, mark, onto: &canvas) }
    }
    canvas.mark("+", x: start.x, y: start.y, Style(.plain, .bold))
    for number in drawingOrder {
      let point = race.runs[number].state.point
      canvas.mark(head(number), x: point.x, y: point.y, headStyle(number))
    }
    // No colour stands out from every shade of the map, so tracks run on a band of calmer ones, from which all contours
    // are gone.
    canvas.draw(into: &frame, at: origin) { $0.muted }
  }

  /// The racers; the selected one is drawn last, on top.
  var drawingOrder: [Int] { race.runs.indices.filter { $0 != selected } + [selected] }

  /// What stands where a racer is: its letter, or a cross where it was last.
  func head(_ number: Int) -> Unicode.Scalar {
    if case .diverged = race.runs[number].status { "✗" } else { RacerMark(number).letter }
  }

  func headStyle(_ number: Int) -> Style {
    Style(RacerMark(number).paint, number == selected ? [.bold, .reverse] : .bold)
  }

  /// The places of a run. Of one that diverged only the way out of the map: its jumps from side to side would cover the
  /// others.
  private func track(of run: Descent) -> [(x: Double, y: Double)] {
    let points = (run.track + [run.state]).map { (x: $0.point.x, y: $0.point.y) }
    guard case .diverged = run.status else { return points }
    let window = setup.surface.window
    let last = points.firstIndex { point in
      Self.isFar(point.x, from: window.x) || Self.isFar(point.y, from: window.y)
    }
    return last.map { Array(points[...$0]) } ?? points
  }

  /// Whether a coordinate is farther from the window than that is wide.
  private static func isFar(_ value: Double, from range: ClosedRange<Double>) -> Bool {
    let span = range.upperBound - range.lowerBound
    return value < range.lowerBound - span || value > range.upperBound + span
  }

  /// The racer's shape at every tenth step: where they lie close, it is slow.
  private func markEveryTenth(of run: Descent, _ mark: RacerMark, onto canvas: inout BrailleCanvas) {
    for state in run.track where state.step > 0 && state.step % 10 == 0 && state.step != run.state.step {
      canvas.mark(mark.shape, x: state.point.x, y: state.point.y, Style(mark.paint))
    }
  }

  private func drawRelief(into frame: inout Frame, in area: Rect) {
    guard let picture, let relief = picture.relief, let range = picture.map.range,
      var canvas = relief.canvas(size: area.size, look: frame.look)
    else {
      frame.write("No finite height to show here.", centredIn: area, row: area.height / 2, .quiet)
      return
    }
    relief.draw(onto: &canvas)
    for number in drawingOrder {
      let mark = RacerMark(number)
      let run = race.runs[number]
      let seen = run.track.compactMap { place($0.point, $0.value, on: relief, range) }
      canvas.polyline(seen, mark.pen)
      if let head = place(run.state.point, run.state.value, on: relief, range) {
        canvas.mark(mark.letter, x: head.x, y: head.y, Style(mark.paint, .bold))
      }
    }
    canvas.draw(into: &frame, at: Point(x: area.x, y: area.y))
  }

  private func place(
    _ point: SurfacePoint, _ value: Double, on relief: Wireframe, _ range: ClosedRange<Double>
  ) -> (x: Double, y: Double)? {
    guard setup.surface.window.contains(point) else { return nil }
    return relief.place(x: point.x, y: point.y, value: RacePicture.reliefHeight(value, over: range))
  }

  private var content: ChromeContent {
    let title = RaceWords.title(self)
    return ChromeContent(
      of: self, subject: title.subject, variant: title.variant, arithmetic: arithmetic,
      hint: RaceWords.hint(for: self),
      footer: isMovingStart ? RaceBindings.start.footer : Self.bindings.footer)
  }

  var settingsLine: SettingsLine {
    var items = [
      SettingsLine.Item("v", "", viewState.view.rawValue, isChanged: viewState.view != .table),
      SettingsLine.Item(
        "l", "\(RacerMark(selected).letter) rate", short: "\(RacerMark(selected).letter)",
        Numeral.format(current.learningRate, digits: 3)),
      SettingsLine.Item("p", "start", text(of: start, digits: 3), isChanged: setup.start != nil),
      SettingsLine.Item("j", "", setup.schedule.name, isChanged: setup.schedule != .constant),
      SettingsLine.Item(
        "n", "noise", Numeral.format(setup.noise, digits: 2), isChanged: setup.noise > 0),
      SettingsLine.Item(
        "f", "", setup.fairness?.rawValue ?? "rates as set",
        isChanged: setup.fairness != nil),
    ]
    if let quadratic = setup.surface.quadratic {
      items.append(
        SettingsLine.Item(
          "k", "condition", short: "κ", Numeral.format(quadratic.condition, digits: 3),
          isChanged: setup.surface.condition != nil))
      items.append(
        SettingsLine.Item(
          "z", "turned", short: "turn", "\(Numeral.format(quadratic.rotation, digits: 3))°",
          isChanged: setup.surface.rotation != nil))
    }
    return SettingsLine(items)
  }
}

extension RaceLab {
  /// `-1,2` in a few digits; x alone where f depends on nothing else.
  func text(of point: SurfacePoint, digits: Int) -> String {
    let x = Numeral.format(point.x, digits: digits)
    return setup.surface.isCurve ? x : "\(x),\(Numeral.format(point.y, digits: digits))"
  }
}
