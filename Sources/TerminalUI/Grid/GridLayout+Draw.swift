extension GridLayout {
  /// Draws the cells in view, the box, and a mark at every side where the grid goes on.
  public func draw(into frame: inout Frame, cell: (_ row: Int, _ column: Int) -> GridCell) {
    guard !visibleRows.isEmpty, !visibleColumns.isEmpty else {
      if !area.isEmpty, view.rows > 0, view.columns > 0 { frame.put("…", x: area.x, y: area.y, .quiet) }
      return
    }
    var above: [Ground] = []
    for (rowIndex, row) in visibleRows.enumerated() {
      var grounds: [Ground] = []
      for (columnIndex, column) in visibleColumns.enumerated() {
        let content = cell(row, column)
        let ground = Ground(content, frame.look)
        draw(content, on: ground, row: rowIndex, column: columnIndex, into: &frame)
        if columnIndex > 0 {
          fillGap(before: columnIndex, row: rowIndex, grounds[columnIndex - 1], ground, into: &frame)
        }
        grounds.append(ground)
      }
      if let last = grounds.last?.edge { frame.restyle(edge(row: rowIndex)) { $0.background = last } }
      if view.spacing.rowGap > 0 { joinRows(above, grounds, endingAt: rowIndex, into: &frame) }
      above = grounds
    }
    if view.spacing.rowGap > 0 { joinRows(above, [], endingAt: tops.count, into: &frame) }
    drawBox(into: &frame)
    drawMarks(into: &frame)
  }

  /// What lies behind a cell: one paint for all of it, and the mark that says with which neighbours it is joined.
  private struct Ground {
    let mark: Paint
    let shade: Paint?

    init(_ content: GridCell, _ look: Look) {
      let background = content.style.background
      // Grey between shades of grey would be no mark.
      mark = look.hasShades && content.isAmongShades && background == .window ? .markedShade : background
      shade =
        switch (look.hasShades ? content.shade : nil, mark) {
        case (let shade?, .plain): shade
        case (let shade?, .markedShade): shade.marked
        case (nil, _), (_?, _): nil
        }
    }

    var isMarked: Bool { mark != .plain }
    var paint: Paint { shade ?? mark }
    /// What reaches one column further behind the last of a row, so that it is as wide as the others.
    var edge: Paint? { isMarked ? nil : shade }
  }

  /// Columns and rows that belong to a cell.
  private func room(row: Int, column: Int) -> Rect {
    let spacing = view.spacing
    return Rect(
      x: lefts[column] - spacing.padBefore, y: tops[row] - spacing.padRows,
      width: view.columnWidth + spacing.padBefore + spacing.padAfter, height: 1 + 2 * spacing.padRows)
  }

  private func draw(
    _ content: GridCell, on ground: Ground, row: Int, column: Int, into frame: inout Frame
  ) {
    let (x, y, width) = (lefts[column], tops[row], view.columnWidth)
    let room = room(row: row, column: column)
    var style = content.style.on(ground.paint)
    // The ink is what shades are made for; signs stand in the numbers.
    if ground.shade != nil { style.foreground = .plain }
    if ground.shade != nil, ground.isMarked { style = style.with(.bold) }
    if ground.paint != .plain || content.hatch != nil {
      frame.fill(room, with: content.hatch ?? " ", style)
    }
    let text = content.shown(frame.look)
    let columns = TextWidth.columns(of: text)
    // Wide cells hold their number in the middle of what is left beside it.
    frame.write(text, x: x + max(0, width - columns), y: y, style, limit: width)
  }

  /// The column behind the last cell of a row, which between two cells belongs to the first.
  private func edge(row: Int) -> Rect {
    let room = room(row: row, column: lefts.count - 1)
    return Rect(
      x: room.right, y: room.y, width: view.spacing.gap - view.spacing.padBefore - view.spacing.padAfter,
      height: room.height)
  }

  private func fillGap(
    before column: Int, row: Int, _ left: Ground, _ right: Ground, into frame: inout Frame
  ) {
    guard let background = joined(left, right) else { return }
    let room = room(row: row, column: column)
    let start = lefts[column - 1] + view.columnWidth + view.spacing.padAfter
    frame.restyle(Rect(x: start, y: room.y, width: room.x - start, height: room.height)) {
      $0.background = background
    }
  }

  /// What fills the gap between two neighbours of one mark, or two with shades: the paint of the first.
  private func joined(_ one: Ground, _ other: Ground) -> Paint? {
    guard one.mark == other.mark, one.isMarked || other.shade != nil, one.paint != .plain else { return nil }
    return one.paint
  }

  /// Carries a mark that two rows share through the gap between them; a shade reaches down to the next row. The last row
  /// has none below.
  private func joinRows(_ above: [Ground], _ below: [Ground], endingAt row: Int, into frame: inout Frame) {
    let spacing = view.spacing
    guard row > 0, row < tops.count || view.hasRules else { return }
    for column in above.indices {
      let ground = above[column]
      if ground.isMarked, !below.indices.contains(column) || below[column].mark != ground.mark { continue }
      guard ground.paint != .plain else { continue }
      let start = lefts[column] - spacing.padBefore
      let room = Rect(
        x: start, y: tops[row - 1] + spacing.padRows + 1,
        width: lefts[column] + view.columnWidth + spacing.padAfter - start,
        height: spacing.rowGap - 2 * spacing.padRows)
      frame.restyle(room) { $0.background = ground.paint }
      // The column between two cells belongs to the first.
      guard column > 0, let before = joined(above[column - 1], ground),
        !ground.isMarked || below[column - 1].mark == ground.mark
      else { continue }
      let end = lefts[column - 1] + view.columnWidth + spacing.padAfter
      frame.restyle(Rect(x: end, y: room.y, width: start - end, height: room.height)) {
        $0.background = before
      }
    }
    guard let last = above.last?.edge else { return }
    let edge = edge(row: row - 1)
    let below = Rect(
      x: edge.x, y: edge.bottom, width: edge.width, height: spacing.rowGap - 2 * spacing.padRows)
    frame.restyle(below) { $0.background = last }
  }

  /// The lines of the box around the cells in view; a side that is out of view is left open.
  private func drawBox(into frame: inout Frame) {
    guard let box = view.box?.clamped(rows: view.rows, columns: view.columns) else { return }
    let rows = box.rows.clamped(to: visibleRows)
    let columns = box.columns.clamped(to: visibleColumns)
    guard !rows.isEmpty, !columns.isEmpty else { return }
    let spacing = view.spacing
    let pad = spacing.padRows
    let firstTop = tops[rows.lowerBound - visibleRows.lowerBound]
    let lastTop = tops[rows.upperBound - 1 - visibleRows.lowerBound]
    let left = lefts[columns.lowerBound - visibleColumns.lowerBound] - spacing.gap + spacing.leftLine
    let last = columns.upperBound - 1 - visibleColumns.lowerBound
    let right = lefts[last] + view.columnWidth + spacing.rightLine
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
    if !opensTop { line(firstTop - pad - 1, (glyphs.corners[0], glyphs.corners[1]), &frame) }
    if !opensBottom { line(lastTop + pad + 1, (glyphs.corners[2], glyphs.corners[3]), &frame) }
    func side(_ x: Int, _ frame: inout Frame) {
      for y in max(area.y, firstTop - pad)..<min(area.bottom, lastTop + pad + 1) {
        let background = frame[x, y].style.background
        frame.put(glyphs.vertical, x: x, y: y, box.style.on(background))
      }
    }
    if !opensLeft { side(left, &frame) }
    if !opensRight { side(right, &frame) }
  }

  private func drawMarks(into frame: inout Frame) {
    let x = bounds.x + view.spacing.margins.left
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
