import Learning
import TerminalUI

/// A lab of grids whose cells can be visited with a cursor, typed into and clicked: convolution and pooling.
///
/// Positions of the timeline are output cells in row order.
protocol GridLab: TopicLab where Purpose == GridPurpose<Pane>, State == Settings {
  associatedtype Settings: GridScene
  associatedtype Pane: GridPane
  associatedtype Moment: GridMoment

  /// What is shown and how; its `step` stays 0, since the timeline knows the step.
  var settings: Settings { get set }
  /// What there is to be seen now.
  var moment: Moment { get }
  var focus: Pane { get set }
  /// The cell that arrows move from; there is one while the focused pane is open.
  var cursor: Position? { get set }
  /// The digits typed into the cell at the cursor so far.
  var typed: String { get set }
  /// The output cell that a lesson asks for.
  var asked: Position? { get set }

  /// The panes that Tab visits now.
  var focusablePanes: [Pane] { get }
  /// Where the cursor stands when the focused pane is opened: where the eye already is.
  var openingCell: Position { get }

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

  /// Works out the present moment anew.
  mutating func refreshMoment()

  /// What surrounds the grids.
  var content: ChromeContent { get }
  /// What a pane shows in one cell.
  func cell(_ pane: Pane, _ place: GridPosition) -> GridCell
  /// Where a cell of a pane's grid is drawn.
  func drawnPlace(of cell: Position, in pane: Pane) -> (pane: Pane, place: Position)
  /// Where everything stands: made alike for drawing and for the mouse.
  func layout(isProjected: Bool) -> BoardLayout<Pane>
  /// The pane and cell that a click on a drawn cell means; no cell for padding, nothing for what has no cells.
  func target(of place: Position, in pane: Pane) -> (pane: Pane, cell: Position?)?
  /// What padding counts as: "0".
  var paddingValue: String { get }
}

extension GridLab {
  /// Keeps sizes and counts back, or shows them.
  mutating func cover(_ isCovered: Bool) {
    chrome.isCovered = isCovered
    refreshMoment()
  }

  mutating func ask(for cell: Position?) { asked = cell }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    let before = self
    let effect = react(to: event)
    if self != before { refreshMoment() }
    return effect
  }

  /// Which axes the settings' keys move.
  var axis: AxisChoice { settings.axes }

  /// Lets the keys of sizes move other axes, and says which; `names` are the numbers that they move.
  mutating func changeAxis(of names: String) {
    settings.axes = AxisChoice.allCases.following(axis)
    chrome.say("\(names) keys now move \(axis == .both ? "both axes" : "the \(axis.rawValue) only").")
  }

  var keysAtWork: [HelpSection] {
    // Digits belong to an open pane only.
    let cells = CellBindings.table.help
    return cursor == nil ? helpSections.filter { !cells.contains($0) } : cells + helpSections
  }

  mutating func take(_ key: Key) -> Effect? {
    guard cursor != nil else { return press(key) }
    var effect: Effect?
    if let command = CellBindings.table[key] {
      perform(command, key: key)
    } else if key == .character("q") {
      // Leaving drops what was typed, as Escape does.
      effect = press(key)
    } else {
      // Another setting may put another cell under the cursor, so the number goes first.
      finishCell { effect = $0.press(key) }
    }
    return effect
  }

  func line(pasted text: String, for purpose: GridPurpose<Pane>) -> String {
    switch purpose {
    case .grid: PastedNumbers.rows(text)
    case .padding, .guess: text
    }
  }

  /// A paste into an open pane is a grid, to be looked at before it counts.
  mutating func take(pasted text: String) {
    if cursor != nil, focus.isEditable { openGridPrompt(for: focus, text: PastedNumbers.rows(text)) }
  }

  /// A click on a cell puts the cursor there.
  mutating func click(at point: Point) {
    let boards = layout(isProjected: chrome.display.isProjected).boards
    guard let hit = boards.lazy.compactMap({ $0.cell(at: point) }).first,
      let (pane, cell) = target(of: Position(hit.cell), in: hit.pane), focusablePanes.contains(pane)
    else { return }
    guard let cell else { return chrome.say("That is padding: it counts as \(paddingValue).") }
    finishCell { lab in
      lab.focus = pane
      lab.cursor = cell
    }
  }
}
