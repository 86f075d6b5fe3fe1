public import Autodiff

extension RaceScene {
  /// The race as it is set up.
  public struct Setup: Hashable, Sendable {
    /// The function to be minimised.
    public var surface: Surface
    /// Where all start; `nil` for the surface's usual start.
    public var start: SurfacePoint?
    /// The rules, at least one and at most ``RaceScene/mostRacers``.
    public var racers: [OptimizerConfiguration]
    /// How all rates develop.
    public var schedule = Schedule.constant
    /// The standard deviation of the noise on every gradient, at least 0.
    public var noise = 0.0
    /// Determines the noise.
    public var seed: UInt64 = 1
    /// What is changed during the race.
    public var changes: [Change] = []
    /// In which way the rates are fair; `nil` if they are as they were set.
    public var fairness: Fairness?

    /// A race with the surface's own racers unless others are named.
    public init(
      _ surface: Surface, _ racers: [OptimizerConfiguration]? = nil, start: SurfacePoint? = nil
    ) {
      (self.surface, self.start) = (surface, start)
      self.racers = racers ?? Self.usualRacers(on: surface)
    }
  }
}

extension RaceScene.Setup {
  /// The surface, the start and the noise.
  public var problem: DescentProblem { DescentProblem(surface, start: start, noise: noise, seed: seed) }

  /// Whether the rates are fair in the sense of ``fairness``, if it is said that they are, and stay so.
  ///
  /// Gradients are recorded on `tape`.
  public func keepsFairness(on tape: Tape<Double>) -> Bool {
    guard let fairness else { return true }
    guard !changes.contains(where: { $0.setting.hasPrefix("lr=") }) else { return false }
    let rate = racers[0].learningRate
    return racers.allSatisfy { fairness.adjusted($0, rate: rate, on: problem, tape: tape) == $0 }
  }

  /// The racers with their schedule and changes.
  ///
  /// - Throws: ``RaceError`` if there are none or too many, or if a change does not fit its racer.
  public func lineUp() throws(RaceError) -> [Racer] {
    guard (1...RaceScene.mostRacers).contains(racers.count) else { throw .racerCount(racers.count) }
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

  /// The race after `step` steps, with gradients recorded on `tape`.
  ///
  /// - Parameter before: a race whose runs are taken over where they are the same.
  /// - Throws: ``RaceError``
  public func race(at step: Int, on tape: Tape<Double>, from before: Race? = nil) throws(RaceError) -> Race {
    let racers = try lineUp()
    var race: Race
    if let before, before.problem == problem {
      race = before
      race.change(to: racers, on: tape)
    } else {
      race = Race(problem, racers, on: tape)
    }
    race.seek(to: step, on: tape)
    return race
  }
}
