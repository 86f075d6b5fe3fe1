/// The overlay that `?` opens: every key of the current mode, made from the table that dispatches them.
public struct HelpOverlay: Equatable, Sendable {
  private let title: String
  private let sections: [HelpSection]
  /// First line shown, for help longer than the screen.
  public private(set) var scroll = 0

  /// Help called `title` made of `sections`.
  public init(title: String, sections: [HelpSection]) {
    self.title = title
    self.sections = sections
  }

  private enum Line {
    case title(String)
    /// Keys, in the first row of their sentence only, and what of the sentence stands in this row.
    case row(keys: String, text: String)
    case blank
  }

  private func lines(on size: Size) -> [Line] {
    let width = Self.width(on: size) - 8 - keyWidth(on: size)
    var lines: [Line] = []
    for section in sections {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.title(section.title))
      for row in section.rows {
        for (number, text) in TextWrap.lines(row.text, width: max(1, width)).enumerated() {
          lines.append(.row(keys: number == 0 ? row.keys : "", text: text))
        }
      }
    }
    return lines
  }

  private static func width(on size: Size) -> Int { min(76, max(0, size.width - 2)) }

  private func keyWidth(on size: Size) -> Int {
    // Names of arrows, where there are no glyphs for them, find room too: the rest of a row is wrapped.
    let columns = sections.flatMap(\.rows).map { TextWidth.columns(of: $0.keys) }.max() ?? 0
    return min(columns, max(4, Self.width(on: size) / 3))
  }

  /// Moves the view by `rows`, within what there is to see on a screen of `size`.
  public mutating func scroll(by rows: Int, on size: Size) {
    let lines = lines(on: size)
    let hidden = max(0, lines.count - max(1, area(on: size, lines.count).height - 4))
    scroll = min(max(0, scroll + rows), hidden)
  }

  private func area(on size: Size, _ rows: Int) -> Rect {
    Rect(size).inset(dx: 1, dy: 1).centred(Size(width: Self.width(on: size), height: rows + 4))
  }

  /// Draws the overlay over the middle of the frame.
  public func draw(into frame: inout Frame) {
    let lines = lines(on: frame.size)
    let area = area(on: frame.size, lines.count)
    guard area.width >= 20, area.height >= 5 else { return }
    let base = Style(.plain, on: .overlay)
    // A margin keeps the box apart from what it lies on.
    frame.fill(Rect(x: area.x - 2, y: area.y, width: area.width + 4, height: area.height), base)
    frame.box(area, Style(.border, on: .overlay), stroke: .round)
    frame.write(" \(title) ", centredIn: area, Style(.heading, on: .overlay, .bold))
    let rows = area.height - 4
    let first = min(scroll, max(0, lines.count - rows))
    let keyWidth = keyWidth(on: frame.size)
    for (offset, line) in lines[first..<min(first + rows, lines.count)].enumerated() {
      let y = area.y + 2 + offset
      switch line {
      case .blank: break
      case .title(let text):
        frame.write(
          text, x: area.x + 3, y: y, Style(.heading, on: .overlay, .bold), limit: area.width - 6)
      case .row(let keys, let text):
        frame.write(
          Key.shown(keys, frame.look.glyphs), x: area.x + 3, y: y, Style(.key, on: .overlay, .bold),
          limit: keyWidth)
        frame.write(text, x: area.x + 5 + keyWidth, y: y, base, limit: area.width - 8 - keyWidth)
      }
    }
    let more = first + rows < lines.count ? "  ↓ more" : ""
    frame.write(
      " ? or esc closes\(more) ", centredIn: area, row: area.height - 1, Style(.quiet, on: .overlay))
  }
}
