import Learning
import TerminalUI

/// The fit lab: polynomials through noisy points, and what they make of points that they did not see.
///
/// Position k of the timeline is the k-th degree, λ or number of points, or a network after 20·k updates.
public struct FitLab: Lab, SettingsLab {
  var chrome = LabChrome()
  /// What is fitted and how; its `step` stays 0, since the timeline knows the step.
  var settings: FitScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: FitScene
  var history = UndoStack<SettingsVersion<FitScene>>()
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// The point seen whose arithmetic is shown.
  var focus = 0
  /// What is worked out from the settings alone.
  var picture: FitPicture

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    /// λ.
    case penalty
    /// A number that the end of the timeline shows.
    case guess(Prediction)
  }

  static let title = "Fitting"
  static let noun = "fit"

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` never for a scene that was read or made by an initialiser.
  public init(scene: FitScene) throws(LabRefusal) {
    picture = try FitPicture(scene)
    opened = scene
    settings = scene.at(step: 0)
    timeline = Timeline(count: picture.stepCount, position: scene.step, rate: 1)
  }

  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: 4) }

  static var bindings: Bindings<FitAction> { FitBindings.lab }

  /// A click on the errors goes to the fit there, one on the curve to the point there.
  mutating func click(at point: Point) {
    let layout = FitLayout(chromeLayout, settings.view)
    if let area = layout.errors, let x = errorPlot.x(at: point, in: area) {
      let scale = errorPlot.xScale
      let distances = picture.stages.indices.map {
        abs(scale.place(of: abscissa(of: $0)) - scale.place(of: x))
      }
      if let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }) {
        timeline.jump(to: nearest)
      }
    } else if let area = layout.curve, let x = curvePlot.x(at: point, in: area) {
      let points = stage.data.points
      focus = points.indices.min { abs(points[$0].x - x) < abs(points[$1].x - x) } ?? 0
    }
  }

  /// The present fit, and what it stands for.
  var stage: FitPicture.Stage { picture.stages[timeline.position] }
  var setting: FitScene.Setting { stage.setting }
  /// The point in focus: with fewer points than that the last one.
  var point: Int { min(focus, stage.data.points.count - 1) }
}
