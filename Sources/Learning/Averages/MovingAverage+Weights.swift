import RealModule

extension MovingAverage {
  /// The weight of each of the first `count` samples in the average shown after them, oldest first.
  ///
  /// Zero start: (1-β)·βᵗ⁻ᵏ, which sum to 1-βᵗ. First-value start: the same, but βᵗ⁻¹ on D₁, and the sum is 1.
  /// Corrected: divided by 1-βᵗ, so that the sum is 1. At most ``Limits/cells`` of them.
  public func weights(count: Int) -> [Double] {
    let count = min(max(0, count), Limits.cells)
    let bias = Self.biasFactor(beta: beta, count: count)
    return (0..<count).map { index in
      let plain = (1 - beta) * Double.pow(beta, count - 1 - index)
      switch start {
      case .first: return index == 0 ? Double.pow(beta, count - 1) : plain
      case .zero: return plain
      case .corrected: return plain / bias
      case .multiplied: return plain * bias
      }
    }
  }

  /// 1/(1-β), about how many of the latest samples count.
  public var window: Double { 1 / (1 - beta) }

  /// 1 - β^(1/(1-β)), the true share of the weight that lies within the ``window``: 0.651 for β = 0.9, towards
  /// 1 - 1/e = 0.632 for β → 1. The rest belongs to older samples.
  public var windowShare: Double { beta == 0 ? 1 : 1 - Double.pow(beta, window) }
}
