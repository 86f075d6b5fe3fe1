import Learning
import TerminalUI

extension ConvLab {
  /// Draws the lab; on a screen that is too small, the size needed.
  public func draw(into frame: inout Frame) {
    guard MinimumSize.isMet(by: frame.size), frame.size == chrome.size else {
      MinimumSize.draw(into: &frame)
      return
    }
    let layout = layout(isProjected: frame.look.isProjected)
    drawBoards(into: &frame, layout)
    if let panel = layout.panel { moment.panel.draw(into: &frame, in: panel) }
    ArithmeticLine.draw(moment.lines, into: &frame, in: layout.chrome.arithmetic)
    chrome.draw(content, into: &frame, layout: layout.chrome)
    chrome.drawOverlay(into: &frame)
  }

  private func drawBoards(into frame: inout Frame, _ layout: ConvLayout) {
    layout.board.draw(into: &frame, focus: focus, isOpen: cursor != nil) { cell($0, $1) }
    layout.work?.draw(into: &frame, focus: nil, isOpen: false) { cell($0, $1) }
    guard let cursor, prompt == nil, focus.isEditable else { return }
    let place = focus == .input ? picture.plane?.padded(cursor) ?? cursor : cursor
    if let rect = layout.board.rect(of: GridPosition(place), in: focus) {
      frame.cursor = Point(x: rect.right - 1, y: rect.y)
    }
  }

  var content: ChromeContent {
    ChromeContent(
      name: "Convolution", subject: ConvWords.subject(settings), variant: ConvWords.convention(settings),
      settings: settingsLine, timeline: timeline, hint: ConvWords.hint(for: self),
      footer: cursor == nil ? ConvBindings.lab.footer : ConvBindings.cell.footer, editor: prompt?.editor)
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
      item("p", "padding", "pad", scene.padding, usually: 0),
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
