import Autodiff
import Learning
import TerminalUI

/// A network learns pictures while one watches: its losses, its filters, one digit on its way through the layers, and what
/// it takes for what.
public struct TrainLab: Lab, TrainingLab {
  var chrome = LabChrome()
  var setup: TrainScene.Setup
  var viewState: TrainScene.ViewState
  var timeline: Timeline
  let opened: TrainScene
  var history = UndoStack<TrainScene>()
  var run: TrainRun
  var way = TrainingWay()
  /// What is seen of it at present; `nil` before anything is looked at.
  private(set) var moment: TrainMoment?
  /// How the pictures to test with fared, when a view showed that last.
  private(set) var tests: TestResults?
  /// Whether arrows move in the picture rather than along the timeline.
  var isInPicture = false
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// What a typed text asks of whoever runs the lab.
  var wish: Request?

  typealias Preset = TrainPreset

  static let title = "Train"
  static let batchSizes = (0...10).map { 1 << $0 }

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    case network, optimizer, augmentation, save, load
    /// A class or a number of updates.
    case guess(Prediction)
    /// The percentage of test pictures that is right after the epoch that ends with this update.
    case accuracy(Prediction, update: Int)
  }

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when there is no such training, or it is too large for a lab.
  public init(scene: TrainScene = TrainScene()) throws(LabRefusal) {
    run = try TrainRun(scene.setup)
    opened = scene
    (setup, viewState) = (scene.setup, scene.viewState)
    timeline = Self.timeline(run, scene)
    settle()
    follow(.opening)
    refreshMoment()
  }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    defer { wish = nil }
    return train(on: event) ?? wish.map { .request($0) }
  }

  mutating func settle() { clampPlaces() }

  mutating func refreshMoment() {
    let key = TrainMoment.Key(way.trainings, run.trainer, viewState)
    if moment?.key != key { moment = TrainMoment(run, key) }
    guard viewState.view.showsTests else { return }
    if tests?.areOf(run, training: way.trainings, isUnderWay: isUnderWay) != true {
      tests = TestResults(run, training: way.trainings)
    }
  }

  var chromeLayout: LabLayout {
    let isTall = viewState.view == .inside && chrome.size.height >= 22
    return chrome.layout(arithmeticRows: isTall ? 3 : 2)
  }

  static var bindings: Bindings<TrainAction> { TrainBindings.lab }

  mutating func take(_ key: Key) -> Effect? {
    guard isInPicture, let action = TrainBindings.picture[key] else { return press(key) }
    return perform(action)
  }

  var keysAtWork: [HelpSection] { isInPicture ? TrainBindings.picture.help + helpSections : helpSections }

  /// The training follows from the scene, and what is seen from both.
  public static func == (a: TrainLab, b: TrainLab) -> Bool {
    a.setup == b.setup && a.viewState == b.viewState && a.timeline == b.timeline && a.chrome == b.chrome
      && a.prompt == b.prompt
      && a.score == b.score && a.isInPicture == b.isInPicture && a.way == b.way
      && a.moment?.key == b.moment?.key
      && a.tests?.update == b.tests?.update && a.history == b.history && a.opened == b.opened
  }
}
