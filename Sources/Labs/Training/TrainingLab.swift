import Learning
import TerminalUI

/// A lab in which a network is trained while one watches. Positions of its timeline are updates.
///
/// Such a lab writes its scene, what is seen of it, and its keys. How it follows the timeline, what can be changed about the
/// updates, undo and prepared trainings are the same for all. At speed 1 a tick makes as many updates as the scene's pace
/// says, however long it took, so that a recording plays alike everywhere. A far jump trains on tick by tick until it is
/// there.
protocol TrainingLab: TopicLab where State: TrainingScene, Version == State {
  associatedtype Run: WatchedTraining where Run.Setup == State.Setup
  associatedtype Preset: TrainingPreset where Preset.Scene == State

  /// What is learned and how.
  var setup: State.Setup { get set }
  /// Where one looks.
  var viewState: State.ViewState { get set }
  /// The scene that `restart` returns to.
  var opened: State { get }
  var run: Run { get set }
  var way: TrainingWay { get set }

  /// Brings what is looked at to where it belongs in a training that was just begun.
  mutating func settle()
  /// Makes what is seen at this moment, unless it is that already; while updates go on it may be late.
  mutating func refreshMoment()
}

extension TrainingLab {
  static var noun: String { "update" }

  /// Ticks a second; a power of two, so that no update is lost to rounding.
  private static var rate: Double { 64 }
  /// Ticks from one picture to the next while updates go on: 16 pictures a second.
  private static var ticksPerPicture: Int { 4 }

  /// The timeline of a training that is opened.
  static func timeline(_ run: Run, _ scene: State) -> Timeline {
    Timeline(count: run.updates, position: scene.step, rate: rate * Double(scene.pace))
  }

  /// What is on screen: on the way of a far jump, the update that it has come to.
  var scene: State { scene(at: timeline.position) }

  private func scene(at step: Int) -> State {
    var scene = State(setup)
    (scene.viewState, scene.pace, scene.step) = (viewState, pace, step)
    return scene
  }

  /// Updates made in a tick while it plays at speed 1.
  var pace: Int {
    get { Int(timeline.rate / Self.rate) }
    set { timeline.rate = Self.rate * Double(newValue) }
  }

  /// Whether updates are being made from tick to tick.
  var isUnderWay: Bool { timeline.isPlaying || way.goal != nil }

  /// Whether time has to pass.
  public var isMoving: Bool { isUnderWay && chrome.letsTimePass }

  // MARK: Following the timeline

  /// Takes in one event, and trains as far as it asks for.
  mutating func train(on event: Event) -> Effect? {
    var (event, allowance) = (event, WorkAllowance.key)
    if case .tick(let seconds) = event {
      (event, allowance) = (.tick(seconds: 1 / Self.rate), .tick)
      if timeline.isPlaying { way.speed.pass(seconds) }
    }
    let (before, begun) = (timeline, way.trainings)
    let effect = react(to: event)
    // Whoever moves the timeline gives up the way of a far jump; a training that was begun anew is on one itself.
    if allowance == .key, timeline != before, way.trainings == begun { way.stop() }
    if timeline.isPlaying != before.isPlaying || way.goal != nil { way.speed = LearningSpeed() }
    follow(allowance)
    if way.goal == nil, way.playsOn {
      way.playsOn = false
      if !timeline.isPlaying, !timeline.isAtEnd { timeline.perform(.playOrPause) }
    }
    way.ticks += 1
    // While it moves what is seen is made again some fifteen times a second; after anything else at once.
    if allowance != .tick || !isUnderWay || way.ticks >= Self.ticksPerPicture {
      way.ticks = 0
      refreshMoment()
    }
    return effect
  }

  /// Trains, or goes back, towards where the timeline or a far jump wants to be, as far as is allowed at once; it stops
  /// where training has ended.
  mutating func follow(_ allowance: WorkAllowance) {
    let wanted = way.goal ?? timeline.position
    let before = run.trainer.state.update
    guard wanted != before || wanted != timeline.position else { return way.goal = nil }
    run.trainer.seek(to: wanted, atMost: run.updates(within: allowance))
    let reached = run.trainer.state.update
    if timeline.isPlaying { way.speed.learn((reached - before) * setup.batch) }
    if let end = run.trainer.ending, reached < wanted {
      stand(at: reached)
      timeline.jump(to: reached)
      way.goal = nil
      chrome.say("Training has \(end).")
    } else if reached != timeline.position {
      // Playing, it comes as far as it may in a tick; a jump goes on.
      if !timeline.isPlaying { way.goal = reached == wanted ? nil : wanted }
      stand(at: reached)
    } else {
      way.goal = reached == wanted ? nil : wanted
    }
  }

  /// Moves the timeline without stopping it.
  private mutating func stand(at update: Int) {
    let isPlaying = timeline.isPlaying
    timeline.jump(to: update)
    if isPlaying, !timeline.isAtEnd { timeline.perform(.playOrPause) }
  }

  // MARK: Versions

  /// The scene as it will be when a far jump has arrived.
  var version: State { scene(at: way.goal ?? timeline.position) }

  var openedVersion: State { opened }

  /// Puts an earlier version back. It was a training before, so it is one again.
  mutating func restore(_ version: State) {
    do { try train(as: version) } catch { chrome.refuse(error.description) }
  }

  /// Trains as `scene` says, towards its step.
  private mutating func train(as scene: State) throws(LabRefusal) {
    run = try Run(scene.setup)
    (setup, viewState, pace) = (scene.setup, scene.viewState, scene.pace)
    settle()
    timeline.resize(to: run.updates)
    timeline.jump(to: scene.step)
    way.goal = timeline.position
    way.trainings += 1
    follow(.tick)
  }

  /// Trains anew, to the present update; what was changed on the way is changed there again.
  mutating func install(_ setup: State.Setup) throws(LabRefusal) {
    let wasPlaying = timeline.isPlaying || way.playsOn
    var scene = version
    scene.setup = setup
    try train(as: scene)
    way.playsOn = wasPlaying
  }

  // MARK: Prepared trainings

  /// The prepared training that this is, wherever it stands and whatever is shown of it, with nothing changed on the way.
  var preset: Preset? { Preset.allCases.first { $0.setup == setup } }

  /// The prepared training `step` places behind this one.
  func preset(by step: Int) -> Preset {
    let all = Array(Preset.allCases)
    return all.neighbour(ofIndex: preset.flatMap(all.firstIndex(of:)), by: step)
  }
}
