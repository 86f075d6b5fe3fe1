import ArgumentParser
import Learning

/// `strider loss`: how far outputs are from targets.
struct LossCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loss",
    abstract: "Work out a loss of outputs against targets, and its gradient by each output.",
    usage: "strider loss <loss> --output <outputs> --target <targets> [--json] [--text]",
    discussion: """
      Losses: \(Loss.allCases.map(\.rawValue).joined(separator: " ")). Cross-entropies take probabilities; for scores \
      there is strider softmax. \
      For example: strider loss mse --output "2.5 0 2 8" --target "3 -0.5 2 7"
      """)

  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("Which loss.", valueName: "loss"))
  var loss: [String] = []

  @Option(
    name: .customLong("output"), parsing: .unconditional,
    help: "The outputs: numbers, or a CSV file of one row or column.")
  var outputs: String

  @Option(parsing: .unconditional, help: "What they should be, one each.")
  var target: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let text = try OptionText.only(
      loss, name: "a loss", example: "strider loss mse --output \"2.5 0\" --target \"3 -0.5\"")
    let loss: Loss = try OptionText("loss", text).choice()
    let (outputs, targets) = try (
      OptionText("--output", outputs).list(), OptionText("--target", target).list()
    )
    let result = try loss.evaluated(outputs, targets: targets)
    try output.print(
      json: .object([
        "value": .number(result.value), "gradient": result.gradient.map { .numbers($0) } ?? .null,
      ]),
      text: report(loss, result, outputs, targets))
  }

  private func report(_ loss: Loss, _ result: LossResult, _ outputs: [Double], _ targets: [Double]) -> Report
  {
    let text = { (value: Double) in Numeral.format(value, digits: 6) }
    var report = Report("The \(loss.title) of \(Plural.count(outputs.count, "output"))")
    report.pairs([("formula", loss.formula), ("value", arithmetic(loss, result))])
    report.section("Output by output")
    let slopes = result.gradient.map { $0.map(text) } ?? outputs.map { _ in "none" }
    report.table(
      ["output o", "target t", "term", "gradient"],
      outputs.indices.map { [text(outputs[$0]), text(targets[$0]), text(result.terms[$0]), slopes[$0]] })
    if result.gradient == nil {
      report.line(
        "  It counts, and counts are level almost everywhere: there is no gradient to descend along.")
    }
    if loss == .crossEntropy {
      let sum = outputs.reduce(0, +)
      if abs(sum - 1) > 1e-6 {
        report.line("  The outputs add up to \(text(sum)); probabilities of one choice add up to 1.")
      }
    }
    if result.value.isInfinite, loss == .crossEntropy || loss == .binaryCrossEntropy {
      report.line("  What came about was given the probability 0: no finite loss is large enough for that.")
    }
    if loss == .rootMeanSquared, result.value == 0 {
      report.line("  At 0 the root has no slope: 0/0 is nan, as in PyTorch.")
    }
    return report
  }

  /// The sum of the terms with what is done to it: `(0.25 + 0.25 + 0 + 1)/4 = 0.375`.
  private func arithmetic(_ loss: Loss, _ result: LossResult) -> String {
    let shown = result.terms.prefix(12).map { Numeral.factor($0) }
    let sum = shown.joined(separator: " + ") + (result.terms.count > shown.count ? " + …" : "")
    let value = Numeral.format(result.value, digits: 6)
    return switch loss {
    case .meanSquared, .meanAbsolute, .hinge, .binaryCrossEntropy: "(\(sum))/\(result.terms.count) = \(value)"
    case .rootMeanSquared: "√((\(sum))/\(result.terms.count)) = \(value)"
    case .sumOfSquares, .sumOfAbsolutes, .crossEntropy, .zeroOne: "\(sum) = \(value)"
    }
  }
}
