import Autodiff
import Learning
import TerminalUI

/// A network learns pictures while one watches: its losses, its filters, one digit on its way through the layers, and what
/// it takes for what.
///
/// Positions of the timeline are updates. At speed 1 a tick makes as many updates as the scene's pace says, however long it
/// took, so that a recording plays alike everywhere. A far jump trains on tick by tick until it is there.
public struct TrainLab: Lab, TopicLab {
  var chrome = LabChrome()
  /// What is trained and how it is shown; its `step` stays 0, since the timeline knows the step.
  var settings: TrainScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: TrainScene
  var history = UndoStack<TrainVersion>()
  var run: TrainRun
  /// What is seen of it at present.
  var moment: TrainMoment
  /// The update that a far jump goes to, while it is on its way.
  var goal: Int?
  /// Whether it plays on when it has arrived there.
  var playsOn = false
  /// How often a training was begun.
  var trainings = 0
  /// Whether arrows move in the picture rather than along the timeline.
  var isInPicture = false
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// What a typed text asks of whoever runs the lab.
  var wish: Request?
  /// Pictures learned from a second, while the timeline plays.
  var speed = LearningSpeed()
  /// Ticks since what is seen was made.
  private var ticks = 0

  static let title = "Train"
  static let noun = "update"

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    case network, optimizer, augmentation, save, load
    /// A class or a number of updates.
    case guess(Prediction)
    /// The percentage of test pictures that is right after the epoch that ends with this update.
    case accuracy(Prediction, update: Int)
  }

  /// Ticks from one picture to the next while it plays: 15 pictures a second.
  private static let ticksPerPicture = 4
  /// Ticks a second; a power of two, so that no update is lost to rounding.
  private static let rate = 64.0

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when there is no such training, or it is too large for a lab.
  public init(scene: TrainScene = TrainScene()) throws(LabRefusal) {
    run = try TrainRun(scene)
    opened = scene
    settings = scene
    settings.step = 0
    timeline = Self.timeline(run, scene)
    moment = TrainMoment()
    clampPlaces()
    goal = timeline.position
    follow(.opening)
    look()
  }

  static func timeline(_ run: TrainRun, _ scene: TrainScene) -> Timeline {
    Timeline(count: run.updates, position: scene.step, rate: rate * Double(scene.pace))
  }

  /// What is on screen: on the way of a far jump, the update that it has come to.
  public var scene: TrainScene {
    var scene = settings
    scene.step = timeline.position
    return scene
  }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    var allowance = TrainRun.Allowance.key
    var event = event
    if case .tick(let seconds) = event {
      (event, allowance) = (.tick(seconds: 1 / Self.rate), .tick)
      speed.pass(seconds)
    }
    let (before, wasPlaying, begun) = (timeline, timeline.isPlaying, trainings)
    let effect = react(to: event)
    // Whoever moves the timeline gives up the way of a far jump; a training that was begun anew is on one itself.
    if allowance == .key, timeline != before, trainings == begun { (goal, playsOn) = (nil, false) }
    if timeline.isPlaying != wasPlaying || goal != nil { speed = LearningSpeed() }
    follow(allowance)
    if goal == nil, playsOn {
      playsOn = false
      if !timeline.isPlaying, !timeline.isAtEnd { timeline.perform(.playOrPause) }
    }
    ticks += 1
    // While it moves what is seen is made again fifteen times a second; after anything else at once.
    if allowance != .tick || !isUnderWay || ticks >= Self.ticksPerPicture { look() }
    defer { wish = nil }
    return effect ?? wish.map { .request($0) }
  }

  /// Whether updates are being made from tick to tick.
  var isUnderWay: Bool { timeline.isPlaying || goal != nil }

  /// Whether time has to pass.
  public var isMoving: Bool { isUnderWay && chrome.letsTimePass }

  /// Trains, or goes back, towards where the timeline or a far jump wants to be, as far as is allowed at once; it stops
  /// where training has ended.
  mutating func follow(_ allowance: TrainRun.Allowance) {
    let wanted = goal ?? timeline.position
    let before = run.trainer.state.update
    guard wanted != before || wanted != timeline.position else { return goal = nil }
    run.trainer.seek(to: wanted, atMost: run.updates(within: allowance))
    let reached = run.trainer.state.update
    if timeline.isPlaying { speed.learn((reached - before) * settings.batch) }
    if let end = run.trainer.ending, reached < wanted {
      stand(at: reached)
      timeline.jump(to: reached)
      goal = nil
      chrome.say("Training has \(end).")
    } else if reached != timeline.position {
      // Playing, it comes as far as it may in a tick; a jump goes on.
      if !timeline.isPlaying { goal = reached == wanted ? nil : wanted }
      stand(at: reached)
    } else {
      goal = reached == wanted ? nil : wanted
    }
  }

  /// Moves the timeline without stopping it.
  private mutating func stand(at update: Int) {
    let isPlaying = timeline.isPlaying
    timeline.jump(to: update)
    if isPlaying, !timeline.isAtEnd { timeline.perform(.playOrPause) }
  }

  /// Makes what is seen, unless it is that already.
  mutating func look() {
    ticks = 0
    moment.update(run, settings, isUnderWay: isUnderWay)
  }

  var chromeLayout: LabLayout {
    let isTall = settings.view == .inside && chrome.size.height >= 22
    return chrome.layout(arithmeticRows: isTall ? 3 : 2)
  }

  mutating func press(_ key: Key) -> Effect? { TrainBindings.lab[key].flatMap { perform($0) } }

  mutating func take(_ key: Key) -> Effect? {
    guard isInPicture, let action = TrainBindings.picture[key] else { return press(key) }
    return perform(action)
  }

  var keysAtWork: [HelpSection] { isInPicture ? TrainBindings.picture.help + helpSections : helpSections }

  /// The training follows from the scene, and what is seen from both.
  public static func == (a: TrainLab, b: TrainLab) -> Bool {
    a.settings == b.settings && a.timeline == b.timeline && a.chrome == b.chrome && a.prompt == b.prompt
      && a.score == b.score && a.isInPicture == b.isInPicture && a.goal == b.goal && a.moment == b.moment
      && a.speed == b.speed && a.history == b.history && a.opened == b.opened
  }
}

/// What undo returns to.
struct TrainVersion: Equatable, Sendable {
  let scene: TrainScene
}

/// How many pictures are learned from in a second, by the ticks' own seconds.
struct LearningSpeed: Equatable, Sendable {
  private var pictures = 0
  private var seconds = 0.0
  /// What was measured over the last half second or so; `nil` before that.
  private(set) var picturesPerSecond: Int?

  mutating func pass(_ time: Double) {
    guard time > 0, time < 10 else { return }
    seconds += time
    guard seconds >= 0.5 else { return }
    picturesPerSecond = Int((Double(pictures) / seconds).rounded())
    (pictures, seconds) = (0, 0)
  }

  mutating func learn(_ pictures: Int) { self.pictures += max(0, pictures) }
}
