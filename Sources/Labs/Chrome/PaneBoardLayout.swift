import TerminalUI

/// A board in its place: drawn, and asked what lies under the mouse.
public struct PaneBoardLayout<ID: Hashable & Sendable>: Equatable, Sendable {
  /// Every pane in its place.
  public let panes: [PaneBoard<ID>.Placed]
  let signs: [PaneBoard<ID>.PlacedSign]

  /// The pane and cell at `point`; `nil` beside all grids.
  public func cell(at point: Point) -> (pane: ID, cell: GridPosition)? {
    for placed in panes {
      if let cell = placed.grid.cell(at: point) { return (placed.pane.id, cell) }
    }
    return nil
  }

  /// Where a cell is drawn; `nil` when it is out of view.
  public func rect(of cell: GridPosition, in pane: ID) -> Rect? {
    panes.first { $0.pane.id == pane }?.grid.rect(of: cell)
  }

  /// Draws labels, cells and signs. The focused pane's label stands out, more so while the pane is open.
  public func draw(
    into frame: inout Frame, focus: ID?, isOpen: Bool, cell: (_ pane: ID, _ cell: GridPosition) -> GridCell
  ) {
    for placed in panes {
      let id = placed.pane.id
      let isFocused = id == focus
      let style: Style = isFocused ? (isOpen ? Style(.plain, on: .selection, .bold) : .accent) : .quiet
      if !placed.label.isEmpty {
        let end = frame.write(
          placed.pane.label, x: placed.label.x, y: placed.label.y, style, limit: placed.label.width)
        let note = placed.pane.note
        if !note.isEmpty, end + 2 + TextWidth.columns(of: note) <= placed.label.right {
          frame.write(note, x: end + 2, y: placed.label.y, Style(.unused))
        }
      }
      placed.grid.draw(into: &frame) { row, column in cell(id, GridPosition(row: row, column: column)) }
    }
    for sign in signs { frame.write(sign.text, x: sign.point.x, y: sign.point.y, .quiet) }
  }
}
