import ArgumentParser
import Autodiff
import Labs
import Learning

/// `strider layer`: a convolution with several channels and filters, in its lab or printed.
struct LayerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layer",
    abstract: "Convolve several channels with several filters.",
    discussion: """
      Channels, and the kernels of a filter, are rows of numbers parted by a slash between blanks; --filter is given once for \
      each filter. Without either it is the layer of the lab, three channels and two filters. \
      For example: strider layer --channels "1 2; 3 4 / 5 6; 7 8" --filter "1 0; 0 1 / 0 1; 1 0" --bias 1 --json
      """)

  @Option(parsing: .unconditional, help: "The channels: rows parted by slashes, or a CSV file.")
  var channels: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help:
      "A filter: rows of a kernel for each channel of its group, parted by slashes. Repeat it for more filters."
  )
  var filter: [String] = []

  @Option(parsing: .unconditional, help: "A bias for each filter, as in \"1 -1\". (default: zeros)")
  var bias: String?

  @Option(
    parsing: .unconditional,
    help: "Zeros on each side: 1, 1x2 (height x width), top,left,bottom,right, or same.")
  var padding: String?

  @Option(parsing: .unconditional, help: "Step from window to window.")
  var stride: String?

  @Option(parsing: .unconditional, help: "Distance between a kernel's cells; 1 leaves no gaps.")
  var dilation: String?

  @Option(parsing: .unconditional, help: "Runs of channels and filters that do not see one another.")
  var groups: String?

  @Flag(help: "Replace negative totals by 0.")
  var relu = false

  @Option(parsing: .unconditional, help: "Open up one output cell: FILTER,ROW,COL counted from 0.")
  var at: String?

  @Option(
    parsing: .unconditional,
    help: "Gradients that come back to the maps: rows for each filter, parted by slashes.")
  var upstream: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    var scene = try scene()
    let layer = try scene.layer()
    let place = try at.map { try OptionText("--at", $0).cell(of: layer) }
    let step = try place.map { try layer.step(filter: $0.filter, at: $0.cell) }
    let gradients = try scene.upstream.map { try layer.gradients(upstream: $0) }
    if output.opensLab {
      if let place {
        scene.step = place.filter * layer.geometry.steps + layer.geometry.step(at: place.cell) + 1
      }
      if gradients != nil { scene.view = .backward }
      return try LabSession.run(Screen(scene: Scene(scene)), look)
    }
    try output.print(
      json: json(layer, step, gradients),
      text: LayerReport(layer, place, step, scene.upstream, gradients).report)
  }

  /// What the options describe.
  func scene() throws -> LayerScene {
    var scene = try numbers()
    if let bias {
      let biases = try OptionText("--bias", bias).list()
      guard biases.count == scene.filters.count else {
        throw LayerError.biasCount(biases.count, filters: scene.filters.count)
      }
      scene.filters = zip(scene.filters, biases).map { .init(kernels: $0.kernels, bias: $1) }
    }
    let (sides, rule) = try OptionText.padding(padding, rule: nil)
    scene.padding = sides ?? scene.padding
    scene.rule = rule ?? scene.rule
    if let stride { scene.stride = try OptionText("--stride", stride).extent() }
    if let dilation { scene.dilation = try OptionText("--dilation", dilation).extent() }
    if let groups { scene.groups = try OptionText("--groups", groups).integer(in: 1...Limits.side) }
    scene.hasReLU = relu || scene.hasReLU
    scene.upstream = try upstream.map { try OptionText("--upstream", $0).channels().1 }
    return scene
  }

  private func numbers() throws -> LayerScene {
    guard channels != nil || !filter.isEmpty else { return LayerPreset.cs231n.scene }
    guard let channels else {
      throw UsageError.refused(
        option: "--channels", sentence: "filters need channels, as in --channels \"1 2; 3 4 / 5 6; 7 8\"",
        fault: .request)
    }
    guard !filter.isEmpty else {
      throw UsageError.refused(
        option: "--filter", sentence: "channels need a filter, as in --filter \"1 0; 0 1 / 0 1; 1 0\"",
        fault: .request)
    }
    return LayerScene(
      channels: try OptionText("--channels", channels).channels().1,
      filters: try filter.map { .init(kernels: try OptionText("--filter", $0).channels().1) })
  }

  private func json(
    _ layer: ConvolutionLayer, _ step: LayerStep?, _ gradients: LayerGradients?
  ) -> JSON {
    let windows = layer.geometry.windows
    var members: [String: JSON] = [
      "output": .array(layer.output().map(JSON.grid)),
      "shape": .numbers([windows.height, windows.width, layer.filters.count]),
      "parameters": .number(layer.parameterCount),
    ]
    if let step {
      members["windows"] = .array(step.channels.map { .grid($0.window) })
      members["products"] = .array(step.channels.map { .grid($0.products) })
      members["sums"] = .list(step.channels.map(\.sum))
      members["sum"] = .number(step.sum)
      members["value"] = .number(step.value)
    }
    if let gradients {
      members["grad_channels"] = .array(gradients.channels.map(JSON.grid))
      members["grad_filters"] = .array(gradients.filters.map { .array($0.kernels.map(JSON.grid)) })
      members["grad_bias"] = .list(gradients.filters.map(\.bias))
    }
    return .object(members)
  }
}

extension OptionText {
  /// `FILTER,ROW,COL`, counted from 0, inside the output.
  fileprivate func cell(of layer: ConvolutionLayer) throws -> (filter: Int, cell: Position) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Int(part.filter { $0 != " " })
    }
    guard parts.count == 3, let filter = parts[0], let row = parts[1], let column = parts[2] else {
      throw UsageError.malformed(
        option: name, text: text, form: "a position: write FILTER,ROW,COL counted from 0, as in 0,1,2")
    }
    guard layer.filters.indices.contains(filter) else {
      let sentence =
        "there is no filter \(filter); they are counted from 0, and the last is \(layer.filters.count - 1)"
      throw UsageError.refused(option: name, sentence: sentence, fault: .data)
    }
    return (filter, Position(row: row, column: column))
  }
}
