import Learning
import TerminalUI

extension ConvLab {
  /// A click on a cell puts the cursor there, on the scrub bar jumps, on a setting presses its key; the wheel steps.
  mutating func react(to mouse: MouseEvent) -> Effect? {
    switch mouse.action {
    case .release: return nil
    case .scrollUp:
      if prompt == nil { timeline.perform(.stepBack) }
      return nil
    case .scrollDown:
      if prompt == nil { timeline.perform(.stepForward) }
      return nil
    case .press: return press(at: mouse.point)
    }
  }

  private mutating func press(at point: Point) -> Effect? {
    guard prompt == nil else { return nil }
    let layout = layout(isProjected: chrome.manner.isProjected)
    if layout.chrome.scrubBar.contains(point) {
      let bar = ScrubBar(timeline)
      if let position = bar.position(atColumn: point.x, in: layout.chrome.scrubBar) {
        timeline.jump(to: position)
      }
    } else if let key = settingsLine.key(at: point, in: layout.chrome.settings) {
      if let command = ConvBindings.lab[key] { return perform(command) }
    } else if let hit = layout.boards.lazy.compactMap({ $0.cell(at: point) }).first {
      place(cursorAt: Position(hit.cell), in: hit.pane)
    }
    return nil
  }

  private mutating func place(cursorAt place: Position, in pane: ConvPane) {
    let pane = pane.isStrip ? .input : pane
    guard ConvPane.focusable(in: settings.view).contains(pane) else { return }
    guard let cell = cell(at: place, in: pane) else {
      if pane == .input { chrome.say("That is padding: always 0.") }
      return
    }
    finishCell { lab in
      lab.focus = pane
      lab.cursor = cell
    }
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
