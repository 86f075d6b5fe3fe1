import Learning
import TerminalUI

/// The numbers of a grid as they stand in its cells: formatted once, so that drawing does not have to, and with the scale
/// of their shades.
struct GridNumbers: Equatable, Sendable {
  let grid: Grid
  let shades: ShadeScale
  private let texts: [String]
  /// Columns that the widest text takes, within reason.
  let width: Int

  /// - Parameters:
  ///   - shades: the scale of this grid alone unless given.
  ///   - text: what a number looks like, with its index in row order.
  init(
    _ grid: Grid, shades: ShadeScale? = nil,
    text: (Double, Int) -> String = { number, _ in Numeral.format(number, digits: 3) }
  ) {
    self.grid = grid
    self.shades = shades ?? ShadeScale(grid.cells)
    texts = grid.cells.enumerated().map { text($1, $0) }
    // Where there is nothing but ASCII, infinity takes two columns more.
    width = min(
      8, texts.map { TextWidth.columns(of: $0) + ($0.unicodeScalars.contains("∞") ? 2 : 0) }.max() ?? 1)
  }

  /// One row of numbers, at least one.
  init(row: [Double]) {
    var grid = Grid(Extent(height: 1, width: row.count), repeating: 0)
    for (column, number) in row.enumerated() { grid[0, column] = number }
    self.init(grid)
  }

  subscript(place: Position) -> String { texts[place.row * grid.width + place.column] }
}

/// How the numbers of a grid become shades: in a grid without negative numbers a larger number is a brighter cell, as in an
/// image; otherwise the two signs have colours, deeper for larger magnitudes.
struct ShadeScale: Equatable, Sendable {
  /// The largest magnitude; 0 when all are 0.
  let largest: Double
  /// Whether there are negative numbers.
  let isSigned: Bool

  /// The scale on which all of `numbers` have a place; those that are not finite have no shade.
  init(_ numbers: some Sequence<Double>) {
    (largest, isSigned) = numbers.reduce(into: (0, false)) { scale, number in
      guard number.isFinite else { return }
      scale = (max(scale.0, number.magnitude), scale.1 || number < 0)
    }
  }

  func shade(_ number: Double) -> Paint? {
    guard number.isFinite else { return nil }
    let fraction = largest > 0 ? number / largest : 0
    return isSigned ? .signedShade(fraction) : .shade(fraction)
  }
}
