import TerminalUI

/// Where everything of the curve lab stands on the screen.
struct CurveLayout: Equatable, Sendable {
  let chrome: LabLayout
  let plot: Rect
  /// Names, values and slopes at the cursor.
  let table: Rect

  /// - Parameter longestName: columns of the longest name in the table.
  init(_ chrome: LabLayout, longestName: Int) {
    self.chrome = chrome
    let body = chrome.body
    let side = body.width >= 100 ? 36 : body.width >= 70 ? 32 : min(32, max(27, 19 + longestName))
    let parts = body.splitLeft(body.width - side - 2)
    plot = parts.left
    table = parts.rest.splitLeft(2).rest
  }

  /// The curve whose row in the table lies under `point`.
  func row(of point: Point, curves: Int) -> Int? {
    let row = point.y - table.y - 2
    return table.contains(point) && (0..<curves).contains(row) ? row : nil
  }
}
