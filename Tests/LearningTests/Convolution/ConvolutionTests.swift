import Learning
import Testing

@Suite struct ConvolutionTests {
  private let galway = GridPreset.galway.grid
  private let edge = KernelPreset.verticalEdge.grid

  @Test func aStepShowsItsArithmetic() throws {
    let convolution = try Convolution(input: galway, kernel: edge)
    let step = try convolution.step(at: Position(row: 0, column: 0))
    #expect(
      step.arithmetic()
        == "2·1 + 1·0 + 3·(-1) + 1·1 + 1·0 + 2·(-1) + 3·1 + 0·0 + 0·(-1) = 1")
    #expect(step.arithmetic(terms: 3) == "2·1 + 1·0 + … + 0·(-1) = 1")
    #expect(step.arithmetic(terms: 9) == step.arithmetic())
    #expect(step.arithmetic(terms: 0) == "2·1 + … + 0·(-1) = 1")
    #expect(step.finish() == nil)
    #expect(step.value == 1)
  }

  @Test func biasAndReLUFollowTheSum() throws {
    let position = Position(row: 0, column: 1)
    let biased = try Convolution(input: galway, kernel: edge, bias: -2).step(at: position)
    #expect((biased.sum, biased.value) == (-7, -9))
    #expect(biased.finish() == "-7 + (-2) = -9")
    let rectified = try Convolution(input: galway, kernel: edge, bias: 1, relu: true).step(at: position)
    #expect((rectified.sum, rectified.value) == (-7, 0))
    #expect(rectified.finish() == "relu(-7 + 1) = 0")
    let plain = try Convolution(input: galway, kernel: edge, relu: true).step(at: position)
    #expect(plain.finish() == "relu(-7) = 0")
  }

  @Test func windowsIncludePaddingAndDilation() throws {
    let convolution = try Convolution(
      input: galway, kernel: edge, padding: Padding(1), dilation: Extent(2), flipped: true)
    let step = try convolution.step(at: Position(row: 0, column: 0))
    #expect(step.window.rows == [[0, 0, 0], [0, 1, 4], [0, 5, 1]])
    #expect(step.kernel.rows == [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
    #expect(step.sum == 5)
  }

  @Test func positionsOutsideTheOutputAreRefused() throws {
    let convolution = try Convolution(input: galway, kernel: edge)
    for position in [
      Position(row: 5, column: 0), Position(row: 0, column: -1), Position(row: .max, column: .min),
    ] {
      #expect(throws: GeometryError.outsideOutput(position, Extent(5))) { try convolution.step(at: position) }
    }
    #expect(
      GeometryError.outsideOutput(Position(row: 5, column: 0), Extent(5)).description
        == "position 5,0 is outside the 5x5 output, whose last cell is 4,4")
  }

  @Test func rectanglesHaveTwoAxes() throws {
    let geometry = try ConvolutionGeometry(
      input: Extent(height: 5, width: 9), kernel: Extent(height: 2, width: 3),
      padding: Padding(height: 0, width: 1), stride: Extent(height: 1, width: 3))
    #expect(geometry.output == Extent(height: 4, width: 3))
    #expect(geometry.unused == Extent(height: 0, width: 2))
    #expect(
      geometry.formula
        == "rows floor((5 + 2·0 - 2) / 1) + 1 = 4; columns floor((9 + 2·1 - 3) / 3) + 1 = 3")
    #expect(geometry.position(ofStep: 4) == Position(row: 1, column: 1))
    #expect(geometry.step(at: Position(row: 1, column: 1)) == 4)
  }

  /// Whole output, every step, every window and every use, against the definition written as plainly as can be.
  @Test func agreesWithTheDefinition() throws {
    var generator = SplitMix64(seed: 41)
    var tried = 0
    while tried < 150 {
      func extent(_ range: ClosedRange<Int>) -> Extent {
        Extent(height: generator.integer(in: range), width: generator.integer(in: range))
      }
      func grid(_ extent: Extent) -> Grid {
        Grid(extent, repeating: 0).map { _ in Double(generator.integer(in: -4...4)) / 2 }
      }
      let (input, kernel) = (grid(extent(1...7)), grid(extent(1...4)))
      let (before, after) = (extent(0...2), extent(0...2))
      let padding = Padding(
        top: before.height, left: before.width, bottom: after.height, right: after.width)
      guard
        let convolution = try? Convolution(
          input: input, kernel: kernel, padding: padding, stride: extent(1...3),
          dilation: extent(1...3),
          rule: SizeRule.allCases[generator.integer(in: 0...3)], flipped: generator.uniform() < 0.5,
          bias: Double(generator.integer(in: -1...1)), relu: generator.uniform() < 0.5)
      else { continue }
      tried += 1
      let output = convolution.output()
      let (rows, columns) = (convolution.geometry.rows, convolution.geometry.columns)
      for i in 0..<output.height {
        for j in 0..<output.width {
          var sum = 0.0
          for a in 0..<kernel.height {
            for c in 0..<kernel.width {
              let cell = Position(
                row: i * rows.stride - rows.paddingBefore + a * rows.dilation,
                column: j * columns.stride - columns.paddingBefore + c * columns.dilation)
              let weight =
                convolution.isFlipped ? kernel[kernel.height - 1 - a, kernel.width - 1 - c] : kernel[a, c]
              sum += (input.contains(cell) ? input[cell] : 0) * weight
            }
          }
          let value = convolution.hasReLU ? max(0, sum + convolution.bias) : sum + convolution.bias
          let position = Position(row: i, column: j)
          #expect(output[position] == value)
          let step = try convolution.step(at: position)
          #expect((step.sum, step.value) == (sum, value))
          for tap in convolution.geometry.window(of: position) {
            guard let cell = tap.input else { continue }
            let uses = convolution.geometry.outputs(fedBy: cell)
            #expect(uses.contains { $0.output == position && $0.kernel == tap.kernel })
          }
        }
      }
    }
  }

  @Test func outputsAndWorkHaveLimits() throws {
    let cell = try Grid(rows: [[1]])
    #expect(throws: GeometryError.outputTooLarge(Extent(2_000_001))) {
      try Convolution(input: cell, kernel: cell, padding: Padding(1_000_000))
    }
    let wide = Grid(Extent(height: 1, width: 1_000_000), repeating: 1)
    #expect(throws: GeometryError.tooManyProducts) {
      try Convolution(input: wide, kernel: Grid(Extent(height: 1, width: 500_000), repeating: 1))
    }
    let fits = try Convolution(input: wide, kernel: wide)
    #expect(fits.output().cells == [1_000_000])
    let padded = try Convolution(
      input: cell, kernel: cell, padding: Padding(1_000_000), stride: Extent(1_000_000))
    #expect(padded.output().cells == [0, 0, 0, 0, 1, 0, 0, 0, 0])
  }

  @Test func aMillionCellsAreConvolved() throws {
    let input = Grid(Extent(1_000), repeating: 1)
    let output = try Convolution(
      input: input, kernel: KernelPreset.box().grid, padding: Padding(1)
    ).output()
    #expect(output.extent == Extent(1_000))
    #expect([output[0, 0], output[0, 500], output[500, 500]] == [4, 6, 9])
  }
}
