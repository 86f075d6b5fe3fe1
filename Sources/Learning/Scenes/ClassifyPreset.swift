/// Prepared trainings of the playground.
public enum ClassifyPreset: String, TrainingPreset {
  case moons
  case straight
  case ring
  case corners
  case spiral
  case overfitting
  case decay
  case tooFast

  /// A name for headings.
  public var title: String {
    switch self {
    case .moons: "Two moons"
    case .straight: "No hidden layer"
    case .ring: "Four hidden units"
    case .corners: "ReLU has corners"
    case .spiral: "A spiral"
    case .overfitting: "Learned by heart"
    case .decay: "The same with decay"
    case .tooFast: "Much too fast"
    }
  }

  /// The training before its first update.
  public var scene: ClassifyScene { ClassifyScene(setup) }

  /// What is learned and how.
  public var setup: ClassifyScene.Setup {
    var setup = ClassifyScene.Setup()
    switch self {
    case .moons: break
    case .straight:
      setup.points.source = .pattern(.circles)
      setup.layers = [.dense(units: 2)]
    case .ring:
      setup.points.source = .pattern(.circles)
      setup.layers = ClassifyScene.Setup.layers([4], .tanh, scores: 2)
    case .corners:
      setup.points.source = .pattern(.circles)
      setup.layers = ClassifyScene.Setup.layers([6], .relu, scores: 2)
      setup.start = .he
    case .spiral:
      setup.points = PointSet(.pattern(.spiral), count: 400, noise: 0.02)
      setup.layers = ClassifyScene.Setup.layers([12, 12], .tanh, scores: 2)
      setup.batch = 20
      setup.epochs = 400
    case .overfitting:
      setup.points = PointSet(.pattern(.moons), count: 60, noise: 0.45)
      setup.layers = ClassifyScene.Setup.layers([16, 16], .tanh, scores: 2)
      setup.epochs = 300
    case .decay:
      setup = Self.overfitting.setup
      var adam = Adam()
      (adam.learningRate, adam.weightDecay) = (0.01, 0.03)
      setup.optimizer = OptimizerConfiguration(adam)
    case .tooFast:
      setup.layers = ClassifyScene.Setup.layers([8, 8], .relu, scores: 2)
      setup.optimizer = OptimizerConfiguration(SGD(learningRate: 20))
      setup.start = .he
    }
    return setup
  }

  /// What to look at, in one line; true of the training to its end.
  public var watchFor: String {
    switch self {
    case .moons: "Watch for the boundary: straight at first, it bends around the moons."
    case .straight: "Watch for the line: without hidden units the boundary is straight."
    case .ring: "Watch for the hidden units: each parts the plane once; four close a ring."
    case .corners:
      "Watch for the corners: with ReLU each hidden unit folds the plane once."
    case .spiral: "Watch for the arms: hardly anything for a while, then the spiral winds up."
    case .overfitting: "Watch for the test loss: it rises again while the loss goes on falling."
    case .decay: "Watch for the test loss: with decay it ends lower than without."
    case .tooFast: "Watch for dead units: after such long steps most answer 0 ever after."
    }
  }
}

extension ClassifyScene.Setup {
  /// Hidden layers of so many units with an activation behind each, then the scores.
  public static func layers(_ hidden: [Int], _ activation: LayerActivation, scores: Int) -> [NetworkLayer] {
    var layers: [NetworkLayer] = []
    for units in hidden { layers += [.dense(units: units), .activation(activation)] }
    return layers + [.dense(units: scores)]
  }

  /// The units of the hidden layers and what stands behind them, where the network is of that form; dropout counts apart.
  public var form: (hidden: [Int], activation: LayerActivation?, dropout: Double)? {
    var (hidden, activation, dropout) = ([Int](), LayerActivation?.none, 0.0)
    var isOpen = false
    for (place, layer) in layers.enumerated() {
      switch layer {
      case .dense(let units, true):
        guard !isOpen else { return nil }
        if place < layers.count - 1 { hidden.append(units) }
        isOpen = true
      case .activation(let next):
        guard isOpen, place < layers.count - 1, activation == nil || activation == next else { return nil }
        (activation, isOpen) = (next, false)
      case .dropout(let rate):
        guard !isOpen, !hidden.isEmpty, dropout == 0 || dropout == rate else { return nil }
        dropout = rate
      case .convolution, .depthwise, .pooling, .globalPooling, .dense, .flatten, .batchNormalisation:
        return nil
      }
    }
    return isOpen ? (hidden, activation, dropout) : nil
  }
}
