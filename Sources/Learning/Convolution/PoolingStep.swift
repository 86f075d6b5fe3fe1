/// One pooled cell opened up.
public struct PoolingStep: Hashable, Sendable {
  /// The output cell.
  public let position: Position
  /// What the window is reduced to.
  public let kind: PoolingKind
  /// The cells of the window, row by row.
  public let taps: [Tap]
  /// Their values; `nil` is padding.
  public let values: [Double?]
  /// Whether an average leaves padding out of the count.
  let excludesPadding: Bool
  /// Whether padding is among what an average is divided by.
  public var countsPadding: Bool { !excludesPadding }

  /// The values that take part, `nil` being padding: not those beyond the padding, nor padding that is excluded.
  private var counted: [Double?] {
    zip(taps, values).compactMap { tap, value in
      tap.isBeyond || value == nil && kind == .average && excludesPadding ? nil : .some(value)
    }
  }

  /// What an average is divided by.
  public var divisor: Int { counted.count }

  /// The output cell's value; -∞ for the maximum of padding alone.
  public var value: Double {
    var reduction = PoolingReduction(kind)
    for case let value? in values { reduction.add(value) }
    return reduction.result(cells: divisor)
  }

  /// Where the maximum stands, the first in row order at a tie; `nil` for other kinds and for padding alone.
  public var winner: Position? {
    guard kind == .max, let best = values.compactMap(\.self).max() else { return nil }
    return values.firstIndex { $0 == best }.flatMap { taps[$0].input }
  }

  /// The value with its numbers put in: `max(1, 3, 2, 0) = 3`, `(1 + 3 + 2 + 0) / 4 = 1.5`, `1 + 3 = 4`,
  /// `√(1² + 3²) = 3.162`.
  ///
  /// - Parameters:
  ///   - digits: significant digits of every number.
  ///   - terms: the most cells that are written; of more, the first ones and the last.
  public func arithmetic(digits: Int = 4, terms: Int = .max) -> String {
    let result = " = " + Numeral.format(value, digits: digits)
    let sum = { (suffix: String) in
      self.written(terms) { Numeral.factor($0 ?? 0, digits: digits) + suffix }.joined(separator: " + ")
    }
    switch kind {
    case .max:
      let cells = written(terms) { $0.map { Numeral.format($0, digits: digits) } ?? "-inf" }
      return "max(\(cells.joined(separator: ", ")))" + result
    case .average: return "(\(sum(""))) / \(divisor)" + result
    case .sum: return sum("") + result
    case .l2: return "√(\(sum("²")))" + result
    }
  }

  /// The texts of the cells, with a gap where there are more than `terms`.
  private func written(_ terms: Int, _ text: (Double?) -> String) -> [String] {
    let (most, values) = (Swift.max(2, terms), counted)
    guard values.count > most else { return values.map(text) }
    return values.prefix(most - 1).map(text) + ["…"] + values.suffix(1).map(text)
  }
}
