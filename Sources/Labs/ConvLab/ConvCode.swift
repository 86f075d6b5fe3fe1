import Learning

/// The library lines for a scene.
enum ConvCode {
  static func blocks(for scene: ConvolutionScene) -> [TextOverlay.Block] {
    if case .signal(let mode) = scene.view { return signal(scene, mode) }
    return [
      .heading("PyTorch"), .code(pyTorch(scene)),
      .heading("Keras"), .code(keras(scene)),
      .words(remark(scene)),
    ]
  }

  // MARK: Two dimensions

  private static func pyTorch(_ scene: ConvolutionScene) -> [String] {
    var lines = ["import torch, torch.nn.functional as F"]
    lines += PythonText.literal("x", "torch.tensor", scene.grid.grid, after: "[None, None]")
    lines += PythonText.literal("k", "torch.tensor", scene.kernel.grid, after: "[None, None]")
    if scene.isFlipped {
      lines.append("k = torch.flip(k, (2, 3))          # F.conv2d does not turn the kernel")
    }
    var arguments = ["x", "k"]
    if scene.bias != 0 { arguments.append("bias=torch.tensor([\(PythonText.number(scene.bias))])") }
    if scene.stride != Extent(1) { arguments.append("stride=\(PythonText.pair(scene.stride))") }
    if let ring = try? scene.convolution().geometry.ring {
      if scene.rule != .same, ring.isEven {
        arguments.append("padding=\(PythonText.pair(Extent(height: ring.top, width: ring.left)))")
      } else {
        lines.append("x = F.pad(x, \(PythonText.torchSides(ring)))   # left, right, top, bottom")
      }
    }
    if scene.dilation != Extent(1) { arguments.append("dilation=\(PythonText.pair(scene.dilation))") }
    let call = "F.conv2d(\(arguments.joined(separator: ", ")))"
    let isBackward = scene.view == .backward
    if isBackward { lines.insert("x.requires_grad_(); k.requires_grad_()", at: lines.count) }
    lines.append("y = " + (scene.hasReLU ? "F.relu(\(call))" : call))
    if isBackward {
      if let upstream = scene.upstream {
        lines += PythonText.literal("u", "torch.tensor", upstream, after: "[None, None]")
      }
      lines.append(
        "y.backward(\(scene.upstream == nil ? "torch.ones_like(y)" : "u"))   # then x.grad, k.grad")
    }
    return lines
  }

  private static func keras(_ scene: ConvolutionScene) -> [String] {
    var lines = ["import numpy as np, keras"]
    lines += PythonText.literal(
      "x", "np.array", scene.grid.grid, after: "[None, :, :, None]", type: "float32")
    lines += PythonText.literal(
      "k", "np.array", scene.kernel.grid, after: "[:, :, None, None]", type: "float32")
    if scene.isFlipped {
      lines.append("k = k[::-1, ::-1]                  # keras.ops.conv does not turn the kernel")
    }
    let padding = scene.padding
    if scene.rule != .same, padding != 0 {
      let sides =
        padding.isEven
        ? "(\(padding.top), \(padding.left))"
        : "((\(padding.top), \(padding.bottom)), (\(padding.left), \(padding.right)))"
      lines.append("x = keras.layers.ZeroPadding2D(\(sides))(x)")
    }
    var arguments = ["x", "k", "padding=\"\(scene.rule == .same ? "same" : "valid")\""]
    if scene.stride != Extent(1) { arguments.insert("strides=\(PythonText.pair(scene.stride))", at: 2) }
    if scene.dilation != Extent(1) { arguments.append("dilation_rate=\(PythonText.pair(scene.dilation))") }
    var call = "keras.ops.conv(\(arguments.joined(separator: ", ")))"
    if scene.bias != 0 {
      call += scene.bias < 0 ? " - \(PythonText.number(-scene.bias))" : " + \(PythonText.number(scene.bias))"
    }
    lines.append("y = " + (scene.hasReLU ? "keras.ops.relu(\(call))" : call))
    return lines
  }

  private static func remark(_ scene: ConvolutionScene) -> String {
    switch scene.rule {
    case .floor where !scene.padding.isEven:
      "conv2d's own padding is alike on both sides of an axis, hence F.pad; ZeroPadding2D takes each side."
    case .floor: "Both libraries round down when the stride does not fit, as the floor rule does."
    case .exact: "Neither library says \"cannot\": both round down when the stride does not fit."
    case .same: "Keras calls this rule padding=\"same\"; PyTorch has it for stride 1 only, hence F.pad."
    case .ceil: "Neither library rounds up in a convolution."
    }
  }

  // MARK: One dimension

  private static func signal(_ scene: ConvolutionScene, _ mode: SignalMode) -> [TextOverlay.Block] {
    let (x, w) = (row(scene.grid.grid), row(scene.kernel.grid))
    let call = scene.isFlipped ? "np.convolve(x, w" : "np.correlate(x, w"
    let count = scene.kernel.grid.width
    let padding: String
    switch mode {
    case .full: padding = "\(count - 1)"
    case .same: padding = "\(count / 2)"
    case .valid: padding = "0"
    }
    let kernel = scene.isFlipped ? "w.flip(0)" : "w"
    var torch = [
      "import torch, torch.nn.functional as F", "x, w = torch.tensor(\(x)), torch.tensor(\(w))",
      "y = F.conv1d(x[None, None], \(kernel)[None, None], padding=\(padding))",
    ]
    if mode == .same, count.isMultiple(of: 2) { torch.append("y = y[..., :len(x)]") }
    return [
      .heading("NumPy"),
      .code([
        "import numpy as np", "x, w = np.array(\(x)), np.array(\(w))",
        "y = \(call), mode=\"\(mode.rawValue)\")",
      ]),
      .heading("PyTorch"), .code(torch),
      .words("np.convolve turns the kernel round, np.correlate and F.conv1d do not."),
    ]
  }

  // MARK: Numbers

  private static func row(_ grid: Grid) -> String {
    "[" + grid.cells.prefix(grid.width).map(PythonText.number).joined(separator: ", ") + "]"
  }
}
