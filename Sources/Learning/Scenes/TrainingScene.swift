/// A scene in which a network is trained. Positions of its timeline are updates.
public protocol TrainingScene: SteppedScene where Setup: TrainingSetup {
  associatedtype ViewState: Hashable & Sendable

  /// What is learned and how: with the same set-up it is the same training, wherever it stands and whatever is shown of it.
  var setup: Setup { get set }
  /// Where one looks.
  var viewState: ViewState { get set }
  /// Updates made in a tick while it plays at speed 1.
  var pace: Int { get set }

  init()
}

/// What is learned and how.
public protocol TrainingSetup: Hashable, Sendable {
  /// Determines the first weights, the order of the examples, and what is random on the way.
  var seed: UInt64 { get set }
  /// The rule with its settings at the start.
  var optimizer: OptimizerConfiguration { get set }
  /// How the rate develops from update to update.
  var schedule: Schedule { get set }
  /// How many examples make an update.
  var batch: Int { get set }
  /// How many times all examples are gone through.
  var epochs: Int { get set }
  /// Changes of the optimizer on the way, in order.
  var changes: [TrainingChange] { get set }

  init()
}

/// Prepared trainings.
public protocol TrainingPreset: CaseIterable, Equatable, Sendable {
  associatedtype Scene: TrainingScene

  /// A name for headings.
  var title: String { get }
  /// What is learned and how.
  var setup: Scene.Setup { get }
  /// The training before its first update.
  var scene: Scene { get }
  /// What to look at, in one line; true of the training to its end.
  var watchFor: String { get }
}

/// What all scenes of trainings have in common.
public enum TrainingLimits {
  /// How many times all examples may be gone through.
  public static let epochs = 1...100_000
  /// How many updates a tick may make.
  public static let paces = 1...1_000
}

extension TrainingSetup {
  /// Adam with the rate 0.01.
  public static var usualOptimizer: OptimizerConfiguration {
    var adam = Adam()
    adam.learningRate = 0.01
    return OptimizerConfiguration(adam)
  }

  /// How many updates go through all examples once.
  public func updatesPerEpoch(of data: DataSet) -> Int { (data.training.count + batch - 1) / batch }

  /// How many updates the epochs have.
  public func updates(of data: DataSet) -> Int {
    let (updates, isTooLarge) = epochs.multipliedReportingOverflow(by: updatesPerEpoch(of: data))
    return isTooLarge ? .max : updates
  }
}

extension TrainingScene {
  /// The training before its first update, seen as usual.
  public init(_ setup: Setup) {
    self.init()
    self.setup = setup
  }

  // MARK: Spelling

  /// Reads how updates are made and what is changed on the way.
  mutating func readUpdates(_ reader: inout SceneReader) throws(SceneError) {
    setup.optimizer = try reader.value("optimizer", OptimizerConfiguration.init(parsing:)) ?? setup.optimizer
    setup.schedule = try reader.value("schedule", Schedule.init(parsing:)) ?? setup.schedule
    setup.batch = try reader.wholeNumber("batch", in: 1...Limits.steps) ?? setup.batch
    setup.epochs = try reader.wholeNumber("epochs", in: TrainingLimits.epochs) ?? setup.epochs
    for text in reader.all("change") {
      do {
        setup.changes.append(try TrainingChange(parsing: text, after: setup.changes, of: setup.optimizer))
      } catch { throw SceneError("change", error) }
    }
    pace = try reader.wholeNumber("pace", in: TrainingLimits.paces) ?? pace
    step = try reader.wholeNumber("step", in: 0...Limits.steps) ?? step
  }

  /// Writes how updates are made, as far as that is not usual; between the settings and the changes on the way comes `more`.
  func writeUpdates(to string: inout SceneString, more: (inout SceneString) -> Void) {
    let usual = Setup()
    string.set("optimizer", setup.optimizer, usually: usual.optimizer, \.description)
    string.set("schedule", setup.schedule, usually: usual.schedule, \.description)
    string.set("batch", setup.batch, usually: usual.batch, \.description)
    string.set("epochs", setup.epochs, usually: usual.epochs, \.description)
    more(&string)
    string.query += setup.changes.map { SceneString.Item("change", $0.text) }
    string.set("pace", pace, usually: 1, \.description)
  }
}
