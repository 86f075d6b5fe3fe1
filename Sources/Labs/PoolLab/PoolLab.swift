import Learning
import TerminalUI

/// The pooling lab: windows of a grid become one number each, and every gradient finds its way back.
///
/// Positions of the timeline are output cells in row order. Position k shows the first k of them; in the backward view,
/// the gradients that the first k have sent back.
public struct PoolLab: Lab, GridLab {
  var chrome = LabChrome()
  /// What is pooled and how; its `step` stays 0, since the timeline knows the step.
  var settings: PoolingScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: PoolingScene
  var history = UndoStack<PoolVersion>()
  var focus = PoolPane.input
  /// The cell that arrows move from; there is one while the focused pane is open.
  var cursor: Position?
  /// The digits typed into the cell at the cursor so far.
  var typed = ""
  var prompt: Prompt<GridPurpose<PoolPane>>?
  /// The output cell that a lesson asks for; marked until it is computed.
  var asked: Position?
  var score = Score()
  /// What is worked out from the settings alone.
  var picture: PoolPicture
  /// Gradients at the present step, in the backward view.
  var gradients: PoolGradients?
  /// What is worked out for the present moment.
  var moment = PoolMoment()

  static let title = "Pooling"

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when the scene does not fit itself or is larger than the lab shows.
  public init(scene: PoolingScene = PoolingScene()) throws(LabRefusal) {
    picture = try PoolPicture(scene)
    opened = scene
    settings = scene
    settings.step = 0
    timeline = Timeline(count: picture.stepCount, position: scene.step)
    refreshMoment()
  }

  /// What is on screen, without cursor, focus and open editors.
  public var scene: PoolingScene {
    var scene = settings
    scene.step = timeline.position
    return scene
  }
}

/// What undo returns to: the settings and where the timeline stood when an edit was made.
struct PoolVersion: Equatable, Sendable {
  let settings: PoolingScene
  let position: Int
}
