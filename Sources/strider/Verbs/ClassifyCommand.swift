import ArgumentParser
import Glibc
import Labs
import Learning
import NcursesBackend

/// `strider classify`: a network learns to tell points of a plane apart.
struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Train a network to tell points of a plane apart.",
    discussion: """
      Data are \(PointPattern.allCases.map(\.rawValue).joined(separator: " ")), a function of x such as "sin(3*x)/2" that parts \
      the plane, or a table FILE.csv with x,y,class in each row. Networks are written in the notation of the lectures. \
      Optimizers: \(OptimizerConfiguration.all.map(\.name).joined(separator: " ")). \
      Schedules, by updates: \(Schedule.names.joined(separator: " ")). \
      Where numbers become infinite, training ends, and "diverged_at" in JSON names the update; otherwise it is null. \
      For example: strider classify --data spiral --points 400 --noise 0.02 \
      --network "FC 16, TANH, FC 16, TANH, FC 2" --optimizer adam:lr=0.03 --epochs 300
      """)

  @Option(parsing: .unconditional, help: "A pattern of points, a function of x, or a table FILE.csv.")
  var data = PointPattern.moons.rawValue

  @Option(parsing: .unconditional, help: "Layers, the last of them with a score for each class.")
  var network = "FC 8, TANH, FC 8, TANH, FC 2"

  @Option(parsing: .unconditional, help: "How many times all points are gone through.")
  var epochs = "100"

  @Option(parsing: .unconditional, help: "How many points make an update.")
  var batch = "10"

  @Option(parsing: .unconditional, help: "How many points are drawn. (default: 200)")
  var points: String?

  @Option(parsing: .unconditional, help: "The standard deviation of their noise. (default: 0.1)")
  var noise: String?

  @Option(parsing: .unconditional, help: "The share of the points to test with: at least 0, below 1.")
  var test = "0.5"

  @OptionGroup var rule: RuleOptions

  @Option(
    parsing: .unconditional, help: "The share of hidden units left out in each update: at least 0, below 1.")
  var dropout = "0"

  @Option(parsing: .unconditional, help: "What determines points, first weights, order and dropout.")
  var seed = "1"

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions

  func run() throws {
    if output.json && output.text { throw UsageError.conflict("--json", "--text") }
    let setup = try setup()
    let (data, trainer) = try training(of: setup)
    if output.opensLab { return try LabSession.run(Screen(scene: Scene(ClassifyScene(setup))), look) }
    var run = TrainingRun(trainer, updates: setup.updates(of: data))
    let interruption = Interruption()
    guard run.go(until: interruption) else {
      StandardError.note("stopped after \(Plural.count(run.trainer.state.update, "update"))")
      throw EndedBySignal(signal: SIGINT)
    }
    try output.print(
      json: .object([
        "epochs": .array(run.trainer.epochs.map { .object($0.jsonMembers) }),
        "parameters": .number(run.trainer.model.parameters),
        "diverged_at": run.divergedAt.map { .number($0) } ?? .null,
      ]),
      text: TrainReport(data, run).report)
  }

  /// The training that the options describe; what cannot be is refused in the name of its option.
  private func training(
    of setup: ClassifyScene.Setup
  ) throws -> (data: DataSet, trainer: Trainer<ShapedNetwork, Double>) {
    do {
      return try setup.training()
    } catch {
      guard let setting = error.setting else { throw error }
      throw UsageError.refused(option: "--\(setting)", sentence: error.description, fault: error.fault)
    }
  }

  /// The lab's scene before the first update.
  func scene() throws -> ClassifyScene { ClassifyScene(try setup()) }

  /// What the options describe.
  func setup() throws -> ClassifyScene.Setup {
    var setup = ClassifyScene.Setup()
    setup.points.source = try OptionText("--data", data).points()
    if !setup.points.source.isDrawn, let option = points != nil ? "--points" : noise != nil ? "--noise" : nil
    {
      throw UsageError.refused(
        option: option, sentence: "only points that are drawn have it", fault: .request)
    }
    if let points {
      setup.points.count = try OptionText("--points", points).integer(in: 2...PointSet.mostPoints)
    }
    if let noise {
      setup.points.noise = try OptionText("--noise", noise).number()
      guard (0...PointSet.mostNoise).contains(setup.points.noise) else {
        throw UsageError.malformed(
          option: "--noise", text: noise, form: "a number from 0 to \(Numeral.format(PointSet.mostNoise))")
      }
    }
    setup.points.seed = try OptionText("--seed", seed).seed()
    setup.seed = setup.points.seed
    setup.testShare = try OptionText("--test", test).testShare()
    let layers = network
    setup.layers = try OptionText("--network", layers).refusals { () throws(NetworkNotationError) in
      try Network(parsing: layers).layers
    }
    let share = try OptionText("--dropout", dropout).number()
    guard (0..<1).contains(share) else {
      throw UsageError.malformed(
        option: "--dropout", text: dropout, form: "a share of at least 0 and below 1")
    }
    if share > 0 { setup.drop(share) }
    setup.optimizer = try rule.chosenOptimizer()
    setup.schedule = try rule.chosenSchedule()
    setup.batch = try OptionText("--batch", batch).integer(in: 1...PointSet.mostPoints)
    setup.epochs = try OptionText("--epochs", epochs).integer(in: TrainingLimits.epochs)
    return setup
  }
}

extension OptionText {
  /// Points: a pattern, a function of x, or a table.
  fileprivate func points() throws -> PointSource {
    let text = text
    guard text.lowercased().hasSuffix(".csv") else {
      return try refusals { () throws(DataSetError) in try PointSource(parsing: text) }
    }
    let bytes = try data()
    return try refusals(ofFile: text) { () throws(DataSetError) in
      .points(try LabelledPoints(parsingFile: bytes))
    }
  }
}
