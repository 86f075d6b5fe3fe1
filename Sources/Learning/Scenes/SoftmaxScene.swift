/// The state of the softmax lab.
///
///     softmax:3,1,0.2?target=2&step=6
///     softmax:2,1,0?shift=1000&view=naive&step=6
///     softmax:2.2,-1.4,0.4?view=binary&labels=1,0,1&weights=1,-2,0.5&lambda=0.1
///
/// The path holds the scores, two to ``mostClasses`` numbers. The timeline makes the numbers stage by stage. In the binary
/// view every score is a sample of its own, whose probability is σ(z).
public struct SoftmaxScene: SteppedScene {
  /// What scenes call the lab.
  public static let lab = "softmax"

  /// What is shown.
  public enum View: String, CaseIterable, Sendable {
    /// Probabilities, cross-entropy and gradient, computed the stable way.
    case stable
    /// The formula computed as it stands, beside the stable way.
    case naive
    /// Binary cross-entropy of samples, with a penalty on weights.
    case binary

    /// Whether every score is a sample of its own, rather than that of a class.
    public var isBinary: Bool {
      switch self {
      case .stable, .naive: false
      case .binary: true
      }
    }
  }

  /// z, one score for each class, before the shift.
  public private(set) var logits: [Double]
  /// What is shown.
  public var view = View.stable
  /// Divides the scores.
  public private(set) var temperature = 1.0
  /// Added to every score.
  public var shift = 0.0
  /// The true class.
  public private(set) var target = 0
  /// Whether each sample of the binary view is of class 1.
  public private(set) var labels: [Bool]
  /// The weights that the binary view penalises.
  public private(set) var weights: [Double] = [1, -2, 0.5]
  /// λ of the penalty.
  public private(set) var lambda = 0.1
  /// Timeline position: how many stages are worked out.
  public var step = 0

  /// Fewest and most classes.
  public static let classes = 2...8
  /// Largest score, shift or weight.
  public static let most = 1e6
  /// Temperatures that are accepted.
  public static let temperatures = 0.01...1_000.0
  /// Stages of the timeline.
  public static let stages = 6

  /// A scene of the lecture's scores, or of others, two to eight.
  ///
  /// - Throws: ``SoftmaxSceneError``
  public init(_ logits: [Double] = [3, 1, 0.2]) throws(SoftmaxSceneError) {
    try Self.check(logits)
    self.logits = logits
    labels = Self.usualLabels(logits.count)
  }

  private static func check(_ logits: [Double]) throws(SoftmaxSceneError) {
    guard classes.contains(logits.count) else { throw .count(logits.count) }
    guard logits.allSatisfy({ abs($0) <= most }) else { throw .tooLarge }
  }

  private static func usualLabels(_ count: Int) -> [Bool] { (0..<count).map { $0.isMultiple(of: 2) } }

  /// The scores that go in: shifted.
  public var scores: [Double] { logits.map { $0 + shift } }

  /// Gives other scores; the true class and the labels stay where there are still such.
  ///
  /// - Throws: ``SoftmaxSceneError``
  public mutating func setLogits(_ logits: [Double]) throws(SoftmaxSceneError) {
    try Self.check(logits)
    if logits.count != self.logits.count { labels = Self.usualLabels(logits.count) }
    self.logits = logits
    target = min(target, logits.count - 1)
  }

  /// Gives the score at `index` another value, within what is accepted.
  public mutating func setLogit(_ value: Double, at index: Int) {
    guard logits.indices.contains(index), value.isFinite else { return }
    logits[index] = min(max(-Self.most, value), Self.most)
  }

  /// Makes the class at `index` the true one.
  public mutating func setTarget(_ index: Int) {
    if logits.indices.contains(index) { target = index }
  }

  /// Turns the label of the sample at `index`.
  public mutating func toggleLabel(_ index: Int) {
    if labels.indices.contains(index) { labels[index].toggle() }
  }

  /// - Throws: ``SoftmaxSceneError/temperature(_:)``
  public mutating func setTemperature(_ value: Double) throws(SoftmaxSceneError) {
    guard Self.temperatures.contains(value) else { throw .temperature(value) }
    temperature = value
  }

  /// - Throws: ``SoftmaxSceneError/lambda(_:)``
  public mutating func setLambda(_ value: Double) throws(SoftmaxSceneError) {
    guard value >= 0, value <= Self.most else { throw .lambda(value) }
    lambda = value
  }

  /// - Throws: ``SoftmaxSceneError/tooLarge``
  public mutating func setWeights(_ values: [Double]) throws(SoftmaxSceneError) {
    guard (1...20).contains(values.count), values.allSatisfy({ abs($0) <= Self.most }) else {
      throw .tooLarge
    }
    weights = values
  }

  /// The probabilities and what follows from them.
  ///
  /// - Throws: ``LossError`` never for a scene that was read or made by an initialiser.
  public func softmax() throws(LossError) -> Softmax { try Softmax(scores, temperature: temperature) }
}

extension SoftmaxScene {
  /// Reads the settings and checks that they fit one another.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    do { try self.init(reader.part(0).map(Self.numbers) ?? [3, 1, 0.2]) } catch { throw SceneError(error) }
    view = try reader.choice("view", View.self) ?? view
    if let index = try reader.wholeNumber("target", in: 0...logits.count - 1) { setTarget(index) }
    shift = try reader.number("shift") ?? shift
    guard abs(shift) <= Self.most else { throw SceneError(SoftmaxSceneError.tooLarge) }
    let typedTemperature = try reader.number("temperature")
    if let text = try reader.text("labels") {
      let words = text.split(separator: ",").map(String.init)
      guard words.count == logits.count, words.allSatisfy({ $0 == "0" || $0 == "1" }) else {
        throw SceneError("labels", SoftmaxSceneError.labels(text, count: logits.count))
      }
      labels = words.map { $0 == "1" }
    }
    let typedWeights = try reader.value("weights", Self.numbers)
    let typedLambda = try reader.number("lambda")
    do throws(SoftmaxSceneError) {
      if let typedTemperature { try setTemperature(typedTemperature) }
      if let typedWeights { try setWeights(typedWeights) }
      if let typedLambda { try setLambda(typedLambda) }
    } catch { throw SceneError(error) }
    step = try reader.wholeNumber("step", in: 0...Self.stages) ?? step
    try reader.finish()
  }

  /// `3,1,0.2`, or with blanks.
  ///
  /// - Throws: ``SoftmaxSceneError/notNumbers(_:)`` or ``SoftmaxSceneError/unclear(_:)``
  public static func numbers(_ text: String) throws(SoftmaxSceneError) -> [Double] {
    let words: [Substring]
    do { words = try TypedList.words(text) } catch { throw .unclear(error) }
    let numbers = words.compactMap { Numeral.parse($0) }.filter(\.isFinite)
    guard numbers.count == words.count, !numbers.isEmpty else { throw .notNumbers(text) }
    return numbers
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    let list = { (numbers: [Double]) in numbers.map(Numeral.exact).joined(separator: ",") }
    var string = SceneString(lab: Self.lab, path: [list(logits)])
    string.set("view", view, usually: .stable)
    string.set("target", target, usually: 0, \.description)
    string.set("shift", shift, usually: 0, Numeral.exact)
    string.set("temperature", temperature, usually: 1, Numeral.exact)
    string.set("labels", labels, usually: Self.usualLabels(logits.count)) {
      $0.map { $0 ? "1" : "0" }.joined(separator: ",")
    }
    string.set("weights", weights, usually: [1, -2, 0.5], list)
    string.set("lambda", lambda, usually: 0.1, Numeral.exact)
    string.set("step", step, usually: 0, \.description)
    return string
  }
}

/// Why scores are not shown so.
public enum SoftmaxSceneError: InputError {
  /// Fewer or more scores than are shown.
  case count(Int)
  /// Something that is no list of numbers.
  case notNumbers(String)
  /// A list whose commas can be read in two ways.
  case unclear(TableError)
  /// A number beyond what is shown.
  case tooLarge
  /// A temperature out of range.
  case temperature(Double)
  /// λ out of range.
  case lambda(Double)
  /// Labels that are not a 0 or 1 for each sample.
  case labels(String, count: Int)

  /// It is always part of the request.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .count(let count): "two to eight scores are shown, not \(count)"
    case .notNumbers(let text): "\(Echo.quote(text)) is no list of numbers such as 3,1,0.2"
    case .unclear(let error): error.description
    case .tooLarge:
      "scores, shift and weights lie within \(Numeral.grouped(1_000_000)) of 0, and there are 1 to 20 weights"
    case .temperature(let value): "the temperature must be 0.01 to 1,000, not \(Numeral.format(value))"
    case .lambda(let value): "lambda must be 0 to 1,000,000, not \(Numeral.format(value))"
    case .labels(let text, let count):
      "\(Echo.quote(text)) is not a 0 or 1 for each of \(Plural.count(count, "sample")), as in 1,0,1"
    }
  }
}
