import ArgumentParser
import Labs
import Learning

/// `strider norm`: batch normalisation of a small batch.
struct NormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "norm",
    abstract: "Normalise a batch, feature by feature, and send a gradient back through it.",
    discussion: """
      Rows are samples, columns are features. While training, mean and variance are those of the batch; with --use they \
      are the running averages given. \
      For example: strider norm --batch "1 10; 2 20; 4 60" --gamma "2 1" --beta "0 1"
      """)

  @Option(parsing: .unconditional, help: "The batch: rows of numbers, or a CSV file.")
  var batch: String

  @Option(parsing: .unconditional, help: "Scale of each feature. (default: ones)")
  var gamma: String?

  @Option(parsing: .unconditional, help: "Shift of each feature. (default: zeros)")
  var beta: String?

  @Option(parsing: .unconditional, help: "Added to every variance under the root.")
  var epsilon = "1e-5"

  @Option(parsing: .unconditional, help: "Rows of the gradient that comes back to the output.")
  var upstream: String?

  @Option(parsing: .unconditional, help: "The running mean of each feature.")
  var runningMean: String?

  @Option(parsing: .unconditional, help: "The running variance of each feature.")
  var runningVariance: String?

  @Flag(help: "Normalise with the running averages, as a trained network does.")
  var use = false

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let numbers = { (name: String, text: String?) in try text.map { try OptionText(name, $0).list() } }
    let mean = try numbers("--running-mean", runningMean)
    let variance = try numbers("--running-variance", runningVariance)
    guard use == (mean != nil), use == (variance != nil) else { throw NormalisationError.runningWithoutUse }
    let running = mean.flatMap { mean in
      variance.map { BatchNormalisation.Running(mean: mean, variance: $0) }
    }
    let norm = try BatchNormalisation(
      OptionText("--batch", batch).rows(), scale: numbers("--gamma", gamma), shift: numbers("--beta", beta),
      epsilon: OptionText("--epsilon", epsilon).number(), running: running)
    let upstream = try upstream.map { try OptionText("--upstream", $0).rows() }
    let gradients = try upstream.map { try norm.gradients(upstream: $0) }
    if output.opensLab { return try LabSession.run(Screen(scene: Scene(scene(norm, upstream))), look) }
    var members: [String: JSON] = [
      "mean": .numbers(norm.mean), "variance": .numbers(norm.variance), "normalised": .grid(norm.normalised),
      "output": .grid(norm.output),
    ]
    if let gradients {
      members["grad_batch"] = .grid(gradients.batch)
      members["grad_gamma"] = .numbers(gradients.scale)
      members["grad_beta"] = .numbers(gradients.shift)
    }
    try output.print(json: .object(members), text: report(norm, upstream, gradients))
  }

  /// The lab's scene at the first batch. It has running averages of its own, so that those given open the view alone; of
  /// the gradient it takes the first feature's.
  private func scene(_ norm: BatchNormalisation, _ upstream: Grid?) throws(NormSceneError) -> NormScene {
    var scene = try NormScene(norm.batch)
    for feature in 0..<norm.batch.width {
      scene.setScale(norm.scale[feature], feature: feature)
      scene.setShift(norm.shift[feature], feature: feature)
    }
    try scene.setEpsilon(norm.epsilon)
    if let upstream {
      try scene.setUpstream((0..<upstream.height).map { upstream[$0, 0] })
      scene.view = .backward
    }
    if use { scene.view = .use }
    scene.step = 1
    return scene
  }

  private func report(
    _ norm: BatchNormalisation, _ upstream: Grid?,
    _ gradients: (batch: Grid, scale: [Double], shift: [Double])?
  ) -> Report {
    let text = { (value: Double) in Numeral.format(value, digits: 6) }
    let (samples, features) = (norm.batch.height, norm.batch.width)
    var report = Report(
      "Batch normalisation of \(Plural.count(samples, "sample")) of \(Plural.count(features, "feature"))"
        + (norm.running == nil ? ", training" : ", in use"))
    let (mean, variance) = (norm.running?.mean ?? norm.mean, norm.running?.variance ?? norm.variance)
    let first = norm.batch[0, 0]
    report.pairs([
      ("formula", "y = γ·(x - mean)/√(variance + \(text(norm.epsilon))) + β"),
      (
        "first x",
        "\(text(norm.scale[0]))·(\(text(first)) - \(Numeral.factor(mean[0], digits: 6)))"
          + "/√(\(text(variance[0])) + \(text(norm.epsilon))) + \(Numeral.factor(norm.shift[0], digits: 6)) = "
          + text(norm.output[0, 0])
      ),
    ])
    report.section("Features")
    let after = norm.running == nil ? norm.updated(.fresh(features: features)) : nil
    report.table(
      ["feature", "batch mean", "batch variance (1/n)"]
        + (after == nil ? ["running mean", "running variance"] : []) + ["gamma", "beta"],
      (0..<features).map { index -> [String] in
        var numbers = [norm.mean[index], norm.variance[index]]
        if after == nil { numbers += [mean[index], variance[index]] }
        numbers += [norm.scale[index], norm.shift[index]]
        return ["\(index + 1)"] + numbers.map(text)
      })
    if let after {
      report.line(
        "  running averages of a fresh layer after this batch, 0.9·old + 0.1·batch with the variance by n - 1: "
          + "mean \(after.mean.prefix(4).map(text).joined(separator: " "))\(features > 4 ? " …" : ""), "
          + "variance \(after.variance.prefix(4).map(text).joined(separator: " "))\(features > 4 ? " …" : "")"
      )
    }
    report.section("Normalised")
    report.rows(norm.normalised)
    report.section("Output")
    report.rows(norm.output)
    if let upstream, let gradients {
      report.section("Upstream gradient")
      report.rows(upstream)
      report.section(
        "Gradient of the batch"
          + (norm.running == nil ? ", through its mean and variance, so each column adds up to 0" : ""))
      report.rows(gradients.batch)
      report.section("Gradients of gamma and beta")
      report.pairs([
        ("gamma", gradients.scale.map(text).joined(separator: " ")),
        ("beta", gradients.shift.map(text).joined(separator: " ")),
      ])
    }
    return report
  }
}
