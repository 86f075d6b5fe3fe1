import Learning
import Testing

@Suite struct ConvolutionFactTests {
  @Test(arguments: Fact.about("conv2d"))
  func conv2d(_ fact: Fact) throws {
    let activation = try fact["activation"].text
    let convolution = try Convolution(
      input: fact["input"].grid, kernel: fact["kernel"].grid, padding: Padding(fact["padding"].integer),
      stride: Extent(fact["stride"].integer), dilation: Extent(fact["dilation"].integer),
      flipped: fact["flip_kernel"].isTrue, bias: fact["bias"].real, relu: activation == "relu")
    let output = convolution.output()
    switch activation {
    case nil, "relu": try fact.expect(output, fact.expected)
    case "threshold": try fact.expect(output.map { $0 > 0 ? 1 : 0 }, fact.expected)
    default: Issue.record("unknown activation")
    }
  }

  @Test(arguments: Fact.about("conv2d_cell"))
  func conv2dCell(_ fact: Fact) throws {
    let convolution = try Convolution(
      input: fact["input"].grid, kernel: fact["kernel"].grid, padding: Padding(fact["padding"].integer),
      stride: Extent(fact["stride"].integer), dilation: Extent(fact["dilation"].integer))
    let step = try convolution.step(at: Position(row: fact["row"].integer, column: fact["col"].integer))
    try fact.expect(step.window, fact.expected["patch"])
    try fact.expect(step.products, fact.expected["products"])
    fact.expect([step.sum], [try fact.expected["sum"].real])
  }

  @Test(arguments: Fact.about("conv2d_multi"))
  func conv2dMulti(_ fact: Fact) throws {
    let kernels = try fact["kernels"].list.map { try $0.grids }
    let layer = try ConvolutionLayer(
      channels: fact["input"].grids,
      filters: zip(kernels, fact["biases"].reals).map { .init(kernels: $0, bias: $1) },
      padding: Padding(fact["padding"].integer), stride: Extent(fact["stride"].integer),
      dilation: Extent(fact["dilation"].integer), relu: fact["activation"].text == "relu")
    let maps = fact.expected.list
    let output = layer.output()
    #expect(output.count == maps.count)
    for (map, expected) in zip(output, maps) { try fact.expect(map, expected) }
  }

  @Test(arguments: Fact.about("window_starts"))
  func windowStarts(_ fact: Fact) throws {
    let axis = try ConvolutionAxis(
      input: fact["n"].integer, kernel: fact["f"].integer, padding: fact["p"].integer,
      stride: fact["s"].integer,
      dilation: fact["d"].integer)
    // The facts count in the padded input.
    let padding = axis.paddingBefore
    #expect(try (0..<axis.windows).map { axis.start(of: $0) + padding } == fact.expected["starts"].integers)
    #expect(
      try (0..<axis.kernel).map { axis.start(of: 0) + $0 * axis.dilation + padding }
        == fact.expected["first_taps"].integers)
    #expect(try axis.neverTouched.map { $0 + padding } == fact.expected["never_touched"].integers)
  }

  @Test(arguments: Fact.about("crop"))
  func crop(_ fact: Fact) throws {
    let (rows, border) = try (fact["input"].grid.rows, fact["border"].integer)
    let inner = rows.dropFirst(border).dropLast(border).map { Array($0.dropFirst(border).dropLast(border)) }
    try fact.expect(Grid(rows: inner), fact.expected)
  }

  @Test(arguments: Fact.about("argmax_positions"))
  func argmaxPositions(_ fact: Fact) throws {
    let grid = try fact["grid"].grid
    let peak = try #require(grid.cells.max())
    #expect(try peak == fact.expected["max"].real)
    let positions = grid.cells.indices.filter { grid.cells[$0] == peak }.map { grid.position(at: $0) }
    #expect(
      try positions.map { [$0.row, $0.column] }
        == fact.expected["positions"].list.map { try $0.integers })
  }
}
