import Learning
import TerminalUI

extension PoolLab {
  /// A click on a cell puts the cursor there, on the scrub bar jumps, on a setting presses its key; the wheel steps.
  mutating func react(to mouse: MouseEvent) -> Effect? {
    guard prompt == nil else { return nil }
    switch mouse.action {
    case .release: break
    case .scrollUp: timeline.perform(.stepBack)
    case .scrollDown: timeline.perform(.stepForward)
    case .press: return press(at: mouse.point)
    }
    return nil
  }

  private mutating func press(at point: Point) -> Effect? {
    let layout = layout(isProjected: chrome.manner.isProjected)
    if layout.chrome.scrubBar.contains(point) {
      if let position = ScrubBar(timeline).position(atColumn: point.x, in: layout.chrome.scrubBar) {
        timeline.jump(to: position)
      }
    } else if let key = settingsLine.key(at: point, in: layout.chrome.settings) {
      if let command = PoolBindings.lab[key] { return perform(command) }
    } else if let hit = layout.boards.lazy.compactMap({ $0.cell(at: point) }).first {
      place(cursorAt: Position(hit.cell), in: hit.pane)
    }
    return nil
  }

  private mutating func place(cursorAt place: Position, in pane: PoolPane) {
    guard PoolPane.focusable(in: settings.view).contains(pane) else { return }
    guard let cell = pane == .input ? picture.inputCell(atPadded: place) : place else {
      chrome.say("That is padding: it counts as \(picture.paddingText).")
      return
    }
    finishCell { lab in
      lab.focus = pane
      lab.cursor = cell
    }
  }
}
