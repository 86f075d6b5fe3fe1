import Learning
import TerminalUI

/// The pooling lab: windows of a grid become one number each, and every gradient finds its way back.
///
/// Positions of the timeline are output cells in row order. Position k shows the first k of them; in the backward view,
/// the gradients that the first k have sent back.
public struct PoolLab: Lab, GridLab {
  var chrome = LabChrome()
  var settings: PoolingScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: PoolingScene
  var history = UndoStack<SettingsVersion<PoolingScene>>()
  var focus = PoolPane.input
  var cursor: Position?
  var typed = ""
  var prompt: Prompt<GridPurpose<PoolPane>>?
  var asked: Position?
  var score = Score()
  /// What is worked out from the settings alone.
  var picture: PoolPicture
  /// Gradients at the present step, in the backward view.
  var gradients: PoolGradients?

  static let title = "Pooling"

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when the scene does not fit itself or is larger than the lab shows.
  public init(scene: PoolingScene = PoolingScene()) throws(LabRefusal) {
    picture = try PoolPicture(scene)
    opened = scene
    settings = scene.at(step: 0)
    timeline = Timeline(count: picture.stepCount, position: scene.step)
    refreshGradients()
  }

  var currentView: any GridLabView<PoolPane> {
    // Where the exact rule says "cannot" there are no gradients, and the forward view says so.
    if let gradients { PoolBackwardView(self, gradients) } else { PoolGridView(self) }
  }
}

extension PoolLab {
  func picture(of settings: inout PoolingScene) throws(LabRefusal) -> PoolPicture {
    let picture = try PoolPicture(settings)
    try fitUpstream(of: &settings, to: picture.geometry.windows)
    return picture
  }

  mutating func refreshGradients() {
    guard settings.view == .backward, picture.stepCount > 0 else {
      gradients = nil
      return
    }
    if let gradients, gradients.source == settings, gradients.steps == timeline.position { return }
    do {
      gradients = try PoolGradients(
        picture, settings, upstream: upstream, steps: timeline.position, previous: gradients)
    } catch {
      gradients = nil
      chrome.refuse(error.description)
    }
  }

  /// The gradient that comes back to the output: typed, or ones.
  private var upstream: Grid { settings.upstream ?? Grid(picture.geometry.windows, repeating: 1) }

  // MARK: Panes

  var focusablePanes: [PoolPane] {
    switch settings.view {
    case .grid: [.input, .output]
    case .backward: [.input, .output, .upstream, .inputGradient]
    }
  }

  func extent(of pane: PoolPane) -> Extent {
    pane.showsInputs ? picture.geometry.input : picture.geometry.windows
  }

  func step(at cell: Position) -> Int { picture.geometry.step(at: cell) }

  func settings(with number: Double, at cell: Position) -> PoolingScene? {
    var scene = settings
    switch focus {
    case .input:
      guard let grid = scene.grid.grid.replacing(cell, by: number) else { return nil }
      scene.grid = .rows(grid)
    case .upstream:
      guard let upstream = upstream.replacing(cell, by: number) else { return nil }
      scene.upstream = upstream
    case .output, .inputGradient, .window, .squares, .sum, .result: return nil
    }
    return scene
  }

  func typedGrid(of pane: PoolPane) -> (name: String, text: String)? {
    switch pane {
    case .input: ("input", settings.grid.text)
    case .upstream: ("upstream gradient", upstream.typed)
    case .output, .inputGradient, .window, .squares, .sum, .result: nil
    }
  }

  func settings(with text: String, in pane: PoolPane) throws(LabRefusal) -> PoolingScene {
    var scene = settings
    if pane == .upstream {
      scene.upstream = try Grid(typed: text)
    } else {
      scene.replaceGrid(try GridSource(typed: text, "grid", such: "1 0 2; 3 4 5"))
    }
    return scene
  }
}

/// The grids of the lab.
enum PoolPane: GridPane {
  /// x with its ring of padding.
  case input
  /// y
  case output
  /// ∂L/∂y and ∂L/∂x.
  case upstream, inputGradient
  /// The window opened up below: its cells, their squares, what they add up to, the result.
  case window, squares, sum, result

  var isEditable: Bool { self == .input || self == .upstream }
  var showsOutputs: Bool { self == .output || self == .upstream }
  /// Whether its cells are places of the input, so that a cursor in it asks which windows read it.
  var showsInputs: Bool { self == .input || self == .inputGradient }
}
