import TerminalUI

/// Where everything of the averages lab stands on the screen.
struct AverageLayout: Equatable, Sendable {
  let chrome: LabLayout
  let chart: Rect
  /// The values of the four averages.
  let table: Rect
  /// The weights of past samples.
  let comb: Rect

  init(_ chrome: LabLayout) {
    self.chrome = chrome
    let body = chrome.body
    let side = body.width >= 100 ? 34 : 25
    // Below a dozen rows the chart needs all of them.
    let combRows = body.height >= 24 ? 9 : body.height >= 12 ? 6 : 0
    let parts = body.splitBottom(combRows)
    let upper = parts.rest.splitLeft(parts.rest.width - side - 2)
    chart = upper.left
    table = upper.rest.splitLeft(2).rest
    comb = parts.bottom
  }
}
