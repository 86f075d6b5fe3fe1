extension Frame {
  /// The strokes of a box.
  public enum Stroke: Sendable {
    /// One thin line with square corners.
    case thin
    /// One thin line with round corners.
    case round
    /// A thick line, for projectors and for what is selected.
    case thick

    var glyphs: (horizontal: Unicode.Scalar, vertical: Unicode.Scalar, corners: [Unicode.Scalar]) {
      switch self {
      case .thin: ("─", "│", ["┌", "┐", "└", "┘"])
      case .round: ("─", "│", ["╭", "╮", "╰", "╯"])
      case .thick: ("━", "┃", ["┏", "┓", "┗", "┛"])
      }
    }
  }

  /// Draws the border of `rect` just inside its edge; nothing is drawn when it is smaller than 2x2.
  public mutating func box(_ rect: Rect, _ style: Style = Style(.border), stroke: Stroke = .thin) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let glyphs = stroke.glyphs
    horizontalLine(x: rect.x + 1, y: rect.y, length: rect.width - 2, style, glyph: glyphs.horizontal)
    horizontalLine(
      x: rect.x + 1, y: rect.bottom - 1, length: rect.width - 2, style, glyph: glyphs.horizontal)
    for y in rect.y + 1..<rect.bottom - 1 {
      put(glyphs.vertical, x: rect.x, y: y, style)
      put(glyphs.vertical, x: rect.right - 1, y: y, style)
    }
    put(glyphs.corners[0], x: rect.x, y: rect.y, style)
    put(glyphs.corners[1], x: rect.right - 1, y: rect.y, style)
    put(glyphs.corners[2], x: rect.x, y: rect.bottom - 1, style)
    put(glyphs.corners[3], x: rect.right - 1, y: rect.bottom - 1, style)
  }

  /// Draws a horizontal line of `length` cells.
  public mutating func horizontalLine(
    x: Int, y: Int, length: Int, _ style: Style = Style(.border), glyph: Unicode.Scalar = "─"
  ) {
    guard length > 0 else { return }
    for column in x..<x + length { put(glyph, x: column, y: y, style) }
  }

  /// Draws a vertical line of `length` cells.
  public mutating func verticalLine(
    x: Int, y: Int, length: Int, _ style: Style = Style(.border), glyph: Unicode.Scalar = "│"
  ) {
    guard length > 0 else { return }
    for row in y..<y + length { put(glyph, x: x, y: row, style) }
  }
}
