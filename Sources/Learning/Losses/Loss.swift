import Autodiff

/// How far a list of outputs o is from a list of targets t of the same length n.
public enum Loss: String, CaseIterable, Sendable {
  /// Σ(o − t)²/n.
  case meanSquared = "mse"
  /// √(Σ(o − t)²/n).
  case rootMeanSquared = "rmse"
  /// Σ|o − t|/n.
  case meanAbsolute = "mae"
  /// Σ(o − t)².
  case sumOfSquares = "sse"
  /// Σ|o − t|.
  case sumOfAbsolutes = "sae"
  /// Σ max(0, 1 − t·o)/n, for targets of 1 and −1.
  case hinge
  /// How many outputs, rounded, differ from their targets. It is level almost everywhere and has no gradient.
  case zeroOne = "zero-one"
  /// −Σ t·ln o of probabilities; where t is 0, nothing is added whatever o is.
  case crossEntropy = "cross-entropy"
  /// −Σ(t·ln o + (1 − t)·ln(1 − o))/n of probabilities, terms with a factor 0 left out.
  case binaryCrossEntropy = "binary-cross-entropy"

  /// The loss as it is printed.
  public var formula: String {
    switch self {
    case .meanSquared: "Σ(o - t)²/n"
    case .rootMeanSquared: "√(Σ(o - t)²/n)"
    case .meanAbsolute: "Σ|o - t|/n"
    case .sumOfSquares: "Σ(o - t)²"
    case .sumOfAbsolutes: "Σ|o - t|"
    case .hinge: "Σmax(0, 1 - t·o)/n"
    case .zeroOne: "the number of o that, rounded, are not t"
    case .crossEntropy: "-Σt·ln(o)"
    case .binaryCrossEntropy: "-Σ(t·ln(o) + (1 - t)·ln(1 - o))/n"
    }
  }

  /// What headings call it.
  public var title: String {
    switch self {
    case .meanSquared: "mean squared error"
    case .rootMeanSquared: "root mean squared error"
    case .meanAbsolute: "mean absolute error"
    case .sumOfSquares: "sum of squared errors"
    case .sumOfAbsolutes: "sum of absolute errors"
    case .hinge: "hinge loss"
    case .zeroOne: "zero-one loss"
    case .crossEntropy: "cross-entropy"
    case .binaryCrossEntropy: "binary cross-entropy"
    }
  }

  /// Value and gradient, by the engine.
  ///
  /// - Throws: ``LossError`` unless there are as many outputs as targets, at least one, and all are what the loss is for.
  public func evaluated(_ outputs: [Double], targets: [Double]) throws(LossError) -> LossResult {
    try check(outputs, targets)
    guard self != .zeroOne else {
      let wrong = zip(outputs, targets).count { $0.rounded() != $1.rounded() }
      return LossResult(value: Double(wrong), gradient: nil, terms: zip(outputs, targets).map(term))
    }
    let (value, gradient) = Tape<Double>().valueAndGradient(at: outputs) { self.value($0, targets: targets) }
    return LossResult(value: value, gradient: gradient, terms: zip(outputs, targets).map(term))
  }

  /// What one output adds to the sum, before any mean or root.
  private func term(_ output: Double, _ target: Double) -> Double {
    self == .zeroOne ? (output.rounded() == target.rounded() ? 0 : 1) : term(output, target: target)
  }

  private func value(_ outputs: [Variable<Double>], targets: [Double]) -> Variable<Double> {
    let sum = zip(outputs, targets).reduce(0 as Variable<Double>) { $0 + term($1.0, target: $1.1) }
    let count = Variable<Double>(constant: Double(outputs.count))
    return switch self {
    case .meanSquared, .meanAbsolute, .hinge, .binaryCrossEntropy: sum / count
    case .rootMeanSquared: .sqrt(sum / count)
    case .sumOfSquares, .sumOfAbsolutes, .crossEntropy, .zeroOne: sum
    }
  }

  private func term<Number: Scalar>(_ output: Number, target: Double) -> Number {
    let distance = output - Number(target)
    switch self {
    case .meanSquared, .rootMeanSquared, .sumOfSquares: return .power(distance, 2)
    case .meanAbsolute, .sumOfAbsolutes: return .absolute(distance)
    case .hinge: return .relu(1 - Number(target) * output)
    case .crossEntropy: return Self.surprise(target, output) + 0 * output
    case .binaryCrossEntropy:
      return Self.surprise(target, output) + Self.surprise(1 - target, 1 - output) + 0 * output
    case .zeroOne: return 0 * output
    }
  }

  /// −t·ln o, and 0 where t is.
  private static func surprise<Number: Scalar>(_ target: Double, _ output: Number) -> Number {
    target == 0 ? 0 : -Number(target) * .log(output)
  }

  private func check(_ outputs: [Double], _ targets: [Double]) throws(LossError) {
    guard !outputs.isEmpty else { throw .empty }
    guard outputs.count == targets.count else {
      throw .counts(outputs: outputs.count, targets: targets.count)
    }
    for (index, (output, target)) in zip(outputs, targets).enumerated() {
      guard output.isFinite, target.isFinite else { throw .notFinite(index: index) }
      switch self {
      case .crossEntropy, .binaryCrossEntropy:
        guard (0...1).contains(output) else { throw .notAProbability("output", output, index: index) }
        guard (0...1).contains(target) else { throw .notAProbability("target", target, index: index) }
      case .hinge: guard abs(target) == 1 else { throw .notASign(target, index: index) }
      case .meanSquared, .rootMeanSquared, .meanAbsolute, .sumOfSquares, .sumOfAbsolutes, .zeroOne: break
      }
    }
  }

  /// C + λΣw²: a loss with a penalty on the weights (Brown's form).
  public static func penalised(_ loss: Double, weights: [Double], lambda: Double) -> Double {
    loss + lambda * weights.reduce(0) { $0 + $1 * $1 }
  }
}

/// A loss and how it changes with each output.
public struct LossResult: Hashable, Sendable {
  /// The loss.
  public let value: Double
  /// ∂loss/∂o for every output; `nil` where there is none.
  public let gradient: [Double]?
  /// What each output adds to the sum, before any mean or root.
  public let terms: [Double]
}

/// Why outputs and targets make no loss. Indices count from 0 here and from 1 in sentences.
public enum LossError: InputError {
  /// No output.
  case empty
  /// More outputs than targets, or fewer.
  case counts(outputs: Int, targets: Int)
  /// A number that is not finite.
  case notFinite(index: Int)
  /// An output or target that is no probability.
  case notAProbability(String, Double, index: Int)
  /// A target of the hinge loss that is not 1 or −1.
  case notASign(Double, index: Int)
  /// A class that there is not.
  case noClass(Int, count: Int)
  /// A temperature that is not above 0.
  case temperature(Double)

  /// Who has to change something.
  public var fault: InputFault {
    switch self {
    case .empty, .counts, .notFinite, .notAProbability, .notASign, .noClass: .data
    case .temperature: .request
    }
  }

  /// The sentence for the learner.
  public var description: String {
    switch self {
    case .empty: "there is no output: at least one is needed"
    case .counts(let outputs, let targets):
      "there are \(Plural.count(outputs, "output")) for \(Plural.count(targets, "target")): one each is needed"
    case .notFinite(let index): "output or target \(index + 1) is not finite"
    case .notAProbability(let name, let value, let index):
      "\(name) \(index + 1) is \(Numeral.format(value)), and probabilities lie between 0 and 1"
    case .notASign(let value, let index):
      "target \(index + 1) is \(Numeral.format(value)), and the hinge loss takes 1 and -1"
    case .noClass(let index, let count):
      "there is no class \(index) among \(count): they count from 0 to \(count - 1)"
    case .temperature(let value): "the temperature must be above 0, not \(Numeral.format(value))"
    }
  }
}
