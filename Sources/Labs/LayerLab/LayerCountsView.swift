import Learning
import TerminalUI

/// A layer whose costs are compared.
struct LayerCost: Equatable, Sendable {
  let title: String
  let layer: ShapedLayer
  let sharing: WeightSharing

  init?(_ title: String, _ text: String, on input: Volume) {
    guard let network = try? Network(parsing: text),
      let layer = ShapedNetwork.layers(of: network, input: input).layers.first,
      let sharing = WeightSharing(layer)
    else { return nil }
    (self.title, self.layer, self.sharing) = (title, layer, sharing)
  }

  /// Layers of the lectures: their sizes, from 32x32x3 as in CNN lecture 5 and from 20x20 as in Galway's topic 5.
  static let lectures = [
    LayerCost("CNN lecture 5, example 1", "CONV 10 5x5", on: .maps(32, channels: 3)),
    LayerCost("CNN lecture 5, example 2", "CONV 30 5x5 pad 2", on: .maps(32, channels: 3)),
    LayerCost("Galway, local receptive fields", "CONV 1 5x5", on: .maps(20, channels: 1)),
  ].compactMap(\.self)
}

/// The view that counts what the layer costs, and what others between the same volumes would.
struct LayerCountsView {
  /// The layer on the screen; `nil` where the notation of networks has no words for it.
  let own: LayerCost?

  init(_ lab: LayerLab) { own = Self.own(lab.settings, lab.picture.layer) }

  /// The layer on the screen first.
  var costs: [LayerCost] { [own].compactMap(\.self) + LayerCost.lectures }

  private static func own(_ scene: LayerScene, _ layer: ConvolutionLayer) -> LayerCost? {
    let padding: String
    if scene.rule == .same {
      padding = " pad same"
    } else {
      // Unequal zeros do not change what a layer costs per place, but the notation has no word for them.
      let (rows, columns) = (layer.geometry.rows, layer.geometry.columns)
      guard rows.paddingBefore == rows.paddingAfter, columns.paddingBefore == columns.paddingAfter else {
        return nil
      }
      padding = " pad \(Extent(height: rows.paddingBefore, width: columns.paddingBefore))"
    }
    let text =
      "CONV \(layer.filters.count) \(layer.geometry.kernel.product) stride \(scene.stride)\(padding) "
      + "dilation \(scene.dilation) groups \(scene.groups)"
    return LayerCost("this layer", text, on: .maps(layer.geometry.input, channels: layer.channels.count))
  }

  var arithmetic: [ArithmeticLine] {
    [
      ArithmeticLine(
        "this", own.map { $0.layer.parameterArithmetic } ?? "unequal padding: see the lectures' layers"),
      ArithmeticLine("local", "as many for every cell of the output"),
    ]
  }

  var sentences: [String] {
    costs.map { cost in
      let (local, dense) = (cost.sharing.local ?? 0, cost.sharing.dense ?? 0)
      return "\(cost.title.capitalised) (\(cost.layer.layer) on \(cost.layer.input)): "
        + "\(Numeral.grouped(cost.sharing.shared)) shared, \(Numeral.grouped(local)) with own weights everywhere, "
        + "\(Numeral.grouped(dense)) dense."
    }
  }

  /// For each layer three bars: shared, local, dense.
  func draw(into frame: inout Frame, in area: Rect) {
    var y = area.y
    let isAiry = area.height >= costs.count * 6
    for cost in costs {
      guard y + 4 <= area.bottom else { return }
      let heading = "\(cost.title): \(cost.layer.layer) on \(cost.layer.input) gives \(cost.layer.output)"
      frame.write(heading, x: area.x, y: y, .heading, limit: area.width)
      let rows: [(String, Int?)] = [
        ("shared: convolution", cost.sharing.shared), ("local: own weights", cost.sharing.local),
        ("dense: sees all", cost.sharing.dense),
      ]
      let most = Double(rows.compactMap(\.1).max() ?? 1)
      for (offset, row) in rows.enumerated() {
        let line = y + 1 + offset
        frame.write(row.0, x: area.x + 2, y: line, .quiet, limit: 20)
        guard let count = row.1 else { continue }
        frame.write(Numeral.grouped(count), endingAt: area.x + 36, y: line, Style(.plain, .bold))
        let room = Double(area.right - area.x - 38)
        // Shares of parameters, as they are: a shared layer may be too small to be seen.
        frame.levelBar(
          from: Double(area.x + 38), to: Double(area.x + 38) + max(0.13, Double(count) / most * room),
          y: line,
          Style(.series(offset)))
      }
      y += isAiry ? 5 : 4
    }
  }
}
