import Learning
import TerminalUI

/// The grid view: the window on the input, the growing output, and below them, where there is room, the window opened up.
struct ConvGridView: ConvPlaneView {
  let lab: ConvLab
  let windows: PlanePicture
  let shown: ShownWindow
  let opened: ConvolutionStep?

  init(_ lab: ConvLab, _ plane: PlanePicture) {
    (self.lab, windows) = (lab, plane)
    shown = lab.shownWindow(in: plane, inputs: [.input], kernel: .kernel)
    opened = Self.opened(lab, plane, shown)
  }

  // MARK: Layout

  func wantedWidth(in size: Size) -> Int { windowBoard.wantedWidth(in: size) }
  func sight(in body: Rect) -> PictureSight { windowBoard.sight(in: body.size) }

  func boards(in area: Rect, isProjected: Bool) -> [PaneBoardLayout<ConvPane>] {
    BoardLayout.stacked(windowBoard, workBoard, in: area, isProjected: isProjected)
  }

  /// The window, the kernel as applied and the products of the shown output cell.
  private var workBoard: PaneBoard<ConvPane> {
    let width = max(windows.input.width, 2)
    func pane(_ id: ConvPane, _ label: String, _ width: Int) -> PaneBoard<ConvPane>.Pane {
      PaneBoard.Pane(
        id, label: label, rows: geometry.kernel.height, columns: geometry.kernel.width, columnWidth: width)
    }
    return PaneBoard([
      PaneBoard.Column([pane(.window, "window", width)], sign: "×"),
      PaneBoard.Column([pane(.weights, "kernel", windows.kernel.width)], sign: "="),
      PaneBoard.Column(
        [pane(.products, "products", opened.map { GridNumbers($0.products).width } ?? width)], sign: "→"),
      PaneBoard.Column([
        PaneBoard.Pane(.sum, label: "sum", rows: 1, columns: 1, columnWidth: windows.sumWidth)
      ]),
    ])
  }

  // MARK: Cells

  func cell(_ pane: ConvPane, _ place: Position) -> GridCell {
    switch pane {
    case .input: inputCell(atPadded: place)
    case .kernel: kernelCell(place)
    case .output: marked(outputCell(windows.output, place), place)
    case .weights: windows.applied.cell(place)
    case .window: windowCell(place)
    case .products: productCell(place)
    case .sum: sumCell
    case .turnedKernel, .counterpart, .upstream, .inputGradient, .kernelGradient, .biasGradient, .strip:
      .pending
    }
  }

  private func windowCell(_ place: Position) -> GridCell {
    let content = opened.map { GridCell(Numeral.format($0.window[place], digits: 3)) } ?? .pending
    return content.shaded(step?.window[place], on: windows.input.shades)
  }

  private func productCell(_ place: Position) -> GridCell {
    guard !shown.isHidden, let product = step?.products[place] else { return .pending }
    return GridCell(Numeral.format(product, digits: 3), .signed(product))
  }

  private var sumCell: GridCell {
    if shown.isHidden { return GridCell("?") }
    return step.map { GridCell(Numeral.format($0.sum, digits: 3), .accent) } ?? .pending
  }

  // MARK: Sentences

  var lines: [ArithmeticLine] { beside(size) }

  /// Each line holds for the very scene beside it, or is not shown.
  var hint: String {
    if let cannotHint { return cannotHint }
    if let example = lab.shownExample { return example.watchFor.asSentence }
    if let kernelHint = windows.kernelHint { return kernelHint }
    if windows.hasUnread { return "Watch for the hatched cells: no window reads them." }
    if geometry.padded != geometry.input {
      return "Watch for the border: windows that reach over it take zeros in."
    }
    if geometry.span != geometry.kernel {
      return "Watch for the gaps between the cells that the window reads."
    }
    return "Watch for the window: an output knows nothing but what lies under it."
  }
}
