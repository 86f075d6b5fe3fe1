public import Autodiff

/// The state of the normalisation lab.
///
///     norm:1,10;2,20;4,60;5,30?gamma=2,1&beta=0,1&drift=0.5&step=3
///     norm:1;2;4;5?view=backward&upstream=1,0,0,0&grouping=channel
///
/// The path holds the batch, rows being samples. The timeline is a run of ``batches`` batches, every one of them the last
/// one with `drift` added; running averages follow them.
public struct NormScene: SteppedScene {
  /// What scenes call the lab.
  public static let lab = "norm"

  /// What is shown.
  public enum View: String, CaseIterable, Sendable {
    /// Normalised by the batch itself.
    case train
    /// Normalised by the running averages.
    case use
    /// A gradient going back through the batch.
    case backward
    /// Other ways to scale beside it.
    case scaling

    /// Whether the running averages normalise, rather than the batch.
    public var isUse: Bool {
      switch self {
      case .train, .backward, .scaling: false
      case .use: true
      }
    }
  }

  /// Over which numbers mean and variance go.
  public enum Grouping: String, CaseIterable, Sendable {
    /// Over the samples, for each feature.
    case feature
    /// Over samples and places, all columns being places of one channel.
    case channel
  }

  /// The first batch, `[samples, features]`.
  public private(set) var batch: Grid
  /// What is shown.
  public var view = View.train
  /// Over which numbers mean and variance go.
  public var grouping = Grouping.feature
  /// γ and β, one for each feature; a channel takes the first.
  public private(set) var scale, shift: [Double]
  /// ε.
  public private(set) var epsilon = 1e-5
  /// Added to every number from batch to batch.
  public private(set) var drift = 0.0
  /// The gradient at the outputs of the column in focus, one for each sample.
  public private(set) var upstream: [Double]
  /// Timeline position: how many batches are through.
  public var step = 0

  /// Batches of the timeline.
  public static let batches = 20
  /// Samples and features that are shown.
  public static let samples = 2...8
  /// Samples and features that are shown.
  public static let features = 1...4
  /// Largest number that is shown.
  public static let most = 1e6

  /// A scene of that batch.
  ///
  /// - Throws: ``NormSceneError``
  public init(_ batch: Grid) throws(NormSceneError) {
    try Self.check(batch)
    self.batch = batch
    scale = [Double](repeating: 1, count: batch.width)
    shift = [Double](repeating: 0, count: batch.width)
    upstream = Self.usualUpstream(batch.height)
  }

  /// The batch that a fresh lab shows.
  static let usual = Grid(width: 2, [1, 10, 2, 20, 4, 60, 5, 30])

  private static func check(_ batch: Grid) throws(NormSceneError) {
    guard samples.contains(batch.height), features.contains(batch.width) else { throw .size(batch.extent) }
    guard batch.cells.allSatisfy({ abs($0) <= most }) else { throw .tooLarge }
  }

  private static func usualUpstream(_ count: Int) -> [Double] { (0..<count).map { $0 == 0 ? 1 : 0 } }

  /// Shows another batch; γ, β and the gradient stay where they fit.
  ///
  /// - Throws: ``NormSceneError``
  public mutating func setBatch(_ batch: Grid) throws(NormSceneError) {
    try Self.check(batch)
    if batch.width != scale.count {
      scale = [Double](repeating: 1, count: batch.width)
      shift = [Double](repeating: 0, count: batch.width)
    }
    if batch.height != upstream.count { upstream = Self.usualUpstream(batch.height) }
    self.batch = batch
  }

  /// Sets γ of a feature, within what is shown.
  public mutating func setScale(_ value: Double, feature: Int) {
    if scale.indices.contains(feature), abs(value) <= Self.most { scale[feature] = value }
  }

  /// Sets β of a feature, within what is shown.
  public mutating func setShift(_ value: Double, feature: Int) {
    if shift.indices.contains(feature), abs(value) <= Self.most { shift[feature] = value }
  }

  /// - Throws: ``NormSceneError/tooLarge``
  public mutating func setDrift(_ value: Double) throws(NormSceneError) {
    guard abs(value) <= Self.most else { throw .tooLarge }
    drift = value
  }

  /// - Throws: ``NormSceneError/epsilon(_:)``
  public mutating func setEpsilon(_ value: Double) throws(NormSceneError) {
    guard value >= 0, value <= Self.most else { throw .epsilon(value) }
    epsilon = value
  }

  /// - Throws: ``NormSceneError/upstream(_:samples:)``
  public mutating func setUpstream(_ values: [Double]) throws(NormSceneError) {
    guard values.count == batch.height, values.allSatisfy({ abs($0) <= Self.most }) else {
      throw .upstream(values.count, samples: batch.height)
    }
    upstream = values
  }

  /// The batch that comes as number `index`, counted from 0.
  public func batch(_ index: Int) -> Grid { batch.map { $0 + drift * Double(index) } }

  /// The same numbers as they are normalised: for a channel one column of all of them, row by row.
  public func columns(of batch: Grid) -> Grid {
    grouping == .feature
      ? batch : Grid(extent: Extent(height: batch.cells.count, width: 1), cells: batch.cells)
  }

  /// Normalises `batch`, by `running` averages if there are any.
  ///
  /// - Throws: ``NormalisationError`` never for a batch of this scene.
  public func normalised(
    _ batch: Grid, by running: BatchNormalisation.Running? = nil
  ) throws(NormalisationError) -> BatchNormalisation {
    let columns = columns(of: batch)
    return try BatchNormalisation(
      columns, scale: Array(scale.prefix(columns.width)), shift: Array(shift.prefix(columns.width)),
      epsilon: epsilon,
      running: running)
  }

  /// The running averages after 0, 1, … batches.
  ///
  /// - Throws: ``NormalisationError`` never for a scene that was read or made by an initialiser.
  public func running() throws(NormalisationError) -> [BatchNormalisation.Running] {
    var averages = [BatchNormalisation.Running.fresh(features: grouping == .feature ? batch.width : 1)]
    for index in 0..<Self.batches {
      averages.append(try normalised(batch(index)).updated(averages[index]))
    }
    return averages
  }
}

extension NormScene {
  /// Reads the settings and checks that they fit one another.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    let batch: Grid
    do {
      batch = try reader.part(0).map { text throws(TableError) in try Grid(parsing: text) } ?? Self.usual
    } catch {
      throw SceneError("batch", error)
    }
    do { try self.init(batch) } catch { throw SceneError(error) }
    view = try reader.choice("view", View.self) ?? view
    grouping = try reader.choice("grouping", Grouping.self) ?? grouping
    let typed = (
      gamma: try reader.text("gamma"), beta: try reader.text("beta"), upstream: try reader.text("upstream")
    )
    let epsilon = try reader.number("epsilon")
    if let drift = try reader.number("drift") {
      do { try setDrift(drift) } catch { throw SceneError("drift", error) }
    }
    do throws(NormSceneError) {
      if let text = typed.gamma { scale = try Self.numbers(text, "gamma", count: batch.width) }
      if let text = typed.beta { shift = try Self.numbers(text, "beta", count: batch.width) }
      if let text = typed.upstream { try setUpstream(Self.numbers(text, "upstream", count: batch.height)) }
      if let epsilon { try setEpsilon(epsilon) }
    } catch { throw SceneError(error) }
    step = try reader.wholeNumber("step", in: 0...Self.batches) ?? step
    try reader.finish()
  }

  /// So many numbers: `1,0.5`.
  ///
  /// - Throws: ``NormSceneError``
  public static func numbers(_ text: String, _ name: String, count: Int) throws(NormSceneError) -> [Double] {
    let words: [Substring]
    do { words = try TypedList.words(text) } catch { throw .unclear(error) }
    let numbers = words.compactMap { Numeral.parse($0) }.filter { abs($0) <= most }
    guard numbers.count == words.count, numbers.count == count else {
      throw .numbers(name, text, count: count)
    }
    return numbers
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    let list = { (numbers: [Double]) in numbers.map(Numeral.exact).joined(separator: ",") }
    var string = SceneString(lab: Self.lab, path: [batch.typed])
    string.set("view", view, usually: .train)
    string.set("grouping", grouping, usually: .feature)
    string.set("gamma", scale, usually: scale.map { _ in 1 }, list)
    string.set("beta", shift, usually: shift.map { _ in 0 }, list)
    string.set("upstream", upstream, usually: Self.usualUpstream(batch.height), list)
    string.set("epsilon", epsilon, usually: 1e-5, Numeral.exact)
    string.set("drift", drift, usually: 0, Numeral.exact)
    string.set("step", step, usually: 0, \.description)
    return string
  }
}

/// Why a batch is not shown so.
public enum NormSceneError: InputError {
  /// Fewer or more samples or features than are shown.
  case size(Extent)
  /// A number beyond what is shown.
  case tooLarge
  /// ε out of range.
  case epsilon(Double)
  /// A list that is not one number each.
  case numbers(String, String, count: Int)
  /// A list whose commas can be read in two ways.
  case unclear(TableError)
  /// A gradient that is not one number for each sample.
  case upstream(Int, samples: Int)

  /// It is always part of the request.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .size(let extent):
      "2 to 8 samples (rows) of 1 to 4 features (columns) are shown, not \(extent.product)"
    case .tooLarge: "numbers lie within \(Numeral.grouped(1_000_000)) of 0"
    case .epsilon(let value): "epsilon must be 0 to 1,000,000, not \(Numeral.format(value))"
    case .numbers(let name, let text, let count):
      "\(name): \(Echo.quote(text)) is not \(Plural.count(count, "number"))"
    case .unclear(let error): error.description
    case .upstream(let count, let samples):
      "the gradient has \(Plural.count(count, "number")) for \(Plural.count(samples, "sample"))"
    }
  }
}
