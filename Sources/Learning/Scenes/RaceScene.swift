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
    /// The place in ``RaceScene/Setup/racers``, from 0.
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

  /// Where one looks.
  public struct ViewState: Hashable, Sendable {
    /// What stands beside the map.
    public var view = View.table
    /// The place in ``Setup/racers`` of the one that is looked into, from 0.
    public var selected = 0
    /// How the map is shaded.
    public var shades = Shades.logarithm
    /// The turn of the relief in degrees, 0 ..< 360.
    public var turn = usualTurn

    /// The table, and the first racer.
    public init() {}
  }

  /// The race as it is set up.
  public var setup: Setup
  /// Where one looks.
  public var viewState = ViewState()
  /// The length of the timeline; `nil` for the usual one.
  public var steps: Int?
  /// Timeline position: the steps taken, 0 before the first.
  public var step = 0

  /// A race before its first step, seen as usual.
  public init(_ setup: Setup) { self.setup = setup }
}
