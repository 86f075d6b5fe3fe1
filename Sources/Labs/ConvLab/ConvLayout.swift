import TerminalUI

/// Where everything of the lab stands on the screen: made alike for drawing and for the mouse.
struct ConvLayout: Equatable, Sendable {
  let chrome: LabLayout
  /// The grids, from the top; the last board is left out where there is no room for it.
  let boards: [PaneBoardLayout<ConvPane>]
  /// The text beside the picture on wide screens.
  let panel: Rect?
}

extension ConvLab {
  /// Columns from which on text stands beside the picture, and how many it gets.
  private static let panelThreshold = 110
  private static let panelWidth = 32...46

  /// Where everything but the grids stands. It depends on the size alone, so it may be asked for while the moment is
  /// being worked out.
  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: chrome.size.height >= 30 ? 3 : 2) }

  func layout(isProjected: Bool) -> ConvLayout {
    let chrome = chromeLayout
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
    let boards = boards(in: area, isProjected: isProjected)
    return ConvLayout(chrome: chrome, boards: boards, panel: panel)
  }

  private func boards(in area: Rect, isProjected: Bool) -> [PaneBoardLayout<ConvPane>] {
    if case .unrolled = settings.view, let plane = picture.plane {
      return [stripLayout(plane, in: area)]
    }
    let main = board
    let single = [main.layout(in: area, isProjected: isProjected)]
    guard let second = secondBoard else { return single }
    if case .signal = settings.view {
      let halves = area.splitTop((area.height + 1) / 2)
      return PaneBoard.stack([main, second], in: area, isProjected: isProjected)
        ?? [
          main.layout(in: halves.top, isProjected: false, widest: .bareRegular),
          second.layout(in: halves.rest, isProjected: false, widest: .bareRegular),
        ]
    }
    guard !isProjected else { return single }
    let widest = main.fit(area.size, isProjected: false)
    let stacked = PaneBoard.stack([main, second], in: area, isProjected: false, widest: widest)
    // The picture itself comes first: it is not squeezed for the sake of what lies below.
    return stacked?.first?.panes == single[0].panes ? stacked ?? single : single
  }
}
