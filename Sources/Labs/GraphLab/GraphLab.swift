import Learning
import TerminalUI

/// The graph lab: backpropagation on the tape. First every value forward, then every adjoint backward, one share at a time.
public struct GraphLab: Lab, TopicLab {
  var chrome = LabChrome()
  /// What is computed; its `step` stays 0, since the timeline knows the step.
  var settings: GraphScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: GraphScene
  var history = UndoStack<GraphVersion>()
  var picture: GraphPicture
  var prompt: Prompt<Purpose>?
  var score = Score()

  static let title = "Backpropagation"

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    case expression
    /// The values of the variables, for this expression.
    case values(String)
    /// The next share, which the timeline then moves on to.
    case guess(Prediction)
  }

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when a variable has no value.
  public init(scene: GraphScene = GraphScene()) throws(LabRefusal) {
    picture = try GraphPicture(scene)
    opened = scene
    settings = scene
    settings.step = 0
    timeline = Timeline(count: picture.stepCount, position: scene.step, rate: 1.5)
  }

  /// What is on screen.
  public var scene: GraphScene {
    var scene = settings
    scene.step = timeline.position
    return scene
  }

  /// Whether the timeline plays on a screen large enough to see it.
  public var isMoving: Bool { timeline.isPlaying && chrome.letsTimePass }

  /// Nodes computed so far.
  var computed: Int { min(timeline.position, picture.nodes.count) }
  /// Shares that have arrived.
  var arrived: Int { max(0, timeline.position - picture.nodes.count) }
  /// The share that arrived last.
  var share: GraphPicture.Share? { arrived > 0 ? picture.shares[arrived - 1] : nil }

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
      } else if let command = GraphBindings.lab[key] {
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
      let layout = chrome.layout(arithmeticRows: 2)
      guard layout.scrubBar.contains(mouse.point) else { return }
      if let position = ScrubBar(timeline).position(atColumn: mouse.point.x, in: layout.scrubBar) {
        timeline.jump(to: position)
      }
    }
  }
}

/// What undo returns to.
struct GraphVersion: Equatable, Sendable {
  let settings: GraphScene
  let position: Int
}
