/// An optimizer with its schedule, and what is changed about it during the run.
public struct Racer: Hashable, Sendable {
  /// From some step on a setting has another value.
  public struct Change: Hashable, Sendable {
    /// The steps taken before it holds; the step after that is the first with the new value.
    public let step: Int
    /// Such as `lr=0.1`.
    public let setting: String

    /// The change to `setting` when `step` steps have been taken.
    public init(step: Int, setting: String) { (self.step, self.setting) = (step, setting) }
  }

  /// The rule at the start.
  public let configuration: OptimizerConfiguration
  /// How the rate develops.
  public let schedule: Schedule
  /// The changes in order of their steps.
  public private(set) var changes: [Change] = []
  private var phases: [Phase] = []

  private struct Phase: Hashable, Sendable {
    var start: Int
    var configuration: OptimizerConfiguration
  }

  /// A racer that is not changed yet.
  public init(_ configuration: OptimizerConfiguration, schedule: Schedule = .constant) {
    (self.configuration, self.schedule) = (configuration, schedule)
  }

  /// Adds a change. One for the same step and the same setting is replaced.
  ///
  /// - Throws: ``OptimizerError`` if the rule has no such setting or refuses the value; nothing is changed then.
  public mutating func add(_ change: Change) throws(OptimizerError) {
    let name = change.setting.prefix { $0 != "=" }
    var changes = changes.filter { $0.step != change.step || $0.setting.prefix { $0 != "=" } != name }
    let place = changes.firstIndex { $0.step > change.step } ?? changes.endIndex
    changes.insert(change, at: place)
    phases = try Self.phases(of: changes, from: configuration)
    self.changes = changes
  }

  private static func phases(
    of changes: [Change], from configuration: OptimizerConfiguration
  ) throws(OptimizerError) -> [Phase] {
    var (phases, configuration) = ([Phase](), configuration)
    for change in changes {
      try configuration.set(change.setting)
      phases.append(Phase(start: change.step, configuration: configuration))
    }
    return phases
  }

  /// How many steps from one start are the same with another racer: none with another rule or schedule, all with an
  /// equal one.
  func stepsAlike(_ other: Racer) -> Int {
    guard configuration == other.configuration, schedule == other.schedule else { return 0 }
    let alike = zip(changes, other.changes).prefix { $0 == $1 }.count
    return [changes, other.changes].compactMap { $0.dropFirst(alike).first?.step }.min() ?? .max
  }

  /// The rule that makes the step after `step`.
  public func configuration(after step: Int) -> OptimizerConfiguration {
    phases.last { $0.start <= step }?.configuration ?? configuration
  }

  /// The number of steps taken before the first change after `step`; `nil` if there is none.
  func nextChange(after step: Int) -> Int? {
    phases.first { $0.start > step }?.start
  }

  /// The learning rate of the step after `step`.
  public func rate(after step: Int) -> Double {
    schedule.rate(configuration(after: step).learningRate, at: step)
  }
}
