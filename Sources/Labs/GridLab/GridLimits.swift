import Learning

/// The largest things that labs of grids show; commands that print go further.
enum GridLimits {
  /// Largest side of the input and of a window.
  static let side = 32
  /// Largest padding, stride of a convolution, and dilation.
  static let setting = 16
  /// Largest magnitude of a number, so that every sum stays finite and short enough to be read.
  static let magnitude = 1e6

  /// Refuses a grid that is too large or holds too large a number. `name` is what it is called: "the input".
  static func check(_ grid: Grid, of name: String) throws(LabRefusal) {
    guard max(grid.height, grid.width) <= side else {
      throw LabRefusal("the lab shows grids up to \(side)x\(side), and \(name) is \(grid.extent.product)")
    }
    try check(numbers: grid.cells, of: name)
  }

  /// Refuses a setting beyond `most`.
  static func check(_ extent: Extent, _ name: String, atMost most: Int = setting) throws(LabRefusal) {
    guard max(extent.height, extent.width) > most else { return }
    throw LabRefusal("the lab goes up to \(name) \(most), not \(extent)")
  }

  /// Refuses padding beyond ``setting`` on any side.
  static func check(_ padding: Padding) throws(LabRefusal) {
    guard max(padding.top, padding.left, padding.bottom, padding.right) > setting else { return }
    throw LabRefusal("the lab goes up to padding \(setting), not \(padding)")
  }

  /// Refuses numbers that are too large.
  static func check(numbers: [Double], of name: String) throws(LabRefusal) {
    guard let number = numbers.first(where: { !($0.magnitude <= magnitude) }) else { return }
    throw LabRefusal(
      "the lab shows numbers up to \(Numeral.grouped(Int(magnitude))), and \(name) has \(Numeral.format(number))"
    )
  }
}
