public import Autodiff

extension ClassifyScene {
  /// How many updates the epochs have.
  public func updates(of data: DataSet) -> Int {
    let perEpoch = (data.training.count + batch - 1) / batch
    let (updates, isTooLarge) = epochs.multipliedReportingOverflow(by: perEpoch)
    return isTooLarge ? .max : updates
  }

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

  /// What is learned from, and the training at the position of this scene.
  ///
  /// - Throws: ``ClassifyError``
  public func training() throws(ClassifyError) -> (data: DataSet, trainer: Trainer<ShapedNetwork, Double>) {
    let data: DataSet
    do { data = try points.dataSet(testShare: testShare) } catch { throw .data(error) }
    var trainer = try trainer(on: data)
    for change in changes {
      trainer.seek(to: change.update)
      try apply(change, to: &trainer)
    }
    trainer.seek(to: step)
    return (data, trainer)
  }

  private func apply(
    _ change: TrainingChange, to trainer: inout Trainer<ShapedNetwork, Double>
  ) throws(ClassifyError) {
    guard trainer.state.update == change.update else {
      throw .changeAfterEnd(change.update, end: trainer.state.update)
    }
    var settings = trainer.settings
    do {
      try settings.optimizer.set(change.settings)
    } catch { throw .optimizer(error) }
    do { try trainer.change(settings) } catch { throw .training(error) }
  }

  private func trainer(on data: DataSet) throws(ClassifyError) -> Trainer<ShapedNetwork, Double> {
    guard let network = Network(layers) else { throw .layers(layers.count) }
    let shaped: ShapedNetwork
    do { shaped = try ShapedNetwork(network, scoring: data) } catch { throw .network(error) }
    do {
      return try Trainer(
        shaped, on: .classes(data.training), test: data.test.count > 0 ? .classes(data.test) : nil,
        settings: TrainingSettings(optimizer, schedule: schedule, batchSize: batch, stops: stops),
        start: start, seed: seed)
    } catch { throw .training(error) }
  }
}

extension NetworkLayer {
  /// Whether every unit sees every number.
  var isDense: Bool { if case .dense = self { true } else { false } }
}
