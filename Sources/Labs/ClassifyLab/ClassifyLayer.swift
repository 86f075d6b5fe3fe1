import Learning

/// A layer of units with what is shown of it.
struct ClassifyLayer: Equatable, Sendable {
  /// The layer whose weights these are, a place among all layers.
  let dense: Int
  /// The layer whose output is shown: the activation behind it, or itself.
  let shown: Int
  let units: Int
  let inputs: Int
  let hasBias: Bool
  let activation: LayerActivation?
  /// The place of its first weight among all parameters.
  let first: Int

  /// Places of its weights and biases.
  var places: Range<Int> { first..<first + units * inputs + (hasBias ? units : 0) }

  /// The layers of units of `network`, in order.
  static func all(of network: ShapedNetwork) -> [ClassifyLayer] {
    var (layers, first) = ([ClassifyLayer](), 0)
    for (place, layer) in network.layers.enumerated() {
      defer { first += layer.parameters }
      guard case .dense(let units, let hasBias) = layer.layer else { continue }
      var activation: LayerActivation?
      if place + 1 < network.layers.count, case .activation(let next) = network.layers[place + 1].layer {
        activation = next == .softmax ? nil : next
      }
      layers.append(
        ClassifyLayer(
          dense: place, shown: activation == nil ? place : place + 1, units: units,
          inputs: layer.input.count ?? 0, hasBias: hasBias, activation: activation, first: first))
    }
    return layers
  }

  /// The unit that weight belongs to, and its input; `nil` as input for the bias.
  func cell(of weight: Int) -> (unit: Int, input: Int?)? {
    guard places.contains(weight) else { return nil }
    let place = weight - first
    return place < units * inputs ? (place / inputs, place % inputs) : (place - units * inputs, nil)
  }

  /// The place of a weight among all parameters; the bias is the input behind the last one.
  func place(unit: Int, input: Int) -> Int {
    first + (input < inputs ? unit * inputs + input : units * inputs + unit)
  }

  /// How many places a unit has: its weights and its bias.
  var columns: Int { inputs + (hasBias ? 1 : 0) }
}
