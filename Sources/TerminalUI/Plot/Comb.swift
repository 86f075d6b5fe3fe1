/// Upright bars side by side, such as the weights of past samples; negative ones hang from a common zero.
///
/// With more values than columns, each column shows the value farthest from 0, so spikes stay visible; with fewer,
/// bars grow wider, up to eight columns.
public struct Comb: Equatable, Sendable {
  /// The values from the left.
  public let values: [Double]
  /// The values at the bottom and the top; `nil` takes those of the bars and 0.
  public let range: ClosedRange<Double>?
  /// The paint of one bar; `nil` tells positive from negative.
  public let paint: Paint?
  /// The bar to stress.
  public let highlighted: Int?

  /// Upright bars for `values`; NaN and ±∞ leave gaps.
  public init(
    _ values: [Double], range: ClosedRange<Double>? = nil, paint: Paint? = nil, highlighted: Int? = nil
  ) {
    // Equatable like all that a lab may hold, so no NaN inside.
    self.values = values.map { $0.isNaN ? .infinity : $0 }
    self.range = range
    self.paint = paint
    self.highlighted = highlighted
  }

  /// Columns of one bar, and from one to the next.
  private func pitch(in width: Int) -> (bar: Int, step: Int) {
    guard !values.isEmpty else { return (1, 1) }
    let step = min(max(1, width / values.count), 9)
    return (step > 1 ? step - 1 : 1, step)
  }

  /// The number of the bar at `point` when the comb is drawn in `area`; `nil` beside the bars.
  public func bar(at point: Point, in area: Rect) -> Int? {
    guard area.contains(point), !values.isEmpty else { return nil }
    if values.count > area.width { return (point.x - area.x) * values.count / area.width }
    let index = (point.x - area.x) / pitch(in: area.width).step
    return index < values.count ? index : nil
  }

  /// Draws the bars into `area`.
  public func draw(into frame: inout Frame, in area: Rect) {
    let area = area.intersection(frame.bounds)
    guard !area.isEmpty, !values.isEmpty else { return }
    let finite = values.filter(\.isFinite)
    var low = min(0, finite.min() ?? 0)
    var high = max(0, finite.max() ?? 0)
    if let range, range.lowerBound.isFinite, range.upperBound.isFinite {
      (low, high) = (min(0, range.lowerBound), max(0, range.upperBound))
    }
    let scale = Double(area.height) / max(high - low, .leastNonzeroMagnitude)
    guard scale.isFinite else { return }
    // Whole rows for the negative part, so that the zero line is one.
    let zero = low < 0 ? (-low * scale).rounded() : 0
    let pitch = pitch(in: area.width)
    for (column, (index, value)) in shown(in: area.width).enumerated() where value.isFinite {
      let style = Style(
        index == highlighted ? .accent : paint ?? (value < 0 ? .negative : .positive),
        index == highlighted ? .bold : [])
      let end = min(max(0, zero + value * scale), Double(area.height))
      let x = area.x + column * pitch.step
      for offset in 0..<pitch.bar where x + offset < area.right {
        frame.uprightBar(x: x + offset, from: zero, to: end, base: area.bottom - 1, style)
      }
    }
  }

  /// What the columns show: the number of a bar and its value.
  private func shown(in width: Int) -> [(index: Int, value: Double)] {
    guard values.count > width else { return values.enumerated().map { ($0.offset, $0.element) } }
    return (0..<width).map { column in
      let bars = column * values.count / width..<(column + 1) * values.count / width
      let finite = bars.filter { values[$0].isFinite }
      let farthest = finite.max { abs(values[$0]) < abs(values[$1]) } ?? bars.lowerBound
      let index = highlighted.map { bars.contains($0) } == true ? highlighted ?? farthest : farthest
      return (index, values[farthest])
    }
  }
}
