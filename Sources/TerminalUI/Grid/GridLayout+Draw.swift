extension GridLayout {
  /// Draws the cells in view, the box, and a mark at every side where the grid goes on.
  public func draw(into frame: inout Frame, cell: (_ row: Int, _ column: Int) -> GridCell) {
    guard !visibleRows.isEmpty, !visibleColumns.isEmpty else {
      if !area.isEmpty, view.rows > 0, view.columns > 0 { frame.put("…", x: area.x, y: area.y, .quiet) }
      return
    }
    var above: [Paint] = []
    for (rowIndex, row) in visibleRows.enumerated() {
      var backgrounds: [Paint] = []
      for (columnIndex, column) in visibleColumns.enumerated() {
        let content = cell(row, column)
        draw(content, row: rowIndex, column: columnIndex, into: &frame)
        let background = content.style.background
        if columnIndex > 0, background == backgrounds[columnIndex - 1], background != .plain {
          fillGap(before: columnIndex, y: tops[rowIndex], background, into: &frame)
        }
        backgrounds.append(background)
      }
      if rowIndex > 0, view.spacing.rowGap > 0 {
        joinRows(above, backgrounds, endingAt: rowIndex, into: &frame)
      }
      above = backgrounds
    }
    drawBox(into: &frame)
    drawMarks(into: &frame)
  }

  private func draw(_ content: GridCell, row: Int, column: Int, into frame: inout Frame) {
    let (x, y, width) = (lefts[column], tops[row], widths[column])
    if content.style.background != .plain || content.hatch != nil {
      let room = Rect(
        x: x - view.spacing.padBefore, y: y,
        width: width + view.spacing.padBefore + view.spacing.padAfter, height: 1)
      frame.fill(room, with: content.hatch ?? " ", content.style)
    }
    let columns = TextWidth.columns(of: content.text)
    frame.write(content.text, x: x + max(0, width - columns), y: y, content.style, limit: width)
  }

  private func fillGap(before column: Int, y: Int, _ background: Paint, into frame: inout Frame) {
    let end = lefts[column - 1] + widths[column - 1]
    frame.restyle(Rect(x: end, y: y, width: lefts[column] - end, height: 1)) {
      $0.background = background
    }
  }

  /// Carries a background that two rows share through the gap between them.
  private func joinRows(_ above: [Paint], _ below: [Paint], endingAt row: Int, into frame: inout Frame) {
    for column in below.indices where below[column] == above[column] && below[column] != .plain {
      let isJoined = column > 0 && below[column - 1] == below[column] && above[column - 1] == below[column]
      let left = isJoined ? lefts[column - 1] + widths[column - 1] : lefts[column] - view.spacing.padBefore
      let right = lefts[column] + widths[column] + view.spacing.padAfter
      let gap = Rect(
        x: left, y: tops[row - 1] + 1, width: right - left, height: tops[row] - tops[row - 1] - 1)
      frame.restyle(gap) { $0.background = below[column] }
    }
  }

  /// The lines of the box around the cells in view; a side that is out of view is left open.
  private func drawBox(into frame: inout Frame) {
    guard let box = view.box?.clamped(rows: view.rows, columns: view.columns) else { return }
    let rows = box.rows.clamped(to: visibleRows)
    let columns = box.columns.clamped(to: visibleColumns)
    guard !rows.isEmpty, !columns.isEmpty else { return }
    let spacing = view.spacing
    let firstTop = tops[rows.lowerBound - visibleRows.lowerBound]
    let lastTop = tops[rows.upperBound - 1 - visibleRows.lowerBound]
    let left = lefts[columns.lowerBound - visibleColumns.lowerBound] - spacing.gap + spacing.leftLine
    let last = columns.upperBound - 1 - visibleColumns.lowerBound
    let right = lefts[last] + widths[last] + spacing.rightLine
    let glyphs = (frame.look.isProjected ? Frame.Stroke.thick : .thin).glyphs
    let opensTop = !view.hasRules || rows.lowerBound > box.rows.lowerBound
    let opensBottom = !view.hasRules || rows.upperBound < box.rows.upperBound
    let opensLeft = columns.lowerBound > box.columns.lowerBound
    let opensRight = columns.upperBound < box.columns.upperBound
    let x = opensLeft ? left + 1 : left
    let length = (opensRight ? right - 1 : right) - x + 1
    func line(_ y: Int, _ corners: (Unicode.Scalar, Unicode.Scalar), _ frame: inout Frame) {
      frame.horizontalLine(x: x, y: y, length: length, box.style, glyph: glyphs.horizontal)
      if !opensLeft { frame.put(corners.0, x: left, y: y, box.style) }
      if !opensRight { frame.put(corners.1, x: right, y: y, box.style) }
    }
    if !opensTop { line(firstTop - 1, (glyphs.corners[0], glyphs.corners[1]), &frame) }
    if !opensBottom { line(lastTop + 1, (glyphs.corners[2], glyphs.corners[3]), &frame) }
    let height = lastTop - firstTop + 1
    func side(_ x: Int, _ frame: inout Frame) {
      for y in firstTop..<firstTop + height {
        let background = frame[x, y].style.background
        frame.put(glyphs.vertical, x: x, y: y, box.style.on(background))
      }
    }
    if !opensLeft { side(left, &frame) }
    if !opensRight { side(right, &frame) }
  }

  private func drawMarks(into frame: inout Frame) {
    let x = bounds.x + view.margins.left
    let hiddenBelow = view.rows - visibleRows.upperBound
    if visibleRows.lowerBound > 0 {
      frame.write(
        "… \(visibleRows.lowerBound) above", x: x, y: bounds.y, .quiet, limit: bounds.right - x)
    }
    if hiddenBelow > 0 {
      frame.write(
        "… \(hiddenBelow) below", x: x, y: bounds.bottom - 1, .quiet, limit: bounds.right - x)
    }
    for top in tops {
      if visibleColumns.lowerBound > 0 { frame.put("…", x: bounds.x, y: top, .quiet) }
      if visibleColumns.upperBound < view.columns {
        frame.put("…", x: bounds.right - 1, y: top, .quiet)
      }
    }
  }
}
