import TerminalUI

/// The tape, and the words beside it where there is room for both.
struct GraphLayout: Equatable, Sendable {
  let tape, panel: Rect

  init(_ body: Rect, _ picture: GraphPicture) {
    // A drawing is as wide as it is; lines of a table may be any width.
    let wanted = picture.drawing.map(\.closeSize.width) ?? GraphLab.widestTape
    let side = max(38, min(64, body.width - wanted - 3))
    let isWide = body.width >= 104 && (picture.drawing == nil || wanted + 3 + side <= body.width)
    guard isWide else {
      (tape, panel) = (body, Rect(x: body.right, y: body.y, width: 0, height: body.height))
      return
    }
    let parts = body.splitLeft(body.width - side)
    (tape, panel) = (parts.left.splitLeft(parts.left.width - 3).left, parts.rest)
  }
}
