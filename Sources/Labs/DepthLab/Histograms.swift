import Learning
import TerminalUI

/// How the numbers of many layers are spread: for each layer how many lie in each of ``bins`` equal parts of one common
/// axis.
struct Histograms: Equatable, Sendable {
  /// What the axis means.
  enum Axis: Equatable, Sendable {
    /// The numbers themselves.
    case even(ClosedRange<Double>)
    /// The decimal logarithms of their sizes; what is smaller, 0 too, lies at the bottom.
    case decades(ClosedRange<Int>)
  }

  let axis: Axis
  /// For each layer, from the bottom of the axis up.
  let counts: [[Int]]
  /// Whether there are numbers that are 0 on an axis that has no place for it.
  let hasZeros: Bool

  /// Parts of the axis; many small screens' rows divide it.
  static let bins = 240

  /// The numbers of `layers`; without signs always by powers of ten, with them only if layers differ more than a
  /// hundredfold.
  init(_ layers: [[Double]], isSigned: Bool) {
    let deviations = layers.map { ($0.reduce(0) { $0 + $1 * $1 } / Double(max(1, $0.count))).squareRoot() }
      .filter { $0 > 0 }
    let (least, most) = (deviations.min() ?? 1, deviations.max() ?? 1)
    let axis: Axis
    if isSigned, most <= 100 * least {
      let largest = layers.reduce(0) { $1.reduce($0) { max($0, abs($1)) } }
      // Bounded outputs are seen between their bounds, others as far as three deviations.
      let reach = largest == 0 ? 1 : min(largest, 3 * most)
      let isAbove = layers.allSatisfy { $0.allSatisfy { $0 >= 0 } }
      axis = .even((isAbove ? 0 : -reach)...reach)
    } else {
      let top = Int(AxisScale.decimalLogarithm.place(of: most).rounded(.up)) + 1
      let bottom = max(Int((AxisScale.decimalLogarithm.place(of: least) - 1.5).rounded(.down)), top - 80)
      axis = .decades(min(bottom, top - 2)...top)
    }
    self.axis = axis
    counts = layers.map { numbers in
      var counts = [Int](repeating: 0, count: Self.bins)
      for number in numbers { counts[Self.bin(of: number, on: axis)] += 1 }
      return counts
    }
    hasZeros = layers.contains { $0.contains(0) }
  }

  private static func bin(of number: Double, on axis: Axis) -> Int {
    let share: Double
    switch axis {
    case .even(let range): share = (number - range.lowerBound) / (range.upperBound - range.lowerBound)
    case .decades(let range):
      guard number != 0 else { return 0 }
      share =
        (AxisScale.decimalLogarithm.place(of: abs(number)) - Double(range.lowerBound))
        / Double(range.upperBound - range.lowerBound)
    }
    return min(max(0, Int(min(max(-1, share * Double(bins)), Double(bins)))), bins - 1)
  }

  /// The counts of a layer in `rows` equal parts, from the top of the axis down.
  func rows(_ rows: Int, of layer: Int) -> [Int] {
    var sums = [Int](repeating: 0, count: rows)
    for (bin, count) in counts[layer].enumerated() { sums[rows - 1 - bin * rows / Self.bins] += count }
    return sums
  }

  /// What the axis says at its bottom, in its middle and at its top.
  var labels: (bottom: String, middle: String, top: String) {
    switch axis {
    case .even(let range):
      let text = { (value: Double) in Numeral.format(value, digits: 2) }
      return (text(range.lowerBound), text((range.lowerBound + range.upperBound) / 2), text(range.upperBound))
    case .decades(let range):
      return (
        hasZeros ? "0" : BarScale.power(range.lowerBound),
        BarScale.power((range.lowerBound + range.upperBound) / 2), BarScale.power(range.upperBound)
      )
    }
  }

  /// Whether the axis goes by powers of ten.
  var isByDecades: Bool {
    switch axis {
    case .even: false
    case .decades: true
    }
  }
}
