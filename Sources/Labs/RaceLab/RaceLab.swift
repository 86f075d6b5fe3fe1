import Autodiff
import Learning
import TerminalUI

/// The race lab: optimizers run down a surface side by side, and every step can be looked into.
///
/// Positions of the timeline are steps; position k shows where every racer stands after k steps. Going back replays from
/// the nearest kept state, so it is exact.
public struct RaceLab: Lab, TopicLab {
  var chrome = LabChrome()
  /// The race as it is set up and the fairness of its rates. How it is shown stands below, and goes into the scene when one
  /// is asked for.
  var settings: RaceScene { didSet { labels = RacerLabels(settings) } }
  /// What the racers are called.
  private(set) var labels: RacerLabels
  var timeline: Timeline
  var race: Race
  /// The scene that `restart` returns to.
  let opened: RaceScene
  var history = UndoStack<RaceVersion>()
  /// The racer that keys act on.
  var selected: Int
  var view: RaceScene.View
  var shades: RaceScene.Shades
  /// Turn of the relief in degrees.
  var turn: Int
  /// The prepared race that this is.
  var preset: RacePreset?
  /// Whether arrows move the start over the map.
  var isMovingStart = false
  /// Whether the last edit is a move of the start, which further moves go on with.
  var isMoveRecorded = false
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// The surface as drawn; made again when surface, size or scale change.
  var picture: RacePicture?
  /// What is worked out for the present step.
  var moment = RaceMoment()
  /// Where all gradients of the lab are recorded.
  let scratch = ScratchTape<Double>()

  static let title = "Race"

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    case setting, racer, surface, start
    /// A ranking of the racers after the last step.
    case ranking
  }

  /// Steps of a race unless more are asked for.
  static let usualLength = 200
  /// Steps a second at speed 1.
  private static let stepRate = 10.0

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when racers or changes do not fit one another.
  public init(scene: RaceScene = RaceScene(Surface(.ravine))) throws(LabRefusal) {
    race = try scratch.race(scene)
    opened = scene
    settings = scene.bare
    settings.fairness = scene.fairness
    labels = RacerLabels(settings)
    (selected, view, shades, turn) = (scene.selected, scene.view, scene.shades, scene.turn)
    let known = RacePreset(of: settings)
    preset = known
    timeline = Timeline(
      count: Self.length(of: scene, known), position: scene.step, rate: Self.stepRate)
    refreshMoment()
  }

  /// What is on screen, without open editors.
  public var scene: RaceScene {
    var scene = settings
    (scene.selected, scene.view, scene.shades, scene.turn) = (selected, view, shades, turn)
    scene.step = timeline.position
    scene.steps = timeline.count == Self.length(of: scene, preset) ? nil : timeline.count
    return scene
  }

  /// The length of the timeline for `scene`, which may be a prepared race.
  static func length(of scene: RaceScene, _ preset: RacePreset?) -> Int {
    scene.steps ?? max(preset?.steps ?? usualLength, scene.step)
  }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    let position = timeline.position
    let wasTyping = prompt != nil
    let effect = react(to: event)
    // What is typed changes nothing that is shown beside it.
    if wasTyping, prompt != nil, case .key = event, timeline.position == position { return effect }
    if timeline.position != position || race.position != timeline.position {
      scratch.use { race.seek(to: timeline.position, on: $0) }
    }
    // Ticks between two steps change nothing that is shown.
    if case .tick = event, timeline.position == position { return effect }
    refreshPicture()
    refreshMoment()
    return effect
  }

  static var bindings: Bindings<RaceAction> { RaceBindings.lab }

  mutating func press(_ key: Key) -> Effect? {
    isMoveRecorded = false
    return Self.bindings[key].flatMap { perform($0) }
  }

  mutating func take(_ key: Key) -> Effect? {
    guard isMovingStart, let action = RaceBindings.start[key] else { return press(key) }
    perform(action)
    return nil
  }
}

extension RacePreset {
  /// The preset whose race `scene` is, however it is shown, and whether or not it names the surface's usual start.
  init?(of scene: RaceScene) {
    func spelt(_ scene: RaceScene) -> RaceScene {
      var bare = scene.bare
      bare.start = bare.start ?? bare.surface.start
      return bare
    }
    let asked = spelt(scene)
    guard let preset = Self.allCases.first(where: { spelt($0.scene) == asked }) else { return nil }
    self = preset
  }
}

/// What undo returns to.
struct RaceVersion: Equatable, Sendable {
  let settings: RaceScene
  let count: Int
  let position: Int
  let preset: RacePreset?
}
