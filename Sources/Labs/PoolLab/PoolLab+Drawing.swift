import Learning
import TerminalUI

extension PoolLab {
  /// Draws the lab; on a screen that is too small, the size needed.
  public func draw(into frame: inout Frame) {
    guard chrome.fits(frame.size) else {
      MinimumSize.draw(into: &frame)
      return
    }
    let layout = layout(isProjected: frame.look.isProjected)
    for board in layout.boards {
      board.draw(into: &frame, focus: focus, isOpen: cursor != nil) { cell($0, $1) }
    }
    showCursor(in: &frame, layout)
    if let panel = layout.panel { moment.panel.draw(into: &frame, in: panel) }
    ArithmeticLine.draw(moment.lines, into: &frame, in: layout.chrome.arithmetic)
    chrome.draw(content, into: &frame, layout: layout.chrome)
    chrome.drawOverlay(into: &frame)
  }

  private func showCursor(in frame: inout Frame, _ layout: BoardLayout<PoolPane>) {
    guard let cursor, prompt == nil, focus.isEditable else { return }
    let place = GridPosition(focus == .input ? picture.padded(cursor) : cursor)
    guard let rect = layout.boards.lazy.compactMap({ $0.rect(of: place, in: focus) }).first else { return }
    frame.cursor = Point(x: rect.right - 1, y: rect.y)
  }

  private var content: ChromeContent {
    ChromeContent(
      name: "Pooling", subject: PoolWords.subject(settings), variant: PoolWords.variant(settings),
      settings: settingsLine, timeline: timeline, hint: PoolWords.hint(for: settings),
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
        "p", "padding", short: "pad", scene.padding.description, isChanged: scene.padding != Extent(0)),
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
