import Autodiff
import Learning
import Testing

@Suite struct GridResamplingTests {
  private func grid() throws -> Grid { try Grid(rows: [[1, 2, 3], [4, 5, 6]]) }

  @Test func enlargedCellsAreRepeated() throws {
    let large = try grid().resampled(to: Extent(height: 4, width: 6))
    #expect(large.rows[1] == [1, 1, 2, 2, 3, 3])
    #expect(large.rows[2] == [4, 4, 5, 5, 6, 6])
  }

  @Test func shrunkCellsAreMeans() throws {
    #expect(try grid().resampled(to: 1).cells == [3.5])
    let two = try grid().resampled(to: Extent(height: 1, width: 2)).cells
    // (1 + 4 + (2 + 5)/2)/3, and its mirror image.
    let expected: [Double] = [17.0 / 6, 25.0 / 6]
    for (cell, wanted) in zip(two, expected) { #expect(abs(cell - wanted) < 1e-12) }
  }

  @Test func theMeanStaysWhateverTheSize() throws {
    for side in 1...9 {
      let cells = try grid().resampled(to: Extent(height: side, width: 10 - side)).cells
      let mean = cells.reduce(0, +) / Double(cells.count)
      #expect(abs(mean - 3.5) < 1e-12)
    }
    let same = try grid()
    #expect(same.resampled(to: same.extent) == same)
  }
}
