import ArgumentParser
import Learning

/// `strider conv1d`: a kernel sliding over a signal.
struct Conv1DCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conv1d",
    abstract: "Slide a kernel over a signal of one dimension.",
    discussion: """
      Modes: full keeps every position with any overlap, same as many results as the signal has samples, valid only \
      positions where the kernel lies fully inside. \
      For example: strider conv1d --signal "0 1 2 3 4" --kernel "1 -1 2" --flip
      """)

  @Option(parsing: .unconditional, help: "The signal: numbers or a CSV file.")
  var signal: String

  @Option(parsing: .unconditional, help: "The kernel: numbers or a CSV file.")
  var kernel: String

  @Option(parsing: .unconditional, help: "full, same or valid.")
  var mode = "full"

  @Flag(help: "Reverse the kernel first.")
  var flip = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let convolution = try Convolution1D(
      signal: OptionText("--signal", signal).list(), kernel: OptionText("--kernel", kernel).list(),
      mode: OptionText("--mode", mode).choice(), flipped: flip)
    try output.print(
      json: .object(["output": .numbers(convolution.output())]), text: report(convolution))
  }

  private func report(_ convolution: Convolution1D) throws -> Report {
    let (n, m) = (convolution.signal.count, convolution.kernel.count)
    var report = Report(
      "Convolution of a signal (\(Plural.count(n, "sample"))) with a kernel (\(Plural.count(m, "weight")))")
    report.pairs([
      ("kind", flip ? "convolution (reversed kernel)" : "cross-correlation (kernel not reversed)"),
      ("signal", Self.list(convolution.signal)),
      ("kernel", Self.list(convolution.appliedKernel) + (flip ? ", reversed" : "")),
      ("size", "\(mode): \(Self.size(convolution.mode, n, m)) = \(convolution.count)"),
      ("output", Self.list(convolution.output())),
    ])
    report.section("Step by step")
    let shown = min(convolution.count, 64)
    report.pairs(
      try (0..<shown).map { (name: "\($0)", value: try convolution.step($0).arithmetic(digits: 6)) })
    if shown < convolution.count { report.line("  and \(convolution.count - shown) more") }
    return report
  }

  private static func size(_ mode: SignalMode, _ n: Int, _ m: Int) -> String {
    switch mode {
    case .full: "\(n) + \(m) - 1"
    case .same: "as many as samples"
    case .valid: "\(n) - \(m) + 1"
    }
  }

  private static func list(_ numbers: [Double]) -> String {
    numbers.map { Numeral.format($0, digits: 6) }.joined(separator: " ")
  }
}
