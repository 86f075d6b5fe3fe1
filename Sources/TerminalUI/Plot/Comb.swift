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
  /// Where the bars stand; `nil` puts them side by side from the left.
  public let span: Span?

  /// Places for bars under the points of a plot with the same x axis.
  public struct Span: Equatable, Sendable {
    /// The place of the first bar; the others follow at a distance of 1.
    let first: Double
    /// The ends of the axis, which are those of the drawn area.
    let ends: ClosedRange<Double>

    /// Bars at `first`, `first + 1`, … of an axis between `ends`.
    public init(from first: Double, within ends: ClosedRange<Double>) {
      (self.first, self.ends) = (first, ends)
    }

    private func column(_ index: Int, _ width: Int) -> Int {
      let share = (first + Double(index) - ends.lowerBound) / (ends.upperBound - ends.lowerBound)
      return share >= 0 && share <= 1 ? min(Int(share * Double(width)), width - 1) : -1
    }

    /// The columns of bar `index` in an area `width` columns wide: around that of its point, as wide as there is room.
    func columns(of index: Int, width: Int) -> Range<Int> {
      let column = column(index, width)
      guard column >= 0 else { return 0..<0 }
      let pitch = Int(min(Double(width) / (ends.upperBound - ends.lowerBound), 9))
      let bar = max(1, pitch - 1)
      let left = column - (bar - 1) / 2
      return max(0, left)..<min(width, left + bar)
    }
  }

  /// Upright bars for `values`; NaN and ±∞ leave gaps.
  public init(
    _ values: [Double], range: ClosedRange<Double>? = nil, paint: Paint? = nil, highlighted: Int? = nil,
    span: Span? = nil
  ) {
    self.span = span
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
    for (columns, index, value) in shown(in: area.width) where value.isFinite {
      let style = Style(
        index == highlighted ? .accent : paint ?? (value < 0 ? .negative : .positive),
        index == highlighted ? .bold : [])
      let end = min(max(0, zero + value * scale), Double(area.height))
      for column in columns where column < area.width {
        frame.uprightBar(x: area.x + column, from: zero, to: end, base: area.bottom - 1, style)
      }
    }
  }

  /// What the columns show: the number of a bar and its value.
  private func shown(in width: Int) -> [(columns: Range<Int>, index: Int, value: Double)] {
    if let span { return shown(in: width, span) }
    let pitch = pitch(in: width)
    guard values.count > width else {
      return values.enumerated().map { ($0 * pitch.step..<$0 * pitch.step + pitch.bar, $0, $1) }
    }
    return (0..<width).map { column in
      let bars = column * values.count / width..<(column + 1) * values.count / width
      let finite = bars.filter { values[$0].isFinite }
      let farthest = finite.max { abs(values[$0]) < abs(values[$1]) } ?? bars.lowerBound
      let index = highlighted.map { bars.contains($0) } == true ? highlighted ?? farthest : farthest
      return (column..<column + 1, index, values[farthest])
    }
  }

  /// Every bar where its point is; of those that share a column the one farthest from 0.
  private func shown(in width: Int, _ span: Span) -> [(columns: Range<Int>, index: Int, value: Double)] {
    var shown: [(columns: Range<Int>, index: Int, value: Double)] = []
    for (index, value) in values.enumerated() {
      let columns = span.columns(of: index, width: width)
      guard let last = shown.last, last.columns == columns else {
        shown.append((columns, index, value))
        continue
      }
      let isFarther = !last.value.isFinite || value.isFinite && abs(value) > abs(last.value)
      shown[shown.count - 1] = (
        columns, index == highlighted ? index : last.index == highlighted || !isFarther ? last.index : index,
        isFarther ? value : last.value
      )
    }
    return shown
  }
}
