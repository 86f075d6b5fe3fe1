/// A cell of a grid, counted from 0 at the top left.
public struct Position: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The row, counted from the top.
  public var row: Int
  /// The column, counted from the left.
  public var column: Int

  /// The cell in `row` and `column`.
  public init(row: Int, column: Int) {
    (self.row, self.column) = (row, column)
  }

  /// Row by row, as windows are visited.
  public static func < (one: Position, other: Position) -> Bool {
    (one.row, one.column) < (other.row, other.column)
  }

  /// `row,column`, as commands take it.
  public var description: String { "\(row),\(column)" }
}

/// One of the two axes of a grid.
public enum GridAxis: String, CaseIterable, Sendable {
  /// From top to bottom.
  case rows
  /// From left to right.
  case columns
}
