import ArgumentParser
import Labs
import Learning

/// `strider fit`: a polynomial through noisy points of a hidden function.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Fit a polynomial to noisy points and see whether it has learned them by heart.",
    discussion: """
      The points lie evenly in -1...1 on \(NoisyPoints.formula), with noise; \(NoisyPoints.testCount) others, which the \
      fit does not see, judge it. It minimises the sum of squares plus lambda times the sum of squared coefficients. \
      For example: strider fit --degree 9 --points 12 --lambda 0.001
      """)

  @Option(parsing: .unconditional, help: "Highest power of x, 0 to 15.")
  var degree = "9"

  @Option(parsing: .unconditional, help: "Penalty on squared coefficients, 0 or more.")
  var lambda = "0"

  @Option(parsing: .unconditional, help: "Number of points that the fit sees.")
  var points = "10"

  @Option(parsing: .unconditional, help: "Standard deviation of the noise.")
  var noise = "0.2"

  @Option(parsing: .unconditional, help: "Seed of the noise.")
  var seed = "1"

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let data = try NoisyPoints(
      count: OptionText("--points", points).integer(in: NoisyPoints.counts),
      noise: OptionText("--noise", noise).number(), seed: OptionText("--seed", seed).seed())
    let fit = try PolynomialFit(
      data, degree: OptionText("--degree", degree).integer(in: PolynomialFit.degrees),
      penalty: OptionText("--lambda", lambda).number())
    if output.opensLab { return try LabSession.run(Screen(scene: Scene(scene(fit))), look) }
    try output.print(json: json(fit), text: FitReport(fit).report)
  }

  /// The lab's scene, in which the timeline goes through the degrees.
  private func scene(_ fit: PolynomialFit) throws(FitSceneError) -> FitScene {
    var scene = FitScene()
    try scene.setDegree(fit.degree)
    try scene.setPenalty(fit.penalty)
    try scene.setPoints(fit.data.points.count)
    try scene.setNoise(fit.data.noise)
    scene.seed = fit.data.seed
    return scene.at(step: fit.degree)
  }

  private func json(_ fit: PolynomialFit) -> JSON {
    .object([
      "points": .rows(fit.data.points.map { [$0.x, $0.y] }),
      "test_points": .rows(fit.data.testPoints.map { [$0.x, $0.y] }),
      "coefficients": .numbers(fit.coefficients),
      "train_error": .number(fit.trainError),
      "test_error": .number(fit.testError),
    ])
  }
}
