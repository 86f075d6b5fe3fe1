import Autodiff
import Learning

/// A training of pictures.
struct TrainRun: WatchedTraining {
  let data: DataSet
  var trainer: Trainer<ShapedNetwork, Float>
  /// How many updates the epochs have, and one of them.
  let updates, updatesPerEpoch: Int
  let workPerUpdate: Int
  /// All parameters before the first update.
  let first: [Float]
  /// The pictures to test with, as the network takes them.
  let testPictures: Tensor<Float>

  /// The most work in an update, so that keys are answered while it trains.
  private static let mostWork = WorkAllowance.key.rawValue

  /// The training of `setup`, before its first update.
  ///
  /// - Throws: ``LabRefusal``
  init(_ setup: TrainScene.Setup) throws(LabRefusal) {
    do throws(TrainError) { (data, trainer) = try setup.training() } catch {
      throw LabRefusal(error.description)
    }
    let network = trainer.model
    let batch = min(setup.batch, data.training.count)
    let (products, isTooLarge) = network.multiplyAdds.multipliedReportingOverflow(by: batch)
    guard !isTooLarge, products <= Self.mostWork else {
      throw LabRefusal(
        "An update of this network on \(batch) pictures takes too long to be watched; the command takes it")
    }
    workPerUpdate = products + Self.workOfTape
    updates = min(setup.updates(of: data), Limits.steps)
    updatesPerEpoch = setup.updatesPerEpoch(of: data)
    first = trainer.state.parameters
    let examples = data.test.count > 0 ? data.test : data.training
    let numbers = (0..<examples.count).flatMap { examples[$0].map(Float.init) }
    do {
      testPictures = try Tensor(shape: data.shape.tensorShape(images: examples.count), elements: numbers)
    } catch {
      throw LabRefusal("These pictures are too many for the lab: \(error)")
    }
  }

  /// Whether its classes are called 0, 1, 2, …, and what it calls a picture.
  var isOfDigits: Bool { data.classes == data.classes.indices.map(String.init) }
  var noun: String { isOfDigits ? "digit" : "picture" }

  /// The examples that are looked at one by one: those to test with, or without any those to learn from.
  var shown: Examples { data.test.count > 0 ? data.test : data.training }
}
