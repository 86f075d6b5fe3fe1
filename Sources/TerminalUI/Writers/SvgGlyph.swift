/// How a glyph is put into an SVG picture, in a cell of 8 by 16 units.
enum SvgGlyph: Equatable {
  /// As text.
  case letter
  /// As filled rectangles.
  case filled([Rect])
  /// As lines: a path relative to the cell's corner, and the width of its stroke.
  case stroked(String, width: Int)

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x2801...0x28FF: self = .filled(SvgGlyph.dots(UInt8(value - 0x2800)))
    case 0x2580: self = .filled([Rect(x: 0, y: 0, width: 8, height: 8)])
    case 0x2581...0x2588:
      let height = Int(value - 0x2580) * 2
      self = .filled([Rect(x: 0, y: 16 - height, width: 8, height: height)])
    case 0x2589...0x258F: self = .filled([Rect(x: 0, y: 0, width: Int(0x2590 - value), height: 16)])
    case 0x2590: self = .filled([Rect(x: 4, y: 0, width: 4, height: 16)])
    default:
      if let path = SvgGlyph.lines[scalar] {
        self = .stroked(path, width: "━┃┏┓┗┛".unicodeScalars.contains(scalar) ? 2 : 1)
      } else {
        self = .letter
      }
    }
  }

  /// The dots of a braille pattern, numbered as in Unicode: 1 2 3 7 down the left side, 4 5 6 8 down the right.
  private static func dots(_ pattern: UInt8) -> [Rect] {
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    return places.enumerated().compactMap { bit, place in
      guard pattern >> bit & 1 == 1 else { return nil }
      return Rect(x: 1 + place.0 * 4, y: 1 + place.1 * 4, width: 2, height: 2)
    }
  }

  private static let lines: [Unicode.Scalar: String] = {
    // The middle of the cell is (4, 8).
    let left = "m4 8h-4m0 -8"
    let right = "m4 8h4m-8 -8"
    let up = "m4 8v-8m-4 0"
    let down = "m4 8v8m-4 -16"
    return [
      "─": "m0 8h8", "━": "m0 8h8", "│": "m4 0v16", "┃": "m4 0v16",
      "┌": right + down, "┐": left + down, "└": right + up, "┘": left + up,
      "┏": right + down, "┓": left + down, "┗": right + up, "┛": left + up,
      "├": "m4 0v16m-4 -16" + right, "┤": "m4 0v16m-4 -16" + left,
      "┬": "m0 8h8m-8 -8" + down, "┴": "m0 8h8m-8 -8" + up, "┼": "m0 8h8m-4 -8v16",
      "╭": "m4 16v-4q0 -4 4 -4", "╮": "m4 16v-4q0 -4 -4 -4",
      "╰": "m4 0v4q0 4 4 4", "╯": "m4 0v4q0 4 -4 4",
    ]
  }()
}
