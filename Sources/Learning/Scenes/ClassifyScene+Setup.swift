public import Autodiff

extension ClassifyScene {
  /// What is learned and how.
  public struct Setup: TrainingSetup {
    /// The network unless another is given.
    public static let usualNetwork: [NetworkLayer] = [
      .dense(units: 8), .activation(.tanh), .dense(units: 8), .activation(.tanh), .dense(units: 2),
    ]

    /// What is learned.
    public var points = PointSet(.pattern(.moons))
    /// Which share of the points is for testing.
    public var testShare = 0.5
    /// The layers; the last ones give a score for each class.
    public var layers = Self.usualNetwork
    /// How weights start.
    public var start = ParameterStart.xavier
    /// Determines the first weights, the order of the points, and what is dropped.
    public var seed: UInt64 = 1
    /// The rule with its settings at the start.
    public var optimizer = Self.usualOptimizer
    /// How the rate develops from update to update.
    public var schedule = Schedule.constant
    /// How many points make an update.
    public var batch = 10
    /// How many times all points are gone through.
    public var epochs = 100
    /// When training ends by itself before.
    public var stops: [TrainingStop] = []
    /// Changes on the way, in order.
    public var changes: [TrainingChange] = []

    /// The moons.
    public init() {}
  }
}

extension ClassifyScene.Setup {
  /// Leaves a share of the hidden units out in each update: behind every layer of units but the last, and its activation.
  public mutating func drop(_ rate: Double) {
    var dropping: [NetworkLayer] = []
    for (place, layer) in layers.enumerated() {
      dropping.append(layer)
      guard case .activation = layer, layers[(place + 1)...].contains(where: \.isDense) else { continue }
      dropping.append(.dropout(rate: rate))
    }
    layers = dropping
  }

  /// What is learned from, and the training before its first update, with all changes on the way planned.
  ///
  /// - Throws: ``ClassifyError``
  public func training() throws(ClassifyError) -> (data: DataSet, trainer: Trainer<ShapedNetwork, Double>) {
    let data: DataSet
    do { data = try points.dataSet(testShare: testShare) } catch { throw .data(error) }
    guard let network = Network(layers) else { throw .layers(layers.count) }
    let shaped: ShapedNetwork
    do { shaped = try ShapedNetwork(network, scoring: data) } catch { throw .network(error) }
    do throws(TrainingError) {
      var trainer = try Trainer<ShapedNetwork, Double>(
        shaped, on: .classes(data.training), test: data.test.count > 0 ? .classes(data.test) : nil,
        settings: TrainingSettings(optimizer, schedule: schedule, batchSize: batch, stops: stops),
        start: start, seed: seed)
      try trainer.plan(changes)
      return (data, trainer)
    } catch { throw .training(error) }
  }
}

extension NetworkLayer {
  /// Whether every unit sees every number.
  var isDense: Bool { if case .dense = self { true } else { false } }
}
