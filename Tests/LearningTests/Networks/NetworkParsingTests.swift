import Learning
import Testing

@Suite struct NetworkParsingTests {
  /// What is typed, and what it means.
  static let readings = [
    ("CONV", "CONV 10 3x3 pad 1"),
    ("conv stride 2", "CONV 10 3x3 stride 2 pad 1"),
    ("CONV pad 0 nobias", "CONV 10 3x3 nobias"),
    ("CONV 6 5", "CONV 6 5x5"),
    ("CONV 6 3x5", "CONV 6 3x5"),
    ("CONV 6 3×5", "CONV 6 3x5"),
    ("CONV 6 5x5 stride 1 pad 0 dilation 1 groups 1", "CONV 6 5x5"),
    ("CONV 6 5x5 pad valid", "CONV 6 5x5"),
    (
      "conv groups 2 stride 2x1 6 nobias dilation 2 5x5 pad SAME",
      "CONV 6 5x5 stride 2x1 pad same dilation 2 groups 2 nobias"
    ),
    ("DWCONV 3 stride 2 pad 1x0", "DWCONV 3x3 stride 2 pad 1x0"),
    ("POOL", "MAXPOOL 2"),
    ("MAXPOOL", "MAXPOOL 2"),
    ("Pool 3 stride 2 ceil", "MAXPOOL 3 stride 2 ceil"),
    ("MAXPOOL 2 stride 2", "MAXPOOL 2"),
    ("AVGPOOL", "AVGPOOL 2"),
    ("SUMPOOL 2x3 pad 1", "SUMPOOL 2x3 pad 1"),
    ("L2POOL", "L2POOL 2"),
    ("GLOBALPOOL", "GLOBALPOOL average"),
    ("globalpool MAX", "GLOBALPOOL max"),
    ("FC", "FC 10"),
    ("fc nobias 7", "FC 7 nobias"),
    ("DROPOUT", "DROPOUT 0.5"),
    ("DROPOUT 1e-3-RELU", "DROPOUT 0.001, RELU"),
    ("DROPOUT 1/4", "DROPOUT 0.25"),
    ("LEAKY", "LEAKY 0.01"),
    ("LEAKY .2", "LEAKY 0.2"),
    (
      "linear-threshold-sigmoid-tanh-relu-prelu-softmax",
      "LINEAR, THRESHOLD, SIGMOID, TANH, RELU, PRELU, SOFTMAX"
    ),
    ("FLATTEN – BN − RELU", "FLATTEN, BN, RELU"),
    (
      "[CONV-RELU-POOL]x2, [FC-RELU]x1, FC, SOFTMAX",
      "[CONV 10 3x3 pad 1, RELU, MAXPOOL 2]x2, [FC 10, RELU]x1, FC 10, SOFTMAX"
    ),
    ("[ [ RELU ] x 2 - TANH ]×3\n, [CONV]x0", "[[RELU]x2, TANH]x3, [CONV 10 3x3 pad 1]x0"),
  ]

  @Test(arguments: readings)
  func reads(_ text: String, as expected: String) throws {
    let network = try Network(parsing: text)
    #expect(network.description == expected)
    #expect(try Network(parsing: expected) == network)
  }

  @Test func unfolds() throws {
    let layers = try Network(parsing: "[[RELU]x2, TANH]x2, [CONV]x0, FC 3").layers
    #expect(
      layers.map(\.description) == ["RELU", "RELU", "TANH", "RELU", "RELU", "TANH", "FC 3"])
    #expect(Network(layers)?.description == "RELU, RELU, TANH, RELU, RELU, TANH, FC 3")
    #expect(Network([]) == nil)
    #expect(Network(Array(repeating: .flatten, count: 257)) == nil)
    #expect(try Network(parsing: "[[[[RELU]x4]x4]x4]x4").layers.count == 256)
  }

  /// What is refused, with the exact sentence.
  static let refusals = [
    ("", "the network is empty; write layers such as CONV 6 5x5, RELU, MAXPOOL 2, FC 10"),
    (" \n", "the network is empty; write layers such as CONV 6 5x5, RELU, MAXPOOL 2, FC 10"),
    ("[RELU]x0", "the network has no layers: all its repetitions are x0"),
    ("RELU,", "column 6: expected a layer or \"[\" but the network ends here"),
    ("RELU,,FC", "column 6: expected a layer or \"[\" but found \",\""),
    ("[]x2", "column 2: expected a layer or \"[\" but found \"]\""),
    ("RELU]x2", "column 5: nothing opens this \"]\""),
    ("FC, [RELU", "column 10: expected \"]\" for the \"[\" in column 5, but the network ends here"),
    ("[RELU]", "column 7: expected the number of rounds, as in [CONV-RELU]x2, but the network ends here"),
    ("[RELU], FC", "column 7: expected the number of rounds, as in [CONV-RELU]x2, but found \",\""),
    ("[RELU]2", "column 7: expected the number of rounds, as in [CONV-RELU]x2, but found \"2\""),
    ("[RELU]x", "column 8: expected the number of rounds, as in [CONV-RELU]x2, but the network ends here"),
    ("[RELU]x65", "column 7: \"x65\" is no number of rounds; x0 to x64 are"),
    ("[RELU]xx", "column 7: \"xx\" is no number of rounds; x0 to x64 are"),
    ("[RELU]x2 FC", "column 10: a comma is missing before FC"),
    ("[[[[[RELU]x1]x1]x1]x1]x1", "column 5: that is beyond the limit of 4 brackets inside one another"),
    ("[[RELU]x64]x5", "the network is beyond the limit of 256 layers, its repetitions written out"),
    ("CONV 6 5x5 RELU", "layer 1 (CONV 6 5x5 RELU), column 12: a comma is missing before RELU"),
    ("RELU, DENSE 10", "layer 2 (DENSE 10), column 7: \"DENSE\" is no layer; did you mean FC?"),
    ("SIGMOD", "layer 1 (SIGMOD), column 1: \"SIGMOD\" is no layer; did you mean SIGMOID?"),
    (
      "RELU-0.5",
      "layer 2 (0.5), column 6: \"0.5\" is no layer; the layers are CONV DWCONV POOL MAXPOOL AVGPOOL SUMPOOL L2POOL GLOBALPOOL FC FLATTEN BN DROPOUT LINEAR THRESHOLD SIGMOID TANH RELU LEAKY PRELU SOFTMAX"
    ),
    ("RELU, CONV 10", "layer 2 (CONV 10), column 12: its size is missing; CONV 10 3x3 would do"),
    ("CONV 5x5", "layer 1 (CONV 5x5), column 6: its number of filters is missing; CONV 10 5x5 would do"),
    ("DWCONV", "layer 1 (DWCONV), column 1: its size is missing; DWCONV 3x3 would do"),
    (
      "CONV 6 5x5 3",
      "layer 1 (CONV 6 5x5 3), column 12: \"3\" is too much: the layer takes filters and size, no further number"
    ),
    ("RELU 3", "layer 1 (RELU 3), column 6: \"3\" is too much: the layer takes no number"),
    ("RELU up", "layer 1 (RELU up), column 6: \"up\" means nothing here; nothing follows the layer's name"),
    (
      "CONV 6 5x5 padding 2",
      "layer 1 (CONV 6 5x5 padding 2), column 12: \"padding\" means nothing here; it takes filters, size, stride, pad, dilation, groups, nobias"
    ),
    (
      "FC 10 stride 2",
      "layer 1 (FC 10 stride 2), column 7: \"stride\" means nothing here; it takes units, nobias"
    ),
    ("CONV 6 5x5 pad 1 pad 2", "layer 1 (CONV 6 5x5 pad 1 pad 2), column 18: pad stands twice"),
    ("GLOBALPOOL max average", "layer 1 (GLOBALPOOL max average), column 16: max or average stands twice"),
    (
      "CONV 6 5x5 pad",
      "layer 1 (CONV 6 5x5 pad), column 12: a value is missing after pad, as in pad 1 or pad same"
    ),
    (
      "CONV 6 5x5 stride, RELU",
      "layer 1 (CONV 6 5x5 stride), column 12: a value is missing after stride, as in stride 2"
    ),
    (
      "CONV 6 5x5x5",
      "layer 1 (CONV 6 5x5x5), column 8: the size \"5x5x5\" is not a size: write 3 or 3x5 (height x width)"
    ),
    (
      "CONV 6 5x5 pad some",
      "layer 1 (CONV 6 5x5 pad some), column 16: the padding \"some\" is not a size: write 3 or 3x5 (height x width)"
    ),
    ("CONV 6.5 5x5", "layer 1 (CONV 6.5 5x5), column 6: the number of filters \"6.5\" is not a whole number"),
    (
      "CONV 0 5x5",
      "layer 1 (CONV 0 5x5), column 6: the number of filters 0 is out of range; it can be 1 to 1,000,000"
    ),
    (
      "FC 99999999999999999999",
      "layer 1 (FC 99999999999999999999), column 4: the number of units 99999999999999999999 is out of range; it can be 1 to 1,000,000"
    ),
    ("CONV 6 0x5", "layer 1 (CONV 6 0x5), column 8: the size 0x5 is out of range; it can be 1 to 1,000,000"),
    (
      "CONV 6 5x5 stride 0",
      "layer 1 (CONV 6 5x5 stride 0), column 19: the stride 0 is out of range; it can be 1 to 1,000,000"
    ),
    (
      "CONV 6 5x5 pad 1000001",
      "layer 1 (CONV 6 5x5 pad 1000001), column 16: the padding 1000001 is out of range; it can be 0 to 1,000,000"
    ),
    (
      "DROPOUT 1",
      "layer 1 (DROPOUT 1), column 9: the rate 1 is out of range; it can be 0 up to 1, without 1 itself"
    ),
    ("DROPOUT 1e", "layer 1 (DROPOUT 1e), column 9: the rate \"1e\" is not a number"),
    ("LEAKY 1e999", "layer 1 (LEAKY 1e999), column 7: the slope 1e999 is out of range; it can be 0 or more"),
    (
      "MAXPOOL 2 pad 2",
      "layer 1 (MAXPOOL 2 pad 2), column 15: a padding of 2 is more than half of the 2x2 window; up to 1 would do"
    ),
    (
      "MAXPOOL 3 pad same",
      "layer 1 (MAXPOOL 3 pad same), column 15: pooling pads as much on both sides; \"ceil\" keeps what is left over at the end"
    ),
    (
      "CONV 6 3x3 groups 4",
      "layer 1 (CONV 6 3x3 groups 4), column 19: 6 filters cannot be shared equally by 4 groups"
    ),
    ("RE\u{1b}LU", "layer 1 (RE\\u{1b}LU), column 1: \"RE\\u{1b}LU\" is no layer; did you mean RELU?"),
  ]

  @Test(arguments: refusals)
  func refuses(_ text: String, with sentence: String) {
    let error = #expect(throws: NetworkNotationError.self) { try Network(parsing: text) }
    #expect(error?.description == sentence)
    #expect(error?.fault == .request)
  }

  @Test func refusesWhatIsTooLong() {
    let error = #expect(throws: NetworkNotationError.self) {
      try Network(parsing: String(repeating: " ", count: 10_000) + "FC")
    }
    #expect(error?.description == "the network is beyond the limit of 10,000 characters")
  }

  @Test func namesOfPresets() throws {
    #expect(try NetworkSource(parsing: " LeNet5") == .preset(.lenet5))
    #expect(try NetworkSource(parsing: "digits-cnn").text == "digits-cnn")
    #expect(try NetworkSource(parsing: "FC").text == "FC 10")
    let error = #expect(throws: NetworkNotationError.self) { try NetworkSource(parsing: "vgg") }
    #expect(error?.description == "there is no network called \"vgg\"; did you mean vgg16 or vgg19?")
    #expect(throws: NetworkNotationError.self) { try NetworkSource(parsing: "RELUU") }
  }

  /// Random networks in random spelling read back as what their own text says.
  @Test func readsItsOwnText() throws {
    var draft = NetworkDraft(seed: 1)
    for _ in 0..<2000 {
      let typed = draft.text(depth: 0) + ", FC 2"
      let network = try Network(parsing: typed)
      #expect(try Network(parsing: network.description) == network, "\(typed)")
      #expect(try Network(parsing: typed.lowercased()) == network, "\(typed)")
    }
  }

  /// Whatever is typed, an answer comes.
  @Test func damagedTextsAreAnswered() {
    var (draft, generator) = (NetworkDraft(seed: 2), SplitMix64(seed: 3))
    let signs = Array("[]x,- 0123456789.eECONVpad×−")
    for _ in 0..<3000 {
      var characters = Array(draft.text(depth: 0))
      for _ in 0..<generator.integer(in: 1...4) where !characters.isEmpty {
        let place = generator.integer(in: 0...characters.count - 1)
        switch generator.integer(in: 0...2) {
        case 0: characters.remove(at: place)
        case 1: characters.insert(signs[generator.integer(in: 0...signs.count - 1)], at: place)
        default: characters[place] = signs[generator.integer(in: 0...signs.count - 1)]
        }
      }
      do {
        let network = try Network(parsing: String(characters))
        #expect(network.layers.count <= 256)
      } catch {
        #expect(!error.description.isEmpty && error.column <= characters.count + 1)
      }
    }
  }
}
