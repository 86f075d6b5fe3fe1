import Learning
import TerminalUI

/// The curve lab: activations, losses of one number and typed functions, with their slopes.
///
/// Position k of the timeline is a place on the x axis, from its left end to its right one.
public struct CurveLab: Lab, SettingsLab {
  var chrome = LabChrome()
  /// What is drawn and how; its `step` stays 0, since the timeline knows the step.
  var settings: CurveScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: CurveScene
  var history = UndoStack<SettingsVersion<CurveScene>>()
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// What is worked out from the settings alone.
  var picture: CurvePicture

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    /// The curve in focus, another one over it, the ends of x.
    case curve, overlay, range
    /// The slope at the next place, which the timeline then moves on to.
    case guess(Prediction)
  }

  static let title = "Curves and slopes"
  static let noun = "place"

  /// The lab showing `scene`.
  public init(scene: CurveScene = CurveScene()) {
    picture = CurvePicture(scene)
    opened = scene
    settings = scene.at(step: 0)
    timeline = Timeline(count: picture.stepCount, position: scene.step, rate: 8)
  }

  /// Where the cursor is.
  var x: Double { settings.x(at: timeline.position) }
  /// The curve in focus at the cursor.
  var point: CurvePoint { settings.point(of: settings.curve, at: x) }

  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: 4) }

  static var bindings: Bindings<CurveAction> { CurveBindings.lab }

  /// A click on the picture goes to the place there, one on a curve's name brings it into focus.
  mutating func click(at point: Point) {
    if let x = plot.x(at: point, in: layout.plot), x.isFinite {
      timeline.jump(to: settings.position(near: x))
    } else if let index = layout.row(of: point, curves: settings.curves.count) {
      tryChange { $0.focus(index) }
    }
  }
}
