/// Curves over common axes, with a legend, a cursor and lines to compare with.
public struct SeriesPlot: Sendable {
  /// The curves; later ones lie on top.
  public var series: [Series]
  /// The line above the picture; empty leaves it to the legend alone.
  public var title = ""
  /// The values at the ends of the x axis; `nil` takes those of the data.
  public var xRange: ClosedRange<Double>?
  /// The values at the ends of the y axis; `nil` takes those of the data.
  public var yRange: ClosedRange<Double>?
  /// The scale in x.
  public var xScale = AxisScale.linear
  /// The scale in y.
  public var yScale = AxisScale.linear
  /// How a value is written where a curve leaves the picture.
  public var valueText: @Sendable (Double) -> String = { _ in "" }
  /// The x value of the cursor.
  public var cursor: Double?
  /// Lines to compare with, such as a limit.
  public var rules: [Rule] = []

  /// A straight line right across the picture.
  public struct Rule: Sendable {
    /// Its direction and value.
    public enum Place: Hashable, Sendable {
      /// Level, at this y value.
      case level(Double)
      /// Upright, at this x value.
      case upright(Double)
    }
    /// Where it is.
    public let place: Place
    /// Its paint.
    public let paint: Paint

    /// A dashed line in `paint`.
    public init(_ place: Place, paint: Paint = .hint) {
      self.place = place
      self.paint = paint
    }
  }

  /// A plot of `series`.
  public init(_ series: [Series], title: String = "") {
    self.series = series
    self.title = title
  }

  /// The points of a curve in places along the axes.
  private func places(_ series: Series) -> [(x: Double, y: Double)] {
    series.points.map { (x: xScale.place(of: $0.x), y: yScale.place(of: $0.y)) }
  }

  /// The axes; `nil` when there is neither a point nor a range to make them from.
  public var axes: PlotAxes? { axes(around: series.map { places($0) }) }

  private func axes(around curves: [[(x: Double, y: Double)]]) -> PlotAxes? {
    let natural = Viewport(around: curves.joined(), margin: 0)
    let room = 0.04
    guard
      let x = SeriesPlot.ends(xRange, xScale, natural.map { ($0.minX, $0.maxX) }, room: 0),
      let y = SeriesPlot.ends(yRange, yScale, natural.map { ($0.minY, $0.maxY) }, room: room),
      let viewport = Viewport(minX: x.low, maxX: x.high, minY: y.low, maxY: y.high)
    else { return nil }
    return PlotAxes(viewport, xScale: xScale, yScale: yScale)
  }

  /// The ends of an axis: those asked for if they make sense, else those of the data with some room.
  private static func ends(
    _ range: ClosedRange<Double>?, _ scale: AxisScale, _ data: (low: Double, high: Double)?, room: Double
  ) -> (low: Double, high: Double)? {
    if let range {
      let (low, high) = (scale.place(of: range.lowerBound), scale.place(of: range.upperBound))
      if low < high { return (low, high) }
    }
    guard let data else { return nil }
    let margin = (data.high - data.low) * room
    return (data.low - margin, data.high + margin)
  }

  /// The part of `area` that holds axes and picture, below the header.
  private func body(of area: Rect) -> Rect {
    area.splitTop(PlotHeader(self).rows(in: area)).rest
  }

  /// The part of `area` that holds the picture alone; `nil` when there is nothing to draw.
  public func picture(in area: Rect) -> Rect? { axes?.picture(in: body(of: area)) }

  /// The x value under `point` when the plot is drawn in `area`; `nil` beside the picture.
  public func x(at point: Point, in area: Rect) -> Double? {
    axes?.values(at: point, in: body(of: area))?.x
  }

  /// Draws header, axes and curves into `area`.
  public func draw(into frame: inout Frame, in area: Rect) {
    let area = area.intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let body = body(of: area)
    PlotHeader(self).draw(into: &frame, in: area.splitTop(area.height - body.height).top)
    let curves = series.map { places($0) }
    guard let axes = axes(around: curves) else {
      frame.write("no values to draw", centredIn: body, row: body.height / 2, .quiet)
      return
    }
    let picture = axes.draw(into: &frame, in: body)
    var canvas = BrailleCanvas(size: picture.size, viewport: axes.viewport, look: frame.look)
    drawRules(onto: &canvas)
    for (number, one) in series.enumerated() where one.form == .line {
      let dash = frame.look.isColoured ? nil : Pen.Dash.series(number)
      let letter = series.count > 1 ? one.glyph : nil
      canvas.polyline(curves[number], Pen(one.paint, dash: dash, letter: letter))
    }
    canvas.draw(into: &frame, at: Point(x: picture.x, y: picture.y))
    drawMarks(curves, into: &frame, in: picture, axes.viewport)
    PlotEdges(self, curves, axes.viewport).draw(into: &frame, in: picture)
  }

  private func drawRules(onto canvas: inout BrailleCanvas) {
    let view = canvas.viewport
    func level(_ y: Double, _ pen: Pen) {
      canvas.line(fromX: view.minX, y: y, toX: view.maxX, y: y, pen)
    }
    func upright(_ x: Double, _ pen: Pen) {
      canvas.line(fromX: x, y: view.minY, toX: x, y: view.maxY, pen)
    }
    // At an edge the axis itself says enough.
    if yScale == .linear, 0.06...0.94 ~= (0 - view.minY) / view.height {
      level(0, Pen(.border, thickness: 1, dash: .dotted))
    }
    for rule in rules {
      switch rule.place {
      case .level(let y): level(yScale.place(of: y), Pen(rule.paint, dash: .dashed))
      case .upright(let x): upright(xScale.place(of: x), Pen(rule.paint, dash: .dashed))
      }
    }
    if let cursor {
      upright(xScale.place(of: cursor), Pen(.accent, thickness: 1, dash: .init(on: 2, off: 2)))
    }
  }

  /// Puts every curve's glyph near its end, on a cell of its own where there is one, and the marks of clouds.
  private func drawMarks(
    _ curves: [[(x: Double, y: Double)]], into frame: inout Frame, in picture: Rect, _ view: Viewport
  ) {
    var taken: Set<Point> = []
    for (one, places) in zip(series, curves) {
      switch one.form {
      case .marks:
        for place in places {
          guard let cell = view.dot(x: place.x, y: place.y, in: picture.size) else { continue }
          put(one.glyph, cell, one.paint, picture, &frame)
        }
      case .line:
        guard !places.isEmpty else { continue }
        // From the end backwards in twentieths of the curve, until a cell is free.
        let cells = (0..<10).lazy.compactMap { share in
          let place = places[(places.count - 1) - (places.count - 1) * share / 20]
          return view.dot(x: place.x, y: place.y, in: picture.size)
        }
        guard let cell = cells.first(where: { !taken.contains($0) }) ?? cells.first else { continue }
        taken.insert(cell)
        put(one.glyph, cell, one.paint, picture, &frame)
      }
    }
  }

  private func put(
    _ glyph: Unicode.Scalar, _ cell: Point, _ paint: Paint, _ picture: Rect, _ frame: inout Frame
  ) {
    guard TextWidth.columns(of: glyph) == 1 else { return }
    frame.put(glyph, x: picture.x + cell.x, y: picture.y + cell.y, Style(paint, .bold))
  }
}
