import TerminalUI

/// Headings and paragraphs beside a picture on wide screens.
struct TextPanel: Equatable, Sendable {
  /// A heading with the paragraph below it.
  struct Part: Equatable, Sendable {
    /// The heading.
    let title: String
    /// The paragraph.
    let text: String

    /// `text` under `title`.
    init(_ title: String, _ text: String) {
      (self.title, self.text) = (title, text)
    }
  }

  private let parts: [Part]

  /// A panel of `parts`, the most important first.
  init(_ parts: [Part]) { self.parts = parts }

  /// Draws as many whole parts as fit, behind a thin line at the left.
  func draw(into frame: inout Frame, in area: Rect) {
    guard area.width >= 16, area.height >= 3 else { return }
    var y = area.y
    for part in parts where !part.text.isEmpty {
      let lines = frame.lines(of: part.text, width: area.width - 3)
      guard y + 1 + lines.count <= area.bottom else { break }
      frame.write(part.title, x: area.x + 3, y: y, .heading, limit: area.width - 3)
      for (offset, line) in lines.enumerated() {
        frame.write(line, x: area.x + 3, y: y + 1 + offset, .plain, limit: area.width - 3)
      }
      y += lines.count + 2
    }
    frame.verticalLine(x: area.x, y: area.y, length: max(0, min(y - 1, area.bottom) - area.y))
  }
}
