/// How a moving average starts, and whether its start is corrected.
///
/// In teaching order; the lectures use the first three, the last is a mistake seen in popular demonstrations.
public enum AverageStart: String, CaseIterable, Codable, Sendable {
  /// V₁ = D₁: the first sample starts the average and is over-weighted early on.
  case first
  /// V₀ = 0 without correction: the first values are far too low.
  case zero
  /// V₀ = 0, shown is V/(1-βᵗ): right from the first sample on.
  case corrected
  /// V₀ = 0, shown is V·(1-βᵗ): the correction upside down.
  case multiplied

  /// A name for legends.
  public var title: String {
    switch self {
    case .first: "first value"
    case .zero: "zero, uncorrected"
    case .corrected: "bias-corrected"
    case .multiplied: "multiplied (wrong)"
    }
  }

  /// The rule in names and where it comes from.
  public var rule: String {
    switch self {
    case .first: "V1 = D1, then V ← β·V + (1-β)·D (Galway topic 05)"
    case .zero: "V0 = 0, V ← β·V + (1-β)·D (Galway topic 05, the slide on bias correction)"
    case .corrected: "V0 = 0, VC = V/(1-β^t) (Galway topic 05; Kingma & Ba, Adam, 2015)"
    case .multiplied: "V0 = 0, VC = V·(1-β^t): a slip that some popular demos make"
    }
  }
}
