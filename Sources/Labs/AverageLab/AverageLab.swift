import Learning
import TerminalUI

/// The averages lab: one series of numbers, four ways to average it, and the weight that every past sample still has.
///
/// Position k of the timeline shows the averages after the first k samples.
public struct AverageLab: Lab, TopicLab {
  var chrome = LabChrome()
  /// What is averaged and how; its `step` stays 0, since the timeline knows the step.
  var settings: AverageScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: AverageScene
  var history = UndoStack<AverageVersion>()
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// What is worked out from the settings alone.
  var picture: AveragePicture

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    case data, beta
    /// The next average, which the timeline then moves on to.
    case guess(Prediction)
  }

  /// The most samples that the lab shows; the command takes more.
  static let mostSamples = 10_000

  static let title = "Moving averages"

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when β is out of its range, or the data are more than the lab shows.
  public init(scene: AverageScene = AverageScene()) throws(LabRefusal) {
    picture = try AveragePicture(scene)
    opened = scene
    settings = scene
    settings.step = 0
    timeline = Timeline(count: picture.samples.count, position: scene.step, rate: 6)
  }

  /// What is on screen.
  public var scene: AverageScene {
    var scene = settings
    scene.step = timeline.position
    return scene
  }

  /// Whether the timeline plays on a screen large enough to see it.
  public var isMoving: Bool { timeline.isPlaying && chrome.letsTimePass }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    switch chrome.intercept(event) {
    case .none(let effect): return effect
    case .tick(let seconds): timeline.tick(seconds: seconds)
    case .paste(let text): if prompt != nil { updatePrompt(.paste(text)) }
    case .mouse(let mouse): react(to: mouse)
    case .key(let key):
      if prompt != nil {
        updatePrompt(.key(key))
      } else if let command = AverageBindings.lab[key] {
        return perform(command)
      }
    }
    return nil
  }

  private mutating func react(to mouse: MouseEvent) {
    guard prompt == nil else { return }
    switch mouse.action {
    case .release: break
    case .scrollUp: timeline.perform(.stepBack)
    case .scrollDown: timeline.perform(.stepForward)
    case .press:
      let layout = AverageLayout(chrome.layout(arithmeticRows: 2))
      if layout.chrome.scrubBar.contains(mouse.point) {
        let bar = ScrubBar(timeline, noun: "sample")
        if let position = bar.position(atColumn: mouse.point.x, in: layout.chrome.scrubBar) {
          timeline.jump(to: position)
        }
      } else if let key = settingsLine.key(at: mouse.point, in: layout.chrome.settings) {
        if let command = AverageBindings.lab[key] { _ = perform(command) }
      } else if let sample = chart.x(at: mouse.point, in: layout.chart), sample.isFinite {
        timeline.jump(to: Int(min(max(0, sample.rounded()), Double(timeline.count))))
      }
    }
  }
}

/// What undo returns to.
struct AverageVersion: Equatable, Sendable {
  let settings: AverageScene
  let position: Int
}
