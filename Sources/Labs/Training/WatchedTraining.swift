import Autodiff
import Learning

/// A training with its data, as a lab makes it of a set-up, and what its updates cost.
protocol WatchedTraining: Sendable {
  associatedtype Setup: TrainingSetup
  associatedtype Element: Precision

  /// The training of `setup`, before its first update.
  ///
  /// - Throws: ``LabRefusal`` when there is no such training, or it is too large for a lab.
  init(_ setup: Setup) throws(LabRefusal)

  var data: DataSet { get }
  var trainer: Trainer<ShapedNetwork, Element> { get set }
  /// How many updates the epochs have.
  var updates: Int { get }
  /// About how many multiply-adds forward an update takes, with ``workOfTape``.
  var workPerUpdate: Int { get }
}

/// How much may be worked out before the next frame, after a key, and for a scene that is opened, in multiply-adds forward.
/// They are bounds of work and not of time, so that all runs of a program of keys are alike; on usual machines they take
/// some 6, 50 and 1,000 ms.
enum WorkAllowance: Int {
  case tick = 32_000_000
  case key = 250_000_000
  case opening = 4_000_000_000
}

extension WatchedTraining {
  /// What an update costs beside its multiply-adds.
  static var workOfTape: Int { 50_000 }

  /// How many updates may be made within an allowance.
  func updates(within allowance: WorkAllowance) -> Int { max(1, allowance.rawValue / workPerUpdate) }
}
