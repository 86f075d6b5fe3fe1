import ArgumentParser
import Labs
import Learning

/// `strider ema`: exponential moving averages, in their lab or printed.
struct EmaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ema",
    abstract: "Average a series exponentially: four ways to start and correct.",
    discussion: """
      Data are numbers such as "10 12 9", a file (of several columns with --column), or one of \
      \(AverageData.names.joined(separator: " ")). \
      For example: strider ema --data "10 12 9 11" --beta 0.9
      """)

  @Option(parsing: .unconditional, help: "Weight of the old average: at least 0, below 1.")
  var beta = "0.9"

  @Option(parsing: .unconditional, help: "Numbers, a file, or the name of a series.")
  var data = "eur-usd"

  @Option(parsing: .unconditional, help: "The column of the file, by its name or its number from 1.")
  var column: String?

  @Option(
    parsing: .unconditional, help: "Missing values of the file: skip leaves them out, carry repeats the last."
  )
  var missing: String?

  @Flag(help: "Take the last line of the file first.")
  var reverse = false

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    let (scene, remarks) = try reading()
    if output.opensLab {
      let remark = remarks.isEmpty ? nil : "Note: \(remarks.map(\.description).joined(separator: "; "))."
      return try LabSession.run(Screen(scene: Scene(scene), remark: remark), look)
    }
    for remark in remarks { StandardError.note(remark.description) }
    let averages = try AverageStart.allCases.map { try MovingAverage(beta: scene.beta, start: $0) }
    try output.print(
      json: json(scene.data.samples, averages),
      text: EmaReport(scene.data, averages, beta: scene.beta).report)
  }

  /// What the options describe.
  func scene() throws -> AverageScene { try reading().scene }

  /// The same, with what to know about the numbers of a file.
  private func reading() throws -> (scene: AverageScene, remarks: [NumberColumn.Remark]) {
    let text = beta
    let beta = try OptionText("--beta", text).refusals { () throws(AverageError) in
      try MovingAverage.beta(parsing: text)
    }
    let options = ColumnOptions(
      column: column, missing: try missing.map { try OptionText("--missing", $0).choice() },
      isReversed: reverse)
    let (series, remarks) = try OptionText("--data", data).averageData(options)
    var scene = AverageScene(series)
    scene.beta = beta
    return (scene, remarks)
  }

  private func json(_ samples: [Double], _ averages: [MovingAverage]) -> JSON {
    var members: [String: JSON] = ["data": .numbers(samples)]
    for average in averages { members[average.start.rawValue] = .numbers(average.series(samples)) }
    return .object(members)
  }
}
