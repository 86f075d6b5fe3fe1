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
      try Pooling(input: grid, kind: kind, size: Extent(2), padding: 1).output().cells
    }
    #expect(try pooled(.max) == [-1, -2, -3, -4])
    #expect(try pooled(.average) == [-0.25, -0.5, -0.75, -1])
    #expect(try pooled(.sum) == [-1, -2, -3, -4])
    #expect(try pooled(.l2) == [1, 2, 3, 4])
  }

  @Test func aMaximumOfNothingButPaddingIsMinusInfinity() throws {
    let pooling = try Pooling(input: Grid(rows: [[5]]), kind: .max, size: Extent(1), padding: 1)
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
      try Pooling(input: corner, kind: .max, size: Extent(1_000_000), padding: 1_000_000)
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
    let step = try Pooling(input: corner, kind: kind, size: corner.extent).step(
      at: Position(row: 0, column: 0))
    #expect(step.arithmetic(terms: 3) == text)
    #expect(step.arithmetic(terms: 49) == step.arithmetic())
    #expect(!step.arithmetic().contains("…"))
  }

  @Test func oneWindowOverEverythingIsGlobal() throws {
    #expect(try Pooling(input: corner, kind: .max, size: Extent(7)).isGlobal)
    #expect(try !Pooling(input: corner, kind: .max, size: Extent(7), padding: 1).isGlobal)
    #expect(try !Pooling(input: corner, kind: .max, size: Extent(6)).isGlobal)
  }

  @Test(
    arguments: [
      (PoolingKind.max, [0, 0, 2, 0]), (.average, [0.5, 0.5, 0.5, 0.5]), (.sum, [2, 2, 2, 2]),
      (.l2, [0, 0, 1.2, 1.6]),
    ] as [(PoolingKind, [Double])])
  func aWindowSharesOutWhatComesBack(kind: PoolingKind, shares: [Double]) throws {
    let rows: [[Double]] = kind == .l2 ? [[0, 0], [3, 4]] : [[-1, 2], [3, 3]]
    let pooling = try Pooling(input: Grid(rows: rows), kind: kind)
    let found = try pooling.shares(of: 2, at: Position(row: 0, column: 0))
    for (share, expected) in zip(found, shares) { #expect(abs(share - expected) < 1e-12) }
    #expect(found.count == 4)
  }

  /// 1 to 9 in windows of 2x2, rounded up: the last row and column hang over.
  @Test(
    arguments: [
      (PoolingKind.max, [5, 6, 8, 9]), (.average, [3, 4.5, 7.5, 9]), (.sum, [12, 9, 15, 9]),
      (.l2, [Double(46).squareRoot(), Double(45).squareRoot(), Double(113).squareRoot(), 9]),
    ] as [(PoolingKind, [Double])])
  func windowsThatHangOverCountWhatIsThere(kind: PoolingKind, expected: [Double]) throws {
    let grid = try Grid(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    let pooling = try Pooling(input: grid, kind: kind, rule: .ceil)
    #expect(pooling.output().cells == expected)
    for index in 0..<4 {
      #expect(try pooling.step(at: pooling.geometry.position(ofStep: index)).value == expected[index])
    }
    let last = try pooling.step(at: Position(row: 1, column: 0))
    #expect(kind != .average || last.arithmetic() == "(7 + 8) / 2 = 7.5")
  }

  @Test func anAverageCanLeavePaddingOut() throws {
    let grid = try Grid(rows: [[1, 2], [3, 4]])
    let pooling = try Pooling(
      input: grid, kind: .average, size: 3, stride: 1, padding: 1, excludesPadding: true)
    #expect(pooling.output().cells == [2.5, 2.5, 2.5, 2.5])
    #expect(try pooling.step(at: Position(row: 0, column: 0)).arithmetic() == "(1 + 2 + 3 + 4) / 4 = 2.5")
  }

  /// What is reduced here and what the engine sweeps are the same: ∂/∂x of the sum of all outputs by differences.
  @Test(arguments: PoolingKind.allCases) func theEnginesGradientIsThatOfTheOutput(kind: PoolingKind) throws {
    var generator = SplitMix64(seed: 5)
    for rule in SizeRule.allCases {
      for excludes in [false, true] where kind == .average || !excludes {
        let cells = (0..<30).map { _ in generator.uniform() * 4 - 1 }
        let grid = try Grid(rows: (0..<5).map { Array(cells[$0 * 6..<$0 * 6 + 6]) })
        func pooling(_ grid: Grid) throws -> Pooling {
          try Pooling(
            input: grid, kind: kind, size: Extent(height: 2, width: 3), stride: Extent(height: 3, width: 2),
            padding: Padding(top: 0, left: 1, bottom: 1, right: 0), dilation: Extent(height: 2, width: 1),
            rule: rule, excludesPadding: excludes)
        }
        let gradient = try pooling(grid).gradient()
        for index in cells.indices {
          let place = grid.position(at: index)
          func total(_ shift: Double) throws -> Double {
            var moved = grid
            moved[place] += shift
            return try pooling(moved).output().cells.reduce(0, +)
          }
          let difference = (try total(1e-6) - total(-1e-6)) / 2e-6
          #expect(abs(difference - gradient[place]) < 1e-5, "\(rule) \(place)")
        }
      }
    }
  }

  /// Overlapping windows, padding, ties and zeros: all shares together are the gradient.
  @Test(arguments: PoolingKind.allCases) func sharesAddUpToTheGradient(kind: PoolingKind) throws {
    let pooling = try Pooling(
      input: GridPreset.cnn5.grid, kind: kind, size: Extent(height: 3, width: 2), stride: Extent(1),
      padding: Padding(top: 2, left: 1, bottom: 0, right: 2))
    var upstream = Grid(pooling.geometry.windows, repeating: 0)
    var sum = Grid(pooling.input.extent, repeating: 0)
    for index in 0..<pooling.geometry.steps {
      let place = pooling.geometry.position(ofStep: index)
      upstream[place] = Double(index % 7) - 2.5
      let step = try pooling.step(at: place)
      for (tap, share) in zip(step.taps, try pooling.shares(of: upstream[place], at: place)) {
        if let cell = tap.input { sum[cell] += share }
      }
    }
    let gradient = try pooling.gradient(upstream: upstream)
    for (one, other) in zip(sum.cells, gradient.cells) { #expect(abs(one - other) < 1e-12) }
    #expect(gradient.cells.contains { $0 != 0 })
  }
}
