import Learning
import TerminalUI

/// The playground: a network bends the boundary between two classes of points while one watches, update by update, and back.
public struct ClassifyLab: Lab, TrainingLab {
  var chrome = LabChrome()
  var setup: ClassifyScene.Setup
  var viewState: ClassifyScene.ViewState
  var timeline: Timeline
  let opened: ClassifyScene
  var history = UndoStack<ClassifyScene>()
  var run: ClassifyRun
  var way = TrainingWay()
  /// What is seen of it at present.
  var moment: ClassifyMoment
  /// Whether arrows move among the weights of a layer.
  var isAmongWeights = false
  var prompt: Prompt<Purpose>?
  var score = Score()
  typealias Preset = ClassifyPreset

  static let title = "Classify"
  static let batchSizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000]

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    case data, network, optimizer
    /// A weight after the next update.
    case guess(Prediction)
  }

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when there is no such training, or it is too long for a lab.
  public init(scene: ClassifyScene = ClassifyScene()) throws(LabRefusal) {
    run = try ClassifyRun(scene.setup)
    opened = scene
    (setup, viewState) = (scene.setup, scene.viewState)
    viewState.weight = run.place(of: viewState.weight)
    timeline = Self.timeline(run, scene)
    run.trainer.seek(to: timeline.position, atMost: run.updates(within: .opening))
    moment = ClassifyMoment(run, ClassifyMoment.Key(way.trainings, run.trainer, viewState))
    follow(.tick)
    refreshMoment()
  }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? { train(on: event) }

  mutating func settle() { viewState.weight = run.place(of: viewState.weight) }

  mutating func refreshMoment() {
    let key = ClassifyMoment.Key(way.trainings, run.trainer, viewState)
    if moment.key != key { moment = ClassifyMoment(run, key) }
  }

  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: 2) }

  static var bindings: Bindings<ClassifyAction> { ClassifyBindings.lab }

  mutating func take(_ key: Key) -> Effect? {
    guard isAmongWeights, let action = ClassifyBindings.weights[key] else { return press(key) }
    perform(action)
    return nil
  }

  /// The training follows from the scene, and the picture from both.
  public static func == (a: ClassifyLab, b: ClassifyLab) -> Bool {
    a.setup == b.setup && a.viewState == b.viewState && a.timeline == b.timeline && a.chrome == b.chrome
      && a.prompt == b.prompt
      && a.score == b.score && a.isAmongWeights == b.isAmongWeights && a.moment.update == b.moment.update
      && a.way == b.way && a.history == b.history && a.opened == b.opened
  }
}
