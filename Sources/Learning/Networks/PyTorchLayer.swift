import Autodiff

/// A layer as PyTorch has it.
struct PyTorchLayer {
  /// The constructor with its arguments.
  let call: String
  /// Layers that have to come before, with what they are called.
  private(set) var helpers: [(name: String, call: String)] = []

  private init(_ call: String) { self.call = call }

  init(_ layer: ShapedLayer) {
    switch layer.layer {
    case .convolution(let filters, let window, let groups, let hasBias):
      self.init(layer, window, filters: filters, groups: groups, hasBias: hasBias)
    case .depthwise(let window, let hasBias):
      let channels = layer.input.features
      self.init(layer, window, filters: channels, groups: channels, hasBias: hasBias)
    case .pooling(let kind, let window, let roundsUp):
      self.init(layer, kind, window, roundsUp: roundsUp)
    case .globalPooling(.average): self.init("nn.AdaptiveAvgPool2d(1)")
    case .globalPooling(.max): self.init("nn.AdaptiveMaxPool2d(1)")
    case .dense(let units, let hasBias):
      self.init("nn.Linear(\(layer.tensors[0].shape[1]), \(units)\(hasBias ? "" : ", bias=False"))")
      if case .maps = layer.input { helpers.append(("flatten", "nn.Flatten()")) }
    case .flatten: self.init("nn.Flatten()")
    case .batchNormalisation:
      let dimensions = layer.input.sizes.count == 1 ? 1 : 2
      self.init("nn.BatchNorm\(dimensions)d(\(layer.input.features))")
    case .dropout(let rate): self.init("nn.Dropout(\(Numeral.exact(rate)))")
    case .activation(let activation): self.init(Self.call(activation))
    }
  }

  private init(_ layer: ShapedLayer, _ window: LayerWindow, filters: Int, groups: Int, hasBias: Bool) {
    var arguments = ["\(layer.input.features)", "\(filters)", NetworkCode.pair(window.size)]
    if window.stride != 1 { arguments.append("stride=\(NetworkCode.pair(window.stride))") }
    let zeros = layer.surroundings(fillingLastWindow: false)
    if zeros.top != zeros.bottom || zeros.left != zeros.right {
      helpers.append(("pad", "nn.ZeroPad2d((\(zeros.left), \(zeros.right), \(zeros.top), \(zeros.bottom)))"))
    } else if zeros.top != 0 || zeros.left != 0 {
      arguments.append("padding=\(NetworkCode.pair(Extent(height: zeros.top, width: zeros.left)))")
    }
    if window.dilation != 1 { arguments.append("dilation=\(NetworkCode.pair(window.dilation))") }
    if groups != 1 { arguments.append("groups=\(groups)") }
    if !hasBias { arguments.append("bias=False") }
    call = "nn.Conv2d(\(arguments.joined(separator: ", ")))"
  }

  private init(_ layer: ShapedLayer, _ kind: PoolingKind, _ window: LayerWindow, roundsUp: Bool) {
    var arguments = [NetworkCode.pair(window.size)]
    if window.stride != window.size { arguments.append("stride=\(NetworkCode.pair(window.stride))") }
    guard kind != .l2 else {
      // LPPool2d pads nothing, and rounding up it would enlarge the windows that hang over.
      let zeros = layer.surroundings(fillingLastWindow: true)
      if zeros != (0, 0, 0, 0) {
        helpers.append(
          ("pad", "nn.ZeroPad2d((\(zeros.left), \(zeros.right), \(zeros.top), \(zeros.bottom)))"))
      }
      call = "nn.LPPool2d(2, \(arguments.joined(separator: ", ")))"
      return
    }
    if case .zeros(let zeros) = window.padding, zeros != 0 {
      arguments.append("padding=\(NetworkCode.pair(zeros))")
    }
    if roundsUp { arguments.append("ceil_mode=True") }
    if kind == .sum { arguments.append("divisor_override=1") }
    call = "nn.\(kind == .max ? "MaxPool2d" : "AvgPool2d")(\(arguments.joined(separator: ", ")))"
  }

  private static func call(_ activation: LayerActivation) -> String {
    switch activation {
    case .linear: "nn.Identity()"
    case .threshold: "Threshold()"
    case .sigmoid: "nn.Sigmoid()"
    case .tanh: "nn.Tanh()"
    case .relu: "nn.ReLU()"
    case .leaky(let slope): "nn.LeakyReLU(\(Numeral.exact(slope)))"
    case .parametric: "nn.PReLU()"
    case .softmax: "nn.Softmax(dim=1)"
    }
  }
}
