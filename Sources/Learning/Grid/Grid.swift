/// A rectangle of numbers, at least 1x1 and at most ``Limits/cells`` cells.
///
/// Cells are kept row by row. A grid made from input holds finite numbers only; results computed from extreme input
/// may overflow to infinity or NaN.
public struct Grid: Hashable, Sendable {
  /// Height and width, both at least 1.
  public let extent: Extent
  /// All cells, row by row: row r, column c is `cells[r * width + c]`.
  public private(set) var cells: [Double]

  /// A grid with the given rows.
  ///
  /// - Throws: ``TableError`` when there is no cell, rows differ in length, a cell is not finite, or there are too many.
  public init(rows: [[Double]]) throws(TableError) {
    guard let width = rows.first?.count, width > 0 else { throw .empty }
    guard let count = Extent(height: rows.count, width: width).area, count <= Limits.cells else {
      throw .tooManyCells
    }
    var cells: [Double] = []
    cells.reserveCapacity(count)
    for (row, values) in rows.enumerated() {
      guard values.count == width else {
        throw .ragged(at: .cell(row: row, column: 0), cells: values.count, expected: width)
      }
      if let column = values.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(Numeral.exact(values[column]), at: .cell(row: row, column: column))
      }
      cells += values
    }
    self.init(extent: Extent(height: rows.count, width: width), cells: cells)
  }

  /// A grid of equal cells.
  ///
  /// - Precondition: `extent` has between 1 and ``Limits/cells`` cells.
  public init(_ extent: Extent, repeating value: Double) {
    self.init(extent: extent, cells: [Double](repeating: value, count: extent.height * extent.width))
  }

  /// For results: the cells need not be finite.
  init(extent: Extent, cells: [Double]) {
    precondition(extent.height > 0 && extent.width > 0, "a grid has at least one cell")
    precondition(extent.height * extent.width == cells.count, "one number per cell")
    (self.extent, self.cells) = (extent, cells)
  }

  /// The number of rows.
  public var height: Int { extent.height }
  /// The number of columns.
  public var width: Int { extent.width }

  /// The cell in `row` and `column`, which must be inside.
  public subscript(row: Int, column: Int) -> Double {
    get { cells[index(row, column)] }
    set { cells[index(row, column)] = newValue }
  }

  /// The cell at `position`, which must be inside.
  public subscript(position: Position) -> Double {
    get { self[position.row, position.column] }
    set { self[position.row, position.column] = newValue }
  }

  private func index(_ row: Int, _ column: Int) -> Int {
    precondition(contains(Position(row: row, column: column)), "the cell is outside the grid")
    return row * width + column
  }

  /// Whether the grid has a cell at `position`.
  public func contains(_ position: Position) -> Bool {
    (0..<height).contains(position.row) && (0..<width).contains(position.column)
  }

  /// The cells as a list of rows.
  public var rows: [[Double]] {
    (0..<height).map { Array(cells[$0 * width..<($0 + 1) * width]) }
  }

  /// The cell at `index` in row order.
  public func position(at index: Int) -> Position {
    Position(row: index / width, column: index % width)
  }

  /// Each cell replaced by `transform` of it.
  public func map(_ transform: (Double) -> Double) -> Grid {
    Grid(extent: extent, cells: cells.map(transform))
  }

  /// With 0 in all cells but the first `count` in row order.
  public func keepingFirst(_ count: Int) -> Grid {
    Grid(extent: extent, cells: cells.enumerated().map { $0.offset < count ? $0.element : 0 })
  }

  /// Turned by 180°, which is what a true convolution does to its kernel.
  public var rotated: Grid {
    Grid(extent: extent, cells: cells.reversed())
  }
}
