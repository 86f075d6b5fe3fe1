/// What layers are called in the notation, and what each of them takes.
enum LayerName: String, CaseIterable {
  case conv = "CONV"
  case depthwise = "DWCONV"
  case pool = "POOL"
  case maximumPool = "MAXPOOL"
  case averagePool = "AVGPOOL"
  case sumPool = "SUMPOOL"
  case l2Pool = "L2POOL"
  case globalPool = "GLOBALPOOL"
  case dense = "FC"
  case flatten = "FLATTEN"
  case batchNormalisation = "BN"
  case dropout = "DROPOUT"
  case linear = "LINEAR"
  case threshold = "THRESHOLD"
  case sigmoid = "SIGMOID"
  case tanh = "TANH"
  case relu = "RELU"
  case leaky = "LEAKY"
  case parametric = "PRELU"
  case softmax = "SOFTMAX"

  /// The layer called `word`, in any case.
  init?(_ word: String) { self.init(rawValue: word.uppercased()) }

  /// Words that may follow the name, beside its numbers.
  var keywords: [LayerKeyword] {
    switch self {
    case .conv: [.stride, .pad, .dilation, .groups, .nobias]
    case .depthwise: [.stride, .pad, .dilation, .nobias]
    case .pool, .maximumPool, .averagePool, .sumPool, .l2Pool: [.stride, .pad, .ceil]
    case .globalPool: [.max, .average]
    case .dense: [.nobias]
    case .flatten, .batchNormalisation, .dropout, .linear, .threshold, .sigmoid, .tanh, .relu, .leaky,
      .parametric, .softmax:
      []
    }
  }

  /// The numbers behind the name, in order.
  var numbers: [String] {
    switch self {
    case .conv: ["filters", "size"]
    case .depthwise, .pool, .maximumPool, .averagePool, .sumPool, .l2Pool: ["size"]
    case .dense: ["units"]
    case .dropout: ["rate"]
    case .leaky: ["slope"]
    case .globalPool, .flatten, .batchNormalisation, .linear, .threshold, .sigmoid, .tanh, .relu, .parametric,
      .softmax:
      []
    }
  }

  /// The layer that other notations call `word`, or that is spelt nearly so.
  static func suggestion(for word: String) -> String? {
    let elsewhere = [
      "DENSE": "FC", "CONV2D": "CONV", "CONVOLUTION": "CONV", "BATCHNORM": "BN", "BATCHNORM2D": "BN",
      "MAXPOOL2D": "MAXPOOL", "MAXPOOLING2D": "MAXPOOL", "AVGPOOL2D": "AVGPOOL", "AVERAGEPOOL": "AVGPOOL",
      "MEANPOOL": "AVGPOOL", "GAP": "GLOBALPOOL", "LEAKYRELU": "LEAKY", "DEPTHWISE": "DWCONV",
      "IDENTITY": "LINEAR", "STEP": "THRESHOLD",
    ]
    return elsewhere[word.uppercased()] ?? Spelling.nearest(to: word, among: allCases.map(\.rawValue))
  }
}

/// Words that may follow a layer's name.
enum LayerKeyword: String, CaseIterable {
  case stride, pad, dilation, groups, nobias, ceil, max, average

  /// Whether a value follows it.
  var takesValue: Bool {
    switch self {
    case .stride, .pad, .dilation, .groups: true
    case .nobias, .ceil, .max, .average: false
    }
  }
}
