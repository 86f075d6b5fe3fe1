import Learning
import TerminalUI

/// The depth lab: what becomes of signals on their way through many layers, and of gradients on their way back.
///
/// Positions 1 to n of the timeline work out the outputs of the n layers, n + 1 to 2n their gradients from the last layer
/// to the first.
public struct DepthLab: Lab, SettingsLab {
  var chrome = LabChrome()
  /// What is computed and how; its `step` stays 0, since the timeline knows the step.
  var settings: DepthScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: DepthScene
  var history = UndoStack<SettingsVersion<DepthScene>>()
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// The layer that was chosen to be looked at, until the timeline moves on.
  var choice: Choice?
  /// What is worked out from the settings alone.
  var picture: DepthPicture

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    /// The weights of the chain; inputs and neurons of the wide layers.
    case weights, sizes
    /// x, and t.
    case input, target
    /// A number of a later step, to which the timeline then moves on.
    case guess(Prediction, revealing: Int)
  }

  /// A layer, counted from 0, and where the timeline stood when it was chosen.
  struct Choice: Equatable, Sendable {
    let layer, position: Int
  }

  static let title = "Depth"
  static let noun = "step"

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` for numbers that do not fit one another; those of a scene that was read do.
  public init(scene: DepthScene) throws(LabRefusal) {
    picture = try DepthPicture(scene)
    opened = scene
    settings = scene.at(step: 0)
    timeline = Timeline(count: picture.stepCount, position: scene.step, rate: 4)
  }

  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: 5) }

  static var bindings: Bindings<DepthAction> { DepthBindings.lab }

  /// A click on a layer brings it into focus.
  mutating func click(at point: Point) {
    let columns = view.columns
    let layout = DepthLayout(chromeLayout, layers: columns.names.count)
    guard let column = columns.column(at: point, in: layout.columns) else { return }
    // Columns are numbered as layers are, from 1; what goes in has the number 0.
    let layer = column + columns.first - 1
    if layer >= 0 { choose(layer) }
  }

  mutating func choose(_ layer: Int) { choice = Choice(layer: layer, position: timeline.position) }

  /// The layer that is chosen at this position.
  var chosen: Int? { choice.flatMap { $0.position == timeline.position ? $0.layer : nil } }

  /// Layers whose outputs are worked out.
  var forward: Range<Int> { 0..<min(timeline.position, picture.layerCount) }

  /// Layers whose gradients are.
  var backward: Range<Int> {
    let count = picture.layerCount
    return min(count, 2 * count - timeline.position)..<count
  }

  /// The layer whose numbers are shown, counted from 0: the one chosen, or the one that the last step worked out.
  var layer: Int? {
    if let chosen { return chosen }
    return backward.isEmpty ? forward.last : backward.lowerBound
  }
}
