import Learning
import TerminalUI

/// How far up a number reaches in a picture: evenly, or by powers of ten where numbers differ too much for that.
enum BarScale: Equatable, Sendable {
  /// From 0 to the largest size.
  case even(most: Double)
  /// From one power of ten to another; 0 has no place.
  case decades(ClosedRange<Int>)

  /// A scale for the sizes of `values`; by powers of ten if asked for, or if they differ more than a hundredfold.
  init(_ values: [Double], byDecades: Bool = false) {
    let sizes = values.map(abs).filter { $0.isFinite && $0 > 0 }
    let (least, most) = (sizes.min() ?? 1, sizes.max() ?? 1)
    guard byDecades || most > 100 * least else {
      self = .even(most: most)
      return
    }
    let top = Int(AxisScale.decimalLogarithm.place(of: most).rounded(.up))
    // Beyond this many decades the smallest are all alike.
    let bottom = max(Int(AxisScale.decimalLogarithm.place(of: least).rounded(.up)) - 1, top - 80)
    self = .decades(min(bottom, top - 1)...top)
  }

  /// Where `value` reaches, 0 at the bottom and 1 at the top.
  func share(of value: Double) -> Double {
    let share: Double
    switch self {
    case .even(let most): share = abs(value) / most
    case .decades(let range):
      guard value != 0 else { return 0 }
      share =
        (AxisScale.decimalLogarithm.place(of: abs(value)) - Double(range.lowerBound))
        / Double(range.upperBound - range.lowerBound)
    }
    return share.isFinite ? min(max(0, share), 1) : 1
  }

  /// The values at the bottom and at the top.
  var ends: (bottom: String, top: String) {
    switch self {
    case .even(let most): ("0", Numeral.format(most, digits: 2))
    case .decades(let range): (Self.power(range.lowerBound), Self.power(range.upperBound))
    }
  }

  /// 10 to a whole power: `1`, `10`, `0.1`, `1e-4`.
  static func power(_ exponent: Int) -> String {
    (-2...2).contains(exponent)
      ? Numeral.format(AxisScale.decimalLogarithm.value(at: Double(exponent))) : "1e\(exponent)"
  }
}
