import Learning
import TerminalUI

/// A lab of grids whose cells can be visited with a cursor, typed into and clicked: convolution and pooling.
///
/// Positions of the timeline are output cells in row order.
protocol GridLab: SettingsLab where Purpose == GridPurpose<Pane>, State: GridScene {
  associatedtype Pane: GridPane

  /// The way in which it is looked at now.
  var currentView: any GridLabView<Pane> { get }
  var focus: Pane { get set }
  /// The cell that arrows move from; there is one while the focused pane is open.
  var cursor: Position? { get set }
  /// The digits typed into the cell at the cursor so far.
  var typed: String { get set }
  /// The output cell that a lesson asks for.
  var asked: Position? { get set }

  /// The panes that Tab visits now.
  var focusablePanes: [Pane] { get }
  /// Rows and columns of a pane that a cursor can visit.
  func extent(of pane: Pane) -> Extent
  /// The step that makes an output cell, counted from 0.
  func step(at cell: Position) -> Int
  /// The numbers of a pane as they are typed, and what they are called; `nil` for those that are computed.
  func typedGrid(of pane: Pane) -> (name: String, text: String)?
  /// The settings with the typed numbers in a pane.
  func settings(with text: String, in pane: Pane) throws(LabRefusal) -> State
  /// The settings with a number in a cell of the focused pane; `nil` where it cannot stand.
  func settings(with number: Double, at cell: Position) -> State?
  /// The scenes that the key for examples goes through, with what to watch for in each.
  static var watchedExamples: [GridExample<State>] { get }
  /// Brings the gradients up to the present settings and step, where they are to be seen. They alone are too dear to be
  /// worked out whenever the lab is drawn.
  mutating func refreshGradients()

  /// Names of what is shown for the title line, and what exactly runs.
  var subject: String { get }
  var variant: String { get }
}

extension GridLab {
  mutating func ask(for cell: Position?) { asked = cell }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    let effect = react(to: event)
    refreshGradients()
    return effect
  }

  static var examples: [State] { watchedExamples.map(\.scene) }

  /// An example stays what it is in another view, with another gradient, and while keys move one axis.
  func isShowing(_ example: State) -> Bool {
    var example = example
    (example.step, example.view, example.upstream, example.axes) = (
      0, settings.view, settings.upstream, settings.axes
    )
    return example == settings
  }

  /// The example that is shown; `nil` for something else.
  var shownExample: GridExample<State>? { Self.watchedExamples.first { isShowing($0.scene) } }

  /// A typed gradient for outputs of another shape than `windows` is refused when it is new, and dropped when the shape has
  /// changed under it: it starts again from ones.
  func fitUpstream(of scene: inout State, to windows: Extent) throws(LabRefusal) {
    guard let upstream = scene.upstream, upstream.extent != windows else { return }
    guard upstream == settings.upstream else {
      throw LabRefusal(GeometryError.upstreamShape(upstream.extent, expected: windows).description)
    }
    scene.upstream = nil
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
    if let action = CellBindings.table[key] {
      perform(action, key: key)
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
    let view = currentView
    let boards = BoardLayout(chromeLayout, view, isProjected: chrome.display.isProjected).boards
    guard let hit = boards.lazy.compactMap({ $0.cell(at: point) }).first,
      let (pane, cell) = view.target(of: Position(hit.cell), in: hit.pane), focusablePanes.contains(pane)
    else { return }
    guard let cell else { return chrome.say("That is padding: it counts as \(view.paddingText).") }
    finishCell { lab in
      lab.focus = pane
      lab.cursor = cell
    }
  }
}
