public import Autodiff

extension TrainScene {
  /// What is learned and how.
  public struct Setup: TrainingSetup {
    /// The layers.
    public var network = NetworkSource.preset(.digitsCNN)
    /// What is learned.
    public var data = TrainData.digits
    /// The weights to begin with, where they come from a file.
    public var weights: TrainWeights?
    /// How weights start otherwise.
    public var start = ParameterStart.he
    /// Determines first weights, the order of the pictures, dropout and augmentation.
    public var seed: UInt64 = 1
    /// Whether each epoch has an order of its own, or takes the pictures as given.
    public var isShuffled = true
    /// The rule with its settings at the start.
    public var optimizer = Self.usualOptimizer
    /// How the rate develops from update to update.
    public var schedule = Schedule.constant
    /// How many pictures make an update.
    public var batch = 32
    /// How many times all pictures are gone through.
    public var epochs = 5
    /// How pictures are changed each time they are learned from.
    public var augmentation = Augmentation()
    /// Changes on the way, in order.
    public var changes: [TrainingChange] = []

    /// The CNN on the digits.
    public init() {}
  }

  /// Most parameters that the lab trains.
  public static let mostParameters = 1_000_000
}

extension TrainScene.Setup {
  /// Whether pictures or weights are in files that have not been read.
  public var hasUnreadFiles: Bool { data.set == nil || weights.map { $0.bytes == nil } ?? false }

  /// What is learned, and the training before its first update, with all changes on the way planned.
  ///
  /// - Throws: ``TrainError``
  public func training() throws(TrainError) -> (data: DataSet, trainer: Trainer<ShapedNetwork, Float>) {
    guard var set = data.set else { throw .unread(data.name) }
    let network: ShapedNetwork
    do { network = try ShapedNetwork(self.network.network, scoring: set) } catch { throw .network(error) }
    do { try network.checkEvaluation(images: min(batch, set.training.count)) } catch {
      throw .network(.shape(error))
    }
    guard network.parameters <= TrainScene.mostParameters else {
      throw .tooManyParameters(network.parameters)
    }
    set.keepTests(Self.mostTestWork / max(1, network.multiplyAdds))
    let loaded = try weights.map { weights throws(TrainError) in try Self.loaded(weights, network) }
    do throws(TrainingError) {
      var trainer = try Trainer<ShapedNetwork, Float>(
        network, on: .classes(set.training), test: set.test.count > 0 ? .classes(set.test) : nil,
        settings: TrainingSettings(
          optimizer, schedule: schedule, batchSize: batch, augmentation: augmentation),
        start: start, parameters: loaded?.parameters(of: network),
        statistics: loaded?.statistics(of: network),
        seed: seed, shuffled: isShuffled)
      try trainer.plan(changes)
      return (set, trainer)
    } catch { throw .training(error) }
  }

  /// About how many multiply-adds a test may take, so that the end of an epoch is no pause.
  private static let mostTestWork = 250_000_000

  private static func loaded(
    _ weights: TrainWeights, _ network: ShapedNetwork
  ) throws(TrainError) -> NetworkWeights<Float> {
    guard let bytes = weights.bytes else { throw .unread(weights.path) }
    do { return try NetworkWeights(safetensors: bytes, for: network) } catch {
      throw .weights(weights.path, error)
    }
  }
}

/// Why there is no training in the lab.
public enum TrainError: InputError {
  /// Pictures or weights whose files have not been read.
  case unread(String)
  /// Layers that do not fit one another, the pictures or their classes.
  case network(ClassifierError)
  /// A network that learns too slowly to be watched.
  case tooManyParameters(Int)
  /// A file that gives no weights.
  case weights(String, WeightsError)
  /// A training that cannot be.
  case training(TrainingError)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .unread, .tooManyParameters: .request
    case .network(let problem): problem.fault
    case .weights(_, let problem): problem.fault
    case .training(let problem): problem.fault
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .unread(let name):
      "\(Echo.quote(name)) is a file, which only strider train and strider open read"
    case .network(let problem): problem.description
    case .tooManyParameters(let count):
      "the lab trains up to \(Numeral.grouped(TrainScene.mostParameters)) parameters, not \(Numeral.grouped(count)); "
        + "the command takes more"
    case .weights(let path, let problem): "the file \(Echo.quote(path)): \(problem)"
    case .training(let problem): problem.description
    }
  }
}
