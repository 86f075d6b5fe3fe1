import ArgumentParser
import Learning

/// `strider size`: the output size of a convolution or pooling.
struct SizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: "Work out the output size of a convolution or pooling.",
    discussion: """
      Sizes are written 7 or 7x9 (height x width). The rule says what happens when the stride leaves a remainder: \
      floor drops it, exact answers "cannot", same pads so that ceil(n / s) windows fit. \
      For example: strider size --input 7 --kernel 3 --padding 1 --stride 2
      """)

  @Option(parsing: .unconditional, help: "Input size.")
  var input: String

  @Option(parsing: .unconditional, help: "Kernel size.")
  var kernel: String

  @Option(parsing: .unconditional, help: "Zeros added on each side.")
  var padding = "0"

  @Option(parsing: .unconditional, help: "Step from window to window.")
  var stride = "1"

  @Option(parsing: .unconditional, help: "Distance between the kernel's cells; 1 leaves no gaps.")
  var dilation = "1"

  @Option(parsing: .unconditional, help: "floor, exact or same.")
  var rule = "floor"

  @OptionGroup var output: OutputOptions

  func run() throws {
    let geometry = try ConvolutionGeometry(
      input: Given("--input", input).extent(), kernel: Given("--kernel", kernel).extent(),
      padding: Given("--padding", padding).extent(), stride: Given("--stride", stride).extent(),
      dilation: Given("--dilation", dilation).extent(), rule: Given("--rule", rule).choice())
    try output.print(json: json(geometry), text: report(geometry))
  }

  private func json(_ geometry: ConvolutionGeometry) -> JSON {
    .object([
      "output": geometry.output.map(JSON.extent) ?? .null,
      "fits": .bool(geometry.fits),
      "unused": .extent(geometry.unused),
      "never_touched": .array([
        .numbers(geometry.rows.neverTouched), .numbers(geometry.columns.neverTouched),
      ]),
      "span": .extent(geometry.span),
      "formula": .string(geometry.formula),
    ])
  }

  private func report(_ geometry: ConvolutionGeometry) -> Report {
    var report = Report("Output size")
    var settings = [("input", geometry.input.product)]
    if geometry.rule != .same { settings.append(("padding", geometry.padding.description)) }
    settings += [("kernel", geometry.kernel.product), ("stride", geometry.stride.description)]
    if let formula = geometry.spanFormula {
      settings += [
        ("dilation", geometry.dilation.description), ("span", "\(geometry.span.product): \(formula)"),
      ]
    }
    report.pairs(settings + [("rule", geometry.rule.explanation)])
    report.section("Result")
    report.pairs([
      ("output", geometry.output?.product ?? "cannot: the stride leaves a remainder"),
      ("formula", geometry.formula),
      ("left over", geometry.leftOver),
      ("never touched", geometry.neverTouched),
    ])
    return report
  }
}

extension SizeRule {
  fileprivate var explanation: String {
    switch self {
    case .floor: "floor: what is left over is not used"
    case .exact: "exact: \"cannot\" when something is left over"
    case .same: "same: ceil(n / s), with the padding that takes"
    }
  }
}

extension ConvolutionGeometry {
  fileprivate var padding: Extent { Extent(height: rows.padding, width: columns.padding) }

  /// The rows and columns that no window reaches, in words.
  var leftOver: String {
    let parts = [(unused.height, "row"), (unused.width, "column")].filter { $0.0 > 0 }
    guard !parts.isEmpty else { return "nothing" }
    return parts.map { Plural.count($0, $1) }.joined(separator: " and ")
  }

  fileprivate var neverTouched: String {
    let (rows, columns) = (rows.neverTouched, columns.neverTouched)
    guard !rows.isEmpty || !columns.isEmpty else { return "nothing" }
    return "rows: \(IndexRanges.text(rows)); columns: \(IndexRanges.text(columns))"
  }
}
