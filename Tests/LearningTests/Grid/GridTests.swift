import Learning
import Testing

@Suite struct GridTests {
  @Test func keepsRowsInOrder() throws {
    let grid = try Grid(rows: [[1, 2, 3], [4, 5, 6]])
    #expect(grid.extent == Extent(height: 2, width: 3))
    #expect(grid[1, 0] == 4)
    #expect(grid[Position(row: 0, column: 2)] == 3)
    #expect(grid.rows == [[1, 2, 3], [4, 5, 6]])
    #expect(grid.rotated.rows == [[6, 5, 4], [3, 2, 1]])
    #expect(grid.positions(in: .columns).map { grid[$0] } == [1, 4, 2, 5, 3, 6])
    #expect(grid.positions(in: .rows).map { grid[$0] } == [1, 2, 3, 4, 5, 6])
  }

  @Test func refusesWhatIsNoRectangleOfFiniteNumbers() {
    #expect(throws: TableError.empty) { try Grid(rows: []) }
    #expect(throws: TableError.empty) { try Grid(rows: [[], []]) }
    #expect(throws: TableError.ragged(at: .cell(row: 1, column: 0), cells: 1, expected: 2)) {
      try Grid(rows: [[1, 2], [3]])
    }
    #expect(throws: TableError.notFinite("nan", at: .cell(row: 1, column: 0))) {
      try Grid(rows: [[1], [.nan]])
    }
    #expect(throws: TableError.tooManyCells) {
      try Grid(rows: [[Double](repeating: 0, count: 1_000_001)])
    }
  }

  @Test func aMillionCellsAreAllowed() throws {
    #expect(try Grid(rows: [[Double](repeating: 0, count: 1_000_000)]).width == 1_000_000)
  }
}
