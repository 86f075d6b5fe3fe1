import Learning
import TerminalUI

extension PoolLab {
  func drawnPlace(of cell: Position, in pane: PoolPane) -> (pane: PoolPane, place: Position) {
    (pane, pane == .input ? picture.padded(cell) : cell)
  }

  var content: ChromeContent {
    ChromeContent(
      name: "Pooling", subject: PoolWords.subject(settings), variant: PoolWords.variant(settings),
      settings: settingsLine, timeline: timeline, hint: typing(or: PoolWords.hint(for: self)),
      footer: cursor == nil ? PoolBindings.lab.footer : CellBindings.table.footer, editor: prompt?.editor)
  }

  var settingsLine: SettingsLine {
    let scene = settings
    var items = [
      SettingsLine.Item("v", "", PoolWords.name(scene.view), isChanged: scene.view != .grid),
      SettingsLine.Item("k", "kind", PoolWords.name(scene.kind), isChanged: scene.kind != .max),
      SettingsLine.Item(
        "z", "window", short: "win", scene.size.description, isChanged: scene.size != Extent(2)),
      SettingsLine.Item("s", "stride", scene.stride.description, isChanged: scene.stride != scene.size),
      SettingsLine.Item(
        "p", "padding", short: "pad", scene.padding.description, isChanged: scene.padding != 0),
      SettingsLine.Item("o", "", scene.rule.rawValue, isChanged: scene.rule != .floor),
      SettingsLine.Item("w", "global", scene.isGlobal ? "on" : "off", isChanged: scene.isGlobal),
    ]
    if axis != .both {
      items.insert(SettingsLine.Item("x", "only", short: "", axis.rawValue, isChanged: true), at: 2)
    }
    if chrome.size.width >= 110 {
      items.append(SettingsLine.Item("n", "input", scene.grid.grid.extent.product))
    }
    return SettingsLine(items)
  }
}
