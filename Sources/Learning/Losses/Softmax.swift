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
    let tape = Tape<Double>()
    let scaled = Self.scaled(tape.variable(Tensor(vector: logits)), logits, temperature)
    logProbabilities = scaled.logSoftmax().tensor.elements
    probabilities = scaled.softmax().tensor.elements
  }

  /// Cross-entropy −ln p of a class, and its gradient by the scores as they were given, (p − y)/T, by the engine.
  ///
  /// - Throws: ``LossError/noClass(_:count:)`` for a class that there is not; they count from 0.
  public func crossEntropy(of target: Int) throws(LossError) -> (value: Double, gradient: [Double]) {
    guard logits.indices.contains(target) else { throw .noClass(target, count: logits.count) }
    let tape = Tape<Double>()
    let scores = tape.variable(Tensor(vector: logits))
    let loss = Self.scaled(scores, logits, temperature).reshaped(to: [1, logits.count])
      .crossEntropy(classes: [target])
    tape.sweep(from: loss)
    return (loss.number.value, tape.adjoint(of: scores).elements)
  }

  /// z/T, but for a constant: the differences to the largest are divided, since a quotient of large scores and a small
  /// temperature would overflow.
  private static func scaled(
    _ scores: TensorVariable<Double>, _ logits: [Double], _ temperature: Double
  ) -> TensorVariable<Double> {
    (scores - (logits.max() ?? 0)) / temperature
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
