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
    lines += scene.isGlobal ? [torchGlobal(scene.kind)] : torchWindows(scene)
    guard isBackward else { return lines }
    if let upstream = scene.upstream {
      lines += PythonText.literal("u", "torch.tensor", upstream, after: "[None, None]")
    }
    lines.append("y.backward(\(scene.upstream == nil ? "torch.ones_like(y)" : "u"))   # then x.grad")
    return lines
  }

  private static func torchWindows(_ scene: PoolingScene) -> [String] {
    guard let geometry = try? scene.pooling().geometry else { return [] }
    var lines: [String] = []
    var (source, options) = ("x", "")
    if hasOwnPadding(scene) {
      let padding = geometry.padding
      if padding != 0 {
        options = ", padding=\(PythonText.pair(Extent(height: padding.top, width: padding.left)))"
      }
      if geometry.rule == .ceil { options += ", ceil_mode=True" }
    } else if geometry.reached != geometry.input {
      source = "xp"
      let value = scene.kind == .max ? ", value=-torch.inf" : ""
      let sides = PythonText.torchSides(geometry.reachedPadding)
      lines.append("xp = F.pad(x, \(sides)\(value))   # left, right, top, bottom")
    }
    let window = "\(PythonText.pair(scene.size)), stride=\(PythonText.pair(scene.stride))\(options)"
    switch scene.kind {
    case .max: lines.append("y = F.max_pool2d(\(source), \(window))")
    case .average:
      lines.append("y = F.avg_pool2d(\(source), \(window))")
      guard source == "xp", geometry.reached != geometry.padded else { break }
      let (size, beyond) = (
        geometry.padded, "(0, \(geometry.columns.overhang), 0, \(geometry.rows.overhang))"
      )
      lines += [
        "n = F.pad(torch.ones(1, 1, \(size.height), \(size.width)), \(beyond))   # what counts",
        "y = y / F.avg_pool2d(n, \(window))",
      ]
    case .sum: lines.append("y = F.avg_pool2d(\(source), \(window), divisor_override=1)")
    case .l2: lines.append("y = F.lp_pool2d(\(source), 2, \(window))")
    }
    return lines
  }

  private static func torchGlobal(_ kind: PoolingKind) -> String {
    switch kind {
    case .max: "y = F.adaptive_max_pool2d(x, 1)"
    case .average: "y = F.adaptive_avg_pool2d(x, 1)"
    case .sum: "y = x.sum(dim=(2, 3), keepdim=True)"
    case .l2: "y = torch.linalg.vector_norm(x, dim=(2, 3), keepdim=True)"
    }
  }

  /// Whether PyTorch's pooling takes the padding itself: the same on both sides, of at most half the window, and not for
  /// L2. Cells beyond the padding are zeros in a sum and in L2.
  private static func hasOwnPadding(_ scene: PoolingScene) -> Bool {
    let padding = scene.padding
    return scene.rule != .same && padding.isEven && 2 * padding.top <= scene.size.height
      && 2 * padding.left <= scene.size.width && (scene.kind != .l2 || padding == 0 && scene.rule != .ceil)
  }

  private static func keras(_ scene: PoolingScene) -> [String] {
    var lines = ["import numpy as np, keras"]
    lines += PythonText.literal(
      "x", "np.array", scene.grid.grid, after: "[None, :, :, None]", type: "float32")
    if scene.isGlobal { return lines + [kerasGlobal(scene.kind)] }
    guard let geometry = try? scene.pooling().geometry else { return lines }
    func width(_ sides: Padding) -> String {
      "((0, 0), (\(sides.top), \(sides.bottom)), (\(sides.left), \(sides.right)), (0, 0))"
    }
    if geometry.reached != geometry.input {
      lines.append("w = \(width(geometry.reachedPadding))")
      lines.append("x = np.pad(x, w, constant_values=\(scene.kind == .max ? "-np.inf" : "0"))")
    }
    let count = scene.size.height * scene.size.width
    let arguments = "\(PythonText.pair(scene.size)), strides=\(PythonText.pair(scene.stride)))"
    switch scene.kind {
    case .max: lines.append("y = keras.ops.max_pool(x, \(arguments)")
    case .average:
      lines.append("y = keras.ops.average_pool(x, \(arguments)")
      guard geometry.reached != geometry.padded else { break }
      let (rows, columns) = (geometry.rows, geometry.columns)
      let beyond = Padding(top: 0, left: 0, bottom: rows.overhang, right: columns.overhang)
      lines += [
        "n = np.pad(np.ones((1, \(rows.padded), \(columns.padded), 1), \"float32\"), \(width(beyond)))",
        "y = y / keras.ops.average_pool(n, \(arguments)   # only cells of n count",
      ]
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
    if scene.rule == .ceil {
      return
        "PyTorch calls that ceil_mode; an average counts no cells beyond the padding. Keras always rounds down."
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
}

extension ConvolutionGeometry {
  /// The padding, and behind it what the last windows reach beyond.
  fileprivate var reachedPadding: Padding {
    var sides = padding
    sides.bottom += rows.overhang
    sides.right += columns.overhang
    return sides
  }
}
