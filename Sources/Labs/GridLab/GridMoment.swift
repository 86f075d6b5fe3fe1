import Learning
import TerminalUI

/// What there is to be seen at one moment in a lab of grids, worked out after each event, so that drawing only has to
/// place it.
protocol GridMoment: Equatable, Sendable {
  /// The output cell whose window is shown.
  var active: Position? { get }
  /// For each output cell, in row order, whether its window reads the input cell at the cursor; empty without such a
  /// cursor.
  var isFed: [Bool] { get }
  /// The lines of arithmetic below the picture.
  var lines: [ArithmeticLine] { get }
  /// The text beside the picture.
  var panel: TextPanel { get }
}

extension GridMoment {
  /// A line around the outputs, in a grid of `extent`, whose windows read the input cell at the cursor.
  func fedRange(in extent: Extent) -> GridBox? {
    guard let first = isFed.firstIndex(of: true), let last = isFed.lastIndex(of: true) else { return nil }
    // Windows that read a cell are all combinations of certain rows and columns, so the corners are the extremes.
    return GridBox(
      rows: first / extent.width..<last / extent.width + 1,
      columns: first % extent.width..<last % extent.width + 1)
  }
}
