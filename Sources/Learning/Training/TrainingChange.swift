/// A change of the optimizer's settings on the way, as scenes spell it: `200:lr=0.02`.
public struct TrainingChange: Hashable, Sendable {
  /// How many updates were made before it.
  public let update: Int
  /// Settings of the optimizer, such as `lr=0.1`.
  public let settings: String

  /// `settings` hold after `update` updates.
  public init(update: Int, settings: String) { (self.update, self.settings) = (update, settings) }

  /// Reads an update and settings that `optimizer` has.
  ///
  /// - Parameter earlier: the changes before it.
  /// - Throws: ``TrainingChangeError``
  init(
    parsing text: String, after earlier: [TrainingChange], of optimizer: OptimizerConfiguration
  ) throws(TrainingChangeError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let update = Int(parts[0]), (0...Limits.steps).contains(update),
      update >= earlier.last?.update ?? 0
    else { throw .malformed(text) }
    self.init(update: update, settings: String(parts[1]))
    var probe = optimizer
    do { try probe.set(settings) } catch { throw .optimizer(error) }
  }

  /// The text that reads back as this.
  var text: String { "\(update):\(settings)" }
}

extension [TrainingChange] {
  /// Notes that `setting`, one of the optimizer's, holds from `update` on: what was to come later is forgotten, and so is an
  /// earlier value at the same update.
  public mutating func note(_ name: String, _ setting: String, at update: Int) {
    removeAll { $0.update > update || $0.update == update && $0.settings.hasPrefix(name + "=") }
    append(TrainingChange(update: update, settings: setting))
  }
}

/// Why a text is no ``TrainingChange``.
public enum TrainingChangeError: InputError {
  /// No update and settings, as in `200:lr=0.02`, or out of order.
  case malformed(String)
  /// A setting that the optimizer does not have.
  case optimizer(OptimizerError)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .malformed: .request
    case .optimizer(let problem): problem.fault
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .malformed(let text):
      "\(Echo.quote(text)) is no change: write an update and a setting, as in 200:lr=0.02, in the order of updates"
    case .optimizer(let problem): problem.description
    }
  }
}
