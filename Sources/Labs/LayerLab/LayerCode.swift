import Learning

/// The library lines for a layer.
enum LayerCode {
  static func blocks(for scene: LayerScene) -> [TextOverlay.Block] {
    guard let layer = try? scene.shownLayer() else { return [] }
    return [
      .heading("PyTorch"), .code(pyTorch(scene, layer)), .heading("Keras"), .code(keras(scene, layer)),
      .words(
        "Weights stand as [filters, channels, height, width] in PyTorch and as [height, width, channels, filters] in Keras."
      ),
    ]
  }

  private static func pyTorch(_ scene: LayerScene, _ layer: ConvolutionLayer) -> [String] {
    var lines = ["import torch, torch.nn.functional as F"]
    lines += array("x", "torch.tensor", layer.channels, after: "[None]")
    lines += arrays("w", "torch.tensor", layer.filters.map(\.kernels), after: "")
    lines.append(
      "b = torch.tensor(\(PythonText.list(layer.filters.map(\.bias))))")
    if let zeros = layer.geometry.ring {
      lines.append(
        "x = F.pad(x, (\(zeros.left), \(zeros.right), \(zeros.top), \(zeros.bottom)))   # left, right, top, bottom"
      )
    }
    if scene.view == .backward { lines.append("x.requires_grad_(); w.requires_grad_(); b.requires_grad_()") }
    var arguments = ["x", "w", "b"]
    if layer.geometry.stride != 1 { arguments.append("stride=\(PythonText.pair(layer.geometry.stride))") }
    if layer.geometry.dilation != 1 {
      arguments.append("dilation=\(PythonText.pair(layer.geometry.dilation))")
    }
    if layer.groups != 1 { arguments.append("groups=\(layer.groups)") }
    let call = "F.conv2d(\(arguments.joined(separator: ", ")))"
    lines.append("y = " + (layer.hasReLU ? "F.relu(\(call))" : call))
    if scene.view == .backward {
      if let upstream = scene.upstream { lines += array("u", "torch.tensor", upstream, after: "[None]") }
      lines.append(
        "y.backward(\(scene.upstream == nil ? "torch.ones_like(y)" : "u"))   # then w.grad, b.grad, x.grad")
    }
    return lines
  }

  private static func keras(_ scene: LayerScene, _ layer: ConvolutionLayer) -> [String] {
    var lines = ["import numpy as np, keras"]
    lines += array("x", "np.array", layer.channels, after: ".transpose(1, 2, 0)[None].astype(\"float32\")")
    lines += arrays(
      "w", "np.array", layer.filters.map(\.kernels), after: ".transpose(2, 3, 1, 0).astype(\"float32\")")
    lines.append(
      "b = np.array(\(PythonText.list(layer.filters.map(\.bias))))")
    if let zeros = layer.geometry.ring {
      lines.append(
        "x = keras.layers.ZeroPadding2D(((\(zeros.top), \(zeros.bottom)), (\(zeros.left), \(zeros.right))))(x)"
      )
    }
    var arguments = ["x", "w"]
    if layer.geometry.stride != 1 { arguments.append("strides=\(PythonText.pair(layer.geometry.stride))") }
    if layer.geometry.dilation != 1 {
      arguments.append("dilation_rate=\(PythonText.pair(layer.geometry.dilation))")
    }
    let call = "keras.ops.conv(\(arguments.joined(separator: ", "))) + b"
    lines.append("y = " + (layer.hasReLU ? "keras.ops.relu(\(call))" : call))
    if layer.groups != 1 { lines.append("# groups follow from the channels of w, fewer than those of x") }
    return lines
  }

  /// `name = function([…])after`, a plane a line.
  private static func array(_ name: String, _ function: String, _ planes: [Grid], after: String) -> [String] {
    lines("\(name) = \(function)([", planes.map(text), "])\(after)")
  }

  private static func arrays(_ name: String, _ function: String, _ filters: [[Grid]], after: String)
    -> [String]
  {
    lines(
      "\(name) = \(function)([", filters.map { "[" + $0.map(text).joined(separator: ", ") + "]" },
      "])\(after)")
  }

  private static func lines(_ start: String, _ items: [String], _ end: String) -> [String] {
    let indent = String(repeating: " ", count: start.count)
    return items.enumerated().map { index, item in
      (index == 0 ? start : indent) + item + (index == items.count - 1 ? end : ",")
    }
  }

  private static func text(_ grid: Grid) -> String {
    "[" + grid.rows.map { PythonText.list($0) }.joined(separator: ", ") + "]"
  }
}
