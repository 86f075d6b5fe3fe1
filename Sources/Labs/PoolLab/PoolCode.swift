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
    let ownPadding = hasOwnPadding(scene)
    if ownPadding {
      let padding = geometry.padding
      if padding != 0 {
        options = ", padding=\(PythonText.pair(Extent(height: padding.top, width: padding.left)))"
      }
      if geometry.rule == .ceil { options += ", ceil_mode=True" }
      if scene.excludesPadding { options += ", count_include_pad=False" }
    } else if geometry.reached != geometry.input {
      source = "xp"
      let value = scene.kind == .max ? ", value=-torch.inf" : ""
      let sides = PythonText.torchSides(geometry.reachedPadding)
      lines.append("xp = F.pad(x, \(sides)\(value))   # left, right, top, bottom")
    }
    if scene.dilation != Extent(1) { options += ", dilation=\(PythonText.pair(scene.dilation))" }
    let window = "\(PythonText.pair(scene.size)), stride=\(PythonText.pair(scene.stride))\(options)"
    let counted = ownPadding ? nil : geometry.counted(by: scene)
    if let counted {
      let (size, beyond) = (counted.ones, PythonText.torchSides(counted.zeros))
      lines.append("n = F.pad(torch.ones(1, 1, \(size.height), \(size.width)), \(beyond))   # what counts")
    }
    if scene.dilation != Extent(1), scene.kind != .max {
      let cells = "F.unfold(\(source), \(window))"
      let result: String
      switch scene.kind {
      case .max, .average:
        result = counted == nil ? "\(cells).mean(1)" : "\(cells).sum(1) / F.unfold(n, \(window)).sum(1)"
      case .sum: result = "\(cells).sum(1)"
      case .l2: result = "\(cells).norm(dim=1)"
      }
      let shape = geometry.windows
      return lines + [
        "y = (\(result)).view(1, 1, \(shape.height), \(shape.width))   # a column for each window"
      ]
    }
    switch scene.kind {
    case .max: lines.append("y = F.max_pool2d(\(source), \(window))")
    case .average:
      lines.append("y = F.avg_pool2d(\(source), \(window))")
      if counted != nil { lines.append("y = y / F.avg_pool2d(n, \(window))") }
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
  /// L2. Cells beyond the padding are zeros in a sum and in L2. With dilation the maximum alone is pooled by one function.
  private static func hasOwnPadding(_ scene: PoolingScene) -> Bool {
    guard scene.kind == .max || scene.dilation == Extent(1) else { return false }
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
    let counted = geometry.counted(by: scene)
    if let counted {
      let size = counted.ones
      lines.append(
        "n = np.pad(np.ones((1, \(size.height), \(size.width), 1), \"float32\"), \(width(counted.zeros)))   # what counts"
      )
    }
    guard scene.dilation == Extent(1) else { return lines + keras(scene, geometry, counts: counted != nil) }
    let count = scene.size.height * scene.size.width
    let arguments = "\(PythonText.pair(scene.size)), strides=\(PythonText.pair(scene.stride)))"
    switch scene.kind {
    case .max: lines.append("y = keras.ops.max_pool(x, \(arguments)")
    case .average:
      lines.append("y = keras.ops.average_pool(x, \(arguments)")
      if counted != nil { lines.append("y = y / keras.ops.average_pool(n, \(arguments)") }
    case .sum: lines.append("y = \(count) * keras.ops.average_pool(x, \(arguments)")
    case .l2: lines.append("y = keras.ops.sqrt(\(count) * keras.ops.average_pool(x**2, \(arguments))")
    }
    return lines
  }

  /// The cells of each window taken out one by one, since Keras's pooling has no dilation.
  private static func keras(_ scene: PoolingScene, _ geometry: ConvolutionGeometry, counts: Bool) -> [String]
  {
    func places(_ letter: String, _ axis: ConvolutionAxis) -> (slice: String, range: String) {
      let reach = (axis.windows - 1) * axis.stride + 1
      return ("\(letter):\(letter) + \(reach):\(axis.stride)", "range(0, \(axis.span), \(axis.dilation))")
    }
    let (rows, columns) = (places("i", geometry.rows), places("j", geometry.columns))
    var lines = [
      "cells = lambda a: np.stack([a[:, \(rows.slice), \(columns.slice)]",
      "    for i in \(rows.range) for j in \(columns.range)])   # a layer for each cell of the window",
    ]
    switch scene.kind {
    case .max: lines.append("y = cells(x).max(axis=0)")
    case .average:
      lines.append(counts ? "y = cells(x).sum(axis=0) / cells(n).sum(axis=0)" : "y = cells(x).mean(axis=0)")
    case .sum: lines.append("y = cells(x).sum(axis=0)")
    case .l2: lines.append("y = np.sqrt((cells(x)**2).sum(axis=0))")
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
    if scene.dilation != Extent(1) {
      return "PyTorch knows dilation for the maximum alone, Keras for no pooling."
    }
    if scene.rule == .ceil {
      return
        "PyTorch calls that ceil_mode; an average counts no cells beyond the padding. Keras always rounds down."
    }
    switch scene.kind {
    case .max:
      return "At a tie PyTorch sends the gradient to the first of equals in row order, as Strider does."
    case .average where scene.excludesPadding:
      return
        "PyTorch counts padding as cells unless count_include_pad is False; Keras's padding=\"same\" never does."
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
  /// Ones where cells count in an average, with zeros around them where they do not; `nil` where all count alike, or no mean
  /// is taken.
  fileprivate func counted(by scene: PoolingScene) -> (ones: Extent, zeros: Padding)? {
    guard scene.kind == .average else { return nil }
    if scene.excludesPadding { return (input, reachedPadding) }
    guard reached != padded else { return nil }
    return (padded, Padding(top: 0, left: 0, bottom: rows.overhang, right: columns.overhang))
  }

  /// The padding, and behind it what the last windows reach beyond.
  fileprivate var reachedPadding: Padding {
    var sides = padding
    sides.bottom += rows.overhang
    sides.right += columns.overhang
    return sides
  }
}
