import ArgumentParser
import Labs
import Learning

/// `strider conv`: a kernel walking over a grid, in its lab or printed.
struct ConvCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conv",
    abstract: "Slide a kernel over a grid, step by step.",
    discussion: """
      A grid or kernel is rows of numbers such as "1 0 -1; 1 0 -1", else a preset, else a CSV file. \
      Grids: \(GridPreset.allCases.map(\.name).joined(separator: " ")). \
      Kernels: \(KernelPreset.allCases.map(\.name).joined(separator: " ")). \
      For example: strider conv --grid galway --kernel vertical-edge --padding 1 --json
      """)

  @Option(parsing: .unconditional, help: "The grid: rows, a preset or a CSV file.")
  var grid = "galway"

  @Option(
    parsing: .unconditional, help: "The kernel: rows, a preset or a CSV file. (default: the grid's own)")
  var kernel: String?

  @Option(
    parsing: .unconditional,
    help:
      "Zeros on each side: 1, 1x2 (height x width), top,left,bottom,right or same. (default: the grid's own)")
  var padding: String?

  @Option(parsing: .unconditional, help: "Step from window to window.")
  var stride = "1"

  @Option(parsing: .unconditional, help: "Distance between the kernel's cells; 1 leaves no gaps.")
  var dilation = "1"

  @Flag(help: "Turn the kernel by 180 degrees first.")
  var flip = false

  @Option(parsing: .unconditional, help: "Added to every sum.")
  var bias = "0"

  @Flag(help: "Replace negative results by 0.")
  var relu = false

  @Option(parsing: .unconditional, help: "Open up one output cell: ROW,COL counted from 0.")
  var at: String?

  @Option(parsing: .unconditional, help: "Rows of the gradient that comes back to the output.")
  var upstream: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    var scene = try scene()
    let convolution = try scene.convolution()
    let step = try at.map { try convolution.step(at: OptionText("--at", $0).position()) }
    let gradients = try scene.upstream.map { try convolution.gradients(upstream: $0) }
    if output.opensLab {
      if let step { scene.step = convolution.geometry.step(at: step.position) + 1 }
      return try LabSession.run(Screen(scene: Scene(scene)), look)
    }
    try output.print(
      json: json(convolution, step, gradients),
      text: ConvReport(scene, convolution, step, gradients).report)
  }

  /// What the options describe.
  func scene() throws -> ConvolutionScene {
    let asked = try OptionText.padding(padding, rule: nil)
    var scene = try ConvolutionScene(
      OptionText("--grid", grid).grid(), kernel.map { try OptionText("--kernel", $0).kernel() },
      padding: asked.sides)
    scene.rule = asked.rule ?? .floor
    scene.stride = try OptionText("--stride", stride).extent()
    scene.dilation = try OptionText("--dilation", dilation).extent()
    scene.isFlipped = flip
    scene.bias = try OptionText("--bias", bias).number()
    scene.hasReLU = relu
    if let upstream {
      scene.upstream = try OptionText("--upstream", upstream).rows()
      scene.view = .backward
    }
    return scene
  }

  private func json(
    _ convolution: Convolution, _ step: ConvolutionStep?, _ gradients: ConvolutionGradients?
  ) -> JSON {
    var members: [String: JSON] = [
      "output": .grid(convolution.output()), "shape": .extent(convolution.geometry.windows),
    ]
    if let step {
      members["window"] = .grid(step.window)
      members["products"] = .grid(step.products)
      members["sum"] = .number(step.sum)
    }
    if let gradients {
      members["grad_input"] = .grid(gradients.input)
      members["grad_kernel"] = .grid(gradients.kernel)
      members["grad_bias"] = .number(gradients.bias)
    }
    return .object(members)
  }
}
