/// Prepared trainings on the digits.
public enum TrainPreset: String, TrainingPreset {
  case cnn
  case units
  case templates
  case vanishing
  case rectified
  case normalised
  case tooFast
  case mirrored

  /// A name for headings.
  public var title: String {
    switch self {
    case .cnn: "A CNN learns digits"
    case .units: "32 hidden units"
    case .templates: "One layer, ten templates"
    case .vanishing: "Six layers of sigmoids"
    case .rectified: "The same with ReLU"
    case .normalised: "The same with batch norm"
    case .tooFast: "Much too fast"
    case .mirrored: "Mirrored digits"
    }
  }

  /// The training before its first update.
  public var scene: TrainScene {
    var scene = TrainScene(setup)
    scene.viewState.view = view
    return scene
  }

  /// What shows it best.
  public var view: TrainScene.View {
    switch self {
    case .cnn, .units, .tooFast, .mirrored: .curves
    case .templates: .filters
    case .vanishing, .rectified, .normalised: .gradients
    }
  }

  /// What is learned and how.
  public var setup: TrainScene.Setup {
    var setup = TrainScene.Setup()
    switch self {
    case .cnn: break
    case .units: setup.network = .preset(.digitsMLP)
    case .templates:
      setup.network = Self.network([.flatten, .dense(units: 10)])
      setup.epochs = 10
    case .vanishing:
      setup = Self.deep([.activation(.sigmoid)])
      setup.start = .xavier
    case .rectified: setup = Self.deep([.activation(.relu)])
    case .normalised:
      setup = Self.deep([.batchNormalisation, .activation(.sigmoid)])
      setup.start = .xavier
    case .tooFast:
      let window = LayerWindow(3, padding: .zeros(1))
      let leaky = NetworkLayer.activation(.leaky(slope: 0.1))
      setup.network = Self.network([
        .convolution(filters: 8, window), leaky, .pooling(.max, LayerWindow(2, stride: 2)),
        .convolution(filters: 16, window), leaky, .pooling(.max, LayerWindow(2, stride: 2)), .flatten,
        .dense(units: 10),
      ])
      setup.optimizer = OptimizerConfiguration(SGD(learningRate: 10))
    case .mirrored: setup.augmentation.flips = true
    }
    return setup
  }

  /// What to look at, in one line; true of the training to its end.
  public var watchFor: String {
    switch self {
    case .cnn: "Watch for the test: one epoch gets nearly 9 of 10 right, five get 19 of 20."
    case .units: "Watch for the test: 2,410 weights without convolution get 19 of 20 right, too."
    case .templates: "Watch for the tiles: each unit becomes a template of its digit."
    case .vanishing: "Watch for the bars: the first layer gets less than a thousandth of the last."
    case .rectified: "Watch for the bars: with ReLU the first layer gets about as much as the last."
    case .normalised: "Watch for the bars: with BN before each sigmoid all layers get their share."
    case .tooFast: "Watch for the loss: it explodes, and within ten updates it is no number."
    case .mirrored: "Watch for the test: learning mirrored digits too, it ends lower than without."
    }
  }

  /// Six layers of 32 units, each with `behind` after it, then the scores; all of them with plain descent.
  private static func deep(_ behind: [NetworkLayer]) -> TrainScene.Setup {
    var setup = TrainScene.Setup()
    let hidden = Array(repeatElement([.dense(units: 32)] + behind, count: 6).joined())
    setup.network = network([.flatten] + hidden + [.dense(units: 10)])
    setup.optimizer = OptimizerConfiguration(SGD(learningRate: 0.1))
    return setup
  }

  private static func network(_ layers: [NetworkLayer]) -> NetworkSource {
    guard let network = Network(layers) else { preconditionFailure("There are few layers here.") }
    return .typed(network)
  }
}
