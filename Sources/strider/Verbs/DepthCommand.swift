import ArgumentParser
import Labs
import Learning

/// `strider depth`: what happens to signals and gradients on their way through many layers.
struct DepthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "depth",
    abstract: "Send a signal through many layers, and its gradient back.",
    discussion: """
      With --weights, a chain of single neurons, y = φ(w·x), and L = ½(t - y)² at its end. With --layers, wide layers \
      without biases, inputs of N(0, 1), and a gradient of N(0, 1) that comes back to the last. \
      Activations: \(Activation.allCases.map(\.rawValue).joined(separator: " ")). \
      Initialisations: \(Initialisation.names.joined(separator: " ")). \
      For example: strider depth --weights "0.5 0.5 0.5 0.5" --activation sigmoid --target 1
      """)

  @Option(
    parsing: .unconditional, help: "The weights of a chain, one for each neuron. (default: 0.8 six times)")
  var weights: String?

  @Option(parsing: .unconditional, help: "What goes into the chain. (default: 1)")
  var input: String?

  @Option(parsing: .unconditional, help: "What the chain should give. (default: 0)")
  var target: String?

  @Option(parsing: .unconditional, help: "What each neuron makes of its sum.")
  var activation = "tanh"

  @Flag(help: "Add to the output of every layer what went in.")
  var skip = false

  @Option(parsing: .unconditional, help: "The number of wide layers.")
  var layers: String?

  @Option(parsing: .unconditional, help: "Neurons of each wide layer. (default: 64)")
  var width: String?

  @Option(
    name: .customLong("init"), parsing: .unconditional, help: "How their weights are drawn. (default: xavier)"
  )
  var initialisation: String?

  @Option(parsing: .unconditional, help: "Samples that go through wide layers together. (default: 64)")
  var batch: String?

  @Option(
    parsing: .unconditional, help: "Seed of weights, inputs and the gradient that comes back. (default: 1)")
  var seed: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    if layers != nil {
      try refuse(of: "--weights", [("--weights", weights), ("--input", input), ("--target", target)])
      let settings = try settings()
      if output.opensLab {
        var scene = try DepthScene()
        scene.view = .layers
        try scene.setStack(settings)
        (scene.activation, scene.hasSkip) = (settings.activation, settings.hasSkip)
        return try open(scene)
      }
      let stack = try LayerStack(settings)
      return try output.print(json: json(stack), text: DepthReport(stack).report)
    }
    try refuse(
      of: "--layers", [("--width", width), ("--init", initialisation), ("--batch", batch), ("--seed", seed)])
    let chain = try NeuronChain(
      weights: weights.map { try OptionText("--weights", $0).list() } ?? [Double](repeating: 0.8, count: 6),
      input: OptionText("--input", input ?? "1").number(),
      target: OptionText("--target", target ?? "0").number(),
      activation: OptionText("--activation", activation).choice(), skip: skip)
    if output.opensLab {
      var scene = try DepthScene(chain.layers.map(\.weight))
      try scene.setInput(chain.input)
      try scene.setTarget(chain.target)
      (scene.activation, scene.hasSkip) = (chain.activation, chain.hasSkip)
      return try open(scene)
    }
    try output.print(json: json(chain), text: DepthReport(chain).report)
  }

  /// Opens the lab with all layers worked out.
  private func open(_ scene: DepthScene) throws {
    try LabSession.run(Screen(scene: Scene(scene.at(step: scene.steps))), look)
  }

  /// Refuses an option that says something about the other kind of network.
  private func refuse(of kind: String, _ options: [(name: String, text: String?)]) throws {
    guard let option = options.first(where: { $0.text != nil }) else { return }
    if option.name == kind { throw UsageError.conflict("--weights", "--layers") }
    throw UsageError.refused(
      option: option.name,
      sentence:
        "it is for \(kind == "--layers" ? "wide layers: give --layers" : "a chain: give --weights, without --layers")",
      fault: .request)
  }

  private func settings() throws -> LayerStack.Settings {
    var settings = LayerStack.Settings()
    settings.layers = try OptionText("--layers", layers ?? "").integer(in: LayerStack.layerCounts)
    if let width { settings.width = try OptionText("--width", width).integer(in: LayerStack.widths) }
    if let batch { settings.batch = try OptionText("--batch", batch).integer(in: LayerStack.batches) }
    if let text = initialisation {
      settings.initialisation = try OptionText("--init", text).refusals { () throws(DepthError) in
        try Initialisation(parsing: text)
      }
    }
    settings.activation = try OptionText("--activation", activation).choice()
    settings.hasSkip = skip
    if let seed { settings.seed = try OptionText("--seed", seed).seed() }
    return settings
  }

  private func json(_ chain: NeuronChain) -> JSON {
    .object([
      "layers": .array(
        chain.layers.map { layer in
          .object([
            "net": .number(layer.net), "output": .number(layer.output), "gradient": .number(layer.gradient),
            "weight_gradient": .number(layer.weightGradient),
          ])
        })
    ])
  }

  private func json(_ stack: LayerStack) -> JSON {
    .object([
      "layers": .array(
        stack.layers.map { layer in
          .object([
            "output_mean": .number(layer.outputMean), "output_deviation": .number(layer.outputDeviation),
            "gradient_deviation": .number(layer.gradientDeviation),
          ])
        })
    ])
  }
}
