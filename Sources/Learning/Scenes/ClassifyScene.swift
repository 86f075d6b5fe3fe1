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
  /// The network unless another is given.
  public static let usualNetwork: [NetworkLayer] = [
    .dense(units: 8), .activation(.tanh), .dense(units: 8), .activation(.tanh), .dense(units: 2),
  ]

  /// What is learned.
  public var points = PointSet(.pattern(.moons))
  /// Which share of the points is for testing.
  public var testShare = 0.5
  /// The layers; the last ones give a score for each class.
  public var layers = Self.usualNetwork
  /// How weights start.
  public var start = ParameterStart.xavier
  /// Determines the first weights, the order of the points, and what is dropped.
  public var seed: UInt64 = 1
  /// The rule with its settings at the start.
  public var optimizer = Self.usualOptimizer
  /// How the rate develops from update to update.
  public var schedule = Schedule.constant
  /// How many points make an update.
  public var batch = 10
  /// How many times all points are gone through.
  public var epochs = 100
  /// When training ends by itself before.
  public var stops: [TrainingStop] = []
  /// Changes on the way, in order.
  public var changes: [TrainingChange] = []
  /// Updates made in a tick while it plays at speed 1, in ``TrainingLimits/paces``.
  public var pace = 1
  /// What is shown.
  public var view = View.units
  /// The weight in focus, a place among all parameters.
  public var weight = 0
  /// Updates made.
  public var step = 0

  /// Adam with the rate 0.01.
  public static var usualOptimizer: OptimizerConfiguration {
    var adam = Adam()
    adam.learningRate = 0.01
    return OptimizerConfiguration(adam)
  }

  /// The moons, before the first update.
  public init() {}

  /// The same training before its first update, seen as usual.
  public var withoutPlaces: ClassifyScene {
    var scene = at(step: 0)
    (scene.view, scene.weight, scene.pace) = (.units, 0, 1)
    return scene
  }
}
