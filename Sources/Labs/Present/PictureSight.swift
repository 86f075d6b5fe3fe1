import TerminalUI

/// How much of a scene's grids is seen in a picture beside or below a slide.
enum PictureSight: Int, Comparable, Sendable {
  /// Some cells are out of view.
  case cut
  /// All cells, close together and without the lines around the window.
  case bare
  /// Everything.
  case whole

  static func < (one: PictureSight, other: PictureSight) -> Bool { one.rawValue < other.rawValue }
}

extension ConvLab {
  /// How much is seen in a picture of `size`.
  func sight(in size: Size) -> PictureSight {
    let body = LabLayout(embeddedIn: size, arithmeticRows: 2).body
    switch (picture, settings.view) {
    case (.plane(let plane), .unrolled(let order)):
      let input = plane.convolution.input.extent
      let seen = stripLayout(plane, in: body).panes
      let isWhole = seen.allSatisfy { $0.grid.visibleColumns.count == $0.pane.columns }
      return isWhole && seen.count == (order == .columns ? input.width : input.height) ? .whole : .cut
    case (.signal, _):
      let boards = [board] + (secondBoard.map { [$0] } ?? [])
      return PaneBoard.stack(boards, in: body, isProjected: true) == nil ? .cut : .whole
    case (.plane, .grid), (.plane, .compare), (.plane, .backward), (.plane, .signal):
      return board.sight(in: body.size)
    }
  }
}

extension PoolLab {
  /// How much is seen in a picture of `size`.
  func sight(in size: Size) -> PictureSight {
    let body = LabLayout(embeddedIn: size, arithmeticRows: 2).body.size
    return boardArrangements.map { $0.sight(in: body) }.max() ?? .cut
  }
}

extension PaneBoard {
  fileprivate func sight(in size: Size) -> PictureSight {
    let wanted = self.size(in: size, isProjected: true)
    guard wanted.width <= size.width, wanted.height <= size.height else { return .cut }
    return fit(size, isProjected: true).hasRules ? .whole : .bare
  }
}
