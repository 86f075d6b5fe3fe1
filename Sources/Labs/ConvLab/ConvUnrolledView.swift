import Learning
import TerminalUI

/// The unrolled view: the input written out as one long vector, strip by strip, each number above the weight it meets.
struct ConvUnrolledView: ConvPlaneView {
  let lab: ConvLab
  let windows: PlanePicture
  let order: FlattenOrder
  let shown: ShownWindow
  let opened: ConvolutionStep?

  init(_ lab: ConvLab, _ plane: PlanePicture, _ order: FlattenOrder) {
    (self.lab, windows, self.order) = (lab, plane, order)
    shown = lab.shownWindow(in: plane, inputs: [.input], keepsWindow: true)
    opened = Self.opened(lab, plane, shown)
  }

  // MARK: Layout

  /// The strips' rows: the input's numbers, their weights, the products.
  private static let rows = ["x", "w", "x·w"]

  /// How many strips there are, and how many numbers are in each.
  private var strips: (count: Int, length: Int) {
    order == .columns
      ? (geometry.input.width, geometry.input.height) : (geometry.input.height, geometry.input.width)
  }

  private func cell(inStrip index: Int, at place: Int) -> Position {
    order == .columns ? Position(row: place, column: index) : Position(row: index, column: place)
  }

  private func place(of cell: Position) -> (strip: Int, place: Int) {
    order == .columns ? (cell.column, cell.row) : (cell.row, cell.column)
  }

  func wantedWidth(in size: Size) -> Int { windowBoard.wantedWidth(in: size) }

  func sight(in body: Rect) -> PictureSight {
    let seen = layout(in: body).panes
    let isWhole = seen.allSatisfy { $0.grid.visibleColumns.count == $0.pane.columns }
    return isWhole && seen.count == strips.count ? .whole : .cut
  }

  func boards(in area: Rect, isProjected: Bool) -> [PaneBoardLayout<ConvPane>] { [layout(in: area)] }

  /// Strips in lines, as many beside and below one another as fit; the lines with the window are in view.
  private func layout(in area: Rect) -> PaneBoardLayout<ConvPane> {
    let (count, length) = strips
    let room = area.splitLeft(5).rest
    let products = opened.map { GridNumbers($0.products).width } ?? 1
    let width = max(2, windows.input.width, windows.kernel.width, products)
    let inView = focusInStrips
    func view(_ spacing: GridSpacing) -> GridView {
      var view = GridView(
        rows: Self.rows.count, columns: length, columnWidth: width, spacing: spacing, hasRules: false)
      view.focus = GridPosition(row: 0, column: inView.place)
      return view
    }
    let spacing: GridSpacing = view(.regular).size.width * 2 <= room.width ? .regular : .tight
    let strip = view(spacing)
    let stripWidth = min(strip.size.width, room.width)
    let perLine = max(1, min(count, (room.width + 2) / (stripWidth + 2)))
    let lines = (count + perLine - 1) / perLine
    let isAiry = lines * (Self.rows.count + 2) - 1 <= area.height
    let lineHeight = Self.rows.count + (isAiry ? 2 : 1)
    let seen = max(1, min(lines, (area.height + (isAiry ? 1 : 0)) / lineHeight))
    let firstLine = min(max(0, inView.strip / perLine - seen / 2), lines - seen)
    var panes: [PaneBoard<ConvPane>.Placed] = []
    var signs: [PaneBoard<ConvPane>.PlacedSign] = []
    for line in firstLine..<firstLine + seen {
      let y = area.y + (line - firstLine) * lineHeight
      for (row, text) in Self.rows.enumerated() where y + 1 + row < area.bottom {
        signs.append(PaneBoard.PlacedSign(text: text, point: Point(x: area.x, y: y + 1 + row)))
      }
      for slot in 0..<min(perLine, count - line * perLine) {
        let index = line * perLine + slot
        let x = room.x + slot * (stripWidth + 2)
        let name = "\(order == .columns ? "column" : "row") \(index)"
        let height = min(Self.rows.count, area.bottom - y - 1)
        panes.append(
          PaneBoard.Placed(
            pane: PaneBoard.Pane(
              .strip(index), label: name, rows: Self.rows.count, columns: length, columnWidth: width),
            label: Rect(x: x + 1, y: y, width: stripWidth - 1, height: 1),
            grid: strip.layout(in: Rect(x: x, y: y + 1, width: stripWidth, height: height))))
      }
    }
    return PaneBoardLayout(panes: panes, signs: signs)
  }

  /// The strip and the place in it that have to be seen: the cursor's, or the window's first.
  private var focusInStrips: (strip: Int, place: Int) {
    let window = shown.active.flatMap { geometry.window(of: $0).compactMap(\.input).first }
    return place(of: lab.cursor ?? window ?? Position(row: 0, column: 0))
  }

  // MARK: Cells

  func drawnPlace(of cell: Position, in pane: ConvPane) -> (pane: ConvPane, place: Position) {
    let (strip, place) = place(of: cell)
    return (.strip(strip), Position(row: 0, column: place))
  }

  /// A strip is a part of the input written out, and stands for it: the number, its weight and their product.
  func target(of place: Position, in pane: ConvPane) -> (pane: ConvPane, cell: Position?)? {
    guard case .strip(let index) = pane else { return nil }
    return (.input, cell(inStrip: index, at: place.column))
  }

  func cell(_ pane: ConvPane, _ place: Position) -> GridCell {
    switch pane {
    case .strip(let index): stripCell(cell(inStrip: index, at: place.column), row: place.row)
    case .input, .kernel, .turnedKernel, .output, .counterpart, .upstream, .inputGradient, .kernelGradient,
      .biasGradient, .window, .weights, .products, .sum:
      .pending
    }
  }

  private func stripCell(_ cell: Position, row: Int) -> GridCell {
    let tap = shown.active.flatMap { windows.tap(on: cell, of: $0) }
    switch row {
    case 0:
      return windows.input.cell(cell, Style(.plain, on: tap == nil ? .plain : .window))
    case 1:
      guard shown.active != nil else { return .pending }
      guard let tap else { return GridCell("0", Style(.padding)) }
      return GridCell(windows.applied[tap], Style(.accent, on: .window, .bold))
    default:
      guard let tap, !shown.isHidden, let product = step?.products[tap] else { return .pending }
      return GridCell(Numeral.format(product, digits: 3), Style.signed(product).on(.window))
    }
  }

  // MARK: Sentences

  var lines: [ArithmeticLine] { beside(zeros ?? size) }

  /// How few of the weights are not 0.
  private var zeros: ArithmeticLine? {
    guard let active = shown.active else { return nil }
    let all = windows.convolution.input.cells.count
    let used = geometry.window(of: active).count { $0.input != nil }
    return ArithmeticLine(
      "zeros",
      "\(used) of \(all) weights are the kernel's, \(all - used) are 0, "
        + "for each of \(Plural.count(geometry.steps, "output"))")
  }

  var hint: String {
    if let cannotHint { return cannotHint }
    let weights = geometry.kernel.height * geometry.kernel.width
    guard windows.stepCount > 1, weights < windows.convolution.input.cells.count else { return "" }
    return "Watch for the zeros: the same few weights move along, all others are 0."
  }
}
