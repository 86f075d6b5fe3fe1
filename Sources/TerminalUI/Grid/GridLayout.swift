/// A grid put into its place: which cells are seen, where, and what lies under a point.
public struct GridLayout: Equatable, Sendable {
  let view: GridView
  /// The rows that are seen.
  public let visibleRows: Range<Int>
  /// The columns that are seen.
  public let visibleColumns: Range<Int>
  /// The cells that the grid takes of its area.
  public let bounds: Rect
  let area: Rect
  /// Screen row of every visible row.
  let tops: [Int]
  /// First screen column of the text of every visible column.
  let lefts: [Int]

  init(_ view: GridView, in area: Rect) {
    self.view = view
    self.area = area
    let spacing = view.spacing
    let box = view.box?.clamped(rows: view.rows, columns: view.columns)
    let rules = view.hasRules ? spacing.ruleRows : 0
    visibleRows = VisibleItems.visible(
      count: view.rows, each: 1, gap: spacing.rowGap, room: area.height - rules, marker: 1,
      focus: GridLayout.focus(view.focus?.row, box?.rows, count: view.rows))
    let margins = spacing.margins
    let room = area.width - margins.left - margins.right
    visibleColumns = VisibleItems.visible(
      count: view.columns, each: view.columnWidth, gap: spacing.gap, room: room, marker: 2,
      focus: GridLayout.focus(view.focus?.column, box?.columns, count: view.columns))

    let left = area.x + margins.left + (visibleColumns.lowerBound > 0 ? 2 : 0)
    let pitch = view.columnWidth + spacing.gap
    lefts = (0..<visibleColumns.count).map { left + $0 * pitch }
    let x = left + visibleColumns.count * pitch
    let markerAbove = visibleRows.lowerBound > 0 ? 1 : 0
    let first = visibleRows.lowerBound
    tops = visibleRows.map { row in
      var y = area.y + markerAbove + (row - first) * (1 + spacing.rowGap)
      guard view.hasRules else { return y }
      if spacing.rowGap > 0 { return y + 1 + spacing.padRows }
      // Close rows move apart around the box; without one they stay in the middle of their room.
      guard let box else { return y + 1 }
      if row >= box.rows.lowerBound { y += 1 }
      if row >= box.rows.upperBound { y += 1 }
      return y
    }
    let markerBelow = visibleRows.upperBound < view.rows ? 1 : 0
    let markerRight = visibleColumns.upperBound < view.columns ? 2 : 0
    bounds =
      visibleRows.isEmpty || visibleColumns.isEmpty
      ? Rect(x: area.x, y: area.y, width: 0, height: 0)
      : Rect(
        x: area.x, y: area.y, width: x - spacing.gap + margins.right + markerRight - area.x,
        height: VisibleItems.extent(count: visibleRows.count, each: 1, gap: spacing.rowGap) + rules
          + markerAbove + markerBelow)
  }

  private static func focus(_ cell: Int?, _ box: Range<Int>?, count: Int) -> Range<Int> {
    if let cell {
      let inside = min(max(0, cell), max(0, count - 1))
      return inside..<inside + 1
    }
    return box ?? 0..<min(1, count)
  }

  /// The place of the text of a cell; `nil` when it is out of view.
  public func rect(of cell: GridPosition) -> Rect? {
    guard visibleRows.contains(cell.row), visibleColumns.contains(cell.column) else { return nil }
    let index = cell.column - visibleColumns.lowerBound
    return Rect(
      x: lefts[index], y: tops[cell.row - visibleRows.lowerBound], width: view.columnWidth, height: 1)
  }

  /// The cell drawn at `point`, half of the gaps around it included; `nil` beside the cells.
  public func cell(at point: Point) -> GridPosition? {
    let reach = view.spacing.padRows
    guard let row = tops.firstIndex(where: { abs(point.y - $0) <= reach }) else { return nil }
    let before = view.spacing.padBefore
    let after = view.spacing.padAfter
    for (index, left) in lefts.enumerated()
    where point.x >= left - before && point.x < left + view.columnWidth + after {
      return GridPosition(
        row: visibleRows.lowerBound + row, column: visibleColumns.lowerBound + index)
    }
    return nil
  }
}

extension GridBox {
  /// The part inside a grid of that many cells; `nil` when there is none.
  func clamped(rows count: Int, columns columnCount: Int) -> GridBox? {
    let rows = rows.clamped(to: 0..<max(0, count))
    let columns = columns.clamped(to: 0..<max(0, columnCount))
    return rows.isEmpty || columns.isEmpty ? nil : GridBox(rows: rows, columns: columns, style: style)
  }
}
