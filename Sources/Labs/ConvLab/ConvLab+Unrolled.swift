import Learning
import TerminalUI

/// The unrolled view: the input written out as one long vector, strip by strip, each number above the weight it meets.
extension ConvLab {
  /// The strips' rows: the input's numbers, their weights, the products.
  private static let stripRows = 3
  private static let gutter = ["x", "w", "x·w"]

  /// Strips in lines, as many beside and below one another as fit; the lines with the window are in view.
  func stripLayout(_ plane: PlanePicture, in area: Rect) -> PaneBoardLayout<ConvPane> {
    guard case .unrolled(let order) = settings.view else { return PaneBoardLayout(panes: [], signs: []) }
    let extent = plane.convolution.input.extent
    let (count, length) = order == .columns ? (extent.width, extent.height) : (extent.height, extent.width)
    let place = area.splitLeft(5).rest
    let width = max(2, plane.inputTexts.width, plane.kernelTexts.width, moment.productTexts?.width ?? 1)
    func view(_ spacing: GridSpacing) -> GridView {
      var view = GridView(
        rows: Self.stripRows, columns: length, columnWidth: width, spacing: spacing, hasRules: false)
      view.focus = GridPosition(row: 0, column: focusInStrips(plane, order).place)
      return view
    }
    let spacing: GridSpacing = view(.regular).size.width * 2 <= place.width ? .regular : .tight
    let strip = view(spacing)
    let stripWidth = min(strip.size.width, place.width)
    let perLine = max(1, min(count, (place.width + 2) / (stripWidth + 2)))
    let lines = (count + perLine - 1) / perLine
    let isAiry = lines * (Self.stripRows + 2) - 1 <= area.height
    let lineHeight = Self.stripRows + (isAiry ? 2 : 1)
    let seen = max(1, min(lines, (area.height + (isAiry ? 1 : 0)) / lineHeight))
    let wanted = focusInStrips(plane, order).strip / perLine
    let firstLine = min(max(0, wanted - seen / 2), lines - seen)
    var panes: [PaneBoard<ConvPane>.Placed] = []
    var signs: [PaneBoard<ConvPane>.PlacedSign] = []
    for line in firstLine..<firstLine + seen {
      let y = area.y + (line - firstLine) * lineHeight
      for (row, text) in Self.gutter.enumerated() where y + 1 + row < area.bottom {
        signs.append(PaneBoard.PlacedSign(text: text, point: Point(x: area.x, y: y + 1 + row)))
      }
      for slot in 0..<min(perLine, count - line * perLine) {
        let index = line * perLine + slot
        let x = place.x + slot * (stripWidth + 2)
        let label = Rect(x: x + 1, y: y, width: stripWidth - 1, height: 1)
        let grid = Rect(x: x, y: y + 1, width: stripWidth, height: min(Self.stripRows, area.bottom - y - 1))
        let name = "\(order == .columns ? "column" : "row") \(index)"
        panes.append(
          PaneBoard.Placed(
            pane: PaneBoard.Pane(
              .strip(index), label: name, rows: Self.stripRows, columns: length, columnWidth: width),
            label: label, grid: strip.layout(in: grid)))
      }
    }
    return PaneBoardLayout(panes: panes, signs: signs)
  }

  /// The strip and the place in it that have to be seen: the cursor's, or the window's first.
  private func focusInStrips(_ plane: PlanePicture, _ order: FlattenOrder) -> (strip: Int, place: Int) {
    let window = moment.active.flatMap { plane.geometry.window(of: $0).compactMap(\.input).first }
    let cell = cursor ?? window ?? Position(row: 0, column: 0)
    return order == .columns ? (cell.column, cell.row) : (cell.row, cell.column)
  }

  func stripCell(_ index: Int, _ place: Position, _ plane: PlanePicture) -> GridCell {
    guard case .unrolled(let order) = settings.view else { return GridCell("") }
    let cell =
      order == .columns
      ? Position(row: place.column, column: index) : Position(row: index, column: place.column)
    guard plane.convolution.input.contains(cell) else { return GridCell("") }
    let tap = moment.active.flatMap { plane.tap(on: cell, of: $0) }
    let background: Paint = tap == nil ? .plain : .window
    switch place.row {
    case 0:
      let content = shaded(
        GridCell(plane.inputTexts[cell], Style(.plain, on: background)), plane.convolution.input[cell],
        on: plane.inputShades)
      return withCursor(content, .input, cell)
    case 1:
      guard moment.active != nil else { return GridCell(GridCell.unknown, .quiet) }
      guard let tap else { return GridCell("0", Style(.padding, .dim)) }
      let texts = settings.isFlipped ? plane.turnedTexts : plane.kernelTexts
      return GridCell(texts[tap], Style(.accent, on: .window, .bold))
    default:
      guard let tap, !moment.isHidden, let step = moment.step else {
        return GridCell(GridCell.unknown, .quiet)
      }
      let value = step.products[tap]
      return GridCell(Numeral.format(value, digits: 3), Self.signed(value).on(.window))
    }
  }
}

extension PlanePicture {
  /// The cell of the applied kernel that lies on an input cell in the window of `output`, if one does.
  func tap(on cell: Position, of output: Position) -> Position? {
    func tap(_ axis: ConvolutionAxis, _ index: Int, _ output: Int) -> Int? {
      let offset = index - axis.start(of: output)
      guard offset >= 0, offset < axis.span, offset % axis.dilation == 0 else { return nil }
      return offset / axis.dilation
    }
    guard let row = tap(geometry.rows, cell.row, output.row),
      let column = tap(geometry.columns, cell.column, output.column)
    else { return nil }
    return Position(row: row, column: column)
  }
}
