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

  @Test(
    arguments: [
      (PoolingKind.max, "max(2, 1, …, 5) = 5"), (.average, "(2 + 1 + … + 5) / 49 = 2.469"),
      (.sum, "2 + 1 + … + 5 = 121"), (.l2, "√(2² + 1² + … + 5²) = 20.22"),
    ] as [(PoolingKind, String)])
  func aLongArithmeticCanBeShortened(kind: PoolingKind, text: String) throws {
    let step = try Pooling(global: corner, kind: kind).step(at: Position(row: 0, column: 0))
    #expect(step.arithmetic(terms: 3) == text)
    #expect(step.arithmetic(terms: 49) == step.arithmetic())
    #expect(!step.arithmetic().contains("…"))
  }

  @Test func oneWindowOverEverythingIsGlobal() throws {
    #expect(Pooling(global: corner, kind: .max).isGlobal)
    #expect(try Pooling(input: corner, kind: .max, size: Extent(7)).isGlobal)
    #expect(try !Pooling(input: corner, kind: .max, size: Extent(7), padding: Extent(1)).isGlobal)
    #expect(try !Pooling(input: corner, kind: .max, size: Extent(6)).isGlobal)
  }

  @Test(
    arguments: [
      (PoolingKind.max, [0, 0, 2, 0]), (.average, [0.5, 0.5, 0.5, 0.5]), (.sum, [2, 2, 2, 2]),
      (.l2, [0, 0, 1.2, 1.6]),
    ] as [(PoolingKind, [Double])])
  func aWindowSharesOutWhatComesBack(kind: PoolingKind, shares: [Double]) throws {
    let rows: [[Double]] = kind == .l2 ? [[0, 0], [3, 4]] : [[-1, 2], [3, 3]]
    let step = try Pooling(input: Grid(rows: rows), kind: kind).step(at: Position(row: 0, column: 0))
    let found = try step.shares(of: 2)
    for (share, expected) in zip(found, shares) { #expect(abs(share - expected) < 1e-12) }
    #expect(found.count == 4)
  }

  /// Overlapping windows, padding, ties and zeros: all shares together are the gradient.
  @Test(arguments: PoolingKind.allCases) func sharesAddUpToTheGradient(kind: PoolingKind) throws {
    let pooling = try Pooling(
      input: GridPreset.cnn5.grid, kind: kind, size: Extent(height: 3, width: 2), stride: Extent(1),
      padding: Extent(height: 2, width: 1))
    var upstream = Grid(pooling.geometry.windows, repeating: 0)
    var sum = Grid(pooling.input.extent, repeating: 0)
    for index in 0..<pooling.geometry.steps {
      let place = pooling.geometry.position(ofStep: index)
      upstream[place] = Double(index % 7) - 2.5
      let step = try pooling.step(at: place)
      for (tap, share) in zip(step.taps, try step.shares(of: upstream[place])) {
        if let cell = tap.input { sum[cell] += share }
      }
    }
    let gradient = try pooling.gradient(upstream: upstream)
    for (one, other) in zip(sum.cells, gradient.cells) { #expect(abs(one - other) < 1e-12) }
    #expect(gradient.cells.contains { $0 != 0 })
  }
}
