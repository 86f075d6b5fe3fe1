/// The characters of an expression, taken one symbol, name or number at a time. White space between them is passed over,
/// and signs of print are read as those of the keyboard.
struct ExpressionScanner {
  private let typed: [Unicode.Scalar]
  private let text: [Unicode.Scalar]
  private var index = 0
  /// The place behind what was taken last, and before the white space that follows it.
  private(set) var end = 0
  /// What was taken so far, in signs of the keyboard and functions.
  var plain = ""

  /// Stands before the first symbol of `source`.
  init(_ source: String) {
    typed = Array(source.unicodeScalars)
    text = typed.map { Signs.plain($0) }
    skipSpaces()
  }

  /// The character to be taken next; `nil` at the end.
  var next: Unicode.Scalar? { index < text.count ? text[index] : nil }

  /// Its place, counted from 1.
  var column: Int { index + 1 }

  /// What stands here: a whole name or number, else one character; `nil` at the end.
  var found: String? {
    guard index < text.count else { return nil }
    let end = text[index...].firstIndex { !Self.isNamePart($0) && $0 != "." } ?? text.count
    return spelling(index..<max(end, index + 1))
  }

  /// Takes one of `symbols`, if one stands here.
  mutating func take(anyOf symbols: String) -> (Unicode.Scalar, column: Int)? {
    guard let next, symbols.unicodeScalars.contains(next) else { return nil }
    let column = column
    index += 1
    finish()
    plain.unicodeScalars.append(next)
    return (next, column)
  }

  /// Takes the next character.
  mutating func skip() {
    index += 1
    finish()
  }

  /// Takes letters, digits and underscores.
  mutating func name() -> String {
    let start = index
    while let next, Self.isNamePart(next) { index += 1 }
    finish()
    return spelling(start..<end)
  }

  /// Takes raised digits, as in `x²` and `x⁻¹`, and returns them as they stand on the line; `nil` if there are none.
  mutating func raised() -> String? {
    let digits = text[index...].prefix { Signs.raised($0) != nil }
    guard !digits.isEmpty else { return nil }
    index += digits.count
    finish()
    return String(digits.compactMap { Signs.raised($0) })
  }

  /// Takes a number, which begins here.
  mutating func number() throws(ExpressionError) -> Double {
    let start = index
    skipDigits()
    if next == "." {
      index += 1
      skipDigits()
    }
    if next == "e" || next == "E" {
      let mantissaEnd = index
      index += 1
      if next == "+" || next == "-" { index += 1 }
      let digits = index
      skipDigits()
      if index == digits { index = mantissaEnd }  // an e without digits belongs to what follows
    }
    let spelling = String(String.UnicodeScalarView(text[start..<index]))
    guard let value = Double(spelling) else { throw ExpressionError(column: start + 1, .badNumber(spelling)) }
    guard value.isFinite else { throw ExpressionError(column: start + 1, .numberTooLarge(spelling)) }
    // 0x10, 1_000, 1'000
    let word = self.spelling(
      start..<(text[start...].firstIndex { !Self.isNamePart($0) && $0 != "'" } ?? text.count))
    if let plain = Numeral.withoutNotation(word) {
      throw ExpressionError(column: start + 1, .otherNotation(word, plain: plain))
    }
    finish()
    plain += spelling
    return value
  }

  /// Takes `½` or its like; `nil` if none stands here.
  mutating func commonFraction() -> Double? {
    guard let value = next.flatMap(Numeral.commonFraction) else { return nil }
    skip()
    plain += Numeral.exact(value)
    return value
  }

  // MARK: What a message shows

  /// What was typed from place `start` to where the last symbol ended.
  func taken(from start: Int) -> String { spelling(start..<end) }

  /// The operand that begins here, with what stands in its parentheses; `nil` when no operand does.
  var operand: String? {
    guard let next, Self.isNamePart(next) || Self.isSign(next) || "(.√|".unicodeScalars.contains(next) else {
      return nil
    }
    var last = text[index...].firstIndex { $0 != "√" } ?? text.count
    if last < text.count, text[last] == "|" {
      last = text[(last + 1)...].firstIndex(of: "|").map { $0 + 1 } ?? text.count
    } else if last < text.count, Self.isSign(text[last]) {
      last += 1
    } else {
      last = text[last...].firstIndex { !Self.isNamePart($0) && $0 != "." } ?? text.count
      var depth = 0
      while last < text.count, depth > 0 || text[last] == "(" {
        if text[last] == "(" { depth += 1 }
        if text[last] == ")" { depth -= 1 }
        last += 1
      }
    }
    return spelling(index..<last)
  }

  /// A number whose decimal comma is the next character, with a point.
  var numberWithPoint: String? {
    guard next == ",", end == index, index + 1 < text.count, isDigit(index + 1), index > 0, isDigit(index - 1)
    else {
      return nil
    }
    let before = text[..<index].reversed().prefix { ("0"..."9").contains($0) }
    let after = text[(index + 1)...].prefix { ("0"..."9").contains($0) }
    return String(String.UnicodeScalarView(before.reversed() + [Unicode.Scalar(".")] + after))
  }

  private func isDigit(_ place: Int) -> Bool { ("0"..."9").contains(text[place]) }

  private mutating func finish() {
    end = index
    skipSpaces()
  }

  private mutating func skipSpaces() {
    while let next, next.properties.isWhitespace { index += 1 }
  }

  private mutating func skipDigits() {
    while let next, ("0"..."9").contains(next) { index += 1 }
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }

  /// Whether one sign is the whole operand: `π`, `½`.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "π" || Numeral.commonFraction(scalar) != nil
  }

  private func spelling(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(typed[range]))
  }
}
