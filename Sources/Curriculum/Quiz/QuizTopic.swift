/// What generated questions are about.
public enum QuizTopic: String, CaseIterable, Codable, Sendable {
  /// Output size of a convolution or pooling, under any of the three rules.
  case outputSize = "output-size"
  /// Padding that keeps the size.
  case samePadding = "same-padding"
  /// Parameters of a layer.
  case parameters
  /// The shape after a few layers.
  case shapeChain = "shape-chain"
  /// Receptive field of a stack of layers.
  case receptiveField = "receptive-field"
  /// One output cell of a convolution.
  case convolutionCell = "convolution-cell"
  /// One output cell of a pooling.
  case poolingCell = "pooling-cell"
  /// The next value of a moving average.
  case movingAverage = "moving-average"
  /// A bias-corrected average.
  case biasCorrection = "bias-correction"
  /// One or two steps of an optimizer.
  case optimizerStep = "optimizer-step"
  /// Softmax and cross-entropy.
  case softmax
  /// A product of local slopes.
  case chainRule = "chain-rule"
  /// Scaling with dropout.
  case dropout

  /// What it is called in a list.
  public var title: String {
    switch self {
    case .outputSize: "output size"
    case .samePadding: "padding for the same size"
    case .parameters: "parameters of a layer"
    case .shapeChain: "shapes through a network"
    case .receptiveField: "receptive field"
    case .convolutionCell: "a cell of a convolution"
    case .poolingCell: "a cell of a pooling"
    case .movingAverage: "moving average"
    case .biasCorrection: "bias correction"
    case .optimizerStep: "a step of an optimizer"
    case .softmax: "softmax and cross-entropy"
    case .chainRule: "the chain rule"
    case .dropout: "dropout scaling"
    }
  }
}
