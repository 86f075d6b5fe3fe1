public import Autodiff

/// A polynomial ŷ = c₀ + c₁x + … + c_d x^d through noisy points, found in closed form.
///
/// The coefficients minimise Σ(ŷ − y)² + λΣc² over the points seen, all of c₀ to c_d penalised.
public struct PolynomialFit: Hashable, Sendable {
  /// What it was made to and is judged by.
  public let data: NoisyPoints
  /// λ, at least 0.
  public let penalty: Double
  /// c₀ to c_d, by ascending powers of x.
  public let coefficients: [Double]

  /// Degrees that are accepted.
  public static let degrees = 0...15

  /// Fits a polynomial.
  ///
  /// - Throws: ``FitError`` for a degree or λ beyond what is accepted, and for more coefficients than points at different
  ///   places without λ, which many polynomials would fit equally well.
  public init(_ data: NoisyPoints, degree: Int = 9, penalty: Double = 0) throws(FitError) {
    guard Self.degrees.contains(degree) else { throw .degree(degree) }
    guard penalty >= 0, penalty.isFinite else { throw .penalty(penalty) }
    let places = penalty > 0 ? data.points.count : data.distinctCount
    guard penalty > 0 || degree < places else { throw .tooFewPoints(places, coefficients: degree + 1) }
    self.data = data
    self.penalty = penalty
    coefficients = LeastSquares.solve(
      data.points.map { point in (0...degree).map { .power(point.x, $0) } }, data.points.map(\.y),
      penalty: penalty)
  }

  /// d, the highest power.
  public var degree: Int { coefficients.count - 1 }

  /// ŷ at `x`.
  public func value(at x: Double) -> Double { Self.value(coefficients, at: x) }

  /// The mean square of ŷ − y over the points seen.
  public var trainError: Double { meanSquare(data.points) }

  /// The mean square of ŷ − y over the test points. The noise alone keeps it near the square of its deviation.
  public var testError: Double { meanSquare(data.testPoints) }

  /// The gradient of Σ(ŷ − y)² + λΣc² by the coefficients, found by the engine: nearly 0, if they are the best.
  public func gradient() -> [Double] {
    Autodiff.gradient(of: { objective($0) }, at: coefficients)
  }

  /// Σ(ŷ − y)² + λΣc² of any coefficients, by ascending powers.
  public func objective<Number: Scalar>(_ coefficients: [Number]) -> Number {
    let squares = data.points.reduce(Number(0)) { sum, point in
      let error = Self.value(coefficients, at: Number(point.x)) - Number(point.y)
      return sum + error * error
    }
    return coefficients.reduce(squares) { $0 + Number(penalty) * $1 * $1 }
  }

  private static func value<Number: Scalar>(_ coefficients: [Number], at x: Number) -> Number {
    coefficients.reversed().reduce(Number(0)) { $0 * x + $1 }
  }

  private func meanSquare(_ points: [NoisyPoints.Point]) -> Double {
    let squares = points.reduce(0) { sum, point in
      let error = value(at: point.x) - point.y
      return sum + error * error
    }
    return squares / Double(points.count)
  }
}

/// Why there is no fit.
public enum FitError: InputError {
  /// No number of points that is accepted.
  case points(Int)
  /// Noise that is negative or too large.
  case noise(Double)
  /// No degree that is accepted.
  case degree(Int)
  /// λ that is negative or not finite.
  case penalty(Double)
  /// More coefficients than points, and nothing that chooses among the polynomials.
  case tooFewPoints(Int, coefficients: Int)
  /// A network that cannot be trained, and why.
  case untrained(String)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .points, .noise, .degree, .penalty: .request
    case .tooFewPoints, .untrained: .data
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .points(let count):
      "the points must be 1 to \(Numeral.grouped(NoisyPoints.counts.upperBound)), not \(count)"
    case .noise(let noise):
      "the noise must be 0 to \(Numeral.grouped(1_000_000)), not \(Numeral.format(noise))"
    case .degree(let degree): "the degree must be 0 to \(PolynomialFit.degrees.upperBound), not \(degree)"
    case .penalty(let penalty): "lambda must be 0 or more, not \(Numeral.format(penalty))"
    case .tooFewPoints(let points, let coefficients):
      "\(Plural.count(coefficients, "coefficient")) cannot be told from \(Plural.count(points, "point")): "
        + "take degree \(points - 1) or less, or a lambda above 0"
    case .untrained(let reason): "the network cannot learn these points: \(reason)"
    }
  }
}
