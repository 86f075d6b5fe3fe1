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
    let layout = layout(isProjected: chrome.isProjected)
    if layout.chrome.scrubBar.contains(point) {
      let bar = ScrubBar(timeline)
      if let position = bar.position(atColumn: point.x, in: layout.chrome.scrubBar) {
        timeline.jump(to: position)
      }
    } else if let key = settingsLine.key(at: point, in: layout.chrome.settings) {
      if let command = ConvBindings.lab[key] { return perform(command) }
    } else if let hit = layout.board.cell(at: point) {
      place(cursorAt: Position(hit.cell), in: hit.pane)
    }
    return nil
  }

  private mutating func place(cursorAt place: Position, in pane: ConvPane) {
    guard ConvPane.focusable(in: settings.view).contains(pane) else { return }
    let cell = pane == .input ? picture.plane.map { $0.inputCell(atPadded: place) } ?? place : place
    guard let cell else {
      chrome.say("That is padding: always 0.")
      return
    }
    finishCell { lab in
      lab.focus = pane
      lab.cursor = cell
    }
  }
}
