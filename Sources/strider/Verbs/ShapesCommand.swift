import ArgumentParser
import Learning

/// `strider shapes`: what every layer of a network gives, learns, multiplies and sees.
struct ShapesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shapes",
    abstract: "Follow the shapes through a network, and count its parameters.",
    usage: "strider shapes <network> [--input <shape>] [--json] [--text]",
    discussion: """
      A network is layers parted by commas, [...]x2 repeats some, or one of \
      \(NetworkPreset.allCases.map(\.name).joined(separator: " ")). Layers: CONV filters size, DWCONV size, MAXPOOL AVGPOOL \
      SUMPOOL L2POOL size, each with stride, pad, dilation, groups, ceil where they have it; GLOBALPOOL max, FC units, FLATTEN, \
      BN, DROPOUT rate, LINEAR THRESHOLD SIGMOID TANH RELU LEAKY PRELU SOFTMAX. Networks with a name have an input of their own. \
      For example: strider shapes "[CONV-RELU-POOL]x2, FC 10" --input 32x32x3
      """)

  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("The layers in quotes, or a name.", valueName: "network"))
  var network: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "32x32x3 (height x width x channels), 28x28 for one channel, 20 for a vector.", valueName: "shape"))
  var input: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let text = try OptionText.only(
      network, name: "a network", example: "strider shapes \"[CONV-RELU-POOL]x2, FC 10\" --input 32x32x3")
    let source = try NetworkSource(parsing: text)
    let shaped = try ShapedNetwork(source.network, input: Self.volume(input, for: source))
    try output.print(json: Self.json(shaped), text: ShapesReport(source, shaped).report)
  }

  /// The input that was given, or the preset's own.
  static func volume(_ input: String?, for source: NetworkSource) throws -> Volume {
    if let input { return try OptionText("--input", input).volume() }
    if case .preset(let preset) = source { return preset.input }
    let sentence = "typed layers need an input: write for example --input 32x32x3"
    throw UsageError.refused(option: "--input", sentence: sentence, fault: .request)
  }

  static func json(_ network: ShapedNetwork) -> JSON {
    .object([
      "layers": .array(
        network.layers.map { layer in
          .object([
            "layer": .string(layer.layer.description), "shape": .numbers(layer.output.sizes),
            "parameters": .number(layer.parameters), "multiply_adds": .number(layer.multiplyAdds),
            "receptive_field": .numbers(layer.receptiveField.sizes),
          ])
        }),
      "parameters": .number(network.parameters), "multiply_adds": .number(network.multiplyAdds),
    ])
  }
}

extension OptionText {
  /// `32x32x3`, `28x28` or `20`.
  func volume() throws -> Volume {
    try refusals { () throws(VolumeError) in try Volume(parsing: text) }
  }
}
