/// The numbers 1, 2, 5 and their multiples by powers of ten, along which keys move.
public enum Ladder {
  private static let rungs: [Double] = (-12...12).flatMap { power in
    [1.0, 2, 5].map { rung in Numeral.parse("\(rung)e\(power)") ?? rung }
  }

  /// The rung above (`step` > 0) or below `value`; the last rung at the ends.
  public static func next(after value: Double, by step: Int) -> Double {
    let slack = 1e-9 * abs(value)
    return step > 0
      ? rungs.first { $0 > value + slack } ?? rungs[rungs.count - 1]
      : rungs.last { $0 < value - slack } ?? rungs[0]
  }
}

extension [Double] {
  /// The value `step` rungs above or below `value` on this ladder of rising values; `nil` past its ends.
  public func rung(from value: Double, by step: Int) -> Double? {
    step > 0 ? first { $0 > value } : last { $0 < value }
  }
}
