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
  /// - Throws: ``LabRefusal`` for numbers that do not fit one another; those of a scene that was read do.
  public init(scene: FitScene) throws(LabRefusal) {
    picture = try FitPicture(scene)
    opened = scene
    settings = scene.at(step: 0)
    timeline = Timeline(count: picture.stepCount, position: scene.step, rate: 1)
  }

  /// How much networks learn at once, in points that go through one: some 5 milliseconds, so that keys are answered at
  /// once and time goes on evenly.
  private static let workAtOnce = 6_000

  func picture(of settings: inout FitScene) throws(LabRefusal) -> FitPicture {
    try FitPicture(settings, work: Self.workAtOnce)
  }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    let effect = react(to: event)
    if case .tick = event, isLearning {
      picture.learn(Self.workAtOnce)
      if !isLearning { timeline.resize(to: picture.stepCount) }
    }
    return effect
  }

  /// What is on screen: while networks learn, the fit that they have come to.
  public var scene: FitScene { settings.at(step: place) }
  var version: SettingsVersion<FitScene> { SettingsVersion(settings.at(step: timeline.position)) }

  /// Whether networks are learning still.
  var isLearning: Bool { !picture.isComplete }

  /// Whether time has to pass.
  public var isMoving: Bool { (timeline.isPlaying || isLearning) && chrome.letsTimePass }

  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: 4) }

  static var bindings: Bindings<FitAction> { FitBindings.lab }

  /// A click on the errors goes to the fit there, one on the curve to the point there.
  mutating func click(at point: Point) {
    let layout = FitLayout(chromeLayout, settings.view)
    if let area = layout.errors, let x = errorPlot.x(at: point, in: area) {
      let scale = errorPlot.xScale
      let distances = picture.stages.indices.map {
        abs(scale.place(of: abscissa(of: picture.stages[$0].setting)) - scale.place(of: x))
      }
      if let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }) {
        timeline.jump(to: nearest)
      }
    } else if let area = layout.curve, let x = curvePlot.x(at: point, in: area) {
      let points = stage.data.points
      focus = points.indices.min { abs(points[$0].x - x) < abs(points[$1].x - x) } ?? 0
    }
  }

  /// The position whose fit is seen: that of the timeline, or while networks learn the last that they have come to.
  var place: Int { min(timeline.position, picture.stages.count - 1) }
  /// The present fit, and what it stands for.
  var stage: FitPicture.Stage { picture.stages[place] }
  var setting: FitScene.Setting { stage.setting }
  /// The point in focus: with fewer points than that the last one.
  var point: Int { min(focus, stage.data.points.count - 1) }
}
