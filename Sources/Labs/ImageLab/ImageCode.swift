import Learning

/// The library lines for a filtered picture.
enum ImageCode {
  static func blocks(for lab: ImageLab) -> [TextOverlay.Block] {
    let scene = lab.settings
    let filtered = lab.picture.filtered
    let isColoured = filtered.picture.isColoured
    let file = file(of: scene)
    return [
      .heading("PyTorch"), .code(pyTorch(scene, filtered, file: file)),
      .heading("Keras"), .code(keras(scene, filtered, file: file)),
      .words(remark(scene, isColoured: isColoured)),
    ]
  }

  private static func file(of scene: ImageScene) -> String {
    switch scene.source {
    case .preset(let preset): preset.rawValue + (scene.hasColours ? ".ppm" : ".pgm")
    case .file(let file): Echo.escape(file.path)
    }
  }

  /// The pixels as an array of NumPy.
  private static func pixels(_ scene: ImageScene, file: String) -> [String] {
    let channel = scene.channel.flatMap { ImageScene.Channel.allCases.firstIndex(of: $0) }
    return [
      "from PIL import Image", "import numpy as np",
      "image = np.array(Image.open(\"\(file)\"), dtype=\"float32\")"
        + (channel.map { "[:, :, \($0)]" } ?? ""),
    ]
  }

  private static func pyTorch(_ scene: ImageScene, _ filtered: FilteredPicture, file: String) -> [String] {
    let channels = filtered.picture.channels.count
    var lines = pixels(scene, file: file) + ["import torch, torch.nn.functional as F"]
    lines.append(
      channels == 1
        ? "x = torch.tensor(image)[None, None]"
        : "x = torch.tensor(image).permute(2, 0, 1)[None]   # channels first")
    for (kernel, geometry) in zip(filtered.kernels, filtered.geometries) {
      lines += weights(kernel, "torch.tensor", after: "[None, None]", isTorch: true)
      var arguments = ["x", channels == 1 ? "k" : "k.expand(3, 1, -1, -1)"]
      if geometry.stride != Extent(1) { arguments.append("stride=\(PythonText.pair(geometry.stride))") }
      if geometry.padding != 0 {
        lines.append(
          "x = F.pad(x, \(PythonText.torchSides(geometry.padding)))   # left, right, top, bottom")
      }
      if channels > 1 { arguments.append("groups=3") }
      lines.append("x = F.conv2d(\(arguments.joined(separator: ", ")))")
    }
    return lines
  }

  private static func keras(_ scene: ImageScene, _ filtered: FilteredPicture, file: String) -> [String] {
    let channels = filtered.picture.channels.count
    var lines = pixels(scene, file: file) + ["import keras"]
    lines.append(channels == 1 ? "x = image[None, :, :, None]" : "x = image[None]")
    for (kernel, geometry) in zip(filtered.kernels, filtered.geometries) {
      lines += weights(kernel, "np.array", after: "[:, :, None, None]", isTorch: false)
      let sides = geometry.padding
      if sides != 0 {
        lines.append(
          "x = keras.layers.ZeroPadding2D(((\(sides.top), \(sides.bottom)), (\(sides.left), \(sides.right))))(x)"
        )
      }
      var arguments = ["x", channels == 1 ? "k" : "np.repeat(k, 3, axis=2)"]
      if geometry.stride != Extent(1) {
        arguments.append("strides=\(PythonText.pair(geometry.stride))")
      }
      let name = channels == 1 ? "conv" : "depthwise_conv"
      lines.append("x = keras.ops.\(name)(\(arguments.joined(separator: ", ")), padding=\"valid\")")
    }
    return lines
  }

  /// The kernel, by its formula where it is a large one.
  private static func weights(
    _ kernel: PictureKernel, _ function: String, after: String, isTorch: Bool
  ) -> [String] {
    let (library, size) = (isTorch ? "torch" : "np", kernel.grid.height)
    switch kernel.family {
    case .gaussian:
      let sigma = kernel.setting("sigma") ?? "1"
      let axes = isTorch ? "[None, None]" : "[:, :, None, None]"
      return [
        "t = \(library).arange(\(size)) - \(PythonText.number(Double(size - 1) / 2))",
        "g = \(library).exp(-t**2 / (2 * \(sigma)**2))", "g = g / g.sum()",
        "k = (g[:, None] * g)\(axes)" + (isTorch ? "" : ".astype(\"float32\")"),
      ]
    case .mean:
      let shape = isTorch ? "(1, 1, \(size), \(size))" : "(\(size), \(size), 1, 1)"
      return ["k = \(library).full(\(shape), 1 / \(size * size)" + (isTorch ? ")" : ", dtype=\"float32\")")]
    case .preset, nil:
      return PythonText.literal(
        "k", function, kernel.grid, after: after, type: isTorch ? nil : "float32")
    }
  }

  private static func remark(_ scene: ImageScene, isColoured: Bool) -> String {
    var words =
      isColoured ? "With one filter for each channel (groups) every channel is filtered by itself." : ""
    if case .preset(let preset) = scene.source {
      let ending = scene.hasColours ? "ppm" : "pgm"
      words +=
        (words.isEmpty ? "" : " ")
        + "strider image \(preset.rawValue) --kernel 1 --to \(preset.rawValue).\(ending) makes the file."
    }
    return words
  }
}
