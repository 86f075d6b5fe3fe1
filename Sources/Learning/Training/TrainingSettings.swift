/// What can be changed about a training while it runs.
public struct TrainingSettings: Hashable, Sendable {
  /// The rule with its rate and its weight decay.
  public var optimizer: OptimizerConfiguration
  /// How the rate develops from update to update.
  public var schedule: Schedule
  /// How many examples one update averages over; the last batch of an epoch may be smaller.
  public var batchSize: Int
  /// How pictures are changed each time they are learned from.
  public var augmentation: Augmentation
  /// When training ends by itself; never if empty.
  public var stops: [TrainingStop]

  /// Settings of a training.
  public init(
    _ optimizer: OptimizerConfiguration, schedule: Schedule = .constant, batchSize: Int = 32,
    augmentation: Augmentation = Augmentation(), stops: [TrainingStop] = []
  ) {
    (self.optimizer, self.schedule, self.batchSize) = (optimizer, schedule, batchSize)
    (self.augmentation, self.stops) = (augmentation, stops)
  }
}

/// A condition on which training ends by itself, judged at the end of every epoch.
public enum TrainingStop: Hashable, Sendable {
  /// The mean loss of the epoch is below this.
  case lossBelow(Double)
  /// The loss has not become lower for so many epochs; on the test examples if there are any.
  case noProgress(epochs: Int)
}

/// Why a training is over.
public enum TrainingEnd: Hashable, Sendable {
  /// What was not finite in an update.
  public enum Divergence: Hashable, Sendable {
    case lossInfinite, lossUndefined, gradient, parameter
  }

  /// Update `update` did not lead to finite numbers; the state is that before it.
  case diverged(update: Int, Divergence)
  /// The loss of an epoch, which ended with this update, was below the limit.
  case lossBelow(Double, update: Int)
  /// The lowest loss was that of epoch `best`, too many epochs ago; epochs count from 1.
  case noProgress(since: Int, onTest: Bool, update: Int)

  /// The last update that was made.
  public var lastUpdate: Int {
    switch self {
    case .diverged(let update, _): update - 1
    case .lossBelow(_, let update), .noProgress(_, _, let update): update
    }
  }
}

extension TrainingEnd: CustomStringConvertible {
  /// `diverged at update 41: the loss is infinite`
  public var description: String {
    switch self {
    case .diverged(let update, let reason):
      "diverged at update \(update): \(reason.words)"
    case .lossBelow(let limit, let update):
      "stopped at update \(update): the loss of the epoch is below \(Numeral.format(limit))"
    case .noProgress(let epoch, let onTest, let update):
      "stopped at update \(update): no lower \(onTest ? "test loss" : "loss") since epoch \(epoch)"
    }
  }
}

extension TrainingEnd.Divergence {
  fileprivate var words: String {
    switch self {
    case .lossInfinite: "the loss is infinite"
    case .lossUndefined: "the loss is not a number"
    case .gradient: "a gradient is not finite"
    case .parameter: "a weight is not finite"
    }
  }
}
