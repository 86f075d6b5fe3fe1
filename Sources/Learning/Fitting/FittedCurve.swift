/// What a fit makes of places along x, of the points seen and of the test points, whatever made it.
public struct FittedCurve: Hashable, Sendable {
  /// ŷ at ``places``.
  public let values: [Double]
  /// ŷ at the points seen, and at the test points.
  public let seen, unseen: [Double]
  /// The mean squares of ŷ − y there.
  public let trainError, testError: Double

  /// Where curves are drawn, evenly from -1 to 1.
  public static let places = (0...240).map { Double($0) / 120 - 1 }

  /// A fit to `data` that gives these numbers.
  ///
  /// - Parameters:
  ///   - values: one for each of ``places``.
  ///   - seen: one for each point seen.
  ///   - unseen: one for each test point.
  public init(values: [Double], seen: [Double], unseen: [Double], of data: NoisyPoints) {
    (self.values, self.seen, self.unseen) = (values, seen, unseen)
    trainError = Self.meanSquare(seen, data.points)
    testError = Self.meanSquare(unseen, data.testPoints)
  }

  /// What `fit` makes of the points of `data`, which it may have seen only some of.
  public init(_ fit: PolynomialFit, of data: NoisyPoints) {
    let value = { (x: Double) in fit.value(at: x) }
    self.init(
      values: Self.places.map(value), seen: data.points.map { value($0.x) },
      unseen: data.testPoints.map { value($0.x) }, of: data)
  }

  private static func meanSquare(_ fitted: [Double], _ points: [NoisyPoints.Point]) -> Double {
    let squares = zip(fitted, points).reduce(0) { $0 + ($1.0 - $1.1.y) * ($1.0 - $1.1.y) }
    return squares / Double(max(1, points.count))
  }
}

/// Several fits that vote: their mean is taken.
///
/// Polynomials are fitted to as many points as there are, drawn with replacement (bootstrap samples; Breiman, *Bagging
/// Predictors*, 1996), so that some are missing in each and others count twice. Networks start from other weights.
public struct FitVote: Hashable, Sendable {
  /// The fits.
  public let members: [FittedCurve]
  /// Their mean. It never errs more on the test points than they do on average.
  public let mean: FittedCurve

  /// How many vote unless told otherwise, as in the lectures.
  public static let usualCount = 5

  /// The vote of `members`, at least one, all of them about the same `data`.
  public init(_ members: [FittedCurve], of data: NoisyPoints) {
    self.members = members
    let mean = { (numbers: (FittedCurve) -> [Double]) in
      let all = members.map(numbers)
      return (all.first ?? []).indices.map { index in
        all.reduce(0) { $0 + $1[index] } / Double(members.count)
      }
    }
    self.mean = FittedCurve(values: mean(\.values), seen: mean(\.seen), unseen: mean(\.unseen), of: data)
  }

  /// The vote of `count` polynomials, each fitted to points drawn from `data`; the seed of its noise determines which.
  ///
  /// - Throws: ``FitError`` as ``PolynomialFit`` does, also where the points drawn are too few of different places.
  public init(_ data: NoisyPoints, degree: Int, penalty: Double, count: Int = usualCount) throws(FitError) {
    var members: [FittedCurve] = []
    for sample in Self.samples(of: data, count: count) {
      members.append(FittedCurve(try PolynomialFit(sample, degree: degree, penalty: penalty), of: data))
    }
    self.init(members, of: data)
  }

  /// The mean of the members' own test errors.
  public var meanTestError: Double { members.reduce(0) { $0 + $1.testError } / Double(members.count) }

  /// The highest degree that can be told from the fewest points among the samples of `data`, without λ.
  public static func highestDegree(_ data: NoisyPoints, count: Int = usualCount) -> Int {
    (samples(of: data, count: count).map(\.distinctCount).min() ?? 1) - 1
  }

  private static func samples(of data: NoisyPoints, count: Int) -> [NoisyPoints] {
    var generator = SplitMix64(seed: data.seed)
    return (0..<count).map { _ in data.resampled(using: &generator) }
  }
}
