import Learning
import TerminalUI

/// The averages lab: one series of numbers, four ways to average it, and the weight that every past sample still has.
///
/// Position k of the timeline shows the averages after the first k samples.
public struct AverageLab: Lab, SettingsLab {
  var chrome = LabChrome()
  /// What is averaged and how; its `step` stays 0, since the timeline knows the step.
  var settings: AverageScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: AverageScene
  var history = UndoStack<SettingsVersion<AverageScene>>()
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// What is worked out from the settings alone.
  var picture: AveragePicture

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    case data, beta
    /// The next average, which the timeline then moves on to.
    case guess(Prediction)
  }

  /// The most samples that the lab shows; the command takes more.
  static let mostSamples = 10_000

  static let title = "Moving averages"

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when β is out of its range, or the data are more than the lab shows.
  public init(scene: AverageScene = AverageScene()) throws(LabRefusal) {
    picture = try AveragePicture(scene)
    opened = scene
    settings = scene.at(step: 0)
    timeline = Timeline(count: picture.stepCount, position: scene.step, rate: 6)
  }

  static let noun = "sample"
  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: 2) }

  static var bindings: Bindings<AverageAction> { AverageBindings.lab }

  /// A click on the chart goes to the sample there.
  mutating func click(at point: Point) {
    let layout = AverageLayout(chromeLayout)
    guard let sample = chart.x(at: point, in: layout.chart), sample.isFinite else { return }
    timeline.jump(to: Int(min(max(0, sample.rounded()), Double(timeline.count))))
  }
}
