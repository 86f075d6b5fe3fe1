import Learning
import Testing

@Suite struct ConvolutionGradientTests {
  /// Every gradient against central differences of Σ upstream · output.
  @Test func agreeWithDifferences() throws {
    var generator = SplitMix64(seed: 71)
    var tried = 0
    while tried < 60 {
      func extent(_ range: ClosedRange<Int>) -> Extent {
        Extent(height: generator.integer(in: range), width: generator.integer(in: range))
      }
      func grid(_ extent: Extent) -> Grid { Grid(extent, repeating: 0).map { _ in generator.normal() } }
      let (input, kernel) = (grid(extent(1...5)), grid(extent(1...3)))
      let (before, after) = (extent(0...2), extent(0...2))
      let padding = Padding(
        top: before.height, left: before.width, bottom: after.height, right: after.width)
      let (stride, dilation) = (extent(1...3), extent(1...2))
      let rule = SizeRule.allCases[generator.integer(in: 0...3)]
      let (flipped, relu) = (generator.uniform() < 0.5, generator.uniform() < 0.5)
      let bias = generator.normal()
      func convolution(_ input: Grid, _ kernel: Grid, _ bias: Double) throws -> Convolution {
        try Convolution(
          input: input, kernel: kernel, padding: padding, stride: stride, dilation: dilation, rule: rule,
          flipped: flipped, bias: bias, relu: relu)
      }
      guard let whole = try? convolution(input, kernel, bias) else { continue }
      tried += 1
      let upstream = grid(whole.geometry.windows)
      func loss(_ input: Grid, _ kernel: Grid, _ bias: Double) throws -> Double {
        zip(try convolution(input, kernel, bias).output().cells, upstream.cells).reduce(0) {
          $0 + $1.0 * $1.1
        }
      }
      let gradients = try whole.gradients(upstream: upstream)
      let h = 1e-6
      for index in input.cells.indices {
        let place = input.position(at: index)
        func shifted(_ h: Double) -> Grid { var moved = input; moved[place] += h; return moved }
        let numeric = try (loss(shifted(h), kernel, bias) - loss(shifted(-h), kernel, bias)) / (2 * h)
        #expect(abs(gradients.input[place] - numeric) < 1e-6)
      }
      for index in kernel.cells.indices {
        let place = kernel.position(at: index)
        func shifted(_ h: Double) -> Grid { var moved = kernel; moved[place] += h; return moved }
        let numeric = try (loss(input, shifted(h), bias) - loss(input, shifted(-h), bias)) / (2 * h)
        #expect(abs(gradients.kernel[place] - numeric) < 1e-6)
      }
      let numeric = try (loss(input, kernel, bias + h) - loss(input, kernel, bias - h)) / (2 * h)
      #expect(abs(gradients.bias - numeric) < 1e-6)
    }
  }

  @Test func theKernelGradientIsUpstreamTimesInputOverItsPairs() throws {
    let convolution = try Convolution(
      input: GridPreset.galway.grid, kernel: KernelPreset.sobelX.grid, padding: Padding(1), stride: Extent(2),
      dilation: Extent(2))
    let upstream = convolution.output()
    let gradients = try convolution.gradients(upstream: upstream)
    for index in 0..<9 {
      let tap = convolution.kernel.position(at: index)
      let sum = convolution.geometry.pairs(ofKernel: tap).reduce(0) {
        $0 + upstream[$1.output] * convolution.input[$1.input]
      }
      #expect(gradients.kernel[tap] == sum)
    }
  }

  @Test func anUpstreamOfOnesGivesTheBiasTheNumberOfCells() throws {
    let convolution = try Convolution(input: GridPreset.galway.grid, kernel: KernelPreset.verticalEdge.grid)
    let gradients = try convolution.gradients()
    #expect(gradients.bias == 25)
    #expect(try gradients == convolution.gradients(upstream: Grid(Extent(5), repeating: 1)))
    let rectified = try Convolution(
      input: GridPreset.galway.grid, kernel: KernelPreset.verticalEdge.grid, relu: true)
    #expect(try rectified.gradients().bias == Double(rectified.output().cells.filter { $0 > 0 }.count))
  }

  @Test func channelsAndFiltersHaveTheirOwn() throws {
    let channels = [GridPreset.kcl.grid, GridPreset.kcl.grid.rotated]
    let kernels = [
      KernelPreset.random(Extent(2), seed: 3).grid, KernelPreset.random(Extent(2), seed: 4).grid,
    ]
    let layer = try ConvolutionLayer(
      channels: channels, filters: [.init(kernels: kernels), .init(kernels: kernels.reversed(), bias: 1)],
      flipped: true)
    let upstream = [Grid(Extent(3), repeating: 1), Grid(Extent(3), repeating: 2)]
    let gradients = try layer.gradients(upstream: upstream)
    #expect(gradients.filters.map(\.bias) == [9, 18])
    for filter in 0..<2 {
      for channel in 0..<2 {
        let single = try Convolution(
          input: channels[channel], kernel: layer.filters[filter].kernels[channel], flipped: true)
        #expect(
          try gradients.filters[filter].kernels[channel]
            == single.gradients(upstream: upstream[filter]).kernel)
      }
    }
  }

  @Test func shapesAndSizesAreChecked() throws {
    let convolution = try Convolution(input: GridPreset.galway.grid, kernel: KernelPreset.verticalEdge.grid)
    #expect(throws: GeometryError.upstreamShape(Extent(7), expected: Extent(5))) {
      try convolution.gradients(upstream: GridPreset.galway.grid)
    }
    let cell = try Grid(rows: [[1]])
    let spread = try Convolution(input: cell, kernel: cell, padding: 1_000_000, stride: 1_000_000)
    #expect(throws: GeometryError.tooLargeToDifferentiate) { try spread.gradients() }
    let pooling = try Pooling(input: cell, kind: .sum, size: 1, stride: 1_000_000, padding: 1_000_000)
    #expect(try pooling.gradient().cells == [1])
    #expect(throws: GeometryError.upstreamShape(1, expected: 3)) { try pooling.gradient(upstream: cell) }
  }
}

@Suite struct PoolingGradientTests {
  @Test func agreeWithDifferences() throws {
    var generator = SplitMix64(seed: 72)
    var tried = 0
    while tried < 60 {
      func extent(_ range: ClosedRange<Int>) -> Extent {
        Extent(height: generator.integer(in: range), width: generator.integer(in: range))
      }
      func grid(_ extent: Extent) -> Grid { Grid(extent, repeating: 0).map { _ in generator.normal() } }
      let input = grid(extent(1...6))
      let (size, stride, before, after) = (extent(1...3), extent(1...3), extent(0...1), extent(0...1))
      let padding = Padding(
        top: before.height, left: before.width, bottom: after.height, right: after.width)
      let kind = PoolingKind.allCases[generator.integer(in: 0...3)]
      let rule = SizeRule.allCases[generator.integer(in: 0...3)]
      func pooling(_ input: Grid) throws -> Pooling {
        try Pooling(input: input, kind: kind, size: size, stride: stride, padding: padding, rule: rule)
      }
      guard let whole = try? pooling(input) else { continue }
      tried += 1
      let upstream = grid(whole.geometry.windows)
      func loss(_ input: Grid) throws -> Double {
        zip(try pooling(input).output().cells, upstream.cells).reduce(0) {
          $0 + ($1.0.isFinite ? $1.0 * $1.1 : 0)
        }
      }
      let gradient = try whole.gradient(upstream: upstream)
      let h = 1e-6
      for index in input.cells.indices {
        let place = input.position(at: index)
        func shifted(_ h: Double) -> Grid { var moved = input; moved[place] += h; return moved }
        let numeric = try (loss(shifted(h)) - loss(shifted(-h))) / (2 * h)
        #expect(abs(gradient[place] - numeric) < 1e-5, "\(kind) at \(place)")
      }
    }
  }

  @Test func aMaximumHandsEverythingToItsWinner() throws {
    let pooling = try Pooling(input: GridPreset.galway.grid, kind: .max, size: 3, stride: 1, padding: 1)
    let gradient = try pooling.gradient()
    var expected = Grid(Extent(7), repeating: 0)
    for case let winner? in pooling.winners() { expected[winner] += 1 }
    #expect(gradient == expected)
  }
}
