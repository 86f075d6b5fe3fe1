import Learning
import Testing

@Suite struct NetworkShapeTests {
  @Test(arguments: [
    (NetworkPreset.lenet5, 61_706, [10]), (.cifar, 3010, [6, 6, 10]), (.alexnet, 61_100_840, [1000]),
    (.vgg16, 138_357_544, [1000]), (.vgg19, 143_667_240, [1000]), (.digitsCNN, 80 + 1168 + 650, [10]),
    (.digitsMLP, 65 * 32 + 33 * 10, [10]), (.kerasMLP, 1994, [10]),
  ])
  func presets(_ preset: NetworkPreset, parameters: Int, output: [Int]) throws {
    let network = try ShapedNetwork(preset.network, input: preset.input)
    #expect(network.parameters == parameters)
    #expect(network.output.sizes == output)
    #expect(try Network(parsing: preset.network.description) == preset.network)
  }

  /// The published counts of multiply-adds, biases left out.
  @Test(arguments: [
    (NetworkPreset.lenet5, 416_520), (.alexnet, 714_188_480), (.vgg16, 15_470_264_320),
    (.vgg19, 19_632_062_464),
  ])
  func multiplyAdds(_ preset: NetworkPreset, expected: Int) throws {
    #expect(try ShapedNetwork(preset.network, input: preset.input).multiplyAdds == expected)
  }

  @Test func everyNumberOfLeNet5() throws {
    let network = try ShapedNetwork(NetworkPreset.lenet5.network, input: .maps(32, channels: 1))
    #expect(
      network.layers.map(\.output.description) == [
        "28x28x6", "28x28x6", "14x14x6", "10x10x16", "10x10x16", "5x5x16", "400", "120", "120", "84", "84",
        "10",
      ])
    #expect(network.layers.map(\.parameters) == [156, 0, 0, 2416, 0, 0, 0, 48_120, 0, 10_164, 0, 850])
    #expect(
      network.layers.map(\.multiplyAdds) == [117_600, 0, 0, 240_000, 0, 0, 0, 48_000, 0, 10_080, 0, 840])
    #expect(
      network.layers.map(\.receptiveField.sizes) == [
        [5, 5], [5, 5], [6, 6], [14, 14], [14, 14], [16, 16], [16, 16], [32, 32], [32, 32], [32, 32],
        [32, 32], [32, 32],
      ])
    #expect(
      network.tensors.map(\.name) == [
        "0.weight", "0.bias", "3.weight", "3.bias", "7.weight", "7.bias", "9.weight", "9.bias", "11.weight",
        "11.bias",
      ])
    #expect(
      network.tensors.map(\.shape) == [
        [6, 1, 5, 5], [6], [16, 6, 5, 5], [16], [120, 400], [120], [84, 120], [84], [10, 84], [10],
      ])
  }

  @Test func tensorsOfOtherLayers() throws {
    let network = try ShapedNetwork(
      Network(parsing: "CONV 4 3x3 groups 2 nobias, BN, PRELU, DWCONV 3x2, GLOBALPOOL, FC 3 nobias, BN"),
      input: .maps(9, channels: 6))
    #expect(
      network.tensors.map(\.name) == [
        "0.weight", "1.weight", "1.bias", "1.running_mean", "1.running_var", "2.weight", "3.weight", "3.bias",
        "5.weight", "6.weight", "6.bias", "6.running_mean", "6.running_var",
      ])
    #expect(
      network.tensors.map(\.shape) == [
        [4, 3, 3, 3], [4], [4], [4], [4], [1], [4, 1, 3, 2], [4], [3, 4], [3], [3], [3], [3],
      ])
    #expect(network.layers.map(\.parameters) == [108, 8, 1, 28, 0, 12, 6])
    #expect(network.layers.map(\.multiplyAdds) == [7 * 7 * 108, 0, 0, 5 * 6 * 24, 0, 12, 0])
    #expect(network.output == .vector(3))
  }

  /// What does not fit, with the exact sentence.
  static let refusals: [(String, String, String, InputFault)] = [
    (
      "CONV 6 5x5, RELU, MAXPOOL 3, CONV 16 5x5", "16x16x1",
      "layer 4 (CONV 16 5x5): a 5x5 kernel does not fit the 4x4 map it gets; a padding of 1 would do", .data
    ),
    (
      "CONV 6 5x3 pad 0x1", "2x9x1",
      "layer 1 (CONV 6 5x3 pad 0x1): a 5x3 kernel does not fit the 2x9 map it gets, 2x11 with its padding; "
        + "a padding of 2x0 would do", .data
    ),
    (
      "RELU, CONV 1 3x3 dilation 4", "5x5",
      "layer 2 (CONV 1 3x3 dilation 4): a 3x3 kernel, which spans 9x9 with dilation 4, does not fit the 5x5 map it "
        + "gets; a padding of 2 would do", .data
    ),
    (
      "CONV 1 1000000 dilation 9", "5x5",
      "layer 1 (CONV 1 1000000x1000000 dilation 9): a 1000000x1000000 kernel, which spans 8999992x8999992 with "
        + "dilation 9, does not fit the 5x5 map it gets; a smaller dilation would do", .data
    ),
    (
      "MAXPOOL 3", "2x4x1",
      "layer 1 (MAXPOOL 3): a 3x3 window does not fit the 2x4 map it gets; a padding of 1x0 would do", .data
    ),
    (
      "FC 10, RELU, MAXPOOL 2", "8x8x1",
      "layer 3 (MAXPOOL 2): it works on maps, but layer 1 (FC 10) gives a vector of 10; it would do before that",
      .data
    ),
    (
      "BN, GLOBALPOOL", "20",
      "layer 2 (GLOBALPOOL average): it works on maps, but the input is a vector of 20; an input such as 28x28x1 "
        + "would do", .data
    ),
    (
      "CONV 12 3x3 groups 4", "8x8x6",
      "layer 1 (CONV 12 3x3 groups 4): 4 groups cannot share the 6 channels it gets equally; 3 would do",
      .data
    ),
    (
      "CONV 8 3x3 groups 4", "8x8x1",
      "layer 1 (CONV 8 3x3 groups 4): 4 groups cannot share the 1 channel it gets equally; 1 would do", .data
    ),
    (
      "FC 1000", "1000x1000x1",
      "layer 1 (FC 1000): it has parameters beyond the limit of 1,000,000,000", .request
    ),
    (
      "FC 600000, FC 900, FC 900", "1000",
      "layer 2 (FC 900): up to here the network has parameters beyond the limit of 1,000,000,000", .request
    ),
    (
      "CONV 2000 9x9 pad 4", "100000x100000x1",
      "layer 1 (CONV 2000 9x9 pad 4): it has multiply-adds beyond the limit of 1,000,000,000,000,000",
      .request
    ),
    (
      "[CONV 1 1000000 pad 1000000]x3", "1000000x1000000x1000000",
      "layer 1 (CONV 1 1000000x1000000 pad 1000000): it has parameters beyond the limit of 1,000,000,000",
      .request
    ),
    (
      "[CONV 1 1 stride 1000000]x4", "7x7",
      "layer 3 (CONV 1 1x1 stride 1000000): it has a receptive field beyond the limit of 1,000,000,000,000,000",
      .request
    ),
    (
      "CONV 1 1 pad 1000000, CONV 1 1", "1x1",
      "layer 2 (CONV 1 1x1): it has a map with a side beyond the limit of 1,000,000", .request
    ),
  ]

  @Test(arguments: refusals)
  func refuses(_ text: String, _ input: String, with sentence: String, _ fault: InputFault) throws {
    let network = try Network(parsing: text)
    let error = #expect(throws: NetworkShapeError.self) {
      try ShapedNetwork(network, input: Volume(parsing: input))
    }
    #expect(error?.description == sentence)
    #expect(error?.fault == fault)
    let (layers, problem) = ShapedNetwork.layers(of: network, input: try Volume(parsing: input))
    #expect(problem == error)
    #expect(layers.count == error?.layer)
  }

  @Test(arguments: [
    ("32x32x3", [32, 32, 3]), ("28x30", [28, 30, 1]), ("20", [20]), ("8×8×1", [8, 8, 1]),
    ("7X9x2", [7, 9, 2]),
  ])
  func inputs(_ text: String, sizes: [Int]) throws {
    let volume = try Volume(parsing: text)
    #expect(volume.sizes == sizes)
    #expect(try Volume(parsing: volume.description) == volume)
  }

  @Test(arguments: ["", "x", "3x", "x3", "3xx3", "1x2x3x4", "-1", "3x3x3 ", "a"])
  func refusedInputs(_ text: String) {
    let error = #expect(throws: VolumeError.self) { try Volume(parsing: text) }
    #expect(
      error?.description
        == "\"\(text)\" is no input: write 32x32x3 (height x width x channels), 28x28, or 20 for a vector")
  }

  @Test(arguments: ["0", "1000001", "3x0x3", "99999999999999999999x3"])
  func inputsOutOfRange(_ text: String) {
    let error = #expect(throws: VolumeError.self) { try Volume(parsing: text) }
    #expect(error?.description == "the numbers of \"\(text)\" can be 1 to 1,000,000")
  }
}
