import Learning

extension JSON {
  /// `[height, width]`.
  static func extent(_ extent: Extent) -> JSON { .numbers([extent.height, extent.width]) }

  /// A list of rows.
  static func grid(_ grid: Grid) -> JSON { .rows(grid.rows) }
}
