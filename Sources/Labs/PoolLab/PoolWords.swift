import Learning
import TerminalUI

extension PoolingKind {
  /// The name in settings.
  fileprivate var name: String { self == .l2 ? "L2" : rawValue }

  /// The name as a heading.
  var title: String {
    switch self {
    case .max: "Maximum"
    case .average: "Average"
    case .sum: "Sum"
    case .l2: "L2"
    }
  }

  /// The word in front of the arithmetic.
  var lineName: String {
    switch self {
    case .max: "max"
    case .average: "mean"
    case .sum: "sum"
    case .l2: "L2"
    }
  }

  /// What a window is reduced to.
  fileprivate var result: String {
    switch self {
    case .max: "the largest number"
    case .average: "the mean"
    case .sum: "the sum"
    case .l2: "the root of the sum of squares"
    }
  }
}

extension PoolingStep {
  /// The arithmetic of a window as the lab writes it.
  func written(terms: Int = 12) -> String { arithmetic(terms: terms).replacing("-inf", with: "-∞") }
}

/// What stands around the grids, and in place of them.
extension PoolLab {
  var subject: String { settings.grid.title }

  var variant: String {
    let kind: String
    switch settings.kind {
    case .max: kind = "maximum"
    case .average: kind = "average"
    case .sum: kind = "sum"
    case .l2: kind = "L2, √Σx²"
    }
    if settings.isGlobal { return "global \(kind)" }
    if settings.padding == 0, settings.rule != .same { return "\(kind) of each window" }
    if settings.excludesPadding { return "\(kind), padding not counted" }
    return settings.kind == .max ? "\(kind), padding is -∞" : "\(kind), padding is 0"
  }

  var settingsLine: SettingsLine {
    let scene = settings
    let view =
      switch scene.view {
      case .grid: "forward"
      case .backward: "backward"
      }
    var items = [
      SettingsLine.Item("v", "", view, isChanged: scene.view != .grid),
      SettingsLine.Item("k", "kind", scene.kind.name, isChanged: scene.kind != .max),
      SettingsLine.Item(
        "z", "window", short: "win", scene.size.description, isChanged: scene.size != Extent(2)),
      SettingsLine.Item("s", "stride", scene.stride.description, isChanged: scene.stride != scene.size),
      SettingsLine.Item(
        "p", "padding", short: "pad", scene.padding.description, isChanged: scene.padding != 0),
      SettingsLine.Item("o", "", scene.rule.rawValue, isChanged: scene.rule != .floor),
      SettingsLine.Item("w", "global", scene.isGlobal ? "on" : "off", isChanged: scene.isGlobal),
    ]
    if scene.kind == .average, picture.geometry.ring != nil {
      let counted = scene.excludesPadding ? "inside" : "all"
      items.insert(SettingsLine.Item("a", "count", counted, isChanged: scene.excludesPadding), at: 5)
    }
    if scene.dilation != Extent(1) {
      items.insert(
        SettingsLine.Item("d", "dilation", short: "dil", scene.dilation.description, isChanged: true), at: 4)
    }
    if axis != .both {
      items.insert(SettingsLine.Item("x", "only", short: "", axis.rawValue, isChanged: true), at: 2)
    }
    if chrome.size.width >= 110 {
      items.append(SettingsLine.Item("n", "input", scene.grid.grid.extent.product))
    }
    return SettingsLine(items)
  }

  /// What is on screen, in one paragraph that needs no picture.
  var paragraph: String {
    let geometry = picture.geometry
    let input = "a \(geometry.input.product) input (\(settings.grid.title))"
    var text =
      picture.pooling.isGlobal
      ? "One window covers \(input): global pooling. "
      : "A \(geometry.kernel.product) window moves over \(input)\(surroundings), "
        + "\(settings.stride == Extent(1) ? "one cell" : "\(settings.stride) cells") at a time"
        + (settings.dilation == Extent(1)
          ? ". " : ", its cells \(settings.dilation) apart so that it spans \(geometry.span.product). ")
    text +=
      "Of each window \(settings.kind.result) is kept\(settings.excludesPadding ? ", padding not counted" : ""). "
    guard let output = geometry.output else {
      return text
        + "The stride does not fit, \(geometry.formula), so under the exact rule there is no output."
    }
    text += "The output has \(output.product) cells, by \(geometry.formula); \(picture.leftOver). "
    text += "Step \(timeline.position) of \(timeline.count)"
    if let active = pointed(in: picture), let step = picture.step(at: active), prompt == nil {
      text += ": output row \(active.row), column \(active.column) is \(step.written())"
    }
    text += ". Rows and columns count from 0."
    guard let gradients else { return text }
    let rows = gradients.partial.grid.rows.map { $0.map { Numeral.format($0) }.joined(separator: " ") }
    return text
      + " Going back, \(Plural.count(gradients.steps, "upstream gradient")) let in so far: the input gradient is "
      + rows.joined(separator: "; ") + "."
  }

  private var surroundings: String {
    guard picture.geometry.padded != picture.geometry.input else { return " without padding" }
    let padding =
      settings.kind == .max
      ? "padding that never wins" : settings.excludesPadding ? "padding that does not count" : "zeros"
    return " with \(padding) around it, \(picture.geometry.padded.product) in all"
  }
}
