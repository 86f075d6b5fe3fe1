import Autodiff
import Learning
import TerminalUI

/// The race lab: optimizers run down a surface side by side, and every step can be looked into.
///
/// Positions of the timeline are steps; position k shows where every racer stands after k steps. Going back replays from
/// the nearest kept state, so it is exact.
public struct RaceLab: Lab, VersionedLab {
  var chrome = LabChrome()
  /// The race as it is set up; its `step` stays 0, since the timeline knows the step.
  var settings: RaceScene
  var timeline: Timeline
  var race: Race
  /// The scene that `restart` returns to.
  let opened: RaceScene
  var history = UndoStack<RaceVersion>()
  /// The racer that keys act on.
  var selected = 0
  var view = RaceView.table
  var scale = FieldScale.logarithmic
  /// Turn of the relief in steps of 15°.
  var turn = 2
  /// Which rates were last made fair, and how.
  var fairness: Fairness?
  var preset: RacePreset?
  /// Whether arrows move the start over the map.
  var isMovingStart = false
  var prompt: RacePrompt?
  var score = Score()
  /// The surface as drawn; made again when surface, size or scale change.
  var picture: RacePicture?
  /// What is worked out for the present step.
  var moment = RaceMoment()
  /// Where all gradients of the lab are recorded.
  let scratch = ScratchTape<Double>()

  /// Steps of a race unless more are asked for.
  static let usualLength = 200
  /// Steps a second at speed 1.
  private static let stepRate = 10.0

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when racers or changes do not fit one another.
  public init(scene: RaceScene = RacePreset.zigzag.scene) throws(LabRefusal) {
    race = try scratch.race(scene)
    var setUp = scene
    setUp.step = 0
    let known = RacePreset.allCases.first { $0.scene == setUp }
    opened = scene
    settings = setUp
    preset = known
    timeline = Timeline(
      count: max(known?.steps ?? Self.usualLength, scene.step), position: scene.step, rate: Self.stepRate)
    refreshMoment()
  }

  /// What is on screen, without the selection and the view.
  public var scene: RaceScene {
    var scene = settings
    scene.step = timeline.position
    return scene
  }

  /// Whether the timeline plays on a screen large enough to see it.
  public var isMoving: Bool { timeline.isPlaying && chrome.letsTimePass }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    let position = timeline.position
    let effect = react(to: event)
    if timeline.position != position || race.position != timeline.position {
      scratch.use { race.seek(to: timeline.position, on: $0) }
    }
    // Ticks between two steps change nothing that is shown.
    if case .tick = event, timeline.position == position { return effect }
    refreshPicture()
    refreshMoment()
    return effect
  }

  private mutating func react(to event: Event) -> Effect? {
    switch chrome.intercept(event) {
    case .none(let effect): return effect
    case .tick(let seconds):
      timeline.tick(seconds: seconds)
      return nil
    case .paste(let text):
      if prompt != nil { updatePrompt(.paste(text)) }
      return nil
    case .mouse(let mouse):
      react(to: mouse)
      return nil
    case .key(let key):
      return react(to: key)
    }
  }

  private mutating func react(to key: Key) -> Effect? {
    if prompt != nil {
      updatePrompt(.key(key))
      return nil
    }
    if isMovingStart, let command = RaceBindings.start[key] {
      perform(command)
      return nil
    }
    guard let command = RaceBindings.lab[key] else { return nil }
    return perform(command)
  }
}

/// What stands beside the map, or instead of it.
enum RaceView: String, CaseIterable, Sendable {
  /// Who is where.
  case table
  /// The heights against the steps.
  case loss
  /// What the selected racer remembers, and how its step comes about.
  case inside
  /// The surface from the side.
  case relief
}

/// What undo returns to.
struct RaceVersion: Equatable, Sendable {
  let settings: RaceScene
  let count: Int
  let position: Int
  let preset: RacePreset?
}
