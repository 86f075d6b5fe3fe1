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

/// A training of points.
struct ClassifyRun: WatchedTraining {
  let data: DataSet
  var trainer: Trainer<ShapedNetwork, Double>
  let updates: Int
  let workPerUpdate: Int
  /// The part of the plane that is shown: all points with some room.
  let viewport: Viewport

  /// The most updates, so that a jump to the end is over soon.
  static let mostUpdates = 20_000
  /// The most points and parameters that are trained smoothly.
  static let mostPoints = 2_000
  static let mostParameters = 4_000

  /// The training of `setup`, before its first update.
  ///
  /// - Throws: ``LabRefusal``
  init(_ setup: ClassifyScene.Setup) throws(LabRefusal) {
    guard !setup.points.source.isDrawn || setup.points.count <= Self.mostPoints else {
      throw LabRefusal(
        "The lab shows up to \(Numeral.grouped(Self.mostPoints)) points; the command takes more")
    }
    do throws(ClassifyError) { (data, trainer) = try setup.training() } catch {
      throw LabRefusal(error.description)
    }
    updates = setup.updates(of: data)
    guard updates <= Self.mostUpdates, trainer.state.parameters.count <= Self.mostParameters,
      data.training.count + data.test.count <= Self.mostPoints
    else {
      throw LabRefusal(
        "The lab trains up to \(Numeral.grouped(Self.mostUpdates)) updates, "
          + "\(Numeral.grouped(Self.mostParameters)) weights and \(Numeral.grouped(Self.mostPoints)) points; "
          + "the command takes more")
    }
    workPerUpdate = trainer.model.multiplyAdds * min(setup.batch, data.training.count) + Self.workOfTape
    let points = [data.training, data.test].flatMap { examples in
      (0..<examples.count).map { (x: examples[$0][0], y: examples[$0][1]) }
    }
    let around = Viewport(around: points, margin: 0.08)
    guard let viewport = around ?? Viewport(minX: -1, maxX: 1, minY: -1, maxY: 1) else {
      throw LabRefusal("The points lie nowhere")
    }
    self.viewport = viewport
  }

  /// `weight`, or the last one where there are fewer.
  func place(of weight: Int) -> Int { min(weight, trainer.state.parameters.count - 1) }
}
