import TerminalUI

/// Where everything of the depth lab stands on the screen.
struct DepthLayout: Equatable, Sendable {
  let chrome: LabLayout
  let columns: Rect
  /// What it comes to, where there is room for it.
  let panel: Rect?

  /// The text stands close to the picture of `layers` columns.
  init(_ chrome: LabLayout, layers: Int) {
    self.chrome = chrome
    let body = chrome.body
    guard body.width >= 100, body.height >= 12 else {
      (columns, panel) = (body, nil)
      return
    }
    let width = min(body.width - min(36, body.width / 3), LayerColumns.widest(layers))
    let parts = body.splitLeft(width)
    columns = parts.left
    panel = parts.rest.splitLeft(3).rest.splitLeft(60).left
  }
}
