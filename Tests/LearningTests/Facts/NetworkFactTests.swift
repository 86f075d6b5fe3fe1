import Learning
import Testing

@Suite struct NetworkFactTests {
  @Test(arguments: Fact.about("shape_chain"))
  func shapeChain(_ fact: Fact) throws {
    let sides = try fact["input"].integers
    let layers = try fact["layers"].list.map(Self.text)
    let network = try ShapedNetwork(
      Network(parsing: layers.joined(separator: ", ")),
      input: .maps(Extent(height: sides[0], width: sides[1]), channels: sides[2]))
    let expected = fact.expected["layers"].list
    #expect(try network.layers.map(\.output.sizes) == expected.map { try $0["shape"].integers })
    #expect(try network.layers.map(\.parameters) == expected.map { try $0["params"].integer })
    #expect(try network.parameters == fact.expected["total_params"].integer)
  }

  private static func text(_ layer: JSON) throws -> String {
    switch layer["type"].text {
    case "conv":
      "CONV \(try layer["k"].integer) \(try layer["f"].integer) stride \(try layer["s"].integer) "
        + "pad \(try layer["p"].integer)"
    case "pool": "MAXPOOL \(try layer["f"].integer) stride \(try layer["s"].integer)"
    case "fc": "FC \(try layer["n"].integer)"
    case let name: try #require(name)
    }
  }

  @Test(arguments: Fact.about("params_conv"))
  func convolutionParameters(_ fact: Fact) throws {
    let (height, width) = (try fact["f_h"].integer, try fact["f_w"].integer)
    let (channels, filters) = (try fact["c_in"].integer, try fact["k"].integer)
    let layer = try Self.layer("CONV \(filters) \(height)x\(width)", .maps(32, channels: channels))
    #expect(try layer.parameters == fact.expected["total"].integer)
    #expect(
      try layer.tensors.map(\.count) == [fact.expected["weights"].integer, fact.expected["biases"].integer])
    #expect(try layer.parameters / filters == fact.expected["per_filter"].integer)
  }

  @Test(arguments: Fact.about("params_dense"))
  func denseParameters(_ fact: Fact) throws {
    let layer = try Self.layer("FC \(fact["n_out"].integer)", .vector(fact["n_in"].integer))
    #expect(try layer.parameters == fact.expected["total"].integer)
    #expect(
      try layer.tensors.map(\.count) == [fact.expected["weights"].integer, fact.expected["biases"].integer])
  }

  /// Sums of the parameters of these layers, each on its input.
  static let sums: [String: [(layer: String, input: Volume)]] = [
    "kcl-1x1-saving": [
      ("CONV 64 1x1", .maps(28, channels: 256)), ("CONV 256 3x3 pad 1", .maps(28, channels: 64)),
    ],
    // Six maps see three, nine see four and one sees six of the maps before; subsampling learns a scale and a shift.
    "galway-lenet5-original-params": [
      ("CONV 6 5x5", .maps(32, channels: 1)), ("BN", .maps(14, channels: 6)),
      ("CONV 6 5x5", .maps(14, channels: 3)), ("CONV 9 5x5", .maps(14, channels: 4)),
      ("CONV 1 5x5", .maps(14, channels: 6)), ("BN", .maps(5, channels: 16)),
      ("FC 120", .maps(5, channels: 16)), ("FC 84", .vector(120)),
    ],
  ]

  @Test(arguments: Fact.about("sum_products"))
  func sums(_ fact: Fact) throws {
    let layers = try #require(Self.sums[fact.id])
    #expect(
      try layers.reduce(0) { try $0 + Self.layer($1.layer, $1.input).parameters } == fact.expected.integer)
  }

  /// Weights of windows that are not shared.
  @Test(arguments: Fact.about("product").filter { $0.kind == "parameter-count" })
  func unshared(_ fact: Fact) throws {
    let texts = ["cnn5-unshared-3million": "CONV 30 5x5 pad 2", "cnn5-unshared-ex1-correct": "CONV 10 5x5"]
    let layer = try Self.layer(try #require(texts[fact.id]), .maps(32, channels: 3))
    #expect(try WeightSharing(layer)?.local == fact.expected.integer)
  }

  @Test func denseInsteadOfConvolution() throws {
    let sharing = try #require(WeightSharing(try Self.layer("CONV 10 5x5", .maps(32, channels: 3))))
    #expect(sharing.shared == 760)
    #expect(sharing.dense == 24_092_320)
    let fact = try #require(Fact.all.first { $0.id == "cnn5-dense-equivalent" })
    #expect(try sharing.dense == fact.expected["total"].integer)
  }

  @Test(arguments: Fact.about("flatten"))
  func flatten(_ fact: Fact) throws {
    let grid = try fact["input"].grid
    let order = fact.inputs["order"] == .text("column") ? FlattenOrder.columns : .rows
    #expect(try grid.positions(in: order).map { grid[$0] } == fact.expected.reals)
  }

  /// The extraction of the slide lost two of the sixteen numbers of a flattened map.
  @Test(arguments: Fact.about("remove_indices"))
  func missing(_ fact: Fact) throws {
    let whole = try #require(Fact.all.first { $0.id == "kcl-flatten" })
    let lost = try fact["indices"].integers
    let grid = try whole["input"].grid
    let kept = grid.positions(in: .columns).map { grid[$0] }.enumerated().filter { !lost.contains($0.offset) }
    #expect(try kept.map(\.element) == fact.expected.reals)
  }

  /// A 1x1 kernel that changes nothing shows the padded input.
  @Test(arguments: Fact.about("pad_zero"))
  func padding(_ fact: Fact) throws {
    let padded = try Convolution(
      input: fact["input"].grid, kernel: Grid(rows: [[1]]), padding: Padding(fact["padding"].integer))
    try fact.expect(padded.output(), fact.expected)
  }

  private static func layer(_ text: String, _ input: Volume) throws -> ShapedLayer {
    try ShapedNetwork(Network(parsing: text), input: input).layers[0]
  }
}

extension Grid {
  /// Every cell once, column after column or row after row.
  func positions(in order: FlattenOrder) -> [Position] {
    cells.indices.map { index in
      switch order {
      case .rows: position(at: index)
      case .columns: Position(row: index % height, column: index / height)
      }
    }
  }
}
