import Learning
import TerminalUI

extension ConvLab {
  func drawnPlace(of cell: Position, in pane: ConvPane) -> (pane: ConvPane, place: Position) {
    switch (picture, settings.view) {
    case (.signal(let signal), _): return (pane, signal.place(of: cell, in: pane))
    case (.plane, .unrolled(let order)):
      let strip = order == .columns ? cell.column : cell.row
      return (.strip(strip), Position(row: 0, column: order == .columns ? cell.row : cell.column))
    case (.plane(let plane), .grid), (.plane(let plane), .compare), (.plane(let plane), .backward),
      (.plane(let plane), .signal):
      return (pane, pane == .input ? plane.padded(cell) : cell)
    }
  }

  var content: ChromeContent {
    ChromeContent(
      name: "Convolution", subject: ConvWords.subject(settings), variant: ConvWords.convention(settings),
      settings: settingsLine, timeline: timeline, hint: typing(or: ConvWords.hint(for: self)),
      footer: cursor == nil ? ConvBindings.lab.footer : CellBindings.table.footer, editor: prompt?.editor)
  }

  var settingsLine: SettingsLine {
    let scene = settings
    func item(_ key: String, _ name: String, _ short: String, _ value: Extent, usually usual: Int)
      -> SettingsLine.Item
    {
      SettingsLine.Item(key, name, short: short, value.description, isChanged: value != Extent(usual))
    }
    var items = [
      SettingsLine.Item("v", "", ConvWords.name(scene.view), isChanged: scene.view != .grid)
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
      item("s", "stride", "stride", scene.stride, usually: 1),
      item("d", "dilation", "dil", scene.dilation, usually: 1),
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
}
