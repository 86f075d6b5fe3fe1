import ArgumentParser
import Labs
import Learning

/// `strider softmax`: scores made probabilities.
struct SoftmaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "softmax",
    abstract: "Make probabilities of scores; with a true class, its cross-entropy and gradient.",
    usage: "strider softmax <scores> [--temperature <t>] [--target <class>] [--json] [--text]",
    discussion: "For example: strider softmax \"3 1 0.2\" --target 2")

  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("The scores (logits), in quotes.", valueName: "scores"))
  var scores: [String] = []

  @Option(parsing: .unconditional, help: "Divides the scores first: above 1 evens out, below 1 sharpens.")
  var temperature = "1"

  @Option(parsing: .unconditional, help: "The true class, counted from 0.")
  var target: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let text = try OptionText.only(
      scores, name: "a list of scores", example: "strider softmax \"1 2 3\" --target 2")
    let softmax = try Softmax(
      OptionText("scores", text).list(), temperature: OptionText("--temperature", temperature).number())
    let target = try target.map { try OptionText("--target", $0).integer(in: 0...Limits.cells) }
    let loss = try target.map { try softmax.crossEntropy(of: $0) }
    if output.opensLab {
      return try LabSession.run(Screen(scene: Scene(scene(softmax, target: target))), look)
    }
    var members: [String: JSON] = [
      "probabilities": .numbers(softmax.probabilities),
      "log_probabilities": .numbers(softmax.logProbabilities),
    ]
    if let loss {
      members["cross_entropy"] = .number(loss.value)
      members["gradient"] = .numbers(loss.gradient)
    }
    try output.print(json: .object(members), text: SoftmaxReport(softmax, target: target, loss).report)
  }

  /// The lab's scene with all stages worked out.
  private func scene(_ softmax: Softmax, target: Int?) throws(SoftmaxSceneError) -> SoftmaxScene {
    var scene = try SoftmaxScene(softmax.logits)
    try scene.setTemperature(softmax.temperature)
    if let target { scene.setTarget(target) }
    scene.step = SoftmaxScene.stages
    return scene
  }
}

/// What `strider softmax` says in words.
struct SoftmaxReport {
  /// The finished text.
  let report: Report

  /// A report on `softmax`, with the cross-entropy of its class `target` if there is one.
  init(_ softmax: Softmax, target: Int?, _ loss: (value: Double, gradient: [Double])?) {
    let text = { (value: Double) in Numeral.format(value, digits: 6) }
    let count = softmax.logits.count
    let naive = softmax.naive
    let scaled = softmax.temperature == 1 ? "z" : "z/\(text(softmax.temperature))"
    var report = Report("Softmax of \(Plural.count(count, "score"))")
    let differences = softmax.powers
    let shown = differences.prefix(8).map { Numeral.format($0) }.joined(separator: " + ")
    report.pairs([
      (
        "formula",
        "p = e^(\(scaled) - m)/Σe^(\(scaled) - m), m = \(text(softmax.shift)), the largest \(scaled)"
      ),
      ("sum", "\(shown)\(count > 8 ? " + …" : "") = \(text(differences.reduce(0, +)))"),
    ])
    report.section("Class by class")
    report.table(
      ["class", "score z", "probability", "log probability"] + (loss == nil ? [] : ["gradient"]),
      softmax.logits.indices.map { index in
        ["\(index)"]
          + [softmax.logits[index], softmax.probabilities[index], softmax.logProbabilities[index]].map(text)
          + (loss.map { [text($0.gradient[index])] } ?? [])
      })
    if let loss, let target {
      report.section("Cross-entropy of class \(target)")
      report.line("  -ln(p) = \(text(loss.value))")
      let divided = softmax.temperature == 1 ? "" : ", divided by the temperature"
      report.line(
        "  its gradient by each score is p - y\(divided), with y = 1 for class \(target) and 0 for the others"
      )
    }
    report.section("Computed as it stands, without m")
    let powers = naive.powers.prefix(8).map { Numeral.format($0) }.joined(separator: ", ")
    report.line(
      "  e^(\(scaled)) = \(powers)\(count > 8 ? ", …" : ""), their sum \(Numeral.format(naive.sum))")
    if naive.probabilities.allSatisfy({ $0.isFinite }) {
      report.line("  the same probabilities: no power is too large or all too small here")
    } else {
      let wrong = naive.probabilities.firstIndex { $0.isNaN } ?? 0
      report.line(
        "  \(Numeral.format(naive.powers[wrong]))/\(Numeral.format(naive.sum)) is nan: "
          + (naive.sum == 0
            ? "every power is too small to be a number" : "a power is too large to be a number")
          + ", which subtracting m prevents")
    }
    self.report = report
  }
}
