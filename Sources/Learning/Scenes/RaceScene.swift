public import Autodiff

/// The state of the race lab.
///
///     race:SURFACE?racer=sgd:lr=0.4&racer=adam:lr=0.3&start=-5,-2&schedule=cosine:steps=100&noise=0.1&seed=3
///       &rotate=45&condition=100&change=20:2:lr=0.1&fairness=tuned&view=relief&selected=2&shades=rank&turn=45
///       &steps=500&step=40
///
/// SURFACE is a name or an expression in x and y. Racers are spelled as on the command line. A change is step, racer
/// (counted from 1) and setting: it holds for the steps after that one. `fairness` says in which way the racers' rates are
/// fair, and is refused when they are not. The rest is how the lab shows the race: `view` beside the map or in its place,
/// the racer `selected` (counted from 1), how heights become `shades`, the `turn` of the relief in degrees, and the
/// `steps` of the timeline.
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

  /// What stands beside the map, or instead of it.
  public enum View: String, CaseIterable, Sendable {
    /// Who is where.
    case table
    /// The heights against the steps.
    case loss
    /// What the selected racer remembers, and how its step comes about.
    case inside
    /// The surface from the side.
    case relief
  }

  /// How heights become shades of the map.
  public enum Shades: String, CaseIterable, Sendable {
    /// By their logarithm above the lowest.
    case logarithm
    /// By their place among all.
    case rank
    /// By themselves.
    case size
  }

  /// What scenes call the lab.
  public static let lab = "race"
  /// The usual turn of the relief, in degrees.
  public static let usualTurn = 30
  /// The most racers that one race has.
  public static let mostRacers = 26
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
  /// In which way the rates are fair; `nil` if they are as they were set.
  public var fairness: Fairness?
  /// What stands beside the map.
  public var view = View.table
  /// The place in ``racers`` of the one that is looked into, from 0.
  public var selected = 0
  /// How the map is shaded.
  public var shades = Shades.logarithm
  /// The turn of the relief in degrees, 0 ..< 360.
  public var turn = usualTurn
  /// The length of the timeline; `nil` for the usual one.
  public var steps: Int?
  /// Timeline position: the steps taken, 0 before the first.
  public var step = 0

  /// A race before its first step, with the surface's own racers unless others are named.
  public init(
    _ surface: Surface, _ racers: [OptimizerConfiguration]? = nil, start: SurfacePoint? = nil
  ) {
    (self.surface, self.start) = (surface, start)
    self.racers = racers ?? Self.usualRacers(on: surface)
  }

  /// The surface, the start and the noise.
  public var problem: DescentProblem { DescentProblem(surface, start: start, noise: noise, seed: seed) }

  /// The race alone: at step 0 and as it is usually shown, whatever is said of its fairness.
  public var bare: RaceScene {
    var bare = RaceScene(surface, racers, start: start)
    (bare.schedule, bare.noise, bare.seed, bare.changes) = (schedule, noise, seed, changes)
    return bare
  }

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
  /// - Parameter before: a race whose runs are taken over where they are the same.
  /// - Throws: ``RaceError``
  public func race(on tape: Tape<Double>, from before: Race? = nil) throws(RaceError) -> Race {
    let racers = try lineUp()
    guard var race = before, race.problem == problem else {
      var race = Race(problem, racers, on: tape)
      race.seek(to: step, on: tape)
      return race
    }
    race.change(to: racers, on: tape)
    race.seek(to: step, on: tape)
    return race
  }
}
