import RealModule

/// What a step along an axis means.
public enum AxisScale: Hashable, Sendable {
  /// Equal steps add equally.
  case linear
  /// Equal steps multiply equally; numbers that are not above 0 have no place.
  case decimalLogarithm
  /// As ``decimalLogarithm`` for numbers from 10^`leastExponent` up; 0 stands a decade before that, in its own right.
  case decimalLogarithmWithZero(leastExponent: Int)

  /// The place of `value` along the axis; NaN when it has none.
  public func place(of value: Double) -> Double {
    switch self {
    case .linear: value
    case .decimalLogarithm: value > 0 ? Double.log10(value) : .nan
    case .decimalLogarithmWithZero(let least):
      value == 0 ? Double(least - 1) : Self.decimalLogarithm.place(of: value)
    }
  }

  /// The value at a place along the axis.
  public func value(at place: Double) -> Double {
    switch self {
    case .linear: place
    case .decimalLogarithm: Double.pow(10, place)
    case .decimalLogarithmWithZero(let least):
      place < Double(least) - 0.5 ? 0 : Double.pow(10, place)
    }
  }
}

/// The ticks of one axis: few, at round numbers (1, 2 or 5 times a power of ten), labelled without rounding.
public struct Axis: Equatable, Sendable {
  /// A marked place.
  public struct Tick: Equatable, Sendable {
    /// Where along the axis: the value itself, or its decimal logarithm.
    public let place: Double
    /// What to write there.
    public let label: String
  }

  /// The ticks, in rising order.
  public let ticks: [Tick]

  /// Ticks at about `count` places or fewer between the places `low` and `high`; none when these are no span.
  public init(from low: Double, to high: Double, scale: AxisScale = .linear, count: Int) {
    guard low < high, (high - low).isFinite, count > 0 else {
      ticks = []
      return
    }
    switch scale {
    case .linear: ticks = Axis.linear(low, high, count)
    case .decimalLogarithm: ticks = Axis.logarithmic(low, high, count)
    case .decimalLogarithmWithZero(let least):
      let zero = scale.place(of: 0)
      guard low <= zero, zero <= high else {
        ticks = Axis.logarithmic(low, high, count)
        return
      }
      // A label at the least power would stand close to that of 0.
      ticks =
        [Tick(place: zero, label: "0")] + Axis.logarithmic(Double(least) + 0.5, high, max(1, count - 1))
    }
  }

  /// The columns of the widest label.
  public var labelColumns: Int { ticks.map(\.label.count).max() ?? 0 }

  private static func linear(_ low: Double, _ high: Double, _ count: Int) -> [Tick] {
    let wanted = (high - low) / Double(count)
    guard wanted > 1e-300, wanted < 1e300 else { return [] }
    var exponent = Int(Double.log10(wanted).rounded(.down))
    var factor = 1
    // The least of 1, 2, 5, 10 times the power of ten that is not below what is wanted.
    while step(factor, exponent) < wanted * (1 - 1e-12) {
      factor = factor == 1 ? 2 : (factor == 2 ? 5 : 10)
      if factor == 10 { (factor, exponent) = (1, exponent + 1) }
    }
    let step = step(factor, exponent)
    // A little slack, so that an end that is a round number but for rounding keeps its tick.
    let first = (low / step - 1e-9).rounded(.up)
    let last = (high / step + 1e-9).rounded(.down)
    guard first >= -1e15, last <= 1e15, last >= first, last - first <= 1000 else { return [] }
    return (Int(first)...Int(last)).map { number in
      let place = min(max(low, Double(number) * step), high)
      return Tick(place: place, label: TickLabel.text(number * factor, exponent: exponent))
    }
  }

  private static func step(_ factor: Int, _ exponent: Int) -> Double {
    exponent < 0
      ? Double(factor) / powerOfTen(-exponent) : Double(factor) * powerOfTen(exponent)
  }

  /// 10 to a whole power in -320 ... 308, correctly rounded.
  private static func powerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .infinity }

  private static func logarithmic(_ low: Double, _ high: Double, _ count: Int) -> [Tick] {
    guard low > -320, high < 308 else { return [] }
    if high - low < 1 {
      // Less than a decade: round values, put where their logarithms are.
      return linear(Double.pow(10, low), Double.pow(10, high), count).compactMap { tick in
        let place = Double.log10(tick.place)
        return place.isFinite ? Tick(place: min(max(low, place), high), label: tick.label) : nil
      }
    }
    let factors = (high - low) * 3 <= Double(count) ? [1, 2, 5] : [1]
    let first = Int((low - 1e-9).rounded(.up))
    let last = Int((high + 1e-9).rounded(.down))
    var stride = 1
    while (last - first) / stride + 1 > count { stride = stride == 1 ? 2 : (stride == 2 ? 5 : stride * 2) }
    var ticks: [Tick] = []
    for exponent in first - 1...last where exponent % stride == 0 {
      for factor in factors {
        let place = Double(exponent) + Double.log10(Double(factor))
        guard place >= low - 1e-9, place <= high + 1e-9 else { continue }
        ticks.append(
          Tick(place: min(max(low, place), high), label: label(factor, exponent, widest: max(-first, last))))
      }
    }
    return ticks
  }

  /// A decade's label; all as powers once one of them would be long.
  private static func label(_ factor: Int, _ exponent: Int, widest: Int) -> String {
    if widest <= 4 || exponent == 0 { return TickLabel.text(factor, exponent: exponent) }
    return "\(factor)e\(exponent)"
  }
}
