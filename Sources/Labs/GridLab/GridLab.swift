import Learning
import TerminalUI

/// A lab of grids whose cells can be visited with a cursor, typed into and clicked: convolution and pooling.
///
/// Positions of the timeline are output cells in row order.
protocol GridLab: TopicLab where Purpose == GridPurpose<Pane> {
  associatedtype Settings: Equatable & Sendable
  associatedtype Pane: GridPane

  /// What is shown and how; its `step` stays 0, since the timeline knows the step.
  var settings: Settings { get }
  var focus: Pane { get set }
  /// The cell that arrows move from; there is one while the focused pane is open.
  var cursor: Position? { get set }
  /// The digits typed into the cell at the cursor so far.
  var typed: String { get set }

  /// The panes that Tab visits now.
  var focusablePanes: [Pane] { get }
  /// Where the cursor stands when the focused pane is opened: where the eye already is.
  var openingCell: Position { get }
  /// The panes whose numbers can be changed, in words: "the input".
  var editableNames: String { get }
  /// The settings line, which takes clicks.
  var settingsLine: SettingsLine { get }

  /// Rows and columns of a pane that a cursor can visit.
  func extent(of pane: Pane) -> Extent
  /// The step that makes an output cell, counted from 0.
  func step(at cell: Position) -> Int
  /// The numbers of a pane as they are typed, and what they are called; `nil` for those that are computed.
  func typedGrid(of pane: Pane) -> (name: String, text: String)?
  /// The settings with the typed numbers in a pane.
  func settings(with text: String, in pane: Pane) throws(LabRefusal) -> Settings
  /// The settings with a number in a cell of the focused pane; `nil` where it cannot stand.
  func settings(with number: Double, at cell: Position) -> Settings?
  /// Puts `settings` in the place of the present ones, or leaves everything as it is.
  mutating func install(_ settings: Settings) throws(LabRefusal)

  /// Where everything stands: made alike for drawing and for the mouse.
  func layout(isProjected: Bool) -> BoardLayout<Pane>
  /// The pane and cell that a click on a drawn cell means; no cell for padding, nothing for what has no cells.
  func target(of place: Position, in pane: Pane) -> (pane: Pane, cell: Position?)?
  /// What padding counts as: "0".
  var paddingValue: String { get }
  /// Does what `key` means while no pane is open.
  mutating func press(_ key: Key) -> Effect?
}

extension GridLab {
  /// Takes in one event.
  mutating func react(to event: Event) -> Effect? {
    switch chrome.intercept(event) {
    case .none(let effect): return effect
    case .tick(let seconds): timeline.tick(seconds: seconds)
    case .paste(let text): paste(text)
    case .mouse(let mouse): return react(to: mouse)
    case .key(let key): return react(to: key)
    }
    return nil
  }

  private mutating func react(to key: Key) -> Effect? {
    if prompt != nil {
      updatePrompt(.key(key))
      return nil
    }
    if cursor != nil, let command = CellBindings.table[key] {
      perform(command, key: key)
      return nil
    }
    return press(key)
  }

  private mutating func paste(_ text: String) {
    if prompt != nil {
      updatePrompt(.paste(text))
    } else if cursor != nil, focus.isEditable {
      // A paste into an open pane is a grid, to be looked at before it counts.
      openGridPrompt(for: focus, text: text)
    }
  }

  // MARK: Mouse

  /// A click on a cell puts the cursor there, on the scrub bar jumps, on a setting presses its key; the wheel steps.
  private mutating func react(to mouse: MouseEvent) -> Effect? {
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
      return press(key)
    } else if let hit = layout.boards.lazy.compactMap({ $0.cell(at: point) }).first {
      place(cursorAt: Position(hit.cell), in: hit.pane)
    }
    return nil
  }

  private mutating func place(cursorAt place: Position, in pane: Pane) {
    guard let (pane, cell) = target(of: place, in: pane), focusablePanes.contains(pane) else { return }
    guard let cell else { return chrome.say("That is padding: it counts as \(paddingValue).") }
    finishCell { lab in
      lab.focus = pane
      lab.cursor = cell
    }
  }
}
