/// The two axes around a picture, and the room that is left for it.
public struct PlotAxes: Equatable, Sendable {
  /// What the picture shows, in places along the axes.
  public let viewport: Viewport
  /// What the places in x mean.
  public let xScale: AxisScale
  /// What the places in y mean.
  public let yScale: AxisScale

  /// Axes around a picture of `viewport`.
  public init(_ viewport: Viewport, xScale: AxisScale = .linear, yScale: AxisScale = .linear) {
    self.viewport = viewport
    self.xScale = xScale
    self.yScale = yScale
  }

  /// Below this size a picture has no axes.
  private static let smallest = Size(width: 24, height: 6)
  /// Rows under the picture: the line and its labels.
  private static let footRows = 2

  private func hasRoom(_ area: Rect) -> Bool {
    area.width >= PlotAxes.smallest.width && area.height >= PlotAxes.smallest.height
  }

  private func yAxis(rows: Int) -> Axis {
    Axis(from: viewport.minY, to: viewport.maxY, scale: yScale, count: max(2, rows / 3))
  }

  /// The room for the picture inside `area`; all of it when there is none for axes.
  public func picture(in area: Rect) -> Rect {
    guard hasRoom(area) else { return area }
    let rows = area.height - PlotAxes.footRows
    let gutter = min(yAxis(rows: rows).labelColumns, area.width / 3) + 1
    return Rect(x: area.x + gutter, y: area.y, width: area.width - gutter, height: rows)
  }

  /// Draws the axes into `area` and returns the room for the picture.
  @discardableResult
  public func draw(into frame: inout Frame, in area: Rect) -> Rect {
    let picture = picture(in: area)
    guard hasRoom(area), !picture.isEmpty else { return picture }
    drawYAxis(into: &frame, picture, left: area.x)
    drawXAxis(into: &frame, picture, in: area)
    frame.put("└", x: picture.x - 1, y: picture.bottom, Style(.border))
    return picture
  }

  private func drawYAxis(into frame: inout Frame, _ picture: Rect, left: Int) {
    frame.verticalLine(x: picture.x - 1, y: picture.y, length: picture.height)
    for tick in yAxis(rows: picture.height).ticks {
      guard let cell = viewport.dot(x: viewport.minX, y: tick.place, in: picture.size) else { continue }
      let y = picture.y + cell.y
      frame.put("┤", x: picture.x - 1, y: y, Style(.border))
      let room = picture.x - 1 - left
      let columns = min(tick.label.count, room)
      frame.write(tick.label, x: picture.x - 1 - columns, y: y, .quiet, limit: columns)
    }
  }

  private func drawXAxis(into frame: inout Frame, _ picture: Rect, in area: Rect) {
    let line = picture.bottom
    frame.horizontalLine(x: picture.x, y: line, length: picture.width)
    // Labels differ in length, so more ticks are tried than will be labelled.
    let axis = Axis(
      from: viewport.minX, to: viewport.maxX, scale: xScale, count: max(2, picture.width / 10))
    var free = area.x
    for tick in axis.ticks {
      guard let cell = viewport.dot(x: tick.place, y: viewport.minY, in: picture.size) else { continue }
      let x = picture.x + cell.x
      let start = min(max(area.x, x - tick.label.count / 2), area.right - tick.label.count)
      guard start >= free else { continue }
      frame.put("┴", x: x, y: line, Style(.border))
      frame.write(tick.label, x: start, y: line + 1, .quiet, limit: area.right - start)
      free = start + tick.label.count + 2
    }
  }

  /// The values at the cell under `point` in a picture drawn in `area`; `nil` beside it.
  public func values(at point: Point, in area: Rect) -> (x: Double, y: Double)? {
    let picture = picture(in: area)
    guard picture.contains(point) else { return nil }
    let middle = viewport.middle(
      of: Point(x: point.x - picture.x, y: point.y - picture.y), in: picture.size)
    return (xScale.value(at: middle.x), yScale.value(at: middle.y))
  }
}
