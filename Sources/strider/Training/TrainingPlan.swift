import Autodiff
import Learning

/// What `strider train` is to do, read from its options and checked.
struct TrainingPlan {
  /// The network as it was called.
  let source: NetworkSource
  /// The network on pictures of this size.
  let network: ShapedNetwork
  /// What is learned.
  let data: DataSet
  /// The same as scenes name it.
  private let named: TrainData
  /// Optimizer, schedule, batches and augmentation.
  let settings: TrainingSettings
  /// How weights start, unless they are loaded.
  let start: ParameterStart
  /// How many times all pictures are gone through, unless updates were asked for.
  let epochs: Int
  /// How many updates to make.
  let updates: Int
  /// Whether updates were asked for, whose losses are listed.
  let listsLosses: Bool
  let seed: UInt64
  let isShuffled: Bool
  /// The bytes of the weights to begin with, and their file.
  let loaded: (path: String, bytes: [UInt8])?

  /// What the options of `command` say.
  init(_ command: TrainCommand) throws {
    if command.epochs != nil, command.steps != nil { throw UsageError.conflict("--epochs", "--steps") }
    if command.load != nil, command.initialisation != nil { throw UsageError.conflict("--load", "--init") }
    epochs =
      try command.epochs.map { try OptionText("--epochs", $0).integer(in: 1...Limits.steps) }
      ?? Self.usualEpochs
    let steps = try command.steps.map { try OptionText("--steps", $0).integer(in: 0...Limits.steps) }
    settings = try Self.settings(command)
    seed = try OptionText("--seed", command.seed).seed()
    isShuffled = try OptionText("--shuffle", command.shuffle).flag()
    start = try command.initialisation.map { try OptionText("--init", $0).choice() } ?? .he
    let text = command.network
    source = try OptionText("--network", text).refusals { () throws(NetworkNotationError) in
      try NetworkSource(parsing: text)
    }
    let pictures = OptionText("--data", command.data)
    let table = try PictureTableOptions(columns: command.columns, scale: command.scale, test: command.test)
      .table(of: pictures)
    data = try pictures.pictures(as: table)
    named = TrainData(name: pictures.text, data, table: table)
    network = try source.shaped(for: data)
    try Self.checkRoom(for: min(settings.batchSize, data.training.count), of: network)
    let perEpoch = (data.training.count + settings.batchSize - 1) / settings.batchSize
    let (all, isTooLarge) = epochs.multipliedReportingOverflow(by: perEpoch)
    guard steps != nil || !isTooLarge && all <= Self.mostUpdates else {
      throw UsageError.refused(
        option: "--epochs", sentence: "these are more than \(Numeral.grouped(Self.mostUpdates)) updates",
        fault: .request)
    }
    (updates, listsLosses) = (steps ?? all, steps != nil)
    loaded = try command.load.map { path in
      (
        path,
        try OptionText("--load", path).refusals { () throws(FileError) in
          try InputFile.bytes(at: path, upTo: Limits.dataBytes)
        }
      )
    }
  }

  private static let usualEpochs = 5
  private static let mostUpdates = 1_000_000_000
  /// Most parameters that are trained, about 800 MB with what the optimizer remembers.
  static let mostParameters = 10_000_000

  /// Most numbers that the layers give for one batch, each with its gradient: 400 MB in double precision.
  private static let mostOutputs = 25_000_000

  /// Refuses batches that would need much more room than any network that is taught here.
  private static func checkRoom(for batch: Int, of network: ShapedNetwork) throws {
    // As doubles, since the product may be beyond all integers.
    let each = network.layers.reduce(0.0) { $0 + $1.output.sizes.reduce(1.0) { $0 * Double($1) } }
    guard each * Double(batch) > Double(mostOutputs) else { return }
    let fitting = Int(Double(mostOutputs) / each)
    guard fitting > 0 else {
      throw UsageError.refused(
        option: "--network",
        sentence: "its layers give more than \(Numeral.grouped(mostOutputs)) numbers for one picture",
        fault: .request)
    }
    let sentence =
      "the layers give more than \(Numeral.grouped(mostOutputs)) numbers for \(Numeral.grouped(batch)) pictures at once; "
      + "up to \(Numeral.grouped(fitting)) are possible with this network"
    throw UsageError.refused(option: "--batch", sentence: sentence, fault: .request)
  }

  private static func settings(_ command: TrainCommand) throws -> TrainingSettings {
    let optimizer = try command.rule.chosenOptimizer()
    return TrainingSettings(
      optimizer, schedule: try command.rule.chosenSchedule(),
      batchSize: try OptionText("--batch", command.batch).integer(in: 1...Limits.steps),
      augmentation: try command.augment.map { text in
        try OptionText("--augment", text).refusals { () throws(AugmentationError) in
          try Augmentation(parsing: text)
        }
      } ?? Augmentation())
  }

  /// The training before its first update.
  func trainer<Element: Precision>(as _: Element.Type) throws -> Trainer<ShapedNetwork, Element> {
    let network = network
    let weights = try loaded.map { path, bytes in
      try OptionText("--load", path).refusals(ofFile: path) { () throws(WeightsError) in
        try NetworkWeights<Element>(safetensors: bytes, for: network)
      }
    }
    // Nothing goes back here, so nothing has to be kept for it.
    return try Trainer(
      network, on: .classes(data.training), test: data.test.count > 0 ? .classes(data.test) : nil,
      settings: settings, start: start, parameters: weights?.parameters(of: network),
      statistics: weights?.statistics(of: network), seed: seed, shuffled: isShuffled, byteLimit: 0)
  }

  /// What the lab opens with.
  var scene: TrainScene {
    var setup = TrainScene.Setup()
    (setup.network, setup.data) = (source, named)
    setup.weights = loaded.map { TrainWeights(path: $0.path, $0.bytes) }
    (setup.start, setup.seed, setup.isShuffled) = (start, seed, isShuffled)
    (setup.optimizer, setup.schedule) = (settings.optimizer, settings.schedule)
    (setup.batch, setup.augmentation) = (settings.batchSize, settings.augmentation)
    setup.epochs = min(epochs, TrainingLimits.epochs.upperBound)
    return TrainScene(setup)
  }

  /// The training as a program for PyTorch.
  func script(of data: OptionText) throws(TrainingScriptError) -> TrainingScript {
    let source = data.filesOfPictures.map { TrainingScript.Source.idx($0) } ?? .here(self.data)
    guard let source else { throw .pictures }
    var script = try TrainingScript(network, source, settings: settings, updates: updates)
    (script.start, script.weights, script.seed) = (start, loaded?.path, seed)
    (script.isShuffled, script.listsLosses) = (isShuffled, listsLosses)
    return script
  }

  /// The result as an object.
  func json<Element: Precision>(_ run: TrainingRun<Element>) -> JSON {
    var members: [String: JSON] = [
      "network": .string(source.text), "parameters": .number(network.parameters),
      "epochs": .array(
        zip(run.trainer.epochs, run.seconds).map { epoch, seconds in
          var members = epoch.jsonMembers
          members["seconds"] = .number(seconds)
          return .object(members)
        }),
      "diverged_at": run.divergedAt.map { .number($0) } ?? .null,
    ]
    if listsLosses { members["losses"] = .numbers(run.losses) }
    return .object(members)
  }
}

extension TrainingEpoch {
  /// Losses and accuracies; those of a test are null without one.
  var jsonMembers: [String: JSON] {
    func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
    return [
      "loss": .number(training.loss), "accuracy": number(training.accuracy),
      "test_loss": number(test?.loss), "test_accuracy": number(test?.accuracy),
    ]
  }
}

extension NetworkSource {
  /// The network on the examples of `data`, with a score for each class.
  func shaped(for data: DataSet) throws -> ShapedNetwork {
    let network = OptionText("--network", text)
    let shaped = try network.refusals { () throws(ClassifierError) in
      try ShapedNetwork(self.network, scoring: data)
    }
    guard shaped.parameters <= TrainingPlan.mostParameters else {
      let sentence =
        "it has \(Numeral.grouped(shaped.parameters)) parameters, beyond the limit of "
        + "\(Numeral.grouped(TrainingPlan.mostParameters)) for training"
      throw UsageError.refused(option: network.name, sentence: sentence, fault: .request)
    }
    return shaped
  }
}

extension OptionText {
  /// `true` or `false`.
  func flag() throws -> Bool {
    guard text == "true" || text == "false" else {
      throw UsageError.malformed(option: name, text: text, form: "true or false")
    }
    return text == "true"
  }
}
