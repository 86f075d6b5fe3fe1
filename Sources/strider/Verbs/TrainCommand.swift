import ArgumentParser
import Autodiff
import Glibc
import Labs
import Learning
import NcursesBackend

/// `strider train`: a network learns pictures, epoch by epoch.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a network on pictures with classes.",
    discussion: """
      Data are digits (1,797 of 8x8 pixels, in the program), the folder or the common beginning of four IDX files such as \
      MNIST's, or a table FILE.csv with a picture a row, its class in the last column. \
      Networks: \(NetworkPreset.allCases.map(\.name).joined(separator: " ")), or layers such as \
      "CONV 8 3x3 pad 1, RELU, MAXPOOL 2, FC 10". \
      Optimizers: \(OptimizerConfiguration.all.map(\.name).joined(separator: " ")). \
      Schedules, by updates: \(Schedule.names.joined(separator: " ")). \
      Where there is a terminal the lab opens, unless --json, --text, --save, --script, --steps or --precision double is \
      given. Ctrl-C stops; with --save what was learned until then is kept. Where numbers become infinite, training ends \
      with the update before, and "diverged_at" in JSON names the update; otherwise it is null. \
      For example: strider train --epochs 10 --save digits.safetensors
      """)

  @Option(parsing: .unconditional, help: "A preset, or layers in the notation of the lectures.")
  var network = NetworkPreset.digitsCNN.name

  @Option(parsing: .unconditional, help: "digits, a folder or beginning of IDX files, or a table FILE.csv.")
  var data = "digits"

  @Option(
    parsing: .unconditional, help: "Of a table: the shape of a picture, such as 28x28x1. (default: a square)")
  var columns: String?

  @Option(parsing: .unconditional, help: "Of a table: what pixels are divided by. (default: 255)")
  var scale: String?

  @Option(
    parsing: .unconditional, help: "Of a table: the share of rows, from the end, to test with. (default: 0.2)"
  )
  var test: String?

  @Option(parsing: .unconditional, help: "How many times all pictures are gone through. (default: 5)")
  var epochs: String?

  @Option(parsing: .unconditional, help: "How many updates instead of epochs; their losses are listed.")
  var steps: String?

  @Option(parsing: .unconditional, help: "How many pictures make an update.")
  var batch = "32"

  @OptionGroup var rule: RuleOptions

  @Option(parsing: .unconditional, help: "What determines first weights, order, dropout and augmentation.")
  var seed = "1"

  @Option(parsing: .unconditional, help: "Whether each epoch has an order of its own: true or false.")
  var shuffle = "true"

  @Option(
    name: .customLong("init"), parsing: .unconditional,
    help: "First weights: he, xavier or torch. (default: he)")
  var initialisation: String?

  @Option(parsing: .unconditional, help: "single or double.")
  var precision = "single"

  @Option(
    parsing: .unconditional, help: "Changes of pictures, such as shift=1,rotate=10,noise=0.1,flip=true.")
  var augment: String?

  @Option(parsing: .unconditional, help: "Begin with the weights of a safetensors file.")
  var load: String?

  @Option(parsing: .unconditional, help: "Write the weights to a new safetensors file at the end.")
  var save: String?

  @Option(
    parsing: .unconditional, help: "Write a program for PyTorch that repeats this training to a new file.")
  var script: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var look: ScreenOptions
}

extension TrainCommand {
  func run() throws {
    if output.json && output.text { throw UsageError.conflict("--json", "--text") }
    let plan = try TrainingPlan(self)
    // The weights come last, but where they cannot go nothing is begun.
    if let save {
      if save == script {
        throw UsageError.refused(option: "--save", sentence: "that is the file of --script", fault: .request)
      }
      try OptionText("--save", save).refusals { () throws(OutputFileError) in
        try OutputFile.check(save)
      }
    }
    let precision = try OptionText("--precision", precision).choice(NumberPrecision.self)
    if output.opensLab, save == nil, script == nil, steps == nil, precision == .single {
      return try LabSession.run(Screen(scene: Scene(plan.scene)), look)
    }
    if let script { try write(script, plan, precision) }
    switch precision {
    case .single: try run(plan, as: Float.self)
    case .double: try run(plan, as: Double.self)
    }
  }

  private func write(_ script: String, _ plan: TrainingPlan, _ precision: NumberPrecision) throws {
    let option = OptionText("--script", script)
    var program = try option.refusals { () throws(TrainingScriptError) in
      try plan.script(of: OptionText("--data", data))
    }
    program.isDouble = precision == .double
    try option.create(program.text.utf8)
  }

  private func run<Element: Precision>(_ plan: TrainingPlan, as _: Element.Type) throws {
    var run = TrainingRun(
      try plan.trainer(as: Element.self), updates: plan.updates, listsLosses: plan.listsLosses)
    let interruption = Interruption()
    let isWhole = run.go(until: interruption)
    // First, so that weights which cannot be written after all take nothing else with them.
    if isWhole { try output.print(json: plan.json(run), text: TrainReport(plan, run).report) }
    if let save {
      let weights = NetworkWeights(of: run.trainer).safetensors(of: run.trainer.model)
      try OptionText("--save", save).create(weights)
    }
    guard isWhole else {
      StandardError.note(
        "stopped after \(Plural.count(run.trainer.state.update, "update")) of \(plan.updates)"
          + (save.map { "; the weights are in \(Echo.quote($0))" } ?? ""))
      throw EndedBySignal(signal: SIGINT)
    }
  }
}

/// In which precision a network is trained or used.
enum NumberPrecision: String, CaseIterable {
  case single, double
}
