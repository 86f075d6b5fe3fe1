import Autodiff
import Learning

/// A training with its data, and what it costs.
struct TrainRun: Sendable {
  let data: DataSet
  var trainer: Trainer<ShapedNetwork, Float>
  /// How many updates the epochs have, and one of them.
  let updates, updatesPerEpoch: Int
  /// All parameters before the first update.
  let first: [Float]
  /// The pictures to test with, as the network takes them.
  let testPictures: Tensor<Float>
  /// About how many multiply-adds an update takes, and one evaluation of all test pictures; a tape has its price, too.
  private let workPerUpdate, workPerTest: Int

  /// How much may be worked out before the next frame, after a key, and for a scene that is opened, in multiply-adds
  /// forward. They are bounds of work and not of time, so that all runs of a program of keys are alike; on usual machines
  /// they take some 6, 50 and 1,000 ms.
  enum Allowance: Int {
    case tick = 32_000_000
    case key = 250_000_000
    case opening = 4_000_000_000
  }

  /// The most work in an update, so that keys are answered while it trains.
  private static let mostWork = Allowance.key.rawValue
  /// What an update costs beside its multiply-adds.
  private static let workOfTape = 50_000

  /// The training of `scene`, before its first update.
  ///
  /// - Throws: ``LabRefusal``
  init(_ scene: TrainScene) throws(LabRefusal) {
    do throws(TrainError) { (data, trainer) = try scene.training() } catch {
      throw LabRefusal(error.description)
    }
    let network = trainer.model
    let batch = min(scene.batch, data.training.count)
    let (products, isTooLarge) = network.multiplyAdds.multipliedReportingOverflow(by: batch)
    guard !isTooLarge, products <= Self.mostWork else {
      throw LabRefusal(
        "An update of this network on \(batch) pictures takes too long to be watched; the command takes it")
    }
    workPerUpdate = products + Self.workOfTape
    workPerTest = network.multiplyAdds * max(1, data.test.count)
    updates = scene.updates(of: data)
    updatesPerEpoch = scene.updatesPerEpoch(of: data)
    first = trainer.state.parameters
    let examples = data.test.count > 0 ? data.test : data.training
    let numbers = (0..<examples.count).flatMap { examples[$0].map(Float.init) }
    do {
      testPictures = try Tensor(shape: data.shape.tensorShape(images: examples.count), elements: numbers)
    } catch {
      throw LabRefusal("These pictures are too many for the lab: \(error)")
    }
  }

  /// The examples that are looked at one by one: those to test with, or without any those to learn from.
  var shown: Examples { data.test.count > 0 ? data.test : data.training }

  /// How many updates may be made within an allowance.
  func updates(within allowance: Allowance) -> Int { max(1, allowance.rawValue / workPerUpdate) }
}
