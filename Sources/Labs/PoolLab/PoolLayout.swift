import TerminalUI

/// Where everything of the lab stands on the screen: made alike for drawing and for the mouse.
struct PoolLayout: Equatable, Sendable {
  let chrome: LabLayout
  /// The grids, from the top; the last board is left out where there is no room for it.
  let boards: [PaneBoardLayout<PoolPane>]
  /// The text beside the picture on wide screens.
  let panel: Rect?
}

extension PoolLab {
  /// Columns from which on text stands beside the picture, and how many it gets.
  private static let panelThreshold = 110
  private static let panelWidth = 32...46

  /// Where everything but the grids stands. It depends on the size alone, so it may be asked for while the moment is
  /// being worked out.
  var chromeLayout: LabLayout {
    chrome.layout(arithmeticRows: chrome.size.height >= 30 ? 3 : 2)
  }

  func layout(isProjected: Bool) -> PoolLayout {
    let chrome = chromeLayout
    let body = chrome.body
    var area = body
    var panel: Rect?
    if body.width >= PoolLab.panelThreshold, !isProjected {
      let wanted = board(in: body.size, isProjected: false).size(in: body.size, isProjected: false).width
      let width = min(
        max(body.width - wanted - 3, PoolLab.panelWidth.lowerBound), PoolLab.panelWidth.upperBound)
      let parts = body.splitLeft(body.width - width)
      area = parts.left.splitLeft(parts.left.width - 3).left
      panel = parts.rest
    }
    return PoolLayout(chrome: chrome, boards: boards(in: area, isProjected: isProjected), panel: panel)
  }

  private func boards(in area: Rect, isProjected: Bool) -> [PaneBoardLayout<PoolPane>] {
    let main = board(in: area.size, isProjected: isProjected)
    let single = [main.layout(in: area, isProjected: isProjected)]
    guard let work = workBoard, !isProjected else { return single }
    let widest = main.fit(area.size, isProjected: false)
    let stacked = PaneBoard.stack([main, work], in: area, isProjected: false, widest: widest)
    // The picture itself comes first: it is not squeezed for the sake of what lies below.
    return stacked?.first?.panes == single[0].panes ? stacked ?? single : single
  }

  /// The grids of the present view, arranged as lets them be spaced most generously in `size`; where none of the
  /// arrangements fits, in the preferred one.
  private func board(in size: Size, isProjected: Bool) -> PaneBoard<PoolPane> {
    let fitting = boardArrangements.filter { board in
      let wanted = board.size(in: size, isProjected: isProjected)
      return wanted.width <= size.width && wanted.height <= size.height
    }
    let roomiest = fitting.min { one, other in
      one.fit(size, isProjected: isProjected).rawValue < other.fit(size, isProjected: isProjected).rawValue
    }
    return roomiest ?? boardArrangements[0]
  }
}
