import TerminalUI

/// Where everything of the normalisation lab stands on the screen.
struct NormLayout: Equatable, Sendable {
  let chrome: LabLayout
  /// Numbers of the batch, and facts under them.
  let table: Rect
  /// Means from batch to batch, where there is room for them.
  let chart: Rect?

  init(_ chrome: LabLayout) {
    self.chrome = chrome
    let body = chrome.body
    guard body.width >= 100 else {
      (table, chart) = (body, nil)
      return
    }
    let parts = body.splitLeft(body.width * 6 / 10)
    table = parts.left
    chart = parts.rest.splitLeft(3).rest
  }
}
