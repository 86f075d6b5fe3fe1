import RealModule

/// How values are spread over the levels of a heat map or a set of contours.
public enum FieldScale: String, CaseIterable, Hashable, Sendable {
  /// In proportion to the value.
  case linear
  /// In proportion to ln(1 + 10⁴·u), u the share of the way from the lowest value to the highest: shows the floor of
  /// a valley whose walls are high. Works for values of any sign.
  case logarithmic
  /// In proportion to the rank: every level covers the same area.
  case quantile
  /// In proportion to the value, with 0 in the middle of a diverging ramp.
  case diverging

  /// How strongly the logarithmic scale favours low values.
  static let logarithmicGain = 1e4

  /// The share of the way from `low` to `high` that `value` has gone, without overflow.
  static func share(_ value: Double, of range: ClosedRange<Double>) -> Double {
    let span = range.upperBound / 2 - range.lowerBound / 2
    return span > 0 ? (value / 2 - range.lowerBound / 2) / span : 0
  }

  /// `count` values of `field` that divide it evenly in this scale, in rising order, ends left out.
  func levels(_ count: Int, of field: Field) -> [Double] {
    guard let range = field.range, range.lowerBound < range.upperBound, count > 0 else { return [] }
    let low = range.lowerBound
    let half = range.upperBound / 2 - low / 2
    let shares = (1...min(count, 100)).map { Double($0) / Double(min(count, 100) + 1) }
    switch self {
    case .linear, .diverging: return shares.map { low + 2 * (half * $0) }
    case .logarithmic:
      // The inverse of `logarithmic`: (1 + gain)^share - 1 over the gain.
      return shares.map { share in
        low + 2 * half
          * ((Double.pow(1 + FieldScale.logarithmicGain, share) - 1) / FieldScale.logarithmicGain)
      }
    case .quantile:
      let sorted = field.values.filter(\.isFinite).sorted()
      return shares.map { sorted[min(Int($0 * Double(sorted.count)), sorted.count - 1)] }
    }
  }
}
