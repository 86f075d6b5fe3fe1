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
    let input = inputPane(plane)
    let kernel = pane(.kernel, kernelLabel, plane.kernelTexts, plane.convolution.kernel.extent)
    switch settings.view {
    case .compare:
      let turned = pane(.turnedKernel, "turned by 180°", plane.turnedTexts, plane.convolution.kernel.extent)
      let width = max(plane.correlatedTexts.width, plane.flippedTexts.width)
      return PaneBoard([
        PaneBoard.Column([input]), PaneBoard.Column([kernel, turned]),
        PaneBoard.Column([
          outputPane(.output, "cross-correlation", width, plane),
          outputPane(.counterpart, "convolution", width, plane),
        ]),
      ])
    case .backward: return backwardBoard(plane, input: input, kernel: kernel)
    case .grid, .unrolled, .signal:
      return PaneBoard([
        PaneBoard.Column([input], sign: "⋆"), PaneBoard.Column([kernel], sign: "="),
        PaneBoard.Column([outputPane(.output, outputLabel(plane), plane.outputTexts.width, plane)]),
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
    var label = "input \(plane.geometry.input.product)"
    if padded != plane.geometry.input { label += ", \(paddingText(plane))" }
    var pane = PaneBoard.Pane(
      ConvPane.input, label: label, rows: padded.height, columns: padded.width,
      columnWidth: plane.inputTexts.width)
    pane.box = moment.active.map { windowBox($0, plane) }
    if focus == .input, let cursor { pane.focus = GridPosition(plane.padded(cursor)) }
    return pane
  }

  private func paddingText(_ plane: PlanePicture) -> String {
    let (rows, columns) = (plane.geometry.rows, plane.geometry.columns)
    if rows.paddingBefore == rows.paddingAfter, columns.paddingBefore == columns.paddingAfter {
      return "padding \(Extent(height: rows.paddingBefore, width: columns.paddingBefore))"
    }
    return
      "padding \(rows.paddingBefore)+\(rows.paddingAfter) x \(columns.paddingBefore)+\(columns.paddingAfter)"
  }

  private func windowBox(_ output: Position, _ plane: PlanePicture) -> GridBox {
    let (rows, columns) = (plane.geometry.rows, plane.geometry.columns)
    let top = output.row * rows.stride
    let left = output.column * columns.stride
    return GridBox(rows: top..<top + rows.span, columns: left..<left + columns.span)
  }

  private func outputPane(
    _ id: ConvPane, _ label: String, _ width: Int, _ plane: PlanePicture
  ) -> PaneBoard<ConvPane>.Pane {
    let extent = plane.geometry.windows
    var pane = PaneBoard.Pane(
      id, label: label, rows: extent.height, columns: extent.width, columnWidth: max(width, 2))
    pane.box = moment.active.map { GridBox(around: GridPosition($0)) }
    if focus == id, let cursor { pane.focus = GridPosition(cursor) }
    if let fed = moment.fedRange(in: extent) { pane.box = fed }
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

extension GridPosition {
  init(_ position: Position) { self.init(row: position.row, column: position.column) }
}

extension Position {
  init(_ cell: GridPosition) { self.init(row: cell.row, column: cell.column) }
}
