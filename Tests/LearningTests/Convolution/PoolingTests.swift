import Learning
import Testing

@Suite struct PoolingTests {
  private let corner = GridPreset.galway.grid

  @Test func theStrideIsTheSizeUnlessGiven() throws {
    let pooling = try Pooling(input: corner, kind: .max, size: Extent(height: 2, width: 3))
    #expect(pooling.geometry.stride == Extent(height: 2, width: 3))
    #expect(pooling.output().extent == Extent(height: 3, width: 2))
  }

  @Test func paddingNeverWinsAMaximumAndCountsAsZeroElsewhere() throws {
    let grid = try Grid(rows: [[-1, -2], [-3, -4]])
    func pooled(_ kind: PoolingKind) throws -> [Double] {
      try Pooling(input: grid, kind: kind, size: Extent(2), padding: Extent(1)).output().cells
    }
    #expect(try pooled(.max) == [-1, -2, -3, -4])
    #expect(try pooled(.average) == [-0.25, -0.5, -0.75, -1])
    #expect(try pooled(.sum) == [-1, -2, -3, -4])
    #expect(try pooled(.l2) == [1, 2, 3, 4])
  }

  @Test func aMaximumOfNothingButPaddingIsMinusInfinity() throws {
    let pooling = try Pooling(input: Grid(rows: [[5]]), kind: .max, size: Extent(1), padding: Extent(1))
    var expected = Grid(Extent(3), repeating: -.infinity)
    expected[1, 1] = 5
    #expect(pooling.output() == expected)
    #expect(pooling.winners().compactMap(\.self) == [Position(row: 0, column: 0)])
    #expect(try pooling.step(at: Position(row: 0, column: 0)).arithmetic() == "max(-inf) = -inf")
  }

  @Test func theFirstOfEqualsWins() throws {
    let pooling = try Pooling(input: Grid(rows: [[3, 7], [7, 7]]), kind: .max)
    #expect(pooling.winners() == [Position(row: 0, column: 1)])
    #expect(try pooling.step(at: Position(row: 0, column: 0)).winner == Position(row: 0, column: 1))
  }

  @Test(
    arguments: [
      (PoolingKind.max, "max(2, 1, 1, 1) = 2"), (.average, "(2 + 1 + 1 + 1) / 4 = 1.25"),
      (.sum, "2 + 1 + 1 + 1 = 5"),
      (.l2, "√(2² + 1² + 1² + 1²) = 2.646"),
    ] as [(PoolingKind, String)])
  func aStepShowsItsArithmetic(kind: PoolingKind, text: String) throws {
    #expect(try Pooling(input: corner, kind: kind).step(at: Position(row: 0, column: 0)).arithmetic() == text)
  }

  @Test func windowsMustFitAndHaveALimit() {
    #expect(throws: GeometryError.outOfRange(.size, 0)) {
      try Pooling(input: corner, kind: .max, size: Extent(0))
    }
    #expect(throws: GeometryError.outOfRange(.size, .max)) {
      try Pooling(input: corner, kind: .max, size: Extent(.max))
    }
    #expect(throws: GeometryError.windowTooLarge(Extent(1_000_000))) {
      try Pooling(input: corner, kind: .max, size: Extent(1_000_000), padding: Extent(1_000_000))
    }
    #expect(throws: GeometryError.self) { try Pooling(input: corner, kind: .max, size: Extent(8)) }
    #expect(throws: LayerError.empty) { try poolAcrossChannels([], kind: .sum) }
  }

  @Test func channelsArePooledPlaceByPlace() throws {
    let channels = [try Grid(rows: [[1, -3]]), try Grid(rows: [[3, 4]])]
    #expect(try poolAcrossChannels(channels, kind: .average).rows == [[2, 0.5]])
    #expect(try poolAcrossChannels(channels, kind: .l2).cells[1] == 5)
    #expect(throws: LayerError.channelSize(channel: 1, Extent(7), expected: Extent(height: 1, width: 2))) {
      try poolAcrossChannels([channels[0], corner], kind: .max)
    }
  }
}
