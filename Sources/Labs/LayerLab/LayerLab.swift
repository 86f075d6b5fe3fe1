import Learning
import TerminalUI

/// The layer lab: convolution with depth. Channels side by side, the kernels of a filter under them, what each adds, and the
/// total dropping into one cell of one map.
public struct LayerLab: Lab, SettingsLab {
  var chrome = LabChrome()
  /// What is shown; its `step` stays 0, since the timeline knows the step.
  var settings: LayerScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: LayerScene
  var history = UndoStack<SettingsVersion<LayerScene>>()
  /// What follows from the settings.
  var picture: LayerPicture
  /// The grid in focus.
  var focus = LayerPane.channel(0)
  /// The cell that arrows move while the grid in focus is open.
  var cursor: Position?
  var prompt: Prompt<Purpose>?
  var score = Score()

  static let title = "Layer"

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    /// Rows of channels, of the kernels of a filter, of upstream gradients.
    case channels, filter(Int), upstream
    /// The bias of a filter.
    case bias(Int)
    /// One number of the open grid.
    case number(LayerPane, Position)
    /// The next cell or weight, which the timeline then moves on to.
    case guess(Prediction)
  }

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when its settings do not fit one another.
  public init(scene: LayerScene = LayerPreset.cs231n.scene) throws(LabRefusal) {
    picture = try LayerPicture(scene)
    opened = scene
    settings = scene.at(step: 0)
    timeline = Timeline(count: picture.stepCount, position: scene.step, rate: 1.5)
  }

  /// What the last step made; `nil` before the first.
  var moment: LayerPicture.Moment? { picture.moment(after: timeline.position, filter: settings.filter) }

  /// The filter whose kernels are shown.
  var filter: Int { moment?.filter ?? settings.filter }

  var chromeLayout: LabLayout {
    let others = writesAllChannels ? picture.layer.filters[0].kernels.count - 1 : 0
    return chrome.layout(arithmeticRows: (chrome.size.height >= 30 ? 3 : 1) + others)
  }

  /// Whether there is room for the sums of all channels; else only that of one is written out.
  var writesAllChannels: Bool {
    switch picture.view {
    case .sums, .stack, .pointwise:
      chrome.size.height >= 38 && 2...4 ~= picture.layer.filters[0].kernels.count
    case .depthwise, .backward, .counts: false
    }
  }

  mutating func take(_ key: Key) -> Effect? {
    guard let cursor, let action = LayerBindings.grid[key] else { return press(key) }
    switch action {
    case .move(let rows, let columns): move(from: cursor, rows: rows, columns: columns)
    case .type:
      if case .character(let character) = key { type(String(character), at: cursor) }
    }
    return nil
  }

  static var bindings: Bindings<LayerAction> { LayerBindings.lab }

  var keysAtWork: [HelpSection] { cursor == nil ? helpSections : LayerBindings.grid.help + helpSections }

  /// A click on a cell of a map goes to its step; one on another cell opens its grid there.
  mutating func click(at point: Point) {
    guard picture.view != .counts, let (pane, place) = layout.cell(at: point) else { return }
    var cell = Position(place)
    if case .channel = pane {
      // Channels are drawn with their padding.
      let geometry = picture.layer.geometry
      cell = Position(
        row: cell.row - geometry.rows.paddingBefore, column: cell.column - geometry.columns.paddingBefore)
      guard 0..<geometry.input.height ~= cell.row, 0..<geometry.input.width ~= cell.column else { return }
    }
    guard panes.contains(pane) else { return }
    choose(cell, in: pane)
  }
}

/// The grids on the screen. Channels and maps count from 0.
enum LayerPane: Hashable, Sendable {
  case channel(Int)
  /// The kernel that the channel meets.
  case kernel(Int)
  case map(Int)
}
