/// A decimal number as it was typed, to tell how far it was rounded.
struct TypedDecimal {
  /// What it says.
  let value: Double
  /// Digits behind the point.
  let decimals: Int
  /// Digits from the first that is not 0.
  let significant: Int

  /// `1.34`, `-.5`, `1,34`; `nil` for whole numbers with an exponent, fractions and whatever else is exact.
  init?(_ text: String, value: Double) {
    let digits = text.drop { $0 == "-" || $0 == "+" }.replacing(",", with: ".")
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }) else { return nil }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    self.value = value
    decimals = parts.count == 2 ? parts[1].count : 0
    significant = digits.filter(\.isNumber).drop { $0 == "0" }.count
  }

  /// Whether it says as much as to be meant for something: `0.3` and `1` fit too many numbers.
  private var isTelling: Bool { significant >= 2 || significant == 1 && decimals >= 2 }

  /// Whether it is `exact`, rounded or cut off to its own decimals.
  func isRounded(from exact: Double) -> Bool {
    guard isTelling, decimals <= 15 else { return false }
    let unit = 1 / AnswerPrecision.powerOfTen(decimals)
    let isCutOff = abs(value) <= abs(exact) && abs(exact) - abs(value) < unit && value * exact > 0
    return isCutOff || abs(value - exact) <= 0.5 * unit * (1 + 1e-9)
  }
}

/// How many digits an answer is wanted to.
struct AnswerPrecision {
  /// Digits behind the point.
  let decimals: Int

  /// What a number may be off by `tolerance`; `nil` when it has to be met.
  init?(tolerance: Double) {
    guard tolerance > 0, tolerance < 0.5,
      let decimals = (1...15).first(where: { 0.5 / Self.powerOfTen($0) <= tolerance * (1 + 1e-9) })
    else { return nil }
    self.decimals = decimals
  }

  static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}
