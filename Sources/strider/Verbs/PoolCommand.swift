import ArgumentParser
import Learning

/// `strider pool`: the windows of a grid reduced to one number each.
struct PoolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pool",
    abstract: "Reduce the windows of a grid to one number each.",
    discussion: """
      Padding counts as 0 in average, sum and l2, and never wins in max. A slash between blanks parts the channels of an \
      image, as in "1 2; 3 4 / 5 6; 7 8": each is pooled on its own, or with --across all of them place by place. \
      For example: strider pool --grid kcl --kind max --size 2
      """)

  @Option(parsing: .unconditional, help: "The grid: rows, channels of rows, a preset or a CSV file.")
  var grid = "galway"

  @Option(parsing: .unconditional, help: "max, average, sum or l2.")
  var kind = "max"

  @Option(parsing: .unconditional, help: "Size of the window: 2, or 2x3 (height x width). (default: 2)")
  var size: String?

  @Option(parsing: .unconditional, help: "Step from window to window. (default: the size)")
  var stride: String?

  @Option(
    parsing: .unconditional,
    help: "Padding on each side: 1, 1x2 (height x width), top,left,bottom,right or same. (default: 0)")
  var padding: String?

  @Option(
    parsing: .unconditional, help: "Distance between the window's cells; 1 leaves no gaps. (default: 1)")
  var dilation: String?

  @Option(parsing: .unconditional, help: "floor, exact, same or ceil, as for size. (default: floor)")
  var rule: String?

  @Flag(help: "Divide an average by the cells inside the input alone.")
  var excludePadding = false

  @Flag(help: "Pool over the channels, place by place.")
  var across = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let kind: PoolingKind = try OptionText("--kind", kind).choice()
    let (title, channels) = try OptionText("--grid", grid).channels()
    if across { return try poolAcross(channels, kind, of: title) }
    let poolings = try channels.map { try pooling(of: $0, kind) }
    try output.print(json: json(poolings), text: PoolReport(poolings, of: title).report)
  }

  private func pooling(of channel: Grid, _ kind: PoolingKind) throws -> Pooling {
    if excludePadding, kind != .average {
      throw UsageError.refused(
        option: "--exclude-padding", sentence: "only an average is divided by a number of cells",
        fault: .request)
    }
    let asked = try OptionText.padding(padding, rule: rule)
    return try Pooling(
      input: channel, kind: kind, size: size.map { try OptionText("--size", $0).extent() } ?? 2,
      stride: stride.map { try OptionText("--stride", $0).extent() }, padding: asked.sides ?? 0,
      dilation: dilation.map { try OptionText("--dilation", $0).extent() } ?? 1, rule: asked.rule ?? .floor,
      excludesPadding: excludePadding)
  }

  private func poolAcross(_ channels: [Grid], _ kind: PoolingKind, of title: String) throws {
    let options = [
      ("--size", size), ("--stride", stride), ("--padding", padding), ("--dilation", dilation),
      ("--rule", rule), ("--exclude-padding", excludePadding ? "" : nil),
    ]
    if let (option, _) = options.first(where: { $0.1 != nil }) {
      throw UsageError.conflict("--across", option)
    }
    let pooled = try poolAcrossChannels(channels, kind: kind)
    var report = Report("Pooling across \(title): \(kind.result) of each place")
    report.section("Output, \(pooled.extent.product)")
    report.rows(pooled)
    try output.print(json: .object(["output": .grid(pooled), "shape": .extent(pooled.extent)]), text: report)
  }

  /// One grid, or a list of them for several channels, whose number then ends the shape; nothing where the exact rule says
  /// "cannot".
  private func json(_ poolings: [Pooling]) -> JSON {
    let geometry = poolings[0].geometry
    guard geometry.output != nil else { return .object(["output": .null, "shape": .null]) }
    let outputs = poolings.map { JSON.grid($0.output()) }
    guard outputs.count > 1 else {
      return .object(["output": outputs[0], "shape": .extent(geometry.windows)])
    }
    let shape = [geometry.windows.height, geometry.windows.width, outputs.count]
    return .object(["output": .array(outputs), "shape": .numbers(shape)])
  }
}
