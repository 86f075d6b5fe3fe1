/// Polynomials of one kind, each fitted to other points drawn from the same ones, that vote: their mean is taken.
///
/// As many points as there are, drawn with replacement (a bootstrap sample; Breiman, *Bagging Predictors*, 1996), so that
/// some are missing in each and others count twice.
public struct FitCommittee: Hashable, Sendable {
  /// The polynomials.
  public let members: [PolynomialFit]

  /// How many vote unless told otherwise, as in the lectures.
  public static let usualCount = 5

  /// Fits `count` polynomials to points drawn from `data`; the seed of its noise determines which.
  ///
  /// - Throws: ``FitError`` as ``PolynomialFit`` does, and where the points drawn are too few of different places.
  public init(
    _ data: NoisyPoints, degree: Int, penalty: Double, count: Int = usualCount
  ) throws(FitError) {
    var members: [PolynomialFit] = []
    for sample in Self.samples(of: data, count: count) {
      members.append(try PolynomialFit(sample, degree: degree, penalty: penalty))
    }
    self.members = members
  }

  /// The highest degree that can be told from the fewest points among the samples of `data`, without λ.
  public static func highestDegree(_ data: NoisyPoints, count: Int = usualCount) -> Int {
    (samples(of: data, count: count).map(\.distinctCount).min() ?? 1) - 1
  }

  private static func samples(of data: NoisyPoints, count: Int) -> [NoisyPoints] {
    var generator = SplitMix64(seed: data.seed)
    return (0..<count).map { _ in data.resampled(using: &generator) }
  }

  /// The mean of what all say at `x`.
  public func value(at x: Double) -> Double {
    members.reduce(0) { $0 + $1.value(at: x) } / Double(members.count)
  }

  /// The mean square of the vote less y over the test points: never more than ``meanTestError``.
  public var testError: Double {
    guard let points = members.first?.data.testPoints else { return 0 }
    let squares = points.reduce(0) { sum, point in
      let error = value(at: point.x) - point.y
      return sum + error * error
    }
    return squares / Double(points.count)
  }

  /// The mean of the members' own test errors.
  public var meanTestError: Double {
    members.reduce(0) { $0 + $1.testError } / Double(members.count)
  }
}
