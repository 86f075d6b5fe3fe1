import Learning
import TerminalUI

/// The playground: a network bends the boundary between two classes of points while one watches, update by update, and back.
///
/// Positions of the timeline are updates. At speed 1 a tick makes as many updates as the scene's pace says, however long it
/// took, so that a recording plays alike everywhere.
public struct ClassifyLab: Lab, TopicLab {
  var chrome = LabChrome()
  /// What is trained and how it is shown; its `step` stays 0, since the timeline knows the step.
  var settings: ClassifyScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: ClassifyScene
  var history = UndoStack<ClassifyVersion>()
  var run: ClassifyRun
  /// What is seen of it at present.
  var moment: ClassifyMoment
  /// Whether arrows move among the weights of a layer.
  var isAmongWeights = false
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// Ticks since what is seen was made.
  private var ticks = 0

  static let title = "Classify"
  static let noun = "update"

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    case data, network, optimizer
    /// A weight after the next update.
    case guess(Prediction)
  }

  /// Ticks from one map to the next while it plays: 15 maps a second.
  private static let ticksPerMap = 4
  /// Ticks a second; a power of two, so that no update is lost to rounding.
  static let rate = 64.0

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when there is no such training, or it is too long for a lab.
  public init(scene: ClassifyScene = ClassifyScene()) throws(LabRefusal) {
    run = try ClassifyRun(scene)
    opened = scene
    settings = scene
    settings.step = 0
    settings.weight = min(scene.weight, run.trainer.state.parameters.count - 1)
    timeline = Timeline(
      count: run.updates, position: run.trainer.state.update, rate: Self.rate * Double(scene.pace))
    moment = ClassifyMoment(run, settings)
  }

  /// What is on screen.
  public var scene: ClassifyScene {
    var scene = settings
    scene.step = timeline.position
    return scene
  }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    var (event, isTick) = (event, false)
    if case .tick = event { (event, isTick) = (.tick(seconds: 1 / Self.rate), true) }
    let effect = react(to: event)
    follow()
    ticks += 1
    // While it plays the map is made again fifteen times a second; after anything else at once.
    if !isTick || !timeline.isPlaying || ticks >= Self.ticksPerMap { look() }
    return effect
  }

  /// Trains, or goes back, to where the timeline stands; it stops where training has ended.
  private mutating func follow() {
    guard timeline.position != run.trainer.state.update else { return }
    run.trainer.seek(to: timeline.position)
    guard run.trainer.state.update < timeline.position, let end = run.trainer.ending else { return }
    timeline.jump(to: run.trainer.state.update)
    chrome.say("Training has \(end).")
  }

  /// Makes what is seen, unless it is that already.
  private mutating func look() {
    ticks = 0
    if moment.isOf(run, settings) { return }
    moment = ClassifyMoment(run, settings)
  }

  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: 2) }

  mutating func press(_ key: Key) -> Effect? { ClassifyBindings.lab[key].flatMap { perform($0) } }

  mutating func take(_ key: Key) -> Effect? {
    guard isAmongWeights, let action = ClassifyBindings.weights[key] else { return press(key) }
    perform(action)
    return nil
  }

  /// The training follows from the scene, and the picture from both.
  public static func == (a: ClassifyLab, b: ClassifyLab) -> Bool {
    a.settings == b.settings && a.timeline == b.timeline && a.chrome == b.chrome && a.prompt == b.prompt
      && a.score == b.score && a.isAmongWeights == b.isAmongWeights && a.moment.update == b.moment.update
      && a.history == b.history && a.opened == b.opened
  }
}

/// What undo returns to.
struct ClassifyVersion: Equatable, Sendable {
  let scene: ClassifyScene
}

/// A training with its data.
struct ClassifyRun: Sendable {
  let data: DataSet
  var trainer: Trainer<ShapedNetwork, Double>
  /// How many updates the epochs have.
  let updates: Int
  /// The part of the plane that is shown: all points with some room.
  let viewport: Viewport

  /// The most updates, so that a jump to the end is felt as immediate.
  static let mostUpdates = 20_000
  /// The most points and parameters that are trained smoothly.
  static let mostPoints = 2_000
  static let mostParameters = 4_000

  /// The training of `scene`, at its step.
  ///
  /// - Throws: ``LabRefusal``
  init(_ scene: ClassifyScene) throws(LabRefusal) {
    guard !scene.points.source.isDrawn || scene.points.count <= Self.mostPoints else {
      throw LabRefusal(
        "The lab shows up to \(Numeral.grouped(Self.mostPoints)) points; the command takes more")
    }
    do {
      var start = scene
      (start.step, start.changes) = (0, [])
      let first = try start.training()
      updates = scene.updates(of: first.data)
      guard updates <= Self.mostUpdates, first.trainer.state.parameters.count <= Self.mostParameters,
        first.data.training.count + first.data.test.count <= Self.mostPoints
      else {
        throw ClassifyRefusal.tooLarge
      }
      (start.step, start.changes) = (min(scene.step, updates), scene.changes)
      let present = try start.step == 0 && start.changes.isEmpty ? first : start.training()
      (data, trainer) = (present.data, present.trainer)
    } catch let error as ClassifyError {
      throw LabRefusal(error.description)
    } catch {
      throw LabRefusal(
        "The lab trains up to \(Numeral.grouped(Self.mostUpdates)) updates, "
          + "\(Numeral.grouped(Self.mostParameters)) weights and \(Numeral.grouped(Self.mostPoints)) points; "
          + "the command takes more")
    }
    let points = [data.training, data.test].flatMap { examples in
      (0..<examples.count).map { (x: examples[$0][0], y: examples[$0][1]) }
    }
    let around = Viewport(around: points, margin: 0.08)
    guard let viewport = around ?? Viewport(minX: -1, maxX: 1, minY: -1, maxY: 1) else {
      throw LabRefusal("The points lie nowhere")
    }
    self.viewport = viewport
  }

  private enum ClassifyRefusal: Error { case tooLarge }
}
