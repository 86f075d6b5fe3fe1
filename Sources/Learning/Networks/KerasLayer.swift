import Autodiff

/// A layer as Keras has it, helpers before it included.
enum KerasLayer {
  static func lines(_ layer: ShapedLayer) -> [String] {
    switch layer.layer {
    case .convolution(let filters, let window, let groups, let hasBias):
      convolution(
        layer, window, "Conv2D(\(filters), ", groups == 1 ? [] : ["groups=\(groups)"], hasBias: hasBias)
    case .depthwise(let window, let hasBias):
      convolution(layer, window, "DepthwiseConv2D(", [], hasBias: hasBias)
    case .pooling(let kind, let window, _): pooling(layer, kind, window)
    case .globalPooling(.average): ["layers.GlobalAveragePooling2D(keepdims=True)"]
    case .globalPooling(.max): ["layers.GlobalMaxPooling2D(keepdims=True)"]
    case .dense(let units, let hasBias):
      flattening(layer.input) + ["layers.Dense(\(units)\(hasBias ? "" : ", use_bias=False"))"]
    case .flatten: flattening(layer.input) + (layer.input.sizes.count == 1 ? ["layers.Flatten()"] : [])
    case .batchNormalisation:
      [
        "layers.BatchNormalization(momentum=\(Numeral.exact(1 - NetworkLayer.normalisationMomentum)), epsilon=1e-5)"
      ]
    case .dropout(let rate): ["layers.Dropout(\(Numeral.exact(rate)))"]
    case .activation(let activation): [call(activation, on: layer.input)]
    }
  }

  private static func flattening(_ input: Volume) -> [String] {
    switch input {
    case .vector: []
    case .maps(let extent, let channels):
      (channels == 1 || extent == 1 ? [] : ["layers.Permute((3, 1, 2))"]) + ["layers.Flatten()"]
    }
  }

  private static func convolution(
    _ layer: ShapedLayer, _ window: LayerWindow, _ start: String, _ more: [String], hasBias: Bool
  ) -> [String] {
    var lines = zeroPadding(layer.surroundings(fillingLastWindow: false))
    var arguments = [NetworkCode.pair(window.size)]
    // Keras strides and dilates in one layer no more than it strides unequally in a depthwise one: then all places are
    // computed, and those between the strides dropped.
    let isDepthwise = start.hasPrefix("Depthwise")
    let dropsPlaces =
      window.stride != 1
      && (window.dilation != 1 || isDepthwise && window.stride.height != window.stride.width)
    if window.stride != 1, !dropsPlaces { arguments.append("strides=\(NetworkCode.pair(window.stride))") }
    if window.dilation != 1 { arguments.append("dilation_rate=\(NetworkCode.pair(window.dilation))") }
    arguments += more
    if !hasBias { arguments.append("use_bias=False") }
    lines.append("layers.\(start)\(arguments.joined(separator: ", ")))")
    if dropsPlaces { lines.append("layers.MaxPooling2D(1, strides=\(NetworkCode.pair(window.stride)))") }
    return lines
  }

  private static func pooling(_ layer: ShapedLayer, _ kind: PoolingKind, _ window: LayerWindow) -> [String] {
    let around = layer.surroundings(fillingLastWindow: true)
    let size = NetworkCode.pair(window.size)
    let stride = window.stride == window.size ? "" : ", strides=\(NetworkCode.pair(window.stride))"
    let cells = window.size.height * window.size.width
    let average = "layers.AveragePooling2D(\(size)\(stride))"
    switch kind {
    case .max:
      let padding =
        around == (0, 0, 0, 0)
        ? [] : ["layers.Lambda(lambda x: ops.pad(x, \(pad(around)), constant_values=float(\"-inf\")))"]
      return padding + ["layers.MaxPooling2D(\(size)\(stride))"]
    case .sum: return zeroPadding(around) + [average, "layers.Rescaling(\(cells))"]
    case .l2:
      return ["layers.Lambda(ops.square)"] + zeroPadding(around)
        + [average, "layers.Rescaling(\(cells))", "layers.Lambda(ops.sqrt)"]
    case .average:
      let inside = layer.surroundings(fillingLastWindow: false)
      guard around != inside else { return zeroPadding(around) + [average] }
      // The last windows hang over: their sums are divided by the cells they have.
      let behind = pad((0, around.bottom - inside.bottom, 0, around.right - inside.right))
      let pooled = { (cells: String) in "ops.average_pool(ops.pad(\(cells), \(behind)), \(size)\(stride))" }
      let means = "\(pooled("x")) / \(pooled("ops.ones_like(x)"))"
      return zeroPadding(inside) + ["layers.Lambda(lambda x: \(means))"]
    }
  }

  private static func zeroPadding(_ zeros: (top: Int, bottom: Int, left: Int, right: Int)) -> [String] {
    guard zeros != (0, 0, 0, 0) else { return [] }
    return [
      "layers.ZeroPadding2D(((\(zeros.top), \(zeros.bottom)), (\(zeros.left), \(zeros.right))))"
    ]
  }

  private static func pad(_ zeros: (top: Int, bottom: Int, left: Int, right: Int)) -> String {
    "((0, 0), (\(zeros.top), \(zeros.bottom)), (\(zeros.left), \(zeros.right)), (0, 0))"
  }

  private static func call(_ activation: LayerActivation, on input: Volume) -> String {
    switch activation {
    case .linear: "layers.Activation(\"linear\")"
    case .threshold: "layers.Lambda(lambda x: ops.cast(x > 0, x.dtype))"
    case .sigmoid: "layers.Activation(\"sigmoid\")"
    case .tanh: "layers.Activation(\"tanh\")"
    case .relu: "layers.ReLU()"
    case .leaky(let slope): "layers.LeakyReLU(negative_slope=\(Numeral.exact(slope)))"
    case .parametric:
      "layers.PReLU(keras.initializers.Constant(\(Numeral.exact(NetworkLayer.initialSlope))), "
        + "shared_axes=[\(input.sizes.count == 1 ? "1" : "1, 2, 3")])"
    case .softmax: "layers.Softmax()"
    }
  }
}
