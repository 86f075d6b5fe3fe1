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

  /// Where one looks.
  public struct ViewState: Hashable, Sendable {
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

    /// The curves.
    public init() {}
  }

  /// What scenes call the lab.
  public static let lab = "train"

  /// What is learned and how.
  public var setup = Setup()
  /// Where one looks.
  public var viewState = ViewState()
  /// Updates made in a tick while it plays at speed 1, in ``TrainingLimits/paces``.
  public var pace = 1
  /// Updates made.
  public var step = 0

  /// The CNN on the digits, before the first update.
  public init() {}
}
