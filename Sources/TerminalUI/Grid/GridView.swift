/// A table of numbers in aligned cells, with a box that can be drawn around some of them.
///
/// The view knows geometry only; what a cell shows is asked for when it is drawn. With close rows the box pushes the
/// rows apart to make room for its rules, as on paper:
///
///     0  1  2  4  5
///      ┌───────┐
///     0│ 3  0  │1  2
///      └───────┘
///
/// The room for the two rules and for lines at either side is always part of the grid, so nothing outside moves
/// when the box does. A grid larger than its area shows the part around its focus, with a mark where it is cut.
public struct GridView: Equatable, Sendable {
  /// Number of rows and columns.
  public let rows, columns: Int
  /// Columns of text for each column of the grid.
  public let columnWidth: Int
  /// The room between cells.
  public var spacing: GridSpacing
  /// The box, if any.
  public var box: GridBox?
  /// Whether boxes have horizontal rules; without, only lines at the sides, which takes two rows less.
  public var hasRules: Bool
  /// What to keep in view when the grid is larger than its area; the box unless told otherwise.
  public var focus: GridPosition?

  /// A grid of `rows` by `columns` cells, all `columnWidth` wide.
  public init(
    rows: Int, columns: Int, columnWidth: Int, spacing: GridSpacing = .regular, box: GridBox? = nil,
    hasRules: Bool = true, focus: GridPosition? = nil
  ) {
    (self.rows, self.columns, self.columnWidth) = (max(0, rows), max(0, columns), max(1, columnWidth))
    (self.spacing, self.box, self.hasRules, self.focus) = (spacing, box, hasRules, focus)
  }

  /// The room that the whole grid takes, with that for a box.
  public var size: Size {
    guard rows > 0, columns > 0 else { return Size(width: 0, height: 0) }
    return Size(
      width: VisibleItems.extent(count: columns, each: columnWidth, gap: spacing.gap) + spacing.margins.left
        + spacing.margins.right,
      height: VisibleItems.extent(count: rows, each: 1, gap: spacing.rowGap)
        + (hasRules ? spacing.ruleRows : 0))
  }

  /// Where everything lies when the grid is drawn with its top left corner at that of `area`.
  public func layout(in area: Rect) -> GridLayout { GridLayout(self, in: area) }

  /// Draws the part of the grid that fits into `area`.
  public func draw(
    into frame: inout Frame, in area: Rect, cell: (_ row: Int, _ column: Int) -> GridCell
  ) {
    layout(in: area).draw(into: &frame, cell: cell)
  }
}
