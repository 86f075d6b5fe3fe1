import Learning
import TerminalUI

/// The network lab: what every layer of a network gives, learns, multiplies and sees; typed, changed, compared.
public struct NetworkLab: Lab, SettingsLab {
  var chrome = LabChrome()
  /// What is shown; its `step` stays 0, since the timeline knows the step.
  var settings: NetworkScene
  var timeline: Timeline
  /// The scene that `restart` returns to.
  let opened: NetworkScene
  var history = UndoStack<SettingsVersion<NetworkScene>>()
  /// The layers with their sizes, and those of the other network.
  var picture: NetworkTables
  /// The layer in focus, from 0, among those worked out and the one that does not fit; the last one worked out when `nil`.
  var cursor: Int?
  var prompt: Prompt<Purpose>?
  var score = Score()

  static let title = "Networks"
  static let noun = "layer"

  /// What a line of text is asked for.
  enum Purpose: Equatable, Sendable {
    /// The layers, the input, the layers of another network.
    case network, input, other
    /// In place of the layer at this place, or in front of it.
    case layer(Int), insertion(Int)
    /// A number of the next layer, which the timeline then moves on to.
    case guess(Prediction)
  }

  /// The lab showing `scene`. Layers that do not fit are shown as such.
  public init(scene: NetworkScene = NetworkScene()) {
    picture = NetworkTables(scene)
    opened = scene
    settings = scene.at(step: 0)
    timeline = Timeline(count: picture.stepCount, position: scene.step, rate: 1.5)
  }

  /// What is on screen.
  public var scene: NetworkScene {
    settings.at(step: timeline.isAtEnd ? NetworkScene.everyLayer : timeline.position)
  }

  /// The layer in focus, from 0; `nil` before the first.
  var focused: Int? {
    guard timeline.position > 0 || timeline.count == 0 else { return nil }
    return min(cursor ?? lastRow, lastRow)
  }

  /// The last row that has anything to say: that of the layer that does not fit once all others are worked out.
  var lastRow: Int {
    timeline.isAtEnd && picture.main.problem != nil ? timeline.count : max(0, timeline.position - 1)
  }

  /// Takes in one event.
  public mutating func update(_ event: Event) -> Effect? {
    let (position, before) = (timeline.position, settings)
    let effect = react(to: event)
    // The focus goes with the timeline, but an edit sets it.
    if timeline.position != position, settings == before { cursor = nil }
    return effect
  }

  var chromeLayout: LabLayout { chrome.layout(arithmeticRows: 4) }

  static var bindings: Bindings<NetworkAction> { NetworkBindings.lab }

  /// A click on a row takes the focus there.
  mutating func click(at point: Point) {
    guard let row = row(at: point), row <= lastRow else { return }
    cursor = row
  }
}

/// Networks with the sizes that their inputs give them.
struct NetworkTables: SettingsPicture {
  /// Layers as far as they fit.
  struct Table: Equatable, Sendable {
    let source: NetworkSource
    let input: Volume
    let network: Network
    let layers: [ShapedLayer]
    /// Why the layers go no further.
    let problem: NetworkShapeError?

    init(_ source: NetworkSource, _ input: Volume) {
      (self.source, self.input) = (source, input)
      network = source.network
      (layers, problem) = ShapedNetwork.layers(of: network, input: input)
    }

    var parameters: Int { layers.reduce(0) { $0 + $1.parameters } }
    var products: Int { layers.reduce(0) { $0 + $1.multiplyAdds } }
    var output: Volume { layers.last?.output ?? input }
    /// The network with its sizes; `nil` when a layer does not fit.
    var whole: ShapedNetwork? { try? ShapedNetwork(network, input: input) }

    /// Its name and what it gets.
    var heading: String { "\(title) on \(input)" }

    /// A name, or how many layers there are.
    var title: String {
      switch source {
      case .preset(let preset): preset.title
      case .typed: Plural.count(network.layers.count, "layer")
      }
    }
  }

  let main: Table
  let other: Table?

  init(_ scene: NetworkScene) {
    main = Table(scene.network, scene.input)
    other = scene.other.map { Table($0, scene.otherInput) }
  }

  /// The layers that fit.
  var stepCount: Int { main.layers.count }
}
