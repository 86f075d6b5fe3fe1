import Learning
import TerminalUI

/// The graph lab: backpropagation on the tape. First every value forward, then every adjoint backward, one share at a time.
public struct GraphLab: Lab, SettingsLab {
  var chrome = LabChrome()
  /// What is computed; its `step` stays 0, since the timeline knows the step.
  var settings: GraphScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: GraphScene
  var history = UndoStack<SettingsVersion<GraphScene>>()
  var picture: GraphPicture
  var prompt: Prompt<Purpose>?
  var score = Score()
  /// The number of a tensor whose arithmetic is shown, from 0; it goes round.
  var element = 0

  static let title = "Backpropagation"

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    case expression
    /// The values of the variables, for this expression.
    case values(String)
    /// The example that a network is put on.
    case input
    /// The next share, which the timeline then moves on to.
    case guess(Prediction)
  }

  /// The lab showing `scene`.
  ///
  /// - Throws: ``LabRefusal`` when a variable has no value.
  public init(scene: GraphScene = GraphScene()) throws(LabRefusal) {
    picture = try GraphPicture(scene)
    opened = scene
    settings = scene.at(step: 0)
    timeline = Timeline(count: picture.stepCount, position: scene.step, rate: 1.5)
  }

  /// Nodes computed so far.
  var computed: Int { min(timeline.position, picture.nodes.count) }
  /// Shares that have arrived.
  var arrived: Int { max(0, timeline.position - picture.nodes.count) }
  /// The share that arrived last.
  var share: GraphPicture.Share? { arrived > 0 ? picture.shares[arrived - 1] : nil }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    let effect = react(to: event)
    spreadDrawing()
    return effect
  }

  /// Lays the drawing out for the room that it has.
  private mutating func spreadDrawing() {
    guard let drawing = picture.drawing, chrome.fits(chrome.size) else { return }
    let room = GraphLayout(chromeLayout.body, picture).tape.size
    if drawing.room != room { picture.drawing = drawing.spread(over: room) }
  }

  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: 2) }

  static var bindings: Bindings<GraphAction> { GraphBindings.lab }

  /// A click on a drawn node goes to the step that computes it.
  mutating func click(at point: Point) {
    guard let drawing = picture.drawing, let place = nodesPlace,
      let node = drawing.node(at: point, in: place)
    else { return }
    timeline.jump(to: node + 1)
  }
}
