import ArgumentParser
import Labs
import Learning

/// `strider ema`: exponential moving averages, in their lab or printed.
struct EmaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ema",
    abstract: "Average a series exponentially: four ways to start and correct.",
    discussion: """
      Data are numbers such as "10 12 9", a CSV file with --column, or one of \
      \(AverageData.names.joined(separator: " ")).
      """)

  @Option(parsing: .unconditional, help: "Weight of the old average: at least 0, below 1.")
  var beta = "0.9"

  @Option(parsing: .unconditional, help: "Numbers, a CSV file, or the name of a series.")
  var data = "eur-usd"

  @Option(parsing: .unconditional, help: "The column of the CSV file, by its name.")
  var column: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let scene = try scene()
    if output.opensLab { return try LabSession.run(Screen(scene: .average(scene)), look) }
    let averages = try AverageStart.allCases.map { try MovingAverage(beta: scene.beta, start: $0) }
    try output.print(
      json: json(scene.data.samples, averages),
      text: EmaReport(scene.data, averages, beta: scene.beta).report)
  }

  /// What the options describe.
  func scene() throws -> AverageScene {
    let text = beta
    let beta = try Given("--beta", text).refusals { () throws(AverageError) in
      try MovingAverage.beta(parsing: text)
    }
    var scene = AverageScene(try Given("--data", data).averageData(column: column))
    scene.beta = beta
    return scene
  }

  private func json(_ samples: [Double], _ averages: [MovingAverage]) -> JSON {
    var members: [String: JSON] = ["data": .numbers(samples)]
    for average in averages { members[average.start.rawValue] = .numbers(average.series(samples)) }
    return .object(members)
  }
}
