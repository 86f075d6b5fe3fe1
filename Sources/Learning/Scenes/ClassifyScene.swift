/// The state of the playground, in which a network bends the boundary between classes of points.
///
///     classify:moons?network=FC 8, TANH, FC 2&optimizer=sgd:lr=0.1&change=200:lr=0.02&step=300
///     classify:sin(3*x)/2?points=400&noise=0&batch=20
///     classify:0,0,red;1,1,blue
///
/// The path names a pattern, holds points, or is a function of x that parts the plane. `points`, `noise` and `seed` say
/// how points are drawn, `test` which share of them is for testing; `weights` determines first weights, order and what is
/// dropped. `change` is an update and settings of the optimizer that hold from then on, `pace` how many updates a tick
/// makes. Positions of the timeline are updates.
public struct ClassifyScene: TrainingScene {
  /// What stands beside the map of the plane.
  public enum View: String, CaseIterable, Sendable {
    /// Every unit with its own response.
    case units
    /// A layer's weights in numbers.
    case weights
    /// Losses and accuracies by update.
    case curves
  }

  /// What scenes call the lab.
  public static let lab = "classify"

  /// Where one looks.
  public struct ViewState: Hashable, Sendable {
    /// What is shown.
    public var view = View.units
    /// The weight in focus, a place among all parameters.
    public var weight = 0

    /// The units, with the first weight in focus.
    public init() {}
  }

  /// What is learned and how.
  public var setup = Setup()
  /// Where one looks.
  public var viewState = ViewState()
  /// Updates made in a tick while it plays at speed 1, in ``TrainingLimits/paces``.
  public var pace = 1
  /// Updates made.
  public var step = 0

  /// The moons, before the first update.
  public init() {}
}
