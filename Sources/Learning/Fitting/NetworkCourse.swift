import Autodiff

/// A small network that learns noisy points, as it stands every ``interval`` updates.
///
/// FC 20, TANH, FC 20, TANH, FC 1 from x to ŷ; Xavier weights, the mean square of ŷ − y over all points seen in every
/// update, Adam with the rate 0.02. The gradients are those of the engine's tape.
public struct NetworkCourse: Equatable, Sendable {
  /// What decides it.
  public struct Settings: Hashable, Sendable {
    /// λ of the weight decay: λ·w is added to the gradient of every parameter.
    public var penalty = 0.0
    /// The share of units that are left out in each update, behind both layers; 0 leaves none out.
    public var dropout = 0.0
    /// Whether it ends when the test error has not become smaller for ``patience`` updates.
    public var stopsEarly = false
    /// What determines the weights at the start, and what is left out.
    public var seed: UInt64 = 1

    /// No penalty, no dropout, all updates.
    public init() {}
  }

  /// Updates between two stages.
  public static let interval = 20
  /// The most stages after the first, which is before any update.
  public static let stageCount = 30
  /// Updates without a smaller test error after which early stopping ends it.
  public static let patience = 100
  /// The learning rate.
  public static let rate = 0.02

  /// The network's text.
  public let network: String
  /// How many numbers it learns.
  public let parameters: Int
  /// The curves after 0, 20, 40, … updates so far, at least the first.
  public private(set) var stages: [FittedCurve] = []
  /// Whether early stopping ended it, and not the number of updates.
  public private(set) var isStopped = false
  /// What goes on learning; `nil` when all is learned.
  private var training: Trainer<ShapedNetwork, Double>?
  private let data: NoisyPoints
  /// All places whose ŷ a stage holds, a number a row.
  private let inputs: Tensor<Double>

  /// The network's text with that share of units left out.
  public static func network(dropout: Double) -> String {
    let drop = dropout > 0 ? ", DROPOUT \(Numeral.exact(dropout))" : ""
    return "FC 20, TANH\(drop), FC 20, TANH\(drop), FC 1"
  }

  /// Learns from the points seen of `data`.
  ///
  /// - Parameter stages: how many stages are learned at once, besides the first; ``advance()`` learns more.
  /// - Throws: ``FitError/untrained(_:)``, never for settings in their ranges.
  public init(
    _ data: NoisyPoints, _ settings: Settings = Settings(), stages: Int = stageCount
  ) throws(FitError) {
    self.data = data
    network = Self.network(dropout: settings.dropout)
    var rule = Adam(learningRate: Self.rate)
    rule.weightDecay = settings.penalty
    let stops: [TrainingStop] = settings.stopsEarly ? [.noProgress(epochs: Self.patience)] : []
    do {
      let shaped = try ShapedNetwork(Network(parsing: network), input: .vector(1))
      parameters = shaped.parameters
      training = try Trainer(
        shaped, on: Self.set(data.points), test: settings.stopsEarly ? Self.set(data.testPoints) : nil,
        settings: TrainingSettings(OptimizerConfiguration(rule), batchSize: data.points.count, stops: stops),
        start: .xavier, seed: settings.seed, shuffled: false)
      inputs = try Self.column(FittedCurve.places + data.points.map(\.x) + data.testPoints.map(\.x))
    } catch { throw .untrained("\(error)") }
    note()
    for _ in 0..<stages where !isComplete { advance() }
  }

  /// Whether all is learned.
  public var isComplete: Bool { training == nil }

  /// Learns the next stage, if there is one.
  public mutating func advance() {
    training?.advance(by: Self.interval)
    note()
  }

  /// Takes down what the network makes of all places, and ends what has come to its end.
  private mutating func note() {
    guard let training else { return }
    let outputs = training.outputs(of: inputs).elements
    // What diverges is not drawn.
    guard outputs.allSatisfy({ $0.isFinite && abs($0) < 1e9 }) || stages.isEmpty else {
      self.training = nil
      return
    }
    let places = FittedCurve.places.count
    stages.append(
      FittedCurve(
        values: Array(outputs[..<places]), seen: Array(outputs[places..<places + data.points.count]),
        unseen: Array(outputs[(places + data.points.count)...]), of: data))
    if case .noProgress? = training.ending { isStopped = true }
    if training.ending != nil || stages.count > Self.stageCount { self.training = nil }
  }

  private static func set(_ points: [NoisyPoints.Point]) throws -> TrainingSet<Double> {
    .values(try column(points.map(\.x)), try column(points.map(\.y)))
  }

  /// A number a row.
  private static func column(_ numbers: [Double]) throws -> Tensor<Double> {
    try Tensor(shape: [numbers.count, 1], elements: numbers)
  }
}
