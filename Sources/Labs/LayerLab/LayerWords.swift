import Learning
import TerminalUI

/// What the layer lab says.
enum LayerWords {
  static func channelName(_ channel: Int, of count: Int) -> String {
    count == 3 ? ["red", "green", "blue"][channel] : "channel \(channel + 1)"
  }

  static func channelLabel(_ channel: Int, _ picture: LayerPicture) -> String {
    let geometry = picture.layer.geometry
    let name = "\(channelName(channel, of: picture.layer.channels.count)) \(geometry.input.product)"
    guard geometry.padded != geometry.input else { return name }
    let (rows, columns) = (geometry.rows, geometry.columns)
    if rows.paddingBefore == rows.paddingAfter, columns.paddingBefore == columns.paddingAfter {
      return "\(name), pad \(Extent(height: rows.paddingBefore, width: columns.paddingBefore))"
    }
    return "\(name), padded"
  }

  static func kernelLabel(_ channel: Int, _ lab: LayerLab) -> String {
    let seen = lab.picture.layer.channels(of: lab.filter)
    guard seen.contains(channel) else { return "not seen" }
    let isFirst = channel == seen.lowerBound
    if lab.picture.view == .backward { return isFirst ? "∂L/∂w, filter \(lab.filter + 1)" : "∂L/∂w" }
    return isFirst ? "filter \(lab.filter + 1)" : "its kernel"
  }

  static func mapLabel(_ map: Int, _ lab: LayerLab) -> String {
    let size = lab.picture.layer.geometry.windows.product
    if lab.picture.view == .backward { return "∂L/∂map \(map + 1)" }
    return "map \(map + 1) \(size)"
  }

  /// `6`, or `-2 → 0` through ReLU.
  static func result(_ step: LayerStep) -> String {
    let total = Numeral.format(step.sum + step.bias)
    return step.hasReLU ? "\(total) → \(Numeral.format(step.value))" : total
  }

  static func subject(_ lab: LayerLab) -> String {
    let layer = lab.picture.layer
    let (channels, filters) = (layer.channels.count, layer.filters.count)
    let sizes =
      "\(layer.geometry.input.product)x\(channels) → \(layer.geometry.windows.product)x\(filters)"
    // Some views show another layer made of the same numbers, of which the title would not be true.
    let title = layer == (try? lab.settings.layer()) ? lab.settings.preset?.title : nil
    return lab.chrome.isCovered ? "" : sizes + (title.map { " · \($0)" } ?? "")
  }

  static func variant(_ lab: LayerLab) -> String {
    switch lab.picture.view {
    case .sums, .stack: lab.settings.groups > 1 ? "\(lab.settings.groups) groups" : "cross-correlation"
    case .pointwise: "middle weights only"
    case .depthwise: "one filter per channel"
    case .backward: "L = Σ upstream · map"
    case .counts: "weights and biases"
    }
  }

  static func hint(for lab: LayerLab) -> String {
    if lab.cursor != nil { return "Arrows move; digits type where numbers can be typed; esc leaves." }
    let layer = lab.picture.layer
    switch lab.picture.view {
    case .sums:
      if let preset = lab.settings.preset, lab.settings == stripped(preset.scene) { return preset.watchFor }
      let kernels = layer.filters[0].kernels.count
      return
        "Watch for the total: \(Plural.count(kernels, "partial sum")) and one bias make one number of one map."
    case .stack:
      let groups = lab.settings.groups
      switch (groups, layer.filters.count / groups) {
      case (1, 1): return "Watch for the window: the filter reads all channels in it."
      case (1, 2): return "Watch for the window: both filters read the same numbers."
      case (1, let count): return "Watch for the window: all \(count) filters read the same numbers."
      case (_, 1): return "Watch for the window: each filter reads the channels of its group in it."
      case (_, let count):
        return "Watch for the window: the \(count) filters of a group read the same numbers."
      }
    case .pointwise:
      return "Watch for the neighbours: none of them matters to a cell."
    case .depthwise: return "Watch for the maps: each comes from one channel alone; nothing is added up."
    case .backward:
      return
        "Watch for the lit cells: from all of them the weight collects its gradient."
    case .counts:
      return "Watch for the bars: without sharing every place costs as much as one."
    }
  }

  private static func stripped(_ scene: LayerScene) -> LayerScene {
    var scene = scene
    scene.step = 0
    return scene
  }

  // MARK: Arithmetic

  static func arithmetic(for lab: LayerLab) -> [ArithmeticLine] {
    let (picture, layer) = (lab.picture, lab.picture.layer)
    let (formula, columns) = (
      layer.geometry.formula, lab.chromeLayout.arithmetic.width - ArithmeticLine.indent
    )
    let size = ArithmeticLine(
      "size", TextWidth.columns(of: formula) <= columns ? formula : layer.geometry.shortFormula)
    if picture.view == .counts { return LayerCountsView(lab).arithmetic + [size] }
    guard let moment = lab.moment else {
      return [
        ArithmeticLine("filter", "\(kernels(layer)) and one bias: \(layer.parameterCount) parameters in all"),
        size,
      ]
    }
    if let step = picture.step(at: moment) {
      let sum = lab.line(fitting: step.channels.count) { total(step, most: $0) }
      return sums(lab, step) + [ArithmeticLine("total", sum), size]
    }
    let terms = picture.terms(of: moment)
    let gradient = terms.reduce(0) { $0 + $1.input * $1.upstream }
    let collected = lab.line(fitting: terms.count) { count in
      let written = terms.prefix(count).map { "\(Numeral.factor($0.upstream))·\(Numeral.factor($0.input))" }
      let sum = terms.isEmpty ? "0" : written.joined(separator: " + ") + (terms.count > count ? " + …" : "")
      return "Σ upstream·input = \(sum) = \(Numeral.format(gradient))"
    }
    return [
      ArithmeticLine("∂L/∂w", collected),
      ArithmeticLine(
        "∂L/∂b",
        "all that comes back to map \(moment.filter + 1), added up: \(Numeral.format(picture.gradients[moment.filter].bias))"
      ),
      size,
    ]
  }

  /// All channels written out where there is room; else the one in focus, or the first one.
  private static func sums(_ lab: LayerLab, _ step: LayerStep) -> [ArithmeticLine] {
    let seen = lab.picture.layer.channels(of: lab.filter)
    var channels = Array(seen)
    if !lab.writesAllChannels {
      channels = [seen.lowerBound]
      switch lab.focus {
      case .channel(let focused) where seen.contains(focused): channels = [focused]
      case .kernel(let focused) where seen.contains(focused): channels = [focused]
      case .channel, .kernel, .map: break
      }
    }
    return channels.map { channel in
      let name = channelName(channel, of: lab.picture.layer.channels.count)
      let sum = step.channels[channel - seen.lowerBound]
      let text = lab.line(fitting: sum.window.cells.count) { sum.arithmetic(terms: $0) }
      return ArithmeticLine(name.hasPrefix("channel") ? "sum \(channel + 1)" : name, text)
    }
  }

  /// The sums of the channels, the first `most` of them, and what they come to.
  private static func total(_ step: LayerStep, most: Int = 12) -> String {
    let sums = step.channels.map { Numeral.factor($0.sum) }
    let shown = sums.count > most ? sums.prefix(most - 1) + ["…"] : sums[...]
    let text =
      shown.joined(separator: " + ")
      + " + bias \(Numeral.factor(step.bias)) = \(Numeral.format(step.sum + step.bias))"
    return step.hasReLU ? "\(text), ReLU: \(Numeral.format(step.value))" : text
  }

  private static func kernels(_ layer: ConvolutionLayer) -> String {
    let shape = layer.geometry.kernel
    return "\(Plural.count(layer.filters[0].kernels.count, "kernel")) of \(shape.product)"
  }

  static func panel(for lab: LayerLab) -> TextPanel {
    TextPanel([
      TextPanel.Part("These numbers", lab.settings.preset?.remark ?? ""),
      TextPanel.Part(
        "A filter",
        "It has a kernel for every channel that it sees. At each place each kernel gives a partial sum; all of them and one bias "
          + "make one number. As many maps come out as there are filters."),
      TextPanel.Part(
        "1x1 kernels",
        "They look at no neighbour: at each place they mix the channels, like a small dense layer that is used everywhere."
      ),
      TextPanel.Part(
        "Groups",
        "Channels and filters are cut into runs that do not see each other. With a run for every channel the layer is called depthwise."
      ),
      TextPanel.Part(
        "Backward",
        "A weight was used at every place, so it collects from every place: upstream gradient times the input it met there."
      ),
    ])
  }

  static func paragraph(for lab: LayerLab) -> String {
    let (picture, layer) = (lab.picture, lab.picture.layer)
    let geometry = layer.geometry
    var sentences = [
      "\(Plural.count(layer.channels.count, "channel")) of \(geometry.input.product) meet "
        + "\(Plural.count(layer.filters.count, "filter")) of \(kernels(layer)) each; the maps are "
        + "\(geometry.windows.product): \(geometry.formula).",
      "The layer has \(Numeral.grouped(layer.parameterCount)) parameters.",
    ]
    if let remark = lab.settings.preset?.remark { sentences.append(remark) }
    if let moment = lab.moment {
      if let step = picture.step(at: moment) {
        sentences.append(
          "Map \(moment.filter + 1), row \(moment.cell.row), column \(moment.cell.column): \(total(step)).")
      } else {
        let terms = picture.terms(of: moment)
        let gradient = terms.reduce(0) { $0 + $1.input * $1.upstream }
        sentences.append(
          "The weight of channel \((moment.channel ?? 0) + 1) in row \(moment.cell.row), column \(moment.cell.column) "
            + "of filter \(moment.filter + 1) collects \(Numeral.format(gradient)) from "
            + "\(Plural.count(terms.count, "place")).")
      }
    }
    if picture.view == .counts { sentences += LayerCountsView(lab).sentences }
    return sentences.joined(separator: " ")
  }
}
