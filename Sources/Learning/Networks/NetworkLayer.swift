public import Autodiff

/// A layer of a network, without the sizes that come from its input.
public enum NetworkLayer: Hashable, Sendable {
  /// Filters over all channels, or over those of their group.
  case convolution(filters: Int, LayerWindow, groups: Int = 1, hasBias: Bool = true)
  /// One filter for each channel.
  case depthwise(LayerWindow, hasBias: Bool = true)
  /// Windows of each channel reduced to one number.
  case pooling(PoolingKind, LayerWindow, roundsUp: Bool = false)
  /// Each channel as a whole reduced to one number.
  case globalPooling(GlobalPooling)
  /// Every unit sees every number. Maps are flattened first: channel, row, column.
  case dense(units: Int, hasBias: Bool = true)
  /// Maps laid out as one vector: channel, row, column.
  case flatten
  /// Each channel, or feature, brought to mean 0 and variance 1, then scaled and shifted.
  case batchNormalisation
  /// Numbers replaced by 0 with this probability while training, the others divided by what is kept.
  case dropout(rate: Double)
  /// A function of each number, or of all of them.
  case activation(LayerActivation)

  /// ε of batch normalisation, added to the variance.
  public static let normalisationEpsilon = 1e-5
  /// The share of the batch in running averages of batch normalisation.
  public static let normalisationMomentum = 0.1
  /// What the slope of PRELU begins with.
  public static let initialSlope = 0.25
}

/// The size of a window and how it walks.
public struct LayerWindow: Hashable, Sendable {
  /// Zeros, or for a maximum cells that never win, around the maps.
  public enum Padding: Hashable, Sendable {
    /// As many on both sides.
    case zeros(Extent)
    /// As many as give ceil(n / s) windows, one more at the end when they are odd.
    case same
  }

  /// Height and width of kernels or windows.
  public var size: Extent
  /// Distances between windows.
  public var stride: Extent
  /// What surrounds the maps.
  public var padding: Padding
  /// Distances between the cells of a window.
  public var dilation: Extent

  /// A window that walks in steps of 1 over what it gets.
  public init(
    _ size: Extent, stride: Extent = 1, padding: Padding = .zeros(0), dilation: Extent = 1
  ) {
    (self.size, self.stride, self.padding, self.dilation) = (size, stride, padding, dilation)
  }
}

/// What a whole channel is reduced to.
public enum GlobalPooling: String, CaseIterable, Sendable {
  case average, max
}

/// What becomes of the numbers between layers.
public enum LayerActivation: Hashable, Sendable {
  /// x
  case linear
  /// 1 where x > 0, else 0
  case threshold
  /// 1 / (1 + e⁻ˣ)
  case sigmoid
  /// tanh x
  case tanh
  /// max(0, x)
  case relu
  /// x where x > 0, else slope·x
  case leaky(slope: Double)
  /// As leaky, with one slope that is learned.
  case parametric
  /// eˣ over the sum of eˣ: of all numbers of a vector, of the channels at each place of maps.
  case softmax
}

/// The notation of the lectures: names in capitals, what is usual left out.
extension NetworkLayer: CustomStringConvertible {
  /// The layer as it can be typed: `CONV 6 5x5 pad 2`, `MAXPOOL 3 stride 2`, `FC 10`.
  public var description: String {
    switch self {
    case .convolution(let filters, let window, let groups, let hasBias):
      "CONV \(filters) \(window.size.product)\(window.settings(usualStride: 1))"
        + (groups == 1 ? "" : " groups \(groups)") + (hasBias ? "" : " nobias")
    case .depthwise(let window, let hasBias):
      "DWCONV \(window.size.product)\(window.settings(usualStride: 1))\(hasBias ? "" : " nobias")"
    case .pooling(let kind, let window, let roundsUp):
      "\(kind.layerName) \(window.size)\(window.settings(usualStride: window.size))\(roundsUp ? " ceil" : "")"
    case .globalPooling(let kind): "GLOBALPOOL \(kind.rawValue)"
    case .dense(let units, let hasBias): "FC \(units)\(hasBias ? "" : " nobias")"
    case .flatten: "FLATTEN"
    case .batchNormalisation: "BN"
    case .dropout(let rate): "DROPOUT \(Numeral.exact(rate))"
    case .activation(let activation): activation.description
    }
  }
}

extension LayerWindow {
  fileprivate func settings(usualStride: Extent) -> String {
    var text = stride == usualStride ? "" : " stride \(stride)"
    switch padding {
    case .same: text += " pad same"
    case .zeros(0): break
    case .zeros(let zeros): text += " pad \(zeros)"
    }
    return text + (dilation == 1 ? "" : " dilation \(dilation)")
  }
}

extension LayerActivation: CustomStringConvertible {
  /// The activation as a layer: `RELU`, `LEAKY 0.01`.
  public var description: String {
    switch self {
    case .linear: "LINEAR"
    case .threshold: "THRESHOLD"
    case .sigmoid: "SIGMOID"
    case .tanh: "TANH"
    case .relu: "RELU"
    case .leaky(let slope): "LEAKY \(Numeral.exact(slope))"
    case .parametric: "PRELU"
    case .softmax: "SOFTMAX"
    }
  }
}

extension PoolingKind {
  /// What a layer of this pooling is called.
  var layerName: String {
    switch self {
    case .max: "MAXPOOL"
    case .average: "AVGPOOL"
    case .sum: "SUMPOOL"
    case .l2: "L2POOL"
    }
  }
}
