import Learning
import TerminalUI

/// Where everything of the playground stands: made alike for drawing and for the mouse.
struct ClassifyLayout: Equatable, Sendable {
  let chrome: LabLayout
  /// The plane with its axes.
  let map: Rect
  /// Units as pictures, the weights of a layer in numbers, losses; those that are not shown are empty.
  let units, weights, curves: Rect

  /// The parts for `lab`; wide screens show the curves beside any other view.
  init(_ lab: ClassifyLab) {
    chrome = lab.chromeLayout
    let body = chrome.body
    let isWide = body.width >= 104
    // A cell is about twice as high as wide, and axes take a few columns.
    let square = min(2 * body.height + 4, body.width * (isWide ? 45 : 50) / 100)
    let parts = body.splitLeft(square)
    map = parts.left
    let side = parts.rest.splitLeft(2).rest
    let nothing = Rect(x: side.x, y: side.y, width: 0, height: 0)
    let below = isWide && body.height >= 22 && lab.viewState.view != .curves ? body.height * 2 / 5 : 0
    let (main, foot) = side.splitBottom(below)
    let upper = below > 0 ? main.splitTop(main.height - 1).top : main
    units = lab.viewState.view == .units ? upper : nothing
    weights = lab.viewState.view == .weights ? upper : nothing
    curves = lab.viewState.view == .curves ? side : foot
  }
}
