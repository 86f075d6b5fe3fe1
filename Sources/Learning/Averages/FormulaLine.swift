/// One line of an update rule twice over: with names, and with the numbers of the current step put in.
public struct FormulaLine: Hashable, Sendable {
  /// `V ← β·V + (1-β)·g`
  public let names: String
  /// `V ← 0.9·0.4 + 0.1·0.2 = 0.38`
  public let numbers: String

  /// The right side in names: `β·V + (1-β)·g`
  public var rightNames: String { Self.right(of: names) }
  /// The right side in numbers, with what it amounts to: `0.9·0.4 + 0.1·0.2 = 0.38`
  public var rightNumbers: String { Self.right(of: numbers) }

  private static func right(of line: String) -> String {
    line.firstIndex(of: "←").map { String(line[line.index(after: $0)...].drop { $0 == " " }) } ?? line
  }

  /// A line that assigns `result` to `target`, computed as `right` says.
  init(_ target: String, _ right: Arithmetic, equals result: Double) {
    names = "\(target) ← \(right.names)"
    let outcome = right.isSingleNumber ? "" : " = \(Numeral.format(result))"
    numbers = "\(target) ← \(right.numbers)\(outcome)"
  }
}

/// The right side of a formula, written once and kept in names and in numbers: `"\("lr", 0.1)·\("V", 0.4)"`.
struct Arithmetic: ExpressibleByStringInterpolation {
  private(set) var names = ""
  private(set) var numbers = ""
  private(set) var isSingleNumber = false

  init(stringLiteral value: String) { (names, numbers) = (value, value) }

  init(stringInterpolation: StringInterpolation) {
    names = stringInterpolation.names
    numbers = stringInterpolation.numbers
    isSingleNumber = stringInterpolation.numberCount == 1 && !stringInterpolation.hasOperators
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var names = ""
    var numbers = ""
    var numberCount = 0
    var hasOperators = false

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) {
      names += literal
      numbers += literal
      if !literal.isEmpty { hasOperators = true }
    }

    /// A quantity: its name in one text, its value in the other, in parentheses when it is negative and stands
    /// after an operator.
    mutating func appendInterpolation(_ name: String, _ value: Double) {
      numbers += numbers.isEmpty ? Numeral.format(value) : Numeral.factor(value)
      names += name
      numberCount += 1
    }

    /// What another right side says.
    mutating func appendInterpolation(_ part: Arithmetic) {
      names += part.names
      numbers += part.numbers
      if part.isSingleNumber { numberCount += 1 } else { hasOperators = true }
    }
  }
}
