/// Frames as plain text, for tests, pipes and screen readers.
public enum TextWriter {
  /// `frame` as plain rows without trailing spaces, joined by line feeds; empty rows at the end are kept.
  ///
  /// A two-column glyph appears once, so the columns behind it line up on a terminal.
  public static func text(of frame: Frame) -> String {
    (0..<frame.size.height).map { row($0, of: frame) }.joined(separator: "\n")
  }

  /// Row `y` of `frame` without trailing spaces.
  public static func row(_ y: Int, of frame: Frame) -> String {
    var scalars = String.UnicodeScalarView()
    var pendingSpaces = 0
    for x in 0..<frame.size.width {
      let cell = frame[x, y]
      if cell.isContinuation { continue }
      // A blank braille pattern looks like a space and is one here.
      if cell.glyph == " " || cell.glyph == "\u{2800}" {
        pendingSpaces += 1
        continue
      }
      for _ in 0..<pendingSpaces { scalars.append(" ") }
      pendingSpaces = 0
      scalars.append(cell.glyph)
    }
    return String(scalars)
  }
}
