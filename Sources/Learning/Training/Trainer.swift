public import Autodiff

/// The training of a model as a value: its timeline can be moved along in both directions, exactly.
///
/// Position k always shows the same state, bit for bit, on one machine: the order of the examples and what dropout drops
/// follow from the seed, the epoch and the update. The last hundred updates are taken back at once, earlier states are
/// replayed from checkpoints that are bounded in bytes. Settings that are changed on the way are remembered with their
/// update, so that replay is exact too.
///
/// ```swift
/// let digits = DataSet.digits
/// var trainer = try Trainer<_, Float>(
///   model, on: .classes(digits.training), test: .classes(digits.test), settings: TrainingSettings(adam))
/// trainer.advance(by: 100)
/// trainer.seek(to: 41)
/// ```
public struct Trainer<Model: TrainableModel, Element: Precision>: Equatable, Sendable {
  /// Settings that hold from some update on.
  public struct Change: Hashable, Sendable {
    /// The updates made before they hold.
    public let update: Int
    /// All settings.
    public let settings: TrainingSettings
  }

  /// What learns.
  public let model: Model
  /// What it learns from.
  public let examples: TrainingSet<Element>
  /// What it is tested with at the end of every epoch.
  public let test: TrainingSet<Element>?
  /// Determines how weights start, the order of the examples, and what is dropped.
  public let seed: UInt64
  /// Whether every epoch has an order of its own, or the order as given.
  public let isShuffled: Bool
  /// Where the training stands.
  public internal(set) var state: TrainingState<Element>
  /// All settings in order, those at the start first.
  public internal(set) var changes: [Change]
  /// Where the timeline ends, as soon as it is known; the training may have gone back from there.
  public internal(set) var end: TrainingEnd?
  var recordedEpochs: [TrainingEpoch] = []
  var points = ThinnedHistory<TrainingPoint>(capacity: 4096)
  var checkpoints: Checkpoints<Element>
  let shapes: [[Int]]
  let inputShape: [Int]
  let byteLimit: Int
  let workspace = TrainingWorkspace<Element>()

  /// A training before its first update.
  ///
  /// - Parameters:
  ///   - start: how parameters start, unless they are given.
  ///   - parameters: all parameters, tensor after tensor.
  ///   - statistics: running means and variances, likewise.
  ///   - seed: the same seed gives the same training.
  ///   - byteLimit: what checkpoints may take.
  /// - Throws: ``TrainingError`` if examples, settings and model do not go together.
  public init(
    _ model: Model, on examples: TrainingSet<Element>, test: TrainingSet<Element>? = nil,
    settings: TrainingSettings,
    start: ParameterStart = .he, parameters: [Element]? = nil, statistics: [Element]? = nil, seed: UInt64 = 1,
    shuffled: Bool = true, byteLimit: Int = 64 * 1024 * 1024
  ) throws(TrainingError) {
    (self.model, self.examples, self.test) = (model, examples, test)
    (self.seed, isShuffled, self.byteLimit) = (seed, shuffled, byteLimit)
    let tensors = model.parameterTensors
    shapes = tensors.map(\.shape)
    inputShape = model.inputShape
    let parameters = parameters ?? start.elements(of: tensors, seed: seed, as: Element.self)
    let count = tensors.reduce(0) { $0 + $1.count }
    guard parameters.count == count else {
      throw .parameterCount(parameters.count, expected: count)
    }
    let fresh = start.elements(of: model.statisticTensors, seed: seed, as: Element.self)
    let statistics = statistics ?? fresh
    guard statistics.count == fresh.count else {
      throw .statisticCount(statistics.count, expected: fresh.count)
    }
    state = TrainingState(
      parameters: parameters, memory: settings.optimizer.freshMemory(of: count, as: Element.self),
      statistics: statistics)
    changes = [Change(update: 0, settings: settings)]
    checkpoints = Checkpoints(state, byteLimit: byteLimit)
    try check(settings, used: 0)
    let outputs = outputShape()
    try examples.check(inputs: inputShape, outputs: outputs)
    try test?.check(inputs: inputShape, outputs: outputs)
  }

  /// The settings of the next update.
  public var settings: TrainingSettings { changes[phase(after: state.update)].settings }

  /// Why the training stands still here; `nil` while it can go on.
  public var ending: TrainingEnd? { end.flatMap { $0.lastUpdate == state.update ? $0 : nil } }

  /// The epochs that are over.
  public var epochs: ArraySlice<TrainingEpoch> { recordedEpochs.prefix(state.epoch) }

  /// The learning rate of the next update.
  public var rate: Double { settings.schedule.rate(settings.optimizer.learningRate, at: state.update) }

  /// What is known of the updates made, thinned, in order; the last update is always among them.
  public var curve: [TrainingPoint] {
    var curve = Array(points.upTo(state.update - 1))
    if let last = state.last, curve.last != last { curve.append(last) }
    return curve
  }

  /// Changes settings from here on. What was computed for later is forgotten.
  ///
  /// Another rule begins with an empty memory; the same one with other settings keeps its own.
  ///
  /// - Throws: ``TrainingError`` for a batch size that cannot be; nothing is changed then.
  public mutating func change(_ settings: TrainingSettings) throws(TrainingError) {
    if settings == self.settings { return }
    try check(settings, used: state.used)
    changes.removeAll { $0.update >= state.update }
    changes.append(Change(update: state.update, settings: settings))
    end = nil
    recordedEpochs.removeSubrange(min(state.epoch, recordedEpochs.count)...)
    points.truncate(after: state.update - 1)
    if state.update == 0 {
      state.memory = settings.optimizer.freshMemory(of: state.parameters.count, as: Element.self)
      checkpoints = Checkpoints(state, byteLimit: byteLimit)
    } else {
      checkpoints.forget(after: state.update)
    }
  }

  /// Changes of the optimizer that will be made when training comes to them, in order. For a training that is repeated.
  ///
  /// - Precondition: no update has been made.
  /// - Throws: ``TrainingError`` for a setting that the optimizer does not have; nothing is changed then.
  mutating func plan(_ later: [TrainingChange]) throws(TrainingError) {
    precondition(state.update == 0, "Changes are planned before the first update.")
    var planned = [changes[0]]
    var settings = planned[0].settings
    for change in later {
      do { try settings.optimizer.set(change.settings) } catch { throw .optimizer(error) }
      planned.append(Change(update: change.update, settings: settings))
    }
    changes = planned
  }

  /// Which settings make the update after `update`.
  func phase(after update: Int) -> Int {
    // A loop, because a closure would be allocated in every update.
    var phase = changes.count - 1
    while phase > 0, changes[phase].update > update { phase -= 1 }
    return phase
  }

  private func check(_ settings: TrainingSettings, used: Int) throws(TrainingError) {
    let size = settings.batchSize
    guard size >= 1 else { throw .batchSize(size) }
    guard inputShape.count == 3 || !settings.augmentation.moves else { throw .notPictures(inputShape) }
    guard examples.count > 0 else { throw .noExamples }
    let smallest = model.smallestBatch
    for count in [examples.count, examples.count - used] {
      let last = count % size == 0 ? min(size, count) : count % size
      guard last >= smallest else { throw .smallBatch(batchSize: size, examples: examples.count) }
    }
  }

  /// The shape of what the model makes of one example.
  private func outputShape() -> [Int] {
    withModel { tape, parameters, pass in
      let example = tape.constant(parts: 1, of: inputShape) { _, elements in elements.update(repeating: 0) }
      return Array(model.outputs(of: example, parameters: parameters, in: &pass).shape.dropFirst())
    }
  }
}
