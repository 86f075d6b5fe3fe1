import Learning

/// Numbers and grids as Python spells them, for the library lines of the labs.
enum PythonText {
  /// `name = function([[…], […]])after`, a row a line; large grids are left to the reader.
  static func literal(
    _ name: String, _ function: String, _ grid: Grid, after: String, type: String? = nil
  ) -> [String] {
    let ending = (type.map { ", dtype=\"\($0)\"" } ?? "") + ")" + after
    guard grid.width <= 9, grid.height <= 9 else {
      return ["\(name) = \(function)(…\(ending)   # the \(grid.extent.product) grid on screen"]
    }
    let start = "\(name) = \(function)(["
    let indent = String(repeating: " ", count: start.count)
    return grid.rows.enumerated().map { index, cells in
      return (index == 0 ? start : indent) + list(cells) + (index == grid.height - 1 ? "]" + ending : ",")
    }
  }

  /// A number that Python reads as a float.
  static func number(_ value: Double) -> String {
    let text = Numeral.exact(value)
    return text.contains(".") || text.contains("e") ? text : text + "."
  }

  /// Numbers between brackets: `[1., 0.5]`.
  static func list(_ values: some Sequence<Double>) -> String {
    "[" + values.map(number).joined(separator: ", ") + "]"
  }

  /// `2`, or `(2, 3)` for height and width that differ.
  static func pair(_ extent: Extent) -> String {
    extent.height == extent.width ? "\(extent.height)" : "(\(extent.height), \(extent.width))"
  }

  /// The sides in the order of PyTorch's F.pad, the last axis first: `(left, right, top, bottom)`.
  static func torchSides(_ padding: Padding) -> String {
    "(\(padding.left), \(padding.right), \(padding.top), \(padding.bottom))"
  }

  /// `line` as one or several lines of at most `width` columns that Python reads alike: a comment goes above, and what
  /// stands in brackets goes on after a comma. Where there is neither it stays as it is.
  static func lines(_ line: String, width: Int) -> [String] {
    let indent = String(line.prefix { $0 == " " })
    guard line.count > width, let comment = line.firstRange(of: "  # "),
      let code = line[..<comment.lowerBound].lastIndex(where: { $0 != " " })
    else { return pieces(of: line, indent: indent, width: width) }
    return [indent + line[comment.lowerBound...].drop { $0 == " " }]
      + pieces(of: String(line[...code]), indent: indent, width: width)
  }

  /// The pieces of a line of code; those behind the first are set in by as much as one another.
  private static func pieces(of line: String, indent: String, width: Int) -> [String] {
    var pieces: [String] = []
    var rest = line
    // Brackets that are open at the beginning of `rest`.
    var open = 0
    while rest.count > width {
      var (depth, end, openAtEnd) = (open, 0, 0)
      var quote: Character?
      for (offset, character) in rest.prefix(width).enumerated() {
        if let begun = quote {
          if character == begun { quote = nil }
        } else if "\"'".contains(character) {
          quote = character
        } else if "([{".contains(character) {
          depth += 1
        } else if ")]}".contains(character) {
          depth -= 1
        } else if character == ",", depth > 0 {
          (end, openAtEnd) = (offset + 1, depth)
        }
      }
      guard end > indent.count + 4 else { break }
      pieces.append(String(rest.prefix(end)))
      rest = indent + "    " + rest.dropFirst(end).drop { $0 == " " }
      open = openAtEnd
    }
    return pieces + [rest]
  }
}
