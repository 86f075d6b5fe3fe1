/// What a convolution costs, and what a layer between the same volumes would with its weights shared less.
public struct WeightSharing: Hashable, Sendable {
  /// One set of weights and one bias for each filter, used at every place: the convolution itself.
  public let shared: Int
  /// The same windows, with weights and a bias of its own for every output cell; `nil` beyond what an `Int` holds.
  public let local: Int?
  /// Every output cell sees every input cell; `nil` beyond what an `Int` holds.
  public let dense: Int?

  /// The three counts for a convolution; `nil` for any other layer.
  public init?(_ layer: ShapedLayer) {
    let hasBias: Bool
    switch layer.layer {
    case .convolution(_, _, _, let bias), .depthwise(_, let bias): hasBias = bias
    case .pooling, .globalPooling, .dense, .flatten, .batchNormalisation, .dropout, .activation: return nil
    }
    guard let kernel = layer.tensors.first?.shape, let inputs = layer.input.count,
      let outputs = layer.output.count
    else { return nil }
    let bias = hasBias ? 1 : 0
    shared = layer.parameters
    local = [outputs, kernel.dropFirst().reduce(1, *) + bias].product
    dense = [outputs, inputs + bias].product
  }
}
