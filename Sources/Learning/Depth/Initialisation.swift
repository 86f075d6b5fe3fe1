import RealModule

/// How the weights of a layer with m inputs and n outputs are drawn before it learns.
public enum Initialisation: String, CaseIterable, Sendable {
  /// All 0.
  case zero
  /// All 0.1: neurons that start alike stay alike.
  case equal
  /// N(0, 1) times 0.01.
  case small
  /// N(0, 1).
  case large
  /// Uniform in ±√(6/(m + n)) (Glorot and Bengio 2010), for sigmoid and tanh.
  case xavierUniform = "xavier-uniform"
  /// N(0, 1) times √(2/(m + n)).
  case xavierNormal = "xavier-normal"
  /// Uniform in ±√(6/m) (He et al. 2015), for ReLU and its kin.
  case heUniform = "he-uniform"
  /// N(0, 1) times √(2/m).
  case heNormal = "he-normal"

  /// All names; `xavier` and `he` are their uniform forms.
  public static let names = allCases.map(\.rawValue) + ["xavier", "he"]

  /// The initialisation called `text`.
  ///
  /// - Throws: ``DepthError/unknownInitialisation(_:)``
  public init(parsing text: String) throws(DepthError) {
    let name = text == "xavier" || text == "he" ? text + "-uniform" : text
    guard let initialisation = Initialisation(rawValue: name) else { throw .unknownInitialisation(text) }
    self = initialisation
  }

  /// The b of a uniform distribution over −b…b; `nil` for others.
  public func bound(inputs m: Int, outputs n: Int) -> Double? {
    switch self {
    case .xavierUniform: (6 / Double(m + n)).squareRoot()
    case .heUniform: (6 / Double(m)).squareRoot()
    case .zero, .equal, .small, .large, .xavierNormal, .heNormal: nil
    }
  }

  /// The standard deviation of the weights.
  public func deviation(inputs m: Int, outputs n: Int) -> Double {
    switch self {
    case .zero, .equal: 0
    case .small: 0.01
    case .large: 1
    case .xavierUniform, .xavierNormal: (2 / Double(m + n)).squareRoot()
    case .heUniform, .heNormal: (2 / Double(m)).squareRoot()
    }
  }

  /// What is drawn, with the numbers put in: `uniform in ±√(6/(64 + 64)) = ±0.2165`.
  public func formula(inputs m: Int, outputs n: Int) -> String {
    let width = Numeral.format(bound(inputs: m, outputs: n) ?? deviation(inputs: m, outputs: n))
    return switch self {
    case .zero: "every weight is 0"
    case .equal: "every weight is 0.1"
    case .small: "N(0, 1)·0.01"
    case .large: "N(0, 1)"
    case .xavierUniform: "uniform in ±√(6/(\(m) + \(n))) = ±\(width)"
    case .xavierNormal: "N(0, 1)·√(2/(\(m) + \(n))), a deviation of \(width)"
    case .heUniform: "uniform in ±√(6/\(m)) = ±\(width)"
    case .heNormal: "N(0, 1)·√(2/\(m)), a deviation of \(width)"
    }
  }

  /// The weights of a layer, `[inputs, outputs]`, drawn row by row.
  public func weights(inputs m: Int, outputs n: Int, using generator: inout SplitMix64) -> [Double] {
    let deviation = deviation(inputs: m, outputs: n)
    let bound = bound(inputs: m, outputs: n)
    return (0..<m * n).map { _ in
      switch self {
      case .zero: 0
      case .equal: 0.1
      case .small, .large, .xavierNormal, .heNormal: deviation * generator.normal()
      case .xavierUniform, .heUniform: (bound ?? 0) * (2 * generator.uniform() - 1)
      }
    }
  }
}
