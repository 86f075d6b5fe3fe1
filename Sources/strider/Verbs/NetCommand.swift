import ArgumentParser
import Labs
import Learning

/// `strider net`: a network in its lab, or printed as ``ShapesCommand`` does.
struct NetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "net",
    abstract: "Look into a network, layer by layer; change it and compare it.",
    usage: "strider net [<network>] [--input <shape>] [--json] [--text] [<options>]",
    discussion: """
      A network is layers as strider shapes takes them, or one of \
      \(NetworkPreset.allCases.map(\.name).joined(separator: " ")). \
      For example: strider net "[CONV-RELU-POOL]x2, FC 10" --input 32x32x3
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("The layers in quotes, or a name. (default: lenet5)", valueName: "network"))
  var network: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "32x32x3 (height x width x channels), 28x28 for one channel, 20 for a vector.", valueName: "shape"))
  var input: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let scene = try scene()
    if output.opensLab { return try LabSession.run(Screen(scene: Scene(scene)), look) }
    let shaped = try ShapedNetwork(scene.network.network, input: scene.input)
    try output.print(json: ShapesCommand.json(shaped), text: ShapesReport(scene.network, shaped).report)
  }

  /// What the options describe.
  func scene() throws -> NetworkScene {
    let text =
      network.isEmpty
      ? "lenet5"
      : try OptionText.only(
        network, name: "a network", example: "strider net \"CONV 6 5x5, FC 10\" --input 28x28")
    let source = try NetworkSource(parsing: text)
    return NetworkScene(source, input: try ShapesCommand.volume(input, for: source))
  }
}
