import Learning
import TerminalUI

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

  /// The scale of one grid.
  init(_ grid: Grid) { self.init(grid.cells) }

  func shade(_ number: Double) -> Paint? {
    guard number.isFinite else { return nil }
    let fraction = largest > 0 ? number / largest : 0
    return isSigned ? .signedShade(fraction) : .shade(fraction)
  }
}

extension GridLab {
  /// `content` with the shade of `number` on `scale`; without a number it only stands among shades.
  func shaded(_ content: GridCell, _ number: Double?, on scale: ShadeScale) -> GridCell {
    guard chrome.display.isShaded else { return content }
    var content = content
    content.shade = number.flatMap { scale.shade($0) }
    content.isAmongShades = true
    return content
  }
}
