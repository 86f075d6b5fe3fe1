import Learning
import TerminalUI

/// Where everything of a lab of grids stands on the screen.
struct BoardLayout<Pane: GridPane>: Equatable, Sendable {
  let chrome: LabLayout
  /// The grids, from the top.
  let boards: [PaneBoardLayout<Pane>]
  /// The text beside the picture on wide screens.
  let panel: Rect?

  /// Columns from which on text stands beside the picture, and how many it gets.
  private static var panelThreshold: Int { 110 }
  private static var panelWidth: ClosedRange<Int> { 32...46 }

  init(_ chrome: LabLayout, _ view: any GridLabView<Pane>, isProjected: Bool) {
    let body = chrome.body
    self.chrome = chrome
    guard body.width >= Self.panelThreshold, !isProjected else {
      (boards, panel) = (view.boards(in: body, isProjected: isProjected), nil)
      return
    }
    let rest = body.width - view.wantedWidth(in: body.size) - 3
    let width = min(max(rest, Self.panelWidth.lowerBound), Self.panelWidth.upperBound)
    let parts = body.splitLeft(body.width - width)
    boards = view.boards(in: parts.left.splitLeft(parts.left.width - 3).left, isProjected: isProjected)
    panel = parts.rest
  }

  /// `main` above `second`, if there is room for both. What lies below is worth more than cells of the two largest
  /// sizes, but the picture is not squeezed further for its sake.
  static func stacked(
    _ main: PaneBoard<Pane>, _ second: PaneBoard<Pane>?, in area: Rect, isProjected: Bool
  ) -> [PaneBoardLayout<Pane>] {
    let single = [main.layout(in: area, isProjected: isProjected)]
    guard let second, !isProjected else { return single }
    let widest = main.fit(area.size, isProjected: false)
    for fit in PaneBoard<Pane>.Fit.allCases
    where fit.rawValue >= widest.rawValue
      && (fit == widest || fit.rawValue <= PaneBoard<Pane>.Fit.roomy.rawValue)
    {
      guard main.fits(area.size, fit) else { continue }
      let parts = area.splitTop(main.natural(fit).height)
      let below = parts.rest.splitTop(1).rest
      let secondFit = second.fit(below.size, isProjected: false, widest: fit)
      guard secondFit.hasRules, second.fits(below.size, secondFit) else { continue }
      return [
        main.layout(in: parts.top, isProjected: false, widest: fit),
        second.layout(in: below, isProjected: false, widest: secondFit),
      ]
    }
    return single
  }
}

extension PaneBoard {
  /// The columns that the board wants in a room of `size`.
  func wantedWidth(in size: Size) -> Int {
    self.size(in: size, isProjected: false, widest: .roomy).width
  }

  /// How much of the board is seen in a room of `size`.
  func sight(in size: Size) -> PictureSight {
    let wanted = self.size(in: size, isProjected: true)
    guard wanted.width <= size.width, wanted.height <= size.height else { return .cut }
    return fit(size, isProjected: true).hasRules ? .whole : .bare
  }
}

extension ArithmeticLine {
  /// In the place of the output's size while a question asks for it.
  static var coveredSize: ArithmeticLine { ArithmeticLine("size", "that is the question") }
}
