import Learning
import TerminalUI

extension ConvLab {
  /// The grids of the present view.
  var board: PaneBoard<ConvPane> {
    switch picture {
    case .plane(let plane): planeBoard(plane)
    case .signal(let signal): signalBoard(signal)
    }
  }

  private func planeBoard(_ plane: PlanePicture) -> PaneBoard<ConvPane> {
    let (input, windows) = (inputPane(plane), plane.geometry.windows)
    let kernel = pane(.kernel, kernelLabel, plane.kernelTexts, plane.convolution.kernel.extent)
    switch settings.view {
    case .compare:
      let turned = pane(.turnedKernel, "turned by 180°", plane.turnedTexts, plane.convolution.kernel.extent)
      let width = max(plane.correlatedTexts.width, plane.flippedTexts.width)
      return PaneBoard([
        PaneBoard.Column([input]), PaneBoard.Column([kernel, turned]),
        PaneBoard.Column([
          outputShaped(.output, "cross-correlation", windows, width: width),
          outputShaped(.counterpart, "convolution", windows, width: width),
        ]),
      ])
    case .backward: return backwardBoard(plane, input: input, kernel: kernel)
    case .grid, .unrolled, .signal:
      // Empty cells could be counted.
      if chrome.isCovered {
        return PaneBoard([PaneBoard.Column([input], sign: "⋆"), PaneBoard.Column([kernel])])
      }
      return PaneBoard([
        PaneBoard.Column([input], sign: "⋆"), PaneBoard.Column([kernel], sign: "="),
        PaneBoard.Column([
          outputShaped(.output, outputLabel(plane), windows, width: plane.outputTexts.width)
        ]),
      ])
    }
  }

  /// What stands below the grids where there is room: the window opened up; in the signal view, kernel and output.
  var secondBoard: PaneBoard<ConvPane>? {
    switch (picture, settings.view) {
    case (.plane(let plane), .grid): workBoard(plane)
    case (.signal(let signal), _): signalOutputBoard(signal)
    case (.plane, .compare), (.plane, .backward), (.plane, .unrolled), (.plane, .signal): nil
    }
  }

  /// The window, the kernel as applied and the products of the shown output cell.
  private func workBoard(_ plane: PlanePicture) -> PaneBoard<ConvPane> {
    let extent = plane.convolution.kernel.extent
    let width = max(plane.inputTexts.width, 2)
    func pane(_ id: ConvPane, _ label: String, _ width: Int) -> PaneBoard<ConvPane>.Pane {
      PaneBoard.Pane(id, label: label, rows: extent.height, columns: extent.width, columnWidth: width)
    }
    return PaneBoard([
      PaneBoard.Column([pane(.window, "window", width)], sign: "×"),
      PaneBoard.Column([pane(.weights, "kernel", plane.kernelTexts.width)], sign: "="),
      PaneBoard.Column([pane(.products, "products", moment.productTexts?.width ?? width)], sign: "→"),
      PaneBoard.Column([
        PaneBoard.Pane(.sum, label: "sum", rows: 1, columns: 1, columnWidth: plane.outputTexts.width)
      ]),
    ])
  }

  private func pane(
    _ id: ConvPane, _ label: String, _ texts: CellTexts, _ extent: Extent
  ) -> PaneBoard<ConvPane>.Pane {
    PaneBoard.Pane(
      id, label: label, rows: extent.height, columns: extent.width, columnWidth: max(texts.width, 2),
      focus: focus == id ? cursor.map { GridPosition($0) } : nil)
  }

  private func inputPane(_ plane: PlanePicture) -> PaneBoard<ConvPane>.Pane {
    let padded = plane.geometry.padded
    var pane = PaneBoard.Pane(
      ConvPane.input, label: plane.inputLabel, rows: padded.height, columns: padded.width,
      columnWidth: plane.inputTexts.width)
    pane.box = moment.active.map { plane.windowBox(of: $0) }
    if focus == .input, let cursor { pane.focus = GridPosition(plane.padded(cursor)) }
    if plane.hasUnread { pane.note = "╱ not read" }
    return pane
  }

  private var kernelLabel: String {
    let size = "kernel \(settings.kernel.grid.extent.product)"
    if showsTurnedKernel { return "\(size), turned" }
    return size
  }

  private func outputLabel(_ plane: PlanePicture) -> String {
    guard let output = plane.geometry.output else { return "output: cannot" }
    var label = "output \(chrome.isCovered ? "?" : output.product)"
    if settings.bias != 0 { label += " \(settings.bias > 0 ? "+" : "")\(Numeral.format(settings.bias))" }
    return settings.hasReLU ? label + ", ReLU" : label
  }
}
