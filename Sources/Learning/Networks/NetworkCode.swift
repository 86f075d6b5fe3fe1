/// A network in the words of a library, as lines of a program that runs.
public enum NetworkCode {
  /// PyTorch: an `nn.Sequential` whose parameters have the names of ``NetworkTensor/name``.
  ///
  /// Where a layer needs a helper, such as Flatten before Linear, the layers are named by an `OrderedDict`, and the
  /// helper's name begins with the number of its layer.
  public static func pyTorch(_ network: ShapedNetwork) -> [String] {
    let layers = network.layers.map { PyTorchLayer($0) }
    let hasHelpers = layers.contains { !$0.helpers.isEmpty }
    var lines = ["import torch", "from torch import nn"]
    if hasHelpers { lines.insert("from collections import OrderedDict", at: 0) }
    if network.layers.contains(where: { $0.layer == .activation(.threshold) }) {
      lines += [
        "", "class Threshold(nn.Module):", "    def forward(self, x):",
        // Without the zeros PyTorch would know of no slope at all, and an optimizer would pass the weights before it over.
        "        return (x > 0).to(x.dtype) + 0 * x.nan_to_num()  # the slope is 0",
      ]
    }
    lines.append("")
    guard hasHelpers else {
      return lines + ["net = nn.Sequential("] + layers.map { "    \($0.call)," } + [")"]
    }
    lines.append("net = nn.Sequential(OrderedDict([")
    for (index, layer) in layers.enumerated() {
      for helper in layer.helpers { lines.append("    (\"\(index)_\(helper.name)\", \(helper.call)),") }
      lines.append("    (\"\(index)\", \(layer.call)),")
    }
    return lines + ["]))"]
  }

  /// Keras: a `Sequential` model. Its maps have their channels last; where they become a vector they are turned first,
  /// so that the numbers stand in the order channel, row, column.
  public static func keras(_ network: ShapedNetwork) -> [String] {
    let layers = network.layers.flatMap(KerasLayer.lines)
    var lines = ["import keras", "from keras import layers, ops", ""]
    let input = network.input.sizes
    let shape = input.count == 1 ? "(\(input[0]),)" : "(\(input.map(String.init).joined(separator: ", ")))"
    lines.append("net = keras.Sequential([")
    lines.append("    keras.Input(\(shape)),")
    lines += layers.map { "    \($0)," }
    return lines + ["])"]
  }

  /// `3`, or `(3, 5)` for height and width that differ.
  static func pair(_ extent: Extent) -> String {
    extent.height == extent.width ? "\(extent.height)" : "(\(extent.height), \(extent.width))"
  }
}

extension ShapedLayer {
  /// Zeros, or cells that never win, around the maps. For pooling that rounds up, also behind what its last windows reach.
  func surroundings(fillingLastWindow: Bool) -> (top: Int, bottom: Int, left: Int, right: Int) {
    guard let (rows, columns) = geometry.map({ ($0.rows, $0.columns) }) else { return (0, 0, 0, 0) }
    func behind(_ axis: ConvolutionAxis) -> Int {
      axis.paddingAfter + (fillingLastWindow ? axis.overhang : 0)
    }
    return (rows.paddingBefore, behind(rows), columns.paddingBefore, behind(columns))
  }
}
