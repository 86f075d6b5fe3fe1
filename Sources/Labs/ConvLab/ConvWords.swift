import Learning
import TerminalUI

/// What stands around the grids, and in place of them.
extension ConvLab {
  var subject: String {
    if case .signal = settings.view {
      return "signal of \(settings.grid.grid.width) · kernel of \(settings.kernel.grid.width)"
    }
    return "\(settings.grid.title) · \(settings.kernel.title)"
  }

  var variant: String { settings.isFlipped ? "convolution (kernel turned)" : "cross-correlation" }

  var settingsLine: SettingsLine {
    let (scene, view) = (settings, settings.view.kind)
    func item(_ key: String, _ name: String, _ short: String, _ value: Extent) -> SettingsLine.Item {
      SettingsLine.Item(key, name, short: short, value.description, isChanged: value != Extent(1))
    }
    var items = [
      SettingsLine.Item("v", "", view == .compare ? "comparison" : view.rawValue, isChanged: view != .grid)
    ]
    switch scene.view {
    case .signal(let mode):
      items.append(SettingsLine.Item("o", "mode", mode.rawValue, isChanged: mode != .full))
      items.append(SettingsLine.Item("f", "flip", scene.isFlipped ? "on" : "off", isChanged: scene.isFlipped))
      return SettingsLine(items)
    case .unrolled(let order):
      items.append(SettingsLine.Item("w", "by", order.rawValue, isChanged: order != .columns))
    case .grid, .compare, .backward: break
    }
    items += [
      SettingsLine.Item(
        "p", "padding", short: "pad", scene.padding.description, isChanged: scene.padding != 0),
      item("s", "stride", "stride", scene.stride),
      item("d", "dilation", "dil", scene.dilation),
      SettingsLine.Item("o", "", scene.rule.rawValue, isChanged: scene.rule != .floor),
      SettingsLine.Item("b", "bias", Numeral.format(scene.bias), isChanged: scene.bias != 0),
      SettingsLine.Item("a", "ReLU", scene.hasReLU ? "on" : "off", isChanged: scene.hasReLU),
    ]
    if axis != .both {
      items.insert(SettingsLine.Item("x", "only", short: "", axis.rawValue, isChanged: true), at: 1)
    }
    if chrome.size.width >= 110 {
      items += [
        SettingsLine.Item("n", "input", scene.grid.grid.extent.product),
        SettingsLine.Item("z", "kernel", scene.kernel.grid.extent.product),
      ]
    }
    return SettingsLine(items)
  }

  /// What is on screen, in one paragraph that needs no picture.
  var paragraph: String {
    switch picture {
    case .plane(let plane): paragraph(plane)
    case .signal(let signal): paragraph(signal.convolution, signal.output.grid.cells)
    }
  }

  private func paragraph(_ plane: PlanePicture) -> String {
    let (scene, geometry) = (settings, plane.geometry)
    var text =
      "A \(geometry.kernel.product) kernel (\(scene.kernel.title)) moves over a \(geometry.input.product) input "
      + "(\(scene.grid.title))"
    text +=
      geometry.padded == geometry.input
      ? " without padding" : " with zeros around it, \(geometry.padded.product) in all"
    text += ", \(scene.stride == Extent(1) ? "one cell" : "\(scene.stride) cells") at a time"
    if scene.dilation != Extent(1) {
      text += ", its cells \(scene.dilation) apart so that it spans \(geometry.span.product)"
    }
    text +=
      scene.isFlipped
      ? ". It is turned by 180 degrees first: a true convolution. "
      : ". It is not turned: a cross-correlation. "
    guard let output = geometry.output else {
      return text
        + "The stride does not fit, \(geometry.formula), so under the exact rule there is no output."
    }
    text += "The output has \(output.product) cells, by \(geometry.formula); \(plane.leftOver). "
    if scene.bias != 0 { text += "A bias of \(Numeral.format(scene.bias)) is added to every sum. " }
    if scene.hasReLU { text += "ReLU turns negative results into 0. " }
    text += "Step \(timeline.position) of \(timeline.count)"
    if let active = pointed(in: plane), let step = try? plane.convolution.step(at: active), prompt == nil {
      text += ": output row \(active.row), column \(active.column) is \(step.arithmetic(terms: 12))"
      if let finish = step.finish() { text += ", then \(finish)" }
    }
    text += ". Rows and columns count from 0."
    guard let gradients else { return text }
    let kernel = gradients.kernel.grid.rows.map { $0.map { Numeral.format($0) }.joined(separator: " ") }
    return text
      + " Going back, \(gradients.steps) upstream gradients have been let in: the bias gradient is "
      + "\(Numeral.format(gradients.bias)), the kernel gradient is \(kernel.joined(separator: "; "))."
  }

  private func paragraph(_ convolution: Convolution1D, _ output: [Double]) -> String {
    func list(_ numbers: some Sequence<Double>) -> String {
      numbers.map { Numeral.format($0) }.joined(separator: ", ")
    }
    let turn =
      convolution.isFlipped
      ? ", read backwards: a true convolution. " : " as it is typed: a cross-correlation. "
    let soFar = timeline.position == 0 ? "none" : list(output.prefix(timeline.position))
    return "The kernel \(list(convolution.kernel)) slides under the signal \(list(convolution.signal))\(turn)"
      + "Mode \(convolution.mode.rawValue) has \(Plural.count(convolution.count, "step")). "
      + "Results so far: \(soFar)."
  }
}
