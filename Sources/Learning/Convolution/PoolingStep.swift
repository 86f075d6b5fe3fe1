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

  /// The output cell's value; -∞ for the maximum of padding alone.
  public var value: Double {
    var reduction = PoolingReduction(kind)
    for case let value? in values { reduction.add(value) }
    return reduction.result(cells: values.count)
  }

  /// Where the maximum stands, the first in row order at a tie; `nil` for other kinds and for padding alone.
  public var winner: Position? {
    guard kind == .max, let best = values.compactMap(\.self).max() else { return nil }
    return values.firstIndex { $0 == best }.flatMap { taps[$0].input }
  }

  /// The value with its numbers put in: `max(1, 3, 2, 0) = 3`, `(1 + 3 + 2 + 0) / 4 = 1.5`, `1 + 3 = 4`,
  /// `√(1² + 3²) = 3.162`.
  public func arithmetic(digits: Int = 4) -> String {
    let result = " = " + Numeral.format(value, digits: digits)
    switch kind {
    case .max:
      let cells = values.map { $0.map { Numeral.format($0, digits: digits) } ?? "-inf" }
      return "max(\(cells.joined(separator: ", ")))" + result
    case .average: return "(\(sum(digits: digits))) / \(values.count)" + result
    case .sum: return sum(digits: digits) + result
    case .l2:
      let squares = values.map { Numeral.factor($0 ?? 0, digits: digits) + "²" }
      return "√(\(squares.joined(separator: " + ")))" + result
    }
  }

  private func sum(digits: Int) -> String {
    values.map { Numeral.factor($0 ?? 0, digits: digits) }.joined(separator: " + ")
  }
}
