import ArgumentParser
import Learning

/// `strider size`: the output size of a convolution or pooling.
struct SizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: "Work out the output size of a convolution or pooling.",
    discussion: """
      Sizes are written 7 or 7x9 (height x width). The rule says what happens when the stride leaves a remainder: \
      floor drops it, exact answers "cannot", same pads so that ceil(n / s) windows fit, ceil lets a last window reach \
      beyond the padding, as PyTorch's ceil_mode does. \
      For example: strider size --input 7 --kernel 3 --padding 1 --stride 2
      """)

  @Option(parsing: .unconditional, help: "Input size.")
  var input: String

  @Option(parsing: .unconditional, help: "Kernel size.")
  var kernel: String

  @Option(
    parsing: .unconditional,
    help: "Zeros on each side: 1, 1x2 (height x width), top,left,bottom,right or same.")
  var padding = "0"

  @Option(parsing: .unconditional, help: "Step from window to window.")
  var stride = "1"

  @Option(parsing: .unconditional, help: "Distance between the kernel's cells; 1 leaves no gaps.")
  var dilation = "1"

  @Option(parsing: .unconditional, help: "floor, exact, same or ceil. (default: floor)")
  var rule: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let asked = try OptionText.padding(padding, rule: rule)
    let geometry = try ConvolutionGeometry(
      input: OptionText("--input", input).extent(), kernel: OptionText("--kernel", kernel).extent(),
      padding: asked.sides ?? 0, stride: OptionText("--stride", stride).extent(),
      dilation: OptionText("--dilation", dilation).extent(), rule: asked.rule ?? .floor)
    try output.print(json: json(geometry), text: report(geometry))
  }

  private func json(_ geometry: ConvolutionGeometry) -> JSON {
    var members: [String: JSON] = [
      "output": geometry.output.map(JSON.extent) ?? .null,
      "fits": .bool(geometry.fits),
      "unused": .extent(geometry.unused),
      "never_touched": .array([
        .numbers(geometry.rows.neverTouched), .numbers(geometry.columns.neverTouched),
      ]),
      "span": .extent(geometry.span),
      "formula": .string(geometry.formula),
    ]
    if geometry.rule == .same { members["padding"] = .padding(geometry.padding) }
    return .object(members)
  }

  private func report(_ geometry: ConvolutionGeometry) -> Report {
    var report = Report("Output size")
    var settings = [
      ("input", geometry.input.product), ("padding", geometry.padding.words),
      ("kernel", geometry.kernel.product), ("stride", geometry.stride.description),
    ]
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

extension Padding {
  /// `1`, `1x2`, and where the sides of an axis differ each of them.
  var words: String {
    isEven ? description : "top \(top), left \(left), bottom \(bottom), right \(right)"
  }
}

extension SizeRule {
  var explanation: String {
    switch self {
    case .floor: "floor: what is left over is not used"
    case .exact: "exact: \"cannot\" when something is left over"
    case .same: "same: ceil(n / s), with the padding that takes"
    case .ceil: "ceil: one window more for what is left over, if it begins inside"
    }
  }
}

extension ConvolutionGeometry {
  /// The rows and columns that the last windows leave over or reach beyond, in words.
  var leftOver: String {
    func words(_ height: Int, _ width: Int) -> String? {
      let parts = [(height, "row"), (width, "column")].filter { $0.0 > 0 }
      return parts.isEmpty ? nil : parts.map { Plural.count($0, $1) }.joined(separator: " and ")
    }
    let beyond = words(rows.overhang, columns.overhang).map { "; the last windows reach \($0) beyond" } ?? ""
    let left = words(rows.overhang > 0 ? 0 : unused.height, columns.overhang > 0 ? 0 : unused.width)
    return (left ?? "nothing") + beyond
  }

  fileprivate var neverTouched: String {
    let (rows, columns) = (rows.neverTouched, columns.neverTouched)
    guard !rows.isEmpty || !columns.isEmpty else { return "nothing" }
    return "rows: \(IndexRanges.text(rows)); columns: \(IndexRanges.text(columns))"
  }
}
