/// A line that says what just happened and goes away by itself.
public struct Toast: Equatable, Sendable {
  /// What it says.
  public let text: String
  /// Whether it tells of a failure.
  public let isComplaint: Bool
  /// Time left, in seconds.
  public private(set) var secondsLeft: Double

  /// A line to be seen for `seconds`.
  public init(_ text: String, isComplaint: Bool = false, seconds: Double = 3) {
    self.text = text
    self.isComplaint = isComplaint
    secondsLeft = seconds.isFinite ? max(0, seconds) : 3
  }

  /// Lets time pass; returns whether the line is still to be seen.
  public mutating func tick(seconds: Double) -> Bool {
    if seconds > 0 { secondsLeft = max(0, secondsLeft - seconds) }
    return secondsLeft > 0
  }

  /// Draws the line over the first row of `row`.
  public func draw(into frame: inout Frame, in row: Rect) {
    let row = row.intersection(frame.bounds).splitTop(1).top
    guard row.width >= 3 else { return }
    frame.fill(row)
    let style = Style(isComplaint ? .wrong : .hint)
    frame.write(isComplaint ? "✗" : "✓", x: row.x, y: row.y, style)
    frame.write(text, x: row.x + 2, y: row.y, style, limit: row.width - 2)
  }
}
