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
      if view.spacing.rowGap > 0 { joinRows(above, grounds, endingAt: rowIndex, into: &frame) }
      above = grounds
    }
    if view.spacing.rowGap > 0 { joinRows(above, [], endingAt: tops.count, into: &frame) }
    drawBox(into: &frame)
    drawMarks(into: &frame)
  }

  /// What lies behind a cell: the mark that the gaps around it share, and the shade of its number.
  private struct Ground {
    let mark: Paint
    let shade: Paint?

    init(_ content: GridCell, _ look: Look) {
      shade = look.hasShades ? content.shade : nil
      let background = content.style.background
      // Grey between shades of grey would be no mark.
      mark = look.hasShades && content.isAmongShades && background == .window ? .mat : background
    }

    /// What reaches beyond the cell where nothing is marked.
    var tile: Paint? { mark == .plain ? shade : nil }
  }

  /// Columns and rows that belong to a cell.
  private func room(row: Int, column: Int) -> Rect {
    let spacing = view.spacing
    return Rect(
      x: lefts[column] - spacing.padBefore, y: tops[row] - spacing.padRows,
      width: widths[column] + spacing.padBefore + spacing.padAfter, height: 1 + 2 * spacing.padRows)
  }

  private func draw(
    _ content: GridCell, on ground: Ground, row: Int, column: Int, into frame: inout Frame
  ) {
    let (x, y, width) = (lefts[column], tops[row], widths[column])
    let room = room(row: row, column: column)
    var style = content.style.on(ground.tile ?? ground.mark)
    if style.background != .plain || content.hatch != nil {
      frame.fill(room, with: content.hatch ?? " ", style)
    }
    if let shade = ground.shade {
      // The ink is what shades are made for; signs stand in the numbers.
      style = Style(.plain, on: shade, style.attributes)
      if ground.mark != .plain {
        let inset = view.spacing.padBefore - 1
        frame.fill(
          Rect(x: x - inset, y: room.y, width: width + 2 * inset, height: room.height), style)
      }
    }
    let text = content.shown(frame.look)
    let columns = TextWidth.columns(of: text)
    // Wide cells hold their number in the middle of what is left beside it.
    frame.write(text, x: x + max(0, width - columns), y: y, style, limit: width)
  }

  private func fillGap(
    before column: Int, row: Int, _ left: Ground, _ right: Ground, into frame: inout Frame
  ) {
    guard let background = joined(left, right), background != .plain else { return }
    let room = room(row: row, column: column)
    let end = lefts[column - 1] + widths[column - 1]
    let isMarked = left.mark != .plain
    let start = isMarked ? end : end + view.spacing.padAfter
    let stop = isMarked ? lefts[column] : room.x
    let inset = isMarked && left.shade != nil ? view.spacing.padBefore - 1 : 0
    frame.restyle(
      Rect(x: start + inset, y: room.y, width: stop - start - 2 * inset, height: room.height)
    ) { $0.background = background }
  }

  /// What fills the gap between two neighbours: the mark of both, or the shade of the first.
  private func joined(_ one: Ground, _ other: Ground) -> Paint? {
    if one.mark != other.mark { return nil }
    if one.mark != .plain { return one.mark }
    return other.shade == nil ? nil : one.shade
  }

  /// Carries a mark that two rows share through the gap between them; a shade reaches down to the next row. The last row
  /// has none below.
  private func joinRows(_ above: [Ground], _ below: [Ground], endingAt row: Int, into frame: inout Frame) {
    let spacing = view.spacing
    guard row > 0, row < tops.count || view.hasRules else { return }
    for column in above.indices {
      let ground = above[column]
      let isMarked = ground.mark != .plain
      if isMarked, !below.indices.contains(column) || below[column].mark != ground.mark { continue }
      guard let background = isMarked ? ground.mark : ground.shade else { continue }
      let isJoined =
        column > 0 && joined(above[column - 1], ground) != nil
        && (!isMarked || below[column - 1].mark == ground.mark)
      let gapStart = lefts[column] - spacing.padBefore
      let left = isJoined && isMarked ? lefts[column - 1] + widths[column - 1] : gapStart
      let room = Rect(
        x: left, y: tops[row - 1] + spacing.padRows + 1,
        width: lefts[column] + widths[column] + spacing.padAfter - left,
        height: spacing.rowGap - 2 * spacing.padRows)
      frame.restyle(room) { $0.background = background }
      // The column between two cells belongs to the first.
      guard isJoined, !isMarked, let before = above[column - 1].shade else { continue }
      let end = lefts[column - 1] + widths[column - 1] + spacing.padAfter
      frame.restyle(Rect(x: end, y: room.y, width: gapStart - end, height: room.height)) {
        $0.background = before
      }
    }
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
