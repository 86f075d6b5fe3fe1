import Learning

/// What follows from the settings alone: every number of every layer, forwards and backwards.
enum DepthPicture: SettingsPicture {
  /// Single neurons, or the steps of a recurrent unit.
  case neurons(NeuronChain)
  /// Wide layers, counted out into bars.
  case layers(LayerStack, outputs: Histograms, gradients: Histograms)

  init(_ scene: DepthScene) throws(LabRefusal) {
    do {
      switch scene.view {
      case .chain, .unrolled: self = .neurons(try scene.chain())
      case .layers:
        let stack = try LayerStack(scene.stackSettings)
        self = .layers(
          stack, outputs: Histograms(stack.layers.map(\.outputs), isSigned: true),
          gradients: Histograms(stack.layers.map(\.gradients), isSigned: false))
      }
    } catch { throw LabRefusal(error.description) }
  }

  /// How many layers there are.
  var layerCount: Int {
    switch self {
    case .neurons(let chain): chain.layers.count
    case .layers(let stack, _, _): stack.layers.count
    }
  }

  /// Each layer forwards and backwards.
  var stepCount: Int { 2 * layerCount }

  /// How large the gradients are at the outputs of each layer: their sizes, or their deviations.
  var gradientSizes: [Double] {
    switch self {
    case .neurons(let chain): chain.layers.map { abs($0.gradient) }
    case .layers(let stack, _, _): stack.layers.map(\.gradientDeviation)
    }
  }
}
