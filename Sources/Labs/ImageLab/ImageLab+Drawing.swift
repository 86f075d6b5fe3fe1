import Learning
import TerminalUI

extension ImageLab {
  /// Draws the pictures with the numbers of a window.
  func drawPicture(into frame: inout Frame) -> ChromeContent {
    let layout = chromeLayout
    let places = ImageLayout(self)
    for (pane, place) in places.panes {
      draw(pane, place, columns: places.columns, into: &frame, above: layout.body.bottom)
    }
    drawNumbers(into: &frame, in: places.numbers)
    return content
  }

  private func draw(
    _ pane: ImagePicture.Pane, _ place: ImageLayout.Place, columns: Int, into frame: inout Frame,
    above bottom: Int
  ) {
    let area = place.area
    let label = Self.whole(ImageWords.label(of: pane, in: self), joinedBy: " ", columns)
    frame.write(label, x: area.x, y: area.y - 1, .heading, limit: columns)
    let made = pane.firstStep.map { min(max(0, shownSteps - $0), pane.size.height) } ?? pane.size.height
    if made < pane.size.height {
      for y in area.y..<area.bottom {
        for x in stride(from: area.x, to: area.right, by: 2) { frame.put("·", x: x, y: y, .quiet) }
      }
    }
    pane.map.draw(into: &frame, in: area, crop: place.crop, rows: made - place.crop.y)
    drawBox(around: place.cells(of: pixels(of: pane.kind)), within: area, into: &frame)
    if made > 0, made < pane.size.height {
      let row = place.cells(of: Rect(x: 0, y: made - 1, width: 1, height: 1)).y
      if (area.y..<area.bottom).contains(row) { frame.put("▸", x: area.x - 1, y: row, .accent) }
    }
    guard area.bottom < bottom else { return }
    let caption = ImageWords.caption(
      of: pane, in: self, hasHues: frame.look.isColoured, isComplete: made == pane.size.height)
    frame.write(
      Self.whole(caption, joinedBy: ", ", columns), x: area.x, y: area.bottom, .quiet, limit: columns)
  }

  /// As many of the parts as there is room for, rather than one of them cut; the first one always.
  private static func whole(_ parts: [String], joinedBy separator: String, _ columns: Int) -> String {
    var parts = parts
    while parts.count > 1, TextWidth.columns(of: parts.joined(separator: separator)) > columns {
      parts.removeLast()
    }
    return parts.joined(separator: separator)
  }

  /// A box around `cells`, as much of it as lies over the picture or just beside it: of a small one only the corners, so
  /// that it hides little.
  private func drawBox(around cells: Rect, within area: Rect, into frame: inout Frame) {
    let box = cells.inset(dx: -1, dy: -1)
    let canvas = area.inset(dx: -1, dy: 0)
    func put(_ glyph: Unicode.Scalar, _ x: Int, _ y: Int) {
      if canvas.contains(Point(x: x, y: y)), frame.bounds.contains(Point(x: x, y: y)) {
        frame.put(glyph, x: x, y: y, .accent)
      }
    }
    if box.width > 6, box.height > 4 {
      for x in box.x + 1..<box.right - 1 {
        put("─", x, box.y)
        put("─", x, box.bottom - 1)
      }
      for y in box.y + 1..<box.bottom - 1 {
        put("│", box.x, y)
        put("│", box.right - 1, y)
      }
    }
    put("┌", box.x, box.y)
    put("┐", box.right - 1, box.y)
    put("└", box.x, box.bottom - 1)
    put("┘", box.right - 1, box.bottom - 1)
  }

  /// The window under the cursor, the kernel under it, and what comes of the two.
  private func drawNumbers(into frame: inout Frame, in area: Rect) {
    guard !area.isEmpty else { return }
    let step = picture.response.step(at: cursor, channel: 0)
    let width = ImageLayout.cellWidth(self)
    let isAlone = channelNames.count == 1
    var y = area.y
    func write(_ title: String, _ grid: Grid) {
      frame.write(title, x: area.x, y: y, .quiet, limit: area.width)
      for row in 0..<grid.height {
        for column in 0..<grid.width {
          let value = grid[row, column]
          let paint: Paint = value < 0 ? .negative : .plain
          frame.write(
            Numeral.format(value, digits: 3), endingAt: area.x + (column + 1) * width, y: y + 1 + row,
            Style(paint))
        }
      }
      y += grid.height + 1
    }
    guard step.window.height + 1 <= area.height, step.window.width * width <= area.width else { return }
    write(isAlone ? "window" : "window, \(channelNames[0])", step.window)
    guard y + step.kernel.height + 1 <= area.bottom else { return }
    write("kernel", step.kernel)
    guard y + 2 <= area.bottom else { return }
    let sum = isMade ? Numeral.format(step.sum) : "?"
    frame.write("products added:", x: area.x, y: y, .quiet, limit: area.width)
    frame.write(sum, x: area.x + 1, y: y + 1, .accent, limit: area.width - 1)
  }

  private var content: ChromeContent {
    ChromeContent(
      of: self, subject: ImageWords.subject(of: self), variant: "cross-correlation",
      arithmetic: ImageWords.arithmetic(for: self), hint: ImageWords.hint(for: self),
      footer: isCursorOpen ? ImageBindings.cursorFooter : Self.bindings.footer)
  }

  var settingsLine: SettingsLine {
    var items = [
      SettingsLine.Item("v", "view", settings.view.rawValue, isChanged: settings.view != .response),
      SettingsLine.Item("k", "kernel", short: "", settings.kernel.title),
    ]
    if settings.view == .shift {
      items += [
        SettingsLine.Item("d", "down", "\(settings.shift.row)"),
        SettingsLine.Item("x", "right", "\(settings.shift.column)"),
      ]
    }
    items += [
      SettingsLine.Item("f", "then", settings.second?.title ?? "none", isChanged: settings.second != nil),
      SettingsLine.Item(
        "p", "padding", short: "pad", ImageWords.text(settings.padding),
        isChanged: settings.padding != .sides(0)),
      SettingsLine.Item("s", "stride", "\(settings.stride)", isChanged: settings.stride != Extent(1)),
      SettingsLine.Item("o", "shades", settings.shownShades.rawValue, isChanged: settings.shades != nil),
    ]
    if settings.hasColours {
      items.append(
        SettingsLine.Item(
          "w", "channel", settings.channel?.rawValue ?? "all", isChanged: settings.channel != nil))
    }
    return SettingsLine(items)
  }
}
