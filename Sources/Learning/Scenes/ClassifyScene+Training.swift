public import Autodiff

extension ClassifyScene {
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
