import RealModule

/// Points around a curve that a learner does not know: what a fit is made to, and what it is judged by.
///
/// The hidden function is f(x) = sin(πx) on -1…1. The n points lie evenly from -1 to 1 (a single one at 0), the
/// ``testCount`` test points evenly between, at the middles of as many equal parts; each y is f(x) plus `noise` times a
/// number of the standard normal distribution. One generator serves both, the points first, from left to right.
public struct NoisyPoints: Hashable, Sendable {
  /// x and y of one point.
  public struct Point: Hashable, Sendable {
    /// Where, in -1…1.
    public let x: Double
    /// What was measured there.
    public let y: Double
  }

  /// What the fit sees.
  public let points: [Point]
  /// What it does not see.
  public let testPoints: [Point]
  /// The standard deviation of the noise.
  public let noise: Double
  /// What determines the noise.
  public let seed: UInt64

  /// Numbers of points that are accepted.
  public static let counts = 1...10_000
  /// Largest noise that is accepted.
  public static let mostNoise = 1e6
  /// The number of test points.
  public static let testCount = 100
  /// The hidden function as it is printed.
  public static let formula = "sin(π·x)"

  /// Draws the points.
  ///
  /// - Throws: ``FitError`` for a count or a noise beyond what is accepted.
  public init(count: Int = 10, noise: Double = 0.2, seed: UInt64 = 1) throws(FitError) {
    guard Self.counts.contains(count) else { throw .points(count) }
    guard noise >= 0, noise <= Self.mostNoise else { throw .noise(noise) }
    var generator = SplitMix64(seed: seed)
    let draw = { (x: Double, generator: inout SplitMix64) in
      Point(x: x, y: Self.hidden(x) + noise * generator.normal())
    }
    points = (0..<count).map { index in
      draw(count == 1 ? 0 : 2 * Double(index) / Double(count - 1) - 1, &generator)
    }
    testPoints = (0..<Self.testCount).map { index in
      draw((2 * Double(index) + 1) / Double(Self.testCount) - 1, &generator)
    }
    (self.noise, self.seed) = (noise, seed)
  }

  private init(points: [Point], of data: NoisyPoints) {
    (self.points, testPoints, noise, seed) = (points, data.testPoints, data.noise, data.seed)
  }

  /// As many points seen, drawn from them with replacement; the test points stay.
  public func resampled(using generator: inout SplitMix64) -> NoisyPoints {
    NoisyPoints(points: points.map { _ in points[generator.integer(in: 0...points.count - 1)] }, of: self)
  }

  /// How many different places there are among the points seen.
  public var distinctCount: Int { Set(points.map(\.x)).count }

  /// f(x) = sin(πx), the curve under the noise.
  public static func hidden(_ x: Double) -> Double { .sin(.pi * x) }
}
