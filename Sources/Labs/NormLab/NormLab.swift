import Learning
import TerminalUI

/// The normalisation lab: a small batch normalised, scaled and shifted; running averages that follow drifting batches; and
/// a gradient going back through the batch.
///
/// Position k of the timeline shows batch k, after its averages went into the running ones.
public struct NormLab: Lab, SettingsLab {
  var chrome = LabChrome()
  /// What is normalised and how; its `step` stays 0, since the timeline knows the step.
  var settings: NormScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: NormScene
  var history = UndoStack<SettingsVersion<NormScene>>()
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// The feature whose numbers are shown.
  var focus = 0
  /// What is worked out from the settings alone.
  var picture: NormPicture

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    case batch, upstream
    /// A number of the next batch, to which the timeline then moves on.
    case guess(Prediction)
  }

  static let title = "Batch normalisation"
  static let noun = "batch"

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` for numbers that do not fit one another; those of a scene that was read do.
  public init(scene: NormScene) throws(LabRefusal) {
    picture = try NormPicture(scene)
    opened = scene
    settings = scene.at(step: 0)
    timeline = Timeline(count: picture.stepCount, position: scene.step, rate: 2)
  }

  /// The numbers of the present batch; `nil` before the first.
  var moment: NormPicture.Moment? {
    timeline.position > 0 ? picture.moments[timeline.position - 1] : nil
  }

  /// The column of averages of the feature in focus: a channel has one for all.
  var column: Int { settings.grouping == .feature ? focus : 0 }

  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: 4) }

  static var bindings: Bindings<NormAction> { NormBindings.lab }

  /// A click on the chart goes to the batch there.
  mutating func click(at point: Point) {
    let layout = NormLayout(chromeLayout)
    guard let chart = layout.chart, let batch = plot.x(at: point, in: chart), batch.isFinite else { return }
    timeline.jump(to: Int(min(max(0, batch.rounded()), Double(timeline.count))))
  }
}
