/// One bar of a chart.
public struct Bar: Hashable, Sendable {
  /// What it stands for.
  public let label: String
  /// Its length; no bar for NaN and ±∞.
  public let value: Double
  /// The value as written beside it.
  public let text: String
  /// Its paint; `nil` tells positive from negative.
  public let paint: Paint?

  /// A bar of length `value`, with `text` beside it.
  public init(_ label: String, value: Double, text: String, paint: Paint? = nil) {
    self.label = label
    self.value = value
    self.text = text
    self.paint = paint
  }
}

/// Level bars, one to a row: label, bar, number. Negative bars grow to the left of a common zero.
public struct BarChart: Equatable, Sendable {
  /// The bars from the top.
  public let bars: [Bar]
  /// The values at the ends of the chart; `nil` takes those of the bars and 0.
  public let range: ClosedRange<Double>?

  /// A chart of `bars`.
  public init(_ bars: [Bar], range: ClosedRange<Double>? = nil) {
    self.bars = bars
    self.range = range
  }

  private var ends: (low: Double, high: Double) {
    if let range, range.lowerBound.isFinite, range.upperBound.isFinite {
      return (min(0, range.lowerBound), max(0, range.upperBound))
    }
    let finite = bars.map(\.value).filter(\.isFinite)
    return (min(0, finite.min() ?? 0), max(0, finite.max() ?? 0))
  }

  /// Draws as many bars as `area` has rows.
  public func draw(into frame: inout Frame, in area: Rect) {
    let area = area.intersection(frame.bounds)
    guard area.width >= 3, !bars.isEmpty else { return }
    let shown = bars.prefix(area.height)
    let labels = min(shown.map { TextWidth.columns(of: $0.label) }.max() ?? 0, area.width / 3)
    let texts = min(shown.map { TextWidth.columns(of: $0.text) }.max() ?? 0, area.width / 3)
    let left = area.x + labels + (labels > 0 ? 1 : 0)
    let right = area.right - texts - (texts > 0 ? 1 : 0)
    let (low, high) = ends
    let scale = Double(max(0, right - left)) / max(high - low, .leastNonzeroMagnitude)
    let zero = Double(left) - (low * scale).rounded()
    for (row, bar) in shown.enumerated() {
      let y = area.y + row
      frame.write(bar.label, x: area.x, y: y, limit: labels)
      let columns = min(TextWidth.columns(of: bar.text), texts)
      frame.write(bar.text, x: area.right - columns, y: y, limit: columns)
      if low < 0, zero >= Double(left), zero < Double(right) {
        frame.put("│", x: Int(zero), y: y, Style(.border))
      }
      let style = Style(bar.paint ?? (bar.value < 0 ? .negative : .positive))
      let end = min(max(Double(left), zero + bar.value * scale), Double(right))
      guard bar.value.isFinite, scale.isFinite, left < right else { continue }
      frame.levelBar(from: zero, to: end, y: y, style)
    }
  }
}
