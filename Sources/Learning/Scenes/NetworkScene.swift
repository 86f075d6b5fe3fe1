/// The state of the network lab.
///
///     net:NETWORK?input=32x32x3&against=NETWORK&view=costs&step=4
///
/// NETWORK is a preset or layers; the input of a preset is its own unless told otherwise. `against` is a second network
/// to compare with, on its own input if it is a preset and on the same one otherwise. `step` counts the layers that are
/// worked out; all of them unless told otherwise. Layers that do not fit are shown with what would.
public struct NetworkScene: SteppedScene {
  /// What the lab shows.
  public enum View: String, CaseIterable, Sendable {
    /// The volumes, layer by layer, with their numbers.
    case shapes
    /// Where the parameters and the products are.
    case costs
    /// Two networks side by side.
    case compare
  }

  /// What scenes call the lab.
  public static let lab = "net"

  /// The layers.
  public var network: NetworkSource
  /// What the first layer gets.
  public var input: Volume
  /// A network to compare with.
  public var other: NetworkSource?
  /// What is shown; ``View/compare`` only with ``other``.
  public var view = View.shapes
  /// How many layers are worked out; all where there are fewer.
  public var step = everyLayer

  /// As a ``step``: however many layers there are.
  public static let everyLayer = Limits.steps

  /// A network with all of its layers; a preset on its own input unless there is another.
  public init(_ network: NetworkSource = .preset(.lenet5), input: Volume? = nil) {
    self.network = network
    self.input = input ?? network.usualInput
  }

  /// What the first layer of ``other`` gets.
  public var otherInput: Volume {
    if case .preset(let preset)? = other { preset.input } else { input }
  }
}

extension NetworkScene {
  /// Reads the settings and checks that they fit one another.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    let network: NetworkSource
    do { network = try NetworkSource(parsing: reader.part(0) ?? "lenet5") } catch { throw SceneError(error) }
    self.init(network, input: try reader.value("input", Volume.init(parsing:)))
    other = try reader.value("against", NetworkSource.init(parsing:))
    view = try reader.choice("view", View.self) ?? (other == nil ? .shapes : .compare)
    guard view != .compare || other != nil else { throw .needless(key: "view=compare", without: "against") }
    step = try reader.wholeNumber("step", in: 0...Network.mostLayers) ?? step
    try reader.finish()
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    var string = SceneString(lab: Self.lab, path: [network.text])
    string.set("input", input, usually: network.usualInput, \.description)
    if let other { string.query.append(.init("against", other.text)) }
    string.set("view", view, usually: other == nil ? .shapes : .compare)
    string.set("step", step, usually: Self.everyLayer, \.description)
    return string
  }
}

extension NetworkSource {
  /// A preset's own input; one of the lectures' for layers.
  public var usualInput: Volume {
    switch self {
    case .preset(let preset): preset.input
    case .typed: .maps(32, channels: 3)
    }
  }
}
