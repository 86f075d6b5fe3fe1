import Learning
import TerminalUI

extension GridLab {
  /// Draws the lab; on a screen that is too small, the size needed.
  public func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    let layout = layout(isProjected: frame.look.isProjected)
    for board in layout.boards {
      board.draw(into: &frame, focus: focus, isOpen: cursor != nil) { cell($0, $1) }
    }
    showCursor(in: &frame, layout)
    if let panel = layout.panel { moment.panel.draw(into: &frame, in: panel) }
    ArithmeticLine.draw(moment.lines, into: &frame, in: layout.chrome.arithmetic)
    chrome.draw(content, into: &frame, layout: layout.chrome)
    chrome.drawOverlay(into: &frame)
  }

  /// What is being typed, in full: a cell may be too narrow for it. Otherwise `hint`.
  func typing(or hint: String) -> String {
    guard let cursor, !typed.isEmpty else { return hint }
    return "cell \(cursor.row),\(cursor.column) = \(typed)_"
  }

  /// The terminal's cursor stands where digits go.
  private func showCursor(in frame: inout Frame, _ layout: BoardLayout<Pane>) {
    guard let cursor, prompt == nil, focus.isEditable else { return }
    let (pane, place) = drawnPlace(of: cursor, in: focus)
    if let rect = layout.boards.lazy.compactMap({ $0.rect(of: GridPosition(place), in: pane) }).first {
      frame.cursor = Point(x: rect.right - 1, y: rect.y)
    }
  }

  /// A cell's content, or at the cursor what has been typed so far.
  func withCursor(_ content: GridCell, _ pane: Pane, _ place: Position) -> GridCell {
    guard pane == focus, place == cursor else { return content }
    let text = typed.isEmpty ? content.text : typed
    return GridCell(text, Style(.plain, on: .selection, [.bold, .underline]))
  }

  /// A pane with a cell for each window, the shown one or those that read the cell at the cursor in a box.
  func outputShaped(_ id: Pane, _ label: String, _ extent: Extent, width: Int) -> PaneBoard<Pane>.Pane {
    var pane = PaneBoard.Pane(
      id, label: label, rows: extent.height, columns: extent.width, columnWidth: max(width, 2))
    pane.box = moment.active.map { GridBox(around: GridPosition($0)) }
    if focus == id, let cursor { pane.focus = GridPosition(cursor) }
    if let fed = moment.fedRange(in: extent) { pane.box = fed }
    return pane
  }
}

extension GridPosition {
  init(_ position: Position) { self.init(row: position.row, column: position.column) }
}

extension Position {
  init(_ cell: GridPosition) { self.init(row: cell.row, column: cell.column) }
}
