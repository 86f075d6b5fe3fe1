import Autodiff
import RealModule

/// Scores made probabilities: p_k = e^(z_k/T) / Σ_j e^(z_j/T), with the temperature T.
///
/// Computed as ln p_k = z_k/T − m − ln Σ_j e^(z_j/T − m) with m the largest z/T, so that no exponential overflows
/// whatever the scores are.
public struct Softmax: Hashable, Sendable {
  /// z, one score for each class.
  public let logits: [Double]
  /// T: above 1 it evens probabilities out, below it sharpens them.
  public let temperature: Double
  /// p.
  public let probabilities: [Double]
  /// ln p, also where p is too small to be a number.
  public let logProbabilities: [Double]

  /// Probabilities of the given scores.
  ///
  /// - Throws: ``LossError`` for no scores, scores that are not finite, and a temperature that is not above 0.
  public init(_ logits: [Double], temperature: Double = 1) throws(LossError) {
    guard !logits.isEmpty else { throw .empty }
    if let index = logits.firstIndex(where: { !$0.isFinite }) { throw .notFinite(index: index) }
    guard temperature > 0, temperature.isFinite else { throw .temperature(temperature) }
    (self.logits, self.temperature) = (logits, temperature)
    logProbabilities = Self.logarithms(logits, temperature)
    probabilities = logProbabilities.map { Double.exp($0) }
  }

  /// Cross-entropy −ln p of a class, and its gradient by the scores as they were given, (p − y)/T, by the engine.
  ///
  /// - Throws: ``LossError/noClass(_:count:)`` for a class that there is not; they count from 0.
  public func crossEntropy(of target: Int) throws(LossError) -> (value: Double, gradient: [Double]) {
    guard logits.indices.contains(target) else { throw .noClass(target, count: logits.count) }
    return Tape<Double>().valueAndGradient(at: logits) { -Self.logarithms($0, temperature)[target] }
  }

  private static func logarithms<Number: Scalar>(_ logits: [Number], _ temperature: Double) -> [Number] {
    // Differences first: a quotient of large scores and a small temperature overflows.
    let most = logits.reduce(-Double.infinity) { max($0, $1.primal) }
    let scaled = logits.map { ($0 - Number(most)) / Number(temperature) }
    let sum = scaled.reduce(Number(0)) { $0 + .exp($1) }
    return scaled.map { $0 - .log(sum) }
  }

  /// What the formula gives when it is computed as it stands: e^(z/T) of every class, their sum, and the quotients, which
  /// are no numbers where a power overflows.
  public var naive: (powers: [Double], sum: Double, probabilities: [Double]) {
    let powers = logits.map { Double.exp($0 / temperature) }
    let sum = powers.reduce(0, +)
    return (powers, sum, powers.map { $0 / sum })
  }

  /// m, the largest score divided by the temperature.
  public var shift: Double { (logits.max() ?? 0) / temperature }

  /// e^(z/T − m) of every class: 1 for the largest, less for the others.
  public var powers: [Double] {
    let most = logits.max() ?? 0
    return logits.map { Double.exp(($0 - most) / temperature) }
  }
}
