import TerminalUI

/// Where everything of the lab stands on the screen: made alike for drawing and for the mouse.
struct ConvLayout: Equatable, Sendable {
  let chrome: LabLayout
  let board: PaneBoardLayout<ConvPane>
  /// The window, the kernel and the products, opened up below the board where there is room.
  let work: PaneBoardLayout<ConvPane>?
  /// The text beside the picture on wide screens.
  let panel: Rect?
}

extension ConvLab {
  /// Columns from which on text stands beside the picture, and how many it gets.
  private static let panelThreshold = 110
  private static let panelWidth = 32...46

  func layout(isProjected: Bool) -> ConvLayout {
    let chrome = LabLayout(size: chrome.size, arithmeticRows: self.chrome.size.height >= 30 ? 3 : 2)
    let body = chrome.body
    let board = board
    var area = body
    var panel: Rect?
    if body.width >= ConvLab.panelThreshold, !isProjected {
      let wanted = board.size(in: body.size, isProjected: false).width
      let width = min(
        max(body.width - wanted - 3, ConvLab.panelWidth.lowerBound), ConvLab.panelWidth.upperBound)
      let parts = body.splitLeft(body.width - width)
      area = parts.left.splitLeft(parts.left.width - 3).left
      panel = parts.rest
    }
    let main = board.size(in: area.size, isProjected: isProjected)
    var work: PaneBoardLayout<ConvPane>?
    let below = area.splitTop(main.height + 1).rest
    if let workBoard, !isProjected, below.height >= 6 {
      let widest = board.fit(area.size, isProjected: false)
      let size = workBoard.size(in: below.size, isProjected: false, widest: widest)
      if size.height <= below.height, size.width <= below.width {
        work = workBoard.layout(in: below, isProjected: false, widest: widest)
      }
    }
    let top = work == nil ? area : area.splitTop(main.height).top
    return ConvLayout(
      chrome: chrome, board: board.layout(in: top, isProjected: isProjected), work: work, panel: panel)
  }
}
