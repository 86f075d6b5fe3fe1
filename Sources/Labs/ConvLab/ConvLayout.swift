import TerminalUI

extension ConvLab {
  func layout(isProjected: Bool) -> BoardLayout<ConvPane> {
    let board = board
    return BoardLayout(
      chromeLayout, isProjected: isProjected,
      columns: { board.size(in: $0, isProjected: false, widest: .roomy).width },
      boards: { boards(board, in: $0, isProjected: isProjected) })
  }

  private func boards(_ main: PaneBoard<ConvPane>, in area: Rect, isProjected: Bool) -> [PaneBoardLayout<
    ConvPane
  >] {
    if case .unrolled = settings.view, let plane = picture.plane {
      return [stripLayout(plane, in: area)]
    }
    guard case .signal = settings.view, let second = secondBoard else {
      return BoardLayout.stacked(main, secondBoard, in: area, isProjected: isProjected)
    }
    let halves = area.splitTop((area.height + 1) / 2)
    return PaneBoard.stack([main, second], in: area, isProjected: isProjected)
      ?? [
        main.layout(in: halves.top, isProjected: false, widest: .bareRegular),
        second.layout(in: halves.rest, isProjected: false, widest: .bareRegular),
      ]
  }
}
