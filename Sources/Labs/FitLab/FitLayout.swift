import Learning
import TerminalUI

/// Where everything of the fit lab stands on the screen.
struct FitLayout: Equatable, Sendable {
  let chrome: LabLayout
  /// The points and the curve, and the errors: one of them, or both where there is room.
  let curve, errors: Rect?
  /// Numbers of the present fit.
  let table: Rect

  init(_ chrome: LabLayout, _ view: FitScene.View) {
    self.chrome = chrome
    let body = chrome.body
    let side = body.width >= 150 ? 38 : 28
    let parts = body.splitLeft(body.width - side - 2)
    table = parts.rest.splitLeft(2).rest
    guard body.width >= 110 else {
      (curve, errors) = view == .errors ? (nil, parts.left) : (parts.left, nil)
      return
    }
    let halves = parts.left.splitLeft(parts.left.width * 11 / 20)
    let right = halves.rest.splitLeft(2).rest
    (curve, errors) = view == .errors ? (right, halves.left) : (halves.left, right)
  }
}
