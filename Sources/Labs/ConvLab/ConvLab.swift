import Learning
import TerminalUI

/// The convolution lab: a kernel strides over a grid, and every number that comes out is shown being made.
///
/// Positions of the timeline are output cells in row order; position k shows the first k of them.
public struct ConvLab: Lab, GridLab {
  var chrome = LabChrome()
  /// What is being convolved and how; its `step` stays 0, since the timeline knows the step.
  var settings: ConvolutionScene
  var timeline: Timeline
  /// The scene in two dimensions that the signal view covers, if it shows other numbers.
  var setAside: ConvolutionScene?
  /// The scene that `restart` returns to.
  let opened: ConvolutionScene
  var history = UndoStack<ConvVersion>()
  var focus = ConvPane.input
  /// The cell that arrows move from; there is one while the focused pane is open.
  var cursor: Position?
  /// The digits typed into the cell at the cursor so far.
  var typed = ""
  var prompt: Prompt<GridPurpose<ConvPane>>?
  /// The output cell that a lesson asks for; marked until it is computed.
  var asked: Position?
  var score = Score()
  /// What is worked out from the settings alone.
  var picture: ConvPicture
  /// Gradients at the present step, in the backward view.
  var backward: BackwardPicture?
  /// The settings they belong to.
  var backwardSource: ConvolutionScene?
  /// What is worked out for the present moment.
  var moment = ConvMoment()

  static let title = "Convolution"

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when the scene does not fit itself or is larger than the lab shows.
  public init(scene: ConvolutionScene = ConvolutionScene()) throws(LabRefusal) {
    picture = try ConvPicture(scene)
    opened = scene
    settings = scene
    settings.step = 0
    timeline = Timeline(count: picture.stepCount, position: scene.step)
    refreshMoment()
  }

  /// What is on screen, without cursor, focus and open editors.
  public var scene: ConvolutionScene {
    var scene = settings
    scene.step = timeline.position
    // A typed gradient waits in the settings until there are two dimensions again.
    if case .signal = scene.view { scene.upstream = nil }
    return scene
  }
}

/// What undo returns to: the settings and where the timeline stood when an edit was made.
struct ConvVersion: Equatable, Sendable {
  let settings: ConvolutionScene
  let position: Int
  let setAside: ConvolutionScene?
}
