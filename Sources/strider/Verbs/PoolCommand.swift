import ArgumentParser
import Learning

/// `strider pool`: the windows of a grid reduced to one number each.
struct PoolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pool",
    abstract: "Reduce the windows of a grid to one number each.",
    discussion: """
      Padding counts as 0 in average, sum and l2, and never wins in max. \
      For example: strider pool --grid kcl --kind max --size 2
      """)

  @Option(parsing: .unconditional, help: "The grid: rows, a preset or a CSV file.")
  var grid = "galway"

  @Option(parsing: .unconditional, help: "max, average, sum or l2.")
  var kind = "max"

  @Option(parsing: .unconditional, help: "Size of the window: 2, or 2x3 (height x width).")
  var size = "2"

  @Option(parsing: .unconditional, help: "Step from window to window. (default: the size)")
  var stride: String?

  @Option(parsing: .unconditional, help: "Padding on each side.")
  var padding = "0"

  @OptionGroup var output: OutputOptions

  func run() throws {
    let source = try Given("--grid", grid).grid()
    let pooling = try Pooling(
      input: source.grid, kind: Given("--kind", kind).choice(), size: Given("--size", size).extent(),
      stride: stride.map { try Given("--stride", $0).extent() }, padding: Given("--padding", padding).extent()
    )
    try output.print(
      json: .object(["output": .grid(pooling.output()), "shape": .extent(pooling.geometry.windows)]),
      text: report(pooling, of: source))
  }

  private func report(_ pooling: Pooling, of source: GridSource) throws -> Report {
    let geometry = pooling.geometry
    var report = Report("Pooling of \(source.title): \(pooling.kind.explanation)")
    report.pairs([
      ("window", geometry.kernel.product), ("stride", geometry.stride.description),
      ("padding", Extent(height: geometry.rows.padding, width: geometry.columns.padding).description),
      ("size", geometry.formula),
    ])
    report.section("Input, \(geometry.input.product)")
    report.rows(pooling.input)
    report.section("Output, \(geometry.windows.product)")
    report.rows(pooling.output())
    guard geometry.steps <= 64, geometry.kernel.height * geometry.kernel.width <= 25 else { return report }
    report.section("Cell by cell")
    report.pairs(
      try (0..<geometry.steps).map { index in
        let position = geometry.position(ofStep: index)
        let step = try pooling.step(at: position)
        return ("row \(position.row), column \(position.column)", step.arithmetic(digits: 6))
      })
    return report
  }
}

extension PoolingKind {
  fileprivate var explanation: String {
    switch self {
    case .max: "the largest cell of each window"
    case .average: "the average of each window"
    case .sum: "the sum of each window"
    case .l2: "the root of the sum of squares of each window"
    }
  }
}
