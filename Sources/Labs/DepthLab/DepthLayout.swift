import TerminalUI

/// Where everything of the depth lab stands on the screen.
struct DepthLayout: Equatable, Sendable {
  let chrome: LabLayout
  let columns: Rect
  /// What it comes to, where there is room for it.
  let panel: Rect?

  init(_ chrome: LabLayout) {
    self.chrome = chrome
    let body = chrome.body
    guard body.width >= 100, body.height >= 12 else {
      (columns, panel) = (body, nil)
      return
    }
    let parts = body.splitLeft(body.width - min(36, body.width / 3))
    columns = parts.left
    panel = parts.rest.splitLeft(3).rest
  }
}
