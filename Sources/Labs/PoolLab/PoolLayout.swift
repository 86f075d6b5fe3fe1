import TerminalUI

extension PoolLab {
  func layout(isProjected: Bool) -> BoardLayout<PoolPane> {
    BoardLayout(
      chromeLayout, isProjected: isProjected,
      columns: { board(in: $0, isProjected: false).size(in: $0, isProjected: false, widest: .roomy).width },
      boards: {
        BoardLayout.stacked(
          board(in: $0.size, isProjected: isProjected), workBoard, in: $0, isProjected: isProjected)
      })
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
