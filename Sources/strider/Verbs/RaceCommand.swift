import ArgumentParser
import Autodiff
import Labs
import Learning

/// `strider race`: optimizers on a loss surface, in their lab or printed.
struct RaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "race",
    abstract: "Race optimizers down a loss surface.",
    discussion: """
      Surfaces: \(SurfaceKind.allCases.map(\.rawValue).joined(separator: " ")). \
      Quadratic, for --rotate and --condition: \(Self.quadratics.joined(separator: " ")). \
      Optimizers: \(OptimizerConfiguration.all.map(\.name).joined(separator: " ")). \
      Schedules: \(Schedule.names.joined(separator: " ")). \
      For example: strider race --surface beale --start=1,1.5 --optimizer adam:lr=0.1 --optimizer sgd:lr=0.01
      """)

  @Option(parsing: .unconditional, help: "The surface, by its name. (default: ravine)")
  var surface: String?

  @Option(
    parsing: .unconditional, help: "A function of x and y instead, such as \"(1-x)^2 + 100*(y-x^2)^2\".")
  var expression: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Where all start. (default: the surface's usual start)", valueName: "x,y"))
  var start: String?

  @Option(
    parsing: .unconditional,
    help: "How many steps. (default: \(Self.usualSteps) when printed; the lab has a length for each race)")
  var steps: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: "A racer with its settings, adam:lr=0.05,beta1=0.9; may be repeated. (default: the surface's own)"
  )
  var optimizer: [String] = []

  @Option(parsing: .unconditional, help: "How all learning rates develop, such as cosine:steps=100.")
  var schedule = "constant"

  @Option(parsing: .unconditional, help: "Standard deviation of the noise on every gradient.")
  var noise = "0"

  @Option(parsing: .unconditional, help: "What determines the noise.")
  var seed = "1"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Turn a quadratic surface about its middle, so that its axes stand at this angle.", valueName: "degrees"
    ))
  var rotate: String?

  @Option(
    parsing: .unconditional,
    help:
      "Stretch a quadratic surface: how many times more it curves along its second axis than along its first."
  )
  var condition: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  /// Steps of a printed race unless more or fewer are asked for.
  private static let usualSteps = 100

  /// The most places of a printed race, those of all racers together, about 100 MB.
  private static let mostPlaces = 4_000_000

  private static let quadratics = SurfaceKind.allCases.filter { Surface($0).quadratic != nil }.map(\.rawValue)

  func run() throws {
    let scene = try scene()
    // Refused here, where the options are known, rather than in the lab.
    let lineUp = try scene.setup.lineUp()
    if output.opensLab { return try LabSession.run(Screen(scene: Scene(scene)), look) }
    let steps = scene.steps ?? Self.usualSteps
    guard lineUp.count <= Self.mostPlaces / (steps + 1) else {
      let places = Numeral.grouped(Self.mostPlaces)
      throw UsageError.refused(
        option: "--steps",
        sentence:
          "\(Plural.count(lineUp.count, "racer")) and \(Numeral.grouped(steps)) steps make more places "
          + "than the limit of \(places)", fault: .request)
    }
    let tape = Tape<Double>()
    let runs = lineUp.map { racer in
      RaceRun(racer, Descent.path(scene.setup.problem, racer, steps: steps, on: tape))
    }
    try output.print(json: json(scene.setup, runs), text: RaceReport(scene.setup, runs, steps: steps).report)
  }

  /// What the options describe.
  func scene() throws -> RaceScene {
    var setup = RaceScene.Setup(try chosenSurface())
    setup.start = try start.map { text in
      try OptionText("--start", text).refusals { () throws(SurfaceError) in try SurfacePoint(parsing: text) }
    }
    if !optimizer.isEmpty {
      setup.racers = try optimizer.map { text in
        try OptionText("--optimizer", text).refusals { () throws(OptimizerError) in
          try OptimizerConfiguration(parsing: text)
        }
      }
    }
    let text = schedule
    setup.schedule = try OptionText("--schedule", text).refusals { () throws(ScheduleError) in
      try Schedule(parsing: text)
    }
    setup.noise = try OptionText("--noise", noise).number()
    guard setup.noise >= 0 else { throw SurfaceError.noise(noise) }
    setup.seed = try OptionText("--seed", seed).seed()
    var scene = RaceScene(setup)
    scene.steps = try steps.map { try OptionText("--steps", $0).integer(in: 0...Limits.steps) }
    return scene
  }

  private func chosenSurface() throws -> Surface {
    let rotation = try rotate.map { try OptionText("--rotate", $0).number() }
    let condition = try condition.map { try OptionText("--condition", $0).number() }
    if let expression {
      if surface != nil { throw UsageError.conflict("--surface", "--expression") }
      guard rotation == nil, condition == nil else { throw SurfaceError.typedIsFixed }
      return try OptionText("--expression", expression).refusals { () throws(SurfaceError) in
        try Surface(expression: expression)
      }
    }
    let kind = try surface.map { try OptionText("--surface", $0).choice(SurfaceKind.self) } ?? .ravine
    return try Surface(kind, rotation: rotation, condition: condition)
  }

  private func json(_ setup: RaceScene.Setup, _ runs: [RaceRun]) -> JSON {
    .object([
      "surface": .string(setup.surface.name),
      "racers": .array(
        runs.map { run in
          .object([
            "optimizer": .string(run.racer.configuration.name),
            "settings": .settings(run.racer.configuration.settings),
            "path": .table(run.numbers, width: 3),
            "status": .string(run.status.word),
            "diverged_at": run.divergedAt.map { .number($0) } ?? .null,
          ])
        }),
    ])
  }
}
