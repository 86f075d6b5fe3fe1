/// Rich text, wrapped to its room and scrolled when there is more of it.
public struct TextPane: Equatable, Sendable {
  /// What is shown.
  public let text: RichText
  /// The first line shown; may lie beyond the end after a change of size, which drawing allows for.
  public private(set) var scroll = 0

  /// A pane showing text written with marks.
  public init(_ marked: String) {
    text = RichText(marked)
  }

  /// The lines as they are drawn in `area`; when they do not fit, they leave its last two columns to the marks.
  private func lines(in area: Rect) -> [[RichText.Run]] {
    let lines = text.lines(width: area.width)
    return lines.count <= area.height || area.width < 8 ? lines : text.lines(width: area.width - 2)
  }

  /// Lines that do not fit into `area`.
  private func hidden(in area: Rect) -> Int { max(0, lines(in: area).count - area.height) }

  /// Moves by `lines`, within what there is to see in `area`; returns whether anything moved.
  @discardableResult
  public mutating func scroll(by lines: Int, in area: Rect) -> Bool {
    let hidden = hidden(in: area)
    let before = min(scroll, hidden)
    // In two steps, so that no number of lines can overflow.
    scroll = before + min(max(-before, lines), hidden - before)
    return scroll != before
  }

  /// Takes the keys that scroll and the wheel; returns whether the event was for the pane.
  public mutating func update(_ event: Event, in area: Rect) -> Bool {
    let page = max(1, area.height - 1)
    switch event {
    case .key(.up): return scroll(by: -1, in: area)
    case .key(.down): return scroll(by: 1, in: area)
    case .key(.pageUp): return scroll(by: -page, in: area)
    case .key(.pageDown): return scroll(by: page, in: area)
    case .mouse(let mouse) where area.contains(mouse.point) && mouse.action == .scrollUp:
      return scroll(by: -1, in: area)
    case .mouse(let mouse) where area.contains(mouse.point) && mouse.action == .scrollDown:
      return scroll(by: 1, in: area)
    case .key, .mouse, .paste, .tick, .resized, .message, .closed: return false
    }
  }

  /// Draws the lines that fit, with marks in the last column when there is more above or below.
  public func draw(into frame: inout Frame, in area: Rect, _ style: Style = .plain) {
    let area = area.intersection(frame.bounds)
    guard !area.isEmpty else { return }
    let lines = lines(in: area)
    let first = min(scroll, max(0, lines.count - area.height))
    let shown = lines[first..<min(first + area.height, lines.count)]
    for (row, line) in shown.enumerated() {
      frame.write(line, x: area.x, y: area.y + row, style, limit: area.width)
    }
    if first > 0 { mark("↑", row: 0, &frame, area, style) }
    if first + shown.count < lines.count { mark("↓", row: area.height - 1, &frame, area, style) }
  }

  private func mark(
    _ glyph: Unicode.Scalar, row: Int, _ frame: inout Frame, _ area: Rect, _ style: Style
  ) {
    // Over the right half of a wide glyph the mark would split it.
    let x = area.right - 1
    guard !frame[x, area.y + row].isContinuation else { return }
    frame.put(glyph, x: x, y: area.y + row, Style(.accent, on: style.background))
  }
}
