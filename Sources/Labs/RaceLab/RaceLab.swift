import Autodiff
import Learning
import TerminalUI

/// The race lab: optimizers run down a surface side by side, and every step can be looked into.
///
/// Positions of the timeline are steps; position k shows where every racer stands after k steps. Going back replays from
/// the nearest kept state, so it is exact.
public struct RaceLab: Lab, TopicLab {
  var chrome = LabChrome()
  /// The race as it is set up.
  var setup: RaceScene.Setup { didSet { labels = RacerLabels(setup) } }
  /// What the racers are called.
  private(set) var labels: RacerLabels
  var timeline: Timeline
  var race: Race
  /// The scene that `restart` returns to.
  let opened: RaceScene
  var history = UndoStack<RaceVersion>()
  /// Where one looks.
  var viewState: RaceScene.ViewState
  /// Whether arrows move the start over the map.
  var isMovingStart = false
  /// Whether the last edit is a move of the start, which further moves go on with.
  var isMoveRecorded = false
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// The surface as drawn; made again when surface, size or scale change.
  var picture: RacePicture?
  /// What is worked out for the present step.
  private(set) var moment: RaceMoment
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
  public init(scene: RaceScene = RaceScene(RaceScene.Setup(Surface(.ravine)))) throws(LabRefusal) {
    race = try scratch.race(scene.setup, at: scene.step)
    opened = scene
    (setup, viewState) = (scene.setup, scene.viewState)
    labels = RacerLabels(setup)
    timeline = Timeline(count: Self.length(of: scene), position: scene.step, rate: Self.stepRate)
    moment = RaceMoment(race, setup, selected: viewState.selected, on: scratch)
  }

  /// What is on screen, without open editors.
  public var scene: RaceScene {
    var scene = RaceScene(setup)
    (scene.viewState, scene.step) = (viewState, timeline.position)
    scene.steps = timeline.count == Self.length(of: scene) ? nil : timeline.count
    return scene
  }

  /// The racer that keys act on.
  var selected: Int { viewState.selected }

  /// The prepared race that this is.
  var preset: RacePreset? { RacePreset(of: setup) }

  /// The length of the timeline for `scene`, which may be a prepared race.
  static func length(of scene: RaceScene) -> Int {
    scene.steps ?? max(RacePreset(of: scene.setup)?.steps ?? usualLength, scene.step)
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
    moment = RaceMoment(race, setup, selected: selected, on: scratch)
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
  /// The preset whose race this is, whatever is said of its fairness, and whether or not it names the surface's usual start.
  init?(of setup: RaceScene.Setup) {
    let asked = setup.plain
    guard let place = Self.plainSetups.firstIndex(of: asked) else { return nil }
    self = Self.allCases[place]
  }

  /// In the order of the presets.
  private static let plainSetups = allCases.map(\.setup.plain)
}

extension RaceScene.Setup {
  /// The race alone, with its start.
  fileprivate var plain: RaceScene.Setup {
    var plain = self
    (plain.start, plain.fairness) = (start ?? surface.start, nil)
    return plain
  }
}

/// What undo returns to.
struct RaceVersion: Equatable, Sendable {
  let setup: RaceScene.Setup
  let count: Int
  let position: Int
}
