import Learning
import TerminalUI

extension ConvLab {
  func target(of place: Position, in pane: ConvPane) -> (pane: ConvPane, cell: Position?)? {
    // A strip is a part of the input written out, and stands for all of it.
    let pane = pane.isStrip ? .input : pane
    let cell = cell(at: place, in: pane)
    return cell == nil && pane != .input ? nil : (pane, cell)
  }

  /// The cell of a pane's grid that is drawn at `place`; `nil` for padding and headings.
  private func cell(at place: Position, in pane: ConvPane) -> Position? {
    switch picture {
    case .plane(let plane):
      return pane == .input ? plane.inputCell(atPadded: place) : place
    case .signal(let signal): return signal.cell(at: place, in: pane)
    }
  }
}
