public import Autodiff

/// The state of the race lab.
///
///     race:SURFACE?racer=sgd:lr=0.4&racer=adam:lr=0.3&start=-5,-2&schedule=cosine:steps=100&noise=0.1&seed=3
///       &rotate=45&condition=100&change=20:2:lr=0.1&step=40
///
/// SURFACE is a name or an expression in x and y. Racers are spelled as on the command line. A change is step, racer
/// (counted from 1) and setting: it holds for the steps after that one.
public struct RaceScene: LabScene {
  /// From some step on a racer has another setting.
  public struct Change: Hashable, Sendable {
    /// The steps taken before it holds.
    public var step: Int
    /// The place in ``RaceScene/racers``, from 0.
    public var racer: Int
    /// Such as `lr=0.1`.
    public var setting: String

    /// The change of `setting` of a racer when `step` steps have been taken.
    public init(step: Int, racer: Int, setting: String) {
      (self.step, self.racer, self.setting) = (step, racer, setting)
    }
  }

  /// What scenes call the lab.
  public static let lab = "race"
  /// The most racers that one race has.
  public static let mostRacers = 26
  /// The racers when none are named: sgd, momentum and adam as they are.
  public static let usualRacers: [OptimizerConfiguration] = [
    .sgd(SGD()), .momentum(Momentum()), .adam(Adam()),
  ]

  /// The function to be minimised.
  public var surface: Surface
  /// Where all start; `nil` for the surface's usual start.
  public var start: SurfacePoint?
  /// The rules, at least one and at most ``mostRacers``.
  public var racers: [OptimizerConfiguration]
  /// How all rates develop.
  public var schedule = Schedule.constant
  /// The standard deviation of the noise on every gradient, at least 0.
  public var noise = 0.0
  /// Determines the noise.
  public var seed: UInt64 = 1
  /// What is changed during the race.
  public var changes: [Change] = []
  /// Timeline position: the steps taken, 0 before the first.
  public var step = 0

  /// A race before its first step.
  public init(
    _ surface: Surface, _ racers: [OptimizerConfiguration] = usualRacers, start: SurfacePoint? = nil
  ) {
    (self.surface, self.racers, self.start) = (surface, racers, start)
  }

  /// The surface, the start and the noise.
  public var problem: DescentProblem { DescentProblem(surface, start: start, noise: noise, seed: seed) }

  /// The racers with their schedule and changes.
  ///
  /// - Throws: ``RaceError`` if there are none or too many, or if a change does not fit its racer.
  public func lineUp() throws(RaceError) -> [Racer] {
    guard (1...Self.mostRacers).contains(racers.count) else { throw .racerCount(racers.count) }
    var lineUp = racers.map { Racer($0, schedule: schedule) }
    for change in changes {
      guard lineUp.indices.contains(change.racer) else {
        throw .unknownRacer(change.racer + 1, count: racers.count)
      }
      do {
        try lineUp[change.racer].add(Racer.Change(step: change.step, setting: change.setting))
      } catch {
        throw .optimizer(error)
      }
    }
    return lineUp
  }

  /// The race at ``step``, with gradients recorded on `tape`.
  ///
  /// - Throws: ``RaceError``
  public func race(on tape: Tape<Double>) throws(RaceError) -> Race {
    var race = Race(problem, try lineUp(), on: tape)
    race.seek(to: step, on: tape)
    return race
  }
}
