public import Autodiff
public import RealModule

/// Where the ε stands that keeps a rule from dividing by 0.
public enum EpsilonPlacement: String, CaseIterable, Codable, Sendable {
  /// √S + ε: the papers and PyTorch.
  case outside
  /// √(S + ε): the lecture (Galway topic 05), Keras's AdaGrad and RMSprop.
  case inside
  /// √c·(√S + ε) with c the correction of S: Keras's Adam, whose ε is left uncorrected.
  case hat

  /// The denominator for S and the factor `correction` that corrects it.
  @inlinable
  func denominator<Number: Precision>(_ squares: Number, _ correction: Number, _ epsilon: Number) -> Number {
    switch self {
    case .outside: .sqrt(squares * correction) + epsilon
    case .inside: .sqrt(squares * correction + epsilon)
    case .hat: .sqrt(correction) * (.sqrt(squares) + epsilon)
    }
  }

  /// In words, for the line that names the variant.
  var words: String {
    switch self {
    case .outside: "epsilon outside the root (PyTorch)"
    case .inside: "epsilon inside the root (Galway topic 05)"
    case .hat: "epsilon beside the uncorrected root (Keras)"
    }
  }
}
