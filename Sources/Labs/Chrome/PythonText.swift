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
      let row = "[" + cells.map(number).joined(separator: ", ") + "]"
      return (index == 0 ? start : indent) + row + (index == grid.height - 1 ? "]" + ending : ",")
    }
  }

  /// A number that Python reads as a float.
  static func number(_ value: Double) -> String {
    let text = Numeral.exact(value)
    return text.contains(".") || text.contains("e") ? text : text + "."
  }

  /// `2`, or `(2, 3)` for height and width that differ.
  static func pair(_ extent: Extent) -> String {
    extent.height == extent.width ? "\(extent.height)" : "(\(extent.height), \(extent.width))"
  }
}
