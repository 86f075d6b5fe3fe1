/// The state of the fit lab.
///
///     fit:degree?points=10&noise=0.2&lambda=0&seed=1&step=9
///     fit:lambda?degree=9&view=errors&step=6
///     fit:points?degree=9&view=vote
///     fit:updates?dropout=0.2&stop=true&view=errors&step=12
///
/// The path says which quantity the timeline goes through, see ``settings``; the others have their values. Where it goes
/// through updates, a small network learns, and else polynomials are fitted.
public struct FitScene: SteppedScene {
  /// What scenes call the lab.
  public static let lab = "fit"

  /// What is shown.
  public enum View: String, CaseIterable, Sendable {
    /// The points and the polynomial.
    case curve
    /// Errors on the points seen and on others, against the quantity swept.
    case errors
    /// Polynomials through points drawn anew, and their mean.
    case vote
  }

  /// What the timeline goes through.
  public enum Sweep: String, CaseIterable, Sendable {
    /// The degree, 0 to 15.
    case degree
    /// λ, by powers of ten.
    case lambda
    /// The number of points seen.
    case points
    /// The updates of a small network.
    case updates
  }

  /// What the timeline goes through.
  public var sweep = Sweep.degree
  /// What is shown.
  public var view = View.curve
  /// The degree, unless it is swept.
  public private(set) var degree = 9
  /// λ, unless it is swept.
  public private(set) var penalty = 0.0
  /// The number of points seen, unless it is swept.
  public private(set) var points = 10
  /// The standard deviation of the noise.
  public private(set) var noise = 0.2
  /// What determines the noise.
  public var seed: UInt64 = 1
  /// The share of a network's units that are left out in each update.
  public private(set) var dropout = 0.0
  /// Whether a network stops when its test error has not become smaller for a while.
  public var stopsEarly = false
  /// Timeline position: which of the swept values.
  public var step = 0

  /// Numbers of points that are drawn.
  public static let pointCounts = 3...200
  /// The λ that the timeline goes through.
  public static let penalties: [Double] = [
    0, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 0.001, 0.01, 0.1, 1, 10, 100,
  ]
  /// The power of ten of the least of them above 0.
  public static let leastPenaltyExponent = -9
  /// The numbers of points that the timeline goes through.
  public static let counts = [5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 70, 100]
  /// Largest λ, noise, and share of units left out.
  public static let mostPenalty = 1e6, mostNoise = 10.0, mostDropout = 0.9

  /// A polynomial of every degree through ten points.
  public init() {}

  /// What one position of the timeline stands for.
  public struct Setting: Hashable, Sendable {
    /// The degree, λ, and the number of points.
    public var degree: Int, penalty: Double, points: Int
    /// The updates of a network; `nil` for a polynomial.
    public var updates: Int?

    /// A polynomial of `degree` through `points` points, with λ = `penalty`, or a network after so many `updates`.
    public init(degree: Int, penalty: Double, points: Int, updates: Int? = nil) {
      (self.degree, self.penalty, self.points, self.updates) = (degree, penalty, points, updates)
    }
  }

  /// What each position of the timeline stands for: only what has one best polynomial. A level line always has.
  public var settings: [Setting] {
    let all =
      switch sweep {
      case .degree: PolynomialFit.degrees.map { Setting(degree: $0, penalty: penalty, points: points) }
      case .lambda: Self.penalties.map { Setting(degree: degree, penalty: $0, points: points) }
      case .points: Self.counts.map { Setting(degree: degree, penalty: penalty, points: $0) }
      case .updates:
        (0...NetworkCourse.stageCount).map {
          Setting(degree: degree, penalty: penalty, points: points, updates: $0 * NetworkCourse.interval)
        }
      }
    let determined = all.filter { isDetermined($0) }
    return determined.isEmpty ? [Setting(degree: 0, penalty: penalty, points: points)] : determined
  }

  /// Whether one polynomial alone is the best, also for each that votes.
  private func isDetermined(_ setting: Setting) -> Bool {
    guard setting.penalty == 0, setting.updates == nil else { return true }
    guard setting.degree < setting.points else { return false }
    guard view == .vote, let data = try? data(setting.points) else { return true }
    return setting.degree <= FitVote.highestDegree(data)
  }

  /// The points seen, `count` of them, and the test points.
  ///
  /// - Throws: ``FitError`` never for a scene that was read or made by an initialiser.
  public func data(_ count: Int) throws(FitError) -> NoisyPoints {
    try NoisyPoints(count: count, noise: noise, seed: seed)
  }

  /// - Throws: ``FitSceneError/outOfRange(_:_:)``
  public mutating func setDegree(_ value: Int) throws(FitSceneError) {
    guard PolynomialFit.degrees.contains(value) else { throw .outOfRange("degree", "0 to 15") }
    degree = value
  }

  /// - Throws: ``FitSceneError/outOfRange(_:_:)``
  public mutating func setPenalty(_ value: Double) throws(FitSceneError) {
    guard value >= 0, value <= Self.mostPenalty else { throw .outOfRange("lambda", "0 to 1,000,000") }
    penalty = value
  }

  /// - Throws: ``FitSceneError/outOfRange(_:_:)``
  public mutating func setPoints(_ value: Int) throws(FitSceneError) {
    guard Self.pointCounts.contains(value) else {
      throw .outOfRange("number of points", "3 to 200 to be drawn")
    }
    points = value
  }

  /// - Throws: ``FitSceneError/outOfRange(_:_:)``
  public mutating func setNoise(_ value: Double) throws(FitSceneError) {
    guard value >= 0, value <= Self.mostNoise else { throw .outOfRange("noise", "0 to 10 to be drawn") }
    noise = value
  }

  /// - Throws: ``FitSceneError/outOfRange(_:_:)``
  public mutating func setDropout(_ value: Double) throws(FitSceneError) {
    guard value >= 0, value <= Self.mostDropout else { throw .outOfRange("dropout", "0 to 0.9") }
    dropout = value
  }

  /// What decides how the network learns that starts from the weights of `seed`.
  public func course(seed: UInt64) -> NetworkCourse.Settings {
    var settings = NetworkCourse.Settings()
    (settings.penalty, settings.dropout, settings.stopsEarly, settings.seed) = (
      penalty, dropout, stopsEarly, seed
    )
    return settings
  }

  /// Gives the settings of another quantity to be swept the values that `setting` has.
  public mutating func take(_ setting: Setting) {
    (degree, penalty, points) = (setting.degree, setting.penalty, setting.points)
  }
}

extension FitScene {
  /// Reads the settings and checks that they fit one another.
  public init(_ string: SceneString) throws(SceneError) {
    var reader = try SceneReader(string, parts: 1)
    if let text = reader.part(0) {
      guard let sweep = Sweep(rawValue: text) else {
        throw SceneError(FitSceneError.sweep(text))
      }
      self.sweep = sweep
    }
    view = try reader.choice("view", View.self) ?? view
    degree = try reader.wholeNumber("degree", in: PolynomialFit.degrees) ?? degree
    points = try reader.wholeNumber("points", in: Self.pointCounts) ?? points
    let (penalty, noise) = (try reader.number("lambda"), try reader.number("noise"))
    let dropout = try reader.number("dropout")
    stopsEarly = try reader.flag("stop") ?? stopsEarly
    seed = try reader.seed("seed") ?? seed
    do throws(FitSceneError) {
      if let penalty { try setPenalty(penalty) }
      if let noise { try setNoise(noise) }
      if let dropout { try setDropout(dropout) }
    } catch { throw SceneError(error) }
    step = try reader.wholeNumber("step", in: 0...settings.count - 1) ?? step
    try reader.finish()
  }

  /// The settings that differ from the usual ones.
  public var string: SceneString {
    let usual = FitScene()
    var string = SceneString(lab: Self.lab, path: [sweep.rawValue])
    string.set("view", view, usually: usual.view)
    string.set("degree", degree, usually: usual.degree, \.description)
    string.set("lambda", penalty, usually: usual.penalty, Numeral.exact)
    string.set("points", points, usually: usual.points, \.description)
    string.set("noise", noise, usually: usual.noise, Numeral.exact)
    string.set("seed", seed, usually: usual.seed, \.description)
    string.set("dropout", dropout, usually: usual.dropout, Numeral.exact)
    string.set("stop", stopsEarly)
    string.set("step", step, usually: 0, \.description)
    return string
  }
}

/// Why a fit is not shown so.
public enum FitSceneError: InputError {
  /// No quantity that the timeline can go through.
  case sweep(String)
  /// A setting beyond what is drawn, and what is.
  case outOfRange(String, String)

  /// It is always part of the request.
  public var fault: InputFault { .request }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .sweep(let text):
      "\(Echo.quote(text)) is nothing to go through; there are "
        + FitScene.Sweep.allCases.map(\.rawValue).joined(separator: ", ")
    case .outOfRange(let name, let range): "the \(name) must be \(range)"
    }
  }
}
