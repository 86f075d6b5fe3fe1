/// Decimal texts of numbers, without Foundation and without a locale.
public enum Numeral {
  /// The shortest sensible text of `value`, rounded to `digits` significant digits.
  ///
  /// `2` → `2`, `-0.5` → `-0.5`, `1/3` → `0.3333`, `1e-9` → `1e-9`, `12345.6` → `12346` (digits before the point
  /// are never lost below 10⁷), `1.5e8` → `1.5e8`, `nan`, `inf`, `-inf`. Negative zero is `0`.
  public static func format(_ value: Double, digits: Int = 4) -> String {
    guard value.isFinite else { return word(for: value) }
    // Nearly always so, and much faster.
    if let whole = Int(exactly: value), whole.magnitude < 10_000_000 { return String(whole) }
    var decimal = Decimal(value)
    let wholeDigits = (0..<7).contains(decimal.exponent) ? decimal.exponent + 1 : 0
    decimal.round(toDigits: max(1, digits, wholeDigits))
    return decimal.text(plainExponents: -4..<7)
  }

  /// The shortest text that reads back as exactly `value`: `0.1`, `0.3333333333333333`, `1e-9`, `1e300`.
  public static func exact(_ value: Double) -> String {
    guard value.isFinite else { return word(for: value) }
    if let whole = Int(exactly: value), whole.magnitude < 10_000_000 { return String(whole) }
    return Decimal(value).text(plainExponents: -4..<16)
  }

  /// As ``format(_:digits:)``, in parentheses when negative, to stand after an operator: `3·(-1)`.
  public static func factor(_ value: Double, digits: Int = 4) -> String {
    let text = format(value, digits: digits)
    return text.hasPrefix("-") ? "(\(text))" : text
  }

  /// A whole number with thousands separated: `1,000,000`.
  public static func grouped(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var grouped = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped
  }

  /// The number `text` spells in decimal notation or as a fraction, `1/9`, perhaps with a root or π, `√2/2`, `2π`, or one sign, `½`; also `nan`,
  /// `inf` and numbers too large to be finite; `nil` for anything else, hexadecimal and padded texts included. `−` and `–`
  /// are read as `-`.
  public static func parse(_ text: some StringProtocol) -> Double? {
    var isDecimal = true
    var isFraction = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        break
      case UInt8(ascii: "/"): isFraction = true
      default: isDecimal = false
      }
    }
    guard isDecimal else { return wordOrSigned(text) }
    guard isFraction else { return Double(String(text)) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let above = Double(String(parts[0])), let below = Double(String(parts[1])) else {
      return nil
    }
    return above / below
  }

  private static func wordOrSigned(_ text: some StringProtocol) -> Double? {
    switch text.lowercased() {
    case "nan", "+nan", "-nan": return .nan
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default:
      guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
      let plain = Signs.plain(text)
      guard plain == text else { return plain.contains("*") ? nil : parse(plain) }
      let sides = plain.split(separator: "/", omittingEmptySubsequences: false)
      guard sides.count <= 2, let above = withRootOrPi(sides[0]) else { return nil }
      return sides.count == 1 ? above : withRootOrPi(sides[1]).map { above / $0 }
    }
  }

  /// `√2`, `3√2`, `√π`, `2π`, `π`, `½` and decimals, with a sign.
  private static func withRootOrPi(_ text: Substring) -> Double? {
    func decimal(_ text: Substring) -> Double? {
      guard let first = text.utf8.first, first == UInt8(ascii: ".") || Byte.isDigit(first) else { return nil }
      return text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "/") } ? parse(text) : nil
    }
    let size = text.first == "-" || text.first == "+" ? text.dropFirst() : text
    let value: Double? =
      if size == "π" {
        .pi
      } else if let part = commonFraction(size) {
        part
      } else if let root = size.firstIndex(of: "√") {
        (root == size.startIndex ? 1 : decimal(size[..<root])).flatMap { times in
          let under = size[size.index(after: root)...]
          return (under == "π" ? .pi : decimal(under)).map { times * $0.squareRoot() }
        }
      } else if size.last == "π" {
        decimal(size.dropLast()).map { $0 * .pi }
      } else {
        decimal(size)
      }
    return value.map { text.first == "-" ? -$0 : $0 }
  }

  /// What `½`, `¼` and their like are worth; `nil` for anything but one such sign.
  public static func commonFraction(_ text: some StringProtocol) -> Double? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first.flatMap(commonFraction) : nil
  }

  static func commonFraction(_ scalar: Unicode.Scalar) -> Double? {
    guard scalar.properties.numericType == .numeric, let value = scalar.properties.numericValue,
      value != value.rounded()
    else { return nil }
    return value
  }

  /// `0.9` for `0,9`, `1234.5` for `1,234.5` and `1.234,5` with parted thousands; `nil` for what has no comma to be
  /// mended.
  public static func withPoint(_ text: some StringProtocol) -> String? {
    let text = String(text)
    guard let comma = text.lastIndex(of: ",") else { return nil }
    let isDecimal = text.lastIndex(of: ".").map { $0 < comma } ?? true
    let parts = text.split(separator: isDecimal ? "," : ".", omittingEmptySubsequences: false)
    guard parts.count == 2, Byte.isDigit(parts[1].utf8.first ?? 0) else { return nil }
    let thousands: Character = isDecimal ? "." : ","
    guard let whole = parts[0].contains(thousands) ? withoutThousands(parts[0], thousands) : String(parts[0])
    else { return nil }
    let plain = whole + "." + parts[1]
    return parse(plain) == nil ? nil : plain
  }

  /// `1234567` for `1,234,567`; `nil` for what is no whole number with its thousands parted by commas, or by another
  /// `separator`.
  public static func withoutThousands(
    _ text: some StringProtocol, _ separator: Character = ","
  ) -> String? {
    let text = String(text)
    let parts = text.drop { "+-−".contains($0) }.split(separator: separator, omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count > 1, (1...3).contains(first.count), first.first != "0",
      parts.dropFirst().allSatisfy({ $0.count == 3 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
    else { return nil }
    return text.filter { $0 != separator }
  }

  /// The number that programs spell `0x1f` or `1_000`, and people `1'000` or `1 000` with a blank that does not break, in
  /// plain digits; `nil` for anything else.
  static func withoutNotation(_ text: some StringProtocol) -> String? {
    let text = text.lowercased()
    if text.hasPrefix("0x") {
      let digits = text.dropFirst(2)
      return digits.allSatisfy(\.isHexDigit) ? Int(digits, radix: 16).map(String.init) : nil
    }
    let parts = text.split(omittingEmptySubsequences: false) { "_'’\u{A0}\u{2009}\u{202F}".contains($0) }
    guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty }), let value = parse(parts.joined()) else {
      return nil
    }
    return exact(value)
  }

  /// What a refusal of `text` as a number adds: `; write 0.9 with a point`, `; write 1.4142135623730951` for `sqrt(2)`, or
  /// nothing.
  public static func advice(on text: some StringProtocol) -> String {
    guard text.utf8.count <= 100, parse(text) == nil else { return "" }
    var ways = [
      withPoint(text).map { "\($0) with a point" }, withoutThousands(text), withoutNotation(text),
    ].compactMap(\.self)
    if text.last == "%", let value = parse(text.dropLast()), value.isFinite {
      ways += [exact(value / 100), exact(value)]
    }
    let sign = text.unicodeScalars.count == 1 ? text.unicodeScalars.first?.properties.numericValue : nil
    if ways.isEmpty, let value = sign ?? worth(text) { ways = [exact(value)] }
    return ways.isEmpty ? "" : "; write " + ways.joined(separator: ", or ")
  }

  /// What `text` comes to when it is an expression of constants, `2*pi` or `sqrt(2)`; `nil` for sums of plain numbers, which
  /// may be dates.
  private static func worth(_ text: some StringProtocol) -> Double? {
    guard text.contains(where: { $0.isLetter || "*·×√(^|²³".contains($0) }) else { return nil }
    guard let value: Double = try? Expression(parsing: String(text), variables: []).value([]) else {
      return nil
    }
    return value.isFinite ? value : nil
  }

  private static func word(for value: Double) -> String {
    value.isNaN ? "nan" : value > 0 ? "inf" : "-inf"
  }
}

/// ± d.ddd × 10^exponent, taken from the shortest text that the standard library gives.
private struct Decimal {
  var isNegative: Bool
  var digits: [UInt8]
  var exponent: Int

  init(_ value: Double) {
    let parts = value.magnitude.description.split(separator: "e")
    let point = parts[0].firstIndex(of: ".") ?? parts[0].endIndex
    let written = parts[0].utf8.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
    let leadingZeros = written.prefix { $0 == 0 }.count
    digits = Array(written.dropFirst(leadingZeros))
    exponent = parts[0].distance(from: parts[0].startIndex, to: point) - 1 - leadingZeros
    if parts.count > 1 { exponent += Int(parts[1]) ?? 0 }
    isNegative = value < 0
    dropTrailingZeros()
  }

  /// Rounds half away from zero on the shortest decimal, as one does by hand.
  mutating func round(toDigits count: Int) {
    guard digits.count > count else { return }
    let roundsUp = digits[count] >= 5
    digits.removeLast(digits.count - count)
    if roundsUp {
      while let last = digits.last, last == 9 { digits.removeLast() }
      if digits.isEmpty {
        digits = [1]
        exponent += 1
      } else {
        digits[digits.count - 1] += 1
      }
    }
    dropTrailingZeros()
  }

  private mutating func dropTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (isNegative, digits, exponent) = (false, [0], 0) }
  }

  func text(plainExponents: Range<Int>) -> String {
    let sign = isNegative ? "-" : ""
    guard plainExponents.contains(exponent) else {
      let fraction = digits.count > 1 ? "." + spell(digits.dropFirst()) : ""
      return "\(sign)\(digits[0])\(fraction)e\(exponent)"
    }
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + spell(digits[...])
    }
    let whole = spell(digits.prefix(exponent + 1))
    let zeros = String(repeating: "0", count: max(0, exponent + 1 - digits.count))
    let fraction = digits.dropFirst(exponent + 1)
    return sign + whole + zeros + (fraction.isEmpty ? "" : "." + spell(fraction))
  }

  private func spell(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}
