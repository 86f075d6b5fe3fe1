import Learning

/// What a question asks for, and what a learner may reply.
public enum Answer: Hashable, Sendable {
  /// One number.
  case number(Double)
  /// The size of a grid, height first.
  case size(Extent)
  /// "It cannot be done": a size under the exact rule when the stride does not fit.
  case cannot
  /// Several numbers in a given order: a point, a list of steps, a small grid row by row, a shape.
  case numbers([Double])
  /// One of the choices, counted from 0.
  case choice(Int)
  /// The items of the question in some order, each counted from 0 as the question lists them.
  case order([Int])
}

extension Answer {
  /// As commands print it: `5`, `5x7`, `cannot`, `0.316`, `b`, `b, a, c`.
  public var text: String {
    switch self {
    case .number(let value): Numeral.exact(value)
    case .size(let extent): extent.description
    case .cannot: "cannot"
    case .numbers(let values): values.map(Numeral.exact).joined(separator: ", ")
    case .choice(let index): Self.letter(index)
    case .order(let items): items.map(Self.letter).joined(separator: ", ")
    }
  }

  /// `a` for 0, up to `z`.
  public static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "a") + UInt8(clamping: max(0, min(index, 25)))))
  }

  /// The numbers in it that a picture can show: none for a letter or an order.
  var numbers: [Double] {
    switch self {
    case .number(let value): [value]
    case .size(let extent): [Double(extent.height), Double(extent.width)]
    case .numbers(let values): values
    case .cannot, .choice, .order: []
    }
  }

  /// Whether a reply of `self` means `other`, when numbers may differ by `tolerance`.
  func matches(_ other: Answer, tolerance: Double) -> Bool {
    switch self {
    case .number(let one):
      if case .number(let other) = other { Self.close(one, other, tolerance) } else { false }
    case .numbers(let one):
      if case .numbers(let other) = other, one.count == other.count {
        zip(one, other).allSatisfy { Self.close($0, $1, tolerance) }
      } else {
        false
      }
    case .cannot, .size, .choice, .order: self == other
    }
  }

  private static func close(_ one: Double, _ other: Double, _ tolerance: Double) -> Bool {
    // The slack lets through what only the last bit of a decimal keeps out: 0.3875 ± 0.0005.
    abs(one - other) <= tolerance + 1e-9 * max(1, abs(other))
  }
}
