import Learning

/// The library lines for a scene.
enum PoolCode {
  static func blocks(for scene: PoolingScene) -> [TextOverlay.Block] {
    [
      .heading("PyTorch"), .code(pyTorch(scene)),
      .heading("Keras"), .code(keras(scene)),
      .words(remark(scene)),
    ]
  }

  private static func pyTorch(_ scene: PoolingScene) -> [String] {
    var lines = ["import torch, torch.nn.functional as F"]
    lines += PythonText.literal("x", "torch.tensor", scene.grid.grid, after: "[None, None]")
    let isBackward = scene.view == .backward
    if isBackward { lines.append("x.requires_grad_()") }
    var (source, padding) = ("x", "")
    if let (rows, columns) = try? scene.pooling().geometry.ring {
      if scene.rule != .same, scene.kind != .l2, isAtMostHalf(scene) {
        padding = ", padding=\(PythonText.pair(scene.padding))"
      } else {
        source = "xp"
        let sides = "(\(columns.before), \(columns.after), \(rows.before), \(rows.after))"
        let value = scene.kind == .max ? ", value=-torch.inf" : ""
        lines.append("xp = F.pad(x, \(sides)\(value))   # left, right, top, bottom")
      }
    }
    let window = PythonText.pair(scene.size)
    let rest = ", stride=\(PythonText.pair(scene.stride))\(padding))"
    switch (scene.kind, scene.isGlobal) {
    case (.max, false): lines.append("y = F.max_pool2d(\(source), \(window)\(rest)")
    case (.average, false): lines.append("y = F.avg_pool2d(\(source), \(window)\(rest)")
    case (.sum, false):
      lines.append("y = F.avg_pool2d(\(source), \(window)\(rest.dropLast()), divisor_override=1)")
    case (.l2, false): lines.append("y = F.lp_pool2d(\(source), 2, \(window)\(rest)")
    case (.max, true): lines.append("y = F.adaptive_max_pool2d(x, 1)")
    case (.average, true): lines.append("y = F.adaptive_avg_pool2d(x, 1)")
    case (.sum, true): lines.append("y = x.sum(dim=(2, 3), keepdim=True)")
    case (.l2, true): lines.append("y = torch.linalg.vector_norm(x, dim=(2, 3), keepdim=True)")
    }
    guard isBackward else { return lines }
    if let upstream = scene.upstream {
      lines += PythonText.literal("u", "torch.tensor", upstream, after: "[None, None]")
    }
    lines.append("y.backward(\(scene.upstream == nil ? "torch.ones_like(y)" : "u"))   # then x.grad")
    return lines
  }

  private static func keras(_ scene: PoolingScene) -> [String] {
    var lines = ["import numpy as np, keras"]
    lines += PythonText.literal(
      "x", "np.array", scene.grid.grid, after: "[None, :, :, None]", type: "float32")
    if scene.isGlobal { return lines + [kerasGlobal(scene.kind)] }
    if let (rows, columns) = try? scene.pooling().geometry.ring {
      let width = "((0, 0), (\(rows.before), \(rows.after)), (\(columns.before), \(columns.after)), (0, 0))"
      lines.append("w = \(width)")
      lines.append("x = np.pad(x, w, constant_values=\(scene.kind == .max ? "-np.inf" : "0"))")
    }
    let count = scene.size.height * scene.size.width
    let arguments = "\(PythonText.pair(scene.size)), strides=\(PythonText.pair(scene.stride)))"
    switch scene.kind {
    case .max: lines.append("y = keras.ops.max_pool(x, \(arguments)")
    case .average: lines.append("y = keras.ops.average_pool(x, \(arguments)")
    case .sum: lines.append("y = \(count) * keras.ops.average_pool(x, \(arguments)")
    case .l2: lines.append("y = keras.ops.sqrt(\(count) * keras.ops.average_pool(x**2, \(arguments))")
    }
    return lines
  }

  private static func kerasGlobal(_ kind: PoolingKind) -> String {
    switch kind {
    case .max: "y = keras.layers.GlobalMaxPooling2D()(x)"
    case .average: "y = keras.layers.GlobalAveragePooling2D()(x)"
    case .sum: "y = keras.ops.sum(x, axis=(1, 2))"
    case .l2: "y = keras.ops.sqrt(keras.ops.sum(x**2, axis=(1, 2)))"
    }
  }

  private static func remark(_ scene: PoolingScene) -> String {
    if scene.rule == .exact {
      return "Neither library says \"cannot\": both round down when the stride does not fit."
    }
    switch scene.kind {
    case .max:
      return "At a tie PyTorch sends the gradient to the first of equals in row order, as Strider does."
    case .average:
      return
        "PyTorch counts padding as cells (count_include_pad); Keras's padding=\"same\" does not, hence np.pad."
    case .sum:
      return "There is no sum pooling in the libraries: it is the average times the size of the window."
    case .l2: return "lp_pool2d with p = 2 does not divide by the number of cells."
    }
  }

  /// PyTorch's pooling takes padding of at most half the window.
  private static func isAtMostHalf(_ scene: PoolingScene) -> Bool {
    2 * scene.padding.height <= scene.size.height && 2 * scene.padding.width <= scene.size.width
  }
}
