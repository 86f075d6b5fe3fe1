/// The state of the lab in which a network learns pictures.
///
///     train:digits-cnn?optimizer=sgd:lr=0.1&change=45:lr=0.02&step=90
///     train:FLATTEN, FC 10?view=filters&augment=shift=1
///     train:digits-cnn?view=inside&digit=7&layer=2&map=3&cell=2,5
///
/// The path is a network: a preset or layers. `seed` determines first weights, order, dropout and augmentation; `change` is
/// an update and settings of the optimizer that hold from then on; `pace` says how many updates a tick makes while the
/// timeline plays. Positions of the timeline are updates. Digits, layers and maps count from 1, rows and columns of cells
/// from 0.
public struct TrainScene: TrainingScene {
  /// What the lab shows.
  public enum View: String, CaseIterable, Sendable {
    /// Losses, accuracies and rate by update.
    case curves
    /// Each kernel as a tile, before training and now.
    case filters
    /// One digit on its way through the layers, down to every product.
    case inside
    /// Which classes are taken for which, over the digits to test with.
    case confusion
    /// The digits to test with that are wrong.
    case mistakes
    /// How large the gradients of each layer are.
    case gradients
  }

  /// A cell of the table of classes.
  public struct Pair: Hashable, Sendable {
    /// The true class and the one that was said.
    public var truth, said: Int

    /// Digits of class `truth` for which the network says `said`.
    public init(truth: Int, said: Int) { (self.truth, self.said) = (truth, said) }
  }

  /// What scenes call the lab.
  public static let lab = "train"

  /// The layers.
  public var network = NetworkSource.preset(.digitsCNN)
  /// What is learned.
  public var data = TrainData.digits
  /// The weights to begin with, where they come from a file.
  public var weights: TrainWeights?
  /// How weights start otherwise.
  public var start = ParameterStart.he
  /// Determines first weights, the order of the pictures, dropout and augmentation.
  public var seed: UInt64 = 1
  /// Whether each epoch has an order of its own, or takes the pictures as given.
  public var isShuffled = true
  /// The rule with its settings at the start.
  public var optimizer = ClassifyScene.usualOptimizer
  /// How the rate develops from update to update.
  public var schedule = Schedule.constant
  /// How many pictures make an update.
  public var batch = 32
  /// How many times all pictures are gone through.
  public var epochs = 5
  /// How pictures are changed each time they are learned from.
  public var augmentation = Augmentation()
  /// Changes on the way, in order.
  public var changes: [TrainingChange] = []
  /// Updates made in a tick while it plays at speed 1, in ``TrainingLimits/paces``.
  public var pace = 1
  /// What is shown.
  public var view = View.curves
  /// The picture of the test that is looked at, from 0.
  public var digit = 0
  /// The layer that is looked at, from 0; `nil` is the first with weights.
  public var layer: Int?
  /// The map, or the unit of a layer of units, from 0.
  public var map = 0
  /// The cell of the map; `nil` is the one with the largest number.
  public var cell: Position?
  /// The cell of the table of classes.
  public var pair = Pair(truth: 0, said: 0)
  /// Whether the pictures of that cell are listed.
  public var isListing = false
  /// Updates made.
  public var step = 0

  /// The CNN on the digits, before the first update.
  public init() {}

  /// The same training before its first update, seen as usual.
  public var withoutPlaces: TrainScene {
    var scene = at(step: 0)
    let usual = TrainScene()
    (scene.view, scene.pace, scene.digit) = (usual.view, usual.pace, usual.digit)
    (scene.layer, scene.map, scene.cell) = (usual.layer, usual.map, usual.cell)
    (scene.pair, scene.isListing) = (usual.pair, usual.isListing)
    return scene
  }
}

/// Pictures to learn from, by the name under which they were found and how they were read. These stand for them: two of one
/// name that are read alike are equal.
public struct TrainData: Hashable, Sendable {
  /// `digits`, or the folder, prefix or table that commands take.
  public let name: String
  /// How it is read, if it is a table.
  public let table: PictureTable
  /// The pictures; `nil` until their files have been read.
  public let set: DataSet?

  /// The digits of the program.
  public static let digits = TrainData(name: "digits", .digits)

  /// Pictures that were found under `name`.
  public init(name: String, _ set: DataSet?, table: PictureTable = PictureTable()) {
    (self.name, self.set, self.table) = (name, set, table)
  }

  /// Whether `name` is that of a table of pictures.
  public static func isTable(_ name: String) -> Bool { name.lowercased().hasSuffix(".csv") }

  /// By name and reading.
  public static func == (one: TrainData, other: TrainData) -> Bool {
    one.name == other.name && one.table == other.table
  }
  /// By name and reading.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(table)
  }
}

/// Weights of a file. Its path stands for them: two of one path are equal.
public struct TrainWeights: Hashable, Sendable {
  /// Where the file is.
  public let path: String
  /// What it holds; `nil` until it has been read.
  public let bytes: [UInt8]?

  /// The weights in the safetensors file at `path`.
  public init(path: String, _ bytes: [UInt8]?) { (self.path, self.bytes) = (path, bytes) }

  /// By path.
  public static func == (one: TrainWeights, other: TrainWeights) -> Bool { one.path == other.path }
  /// By path.
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
