import Learning
import TerminalUI

/// The softmax lab: scores made probabilities, their cross-entropy and its gradient, stage by stage.
///
/// Position k of the timeline shows the numbers after k stages.
public struct SoftmaxLab: Lab, SettingsLab {
  var chrome = LabChrome()
  /// What is computed and how; its `step` stays 0, since the timeline knows the step.
  var settings: SoftmaxScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: SoftmaxScene
  var history = UndoStack<SettingsVersion<SoftmaxScene>>()
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// The class, or sample, whose arithmetic is shown.
  var focus = 0
  /// What is worked out from the settings alone.
  var picture: SoftmaxPicture

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    case scores, weights
    /// A number of a later stage, to which the timeline then moves on.
    case guess(Prediction, revealing: Int)
  }

  static let title = "Softmax"
  static let noun = "stage"

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` for numbers that do not fit one another; those of a scene that was read do.
  public init(scene: SoftmaxScene) throws(LabRefusal) {
    picture = try SoftmaxPicture(scene)
    opened = scene
    settings = scene.at(step: 0)
    focus = scene.view.isBinary ? 0 : scene.target
    timeline = Timeline(count: picture.stepCount, position: scene.step, rate: 1)
  }

  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: 3) }

  static var bindings: Bindings<SoftmaxAction> { SoftmaxBindings.lab }

  /// A click on the bar of a score drags its end there; one elsewhere in a row brings that class into focus.
  mutating func click(at point: Point) {
    let table = table
    let area = chromeLayout.body
    guard let row = table.row(at: point, in: area) else { return }
    focus = row
    if let value = table.value(at: point, in: area), abs(value) < SoftmaxScene.most {
      // To a tenth, as fine as one can point.
      let score = (value * 10).rounded() / 10 - settings.shift
      tryChange { $0.setLogit(score, at: row) }
    }
  }
}
