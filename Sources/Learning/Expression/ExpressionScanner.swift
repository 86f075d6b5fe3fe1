/// The characters of an expression, taken one symbol, name or number at a time. White space between them is passed over.
struct ExpressionScanner {
  private let text: [Unicode.Scalar]
  private var index = 0

  /// Stands before the first symbol of `source`.
  init(_ source: String) {
    text = Array(source.unicodeScalars)
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
    defer {
      index += 1
      skipSpaces()
    }
    return (next, column)
  }

  /// Takes letters, digits and underscores.
  mutating func name() -> String {
    let start = index
    while let next, Self.isNamePart(next) { index += 1 }
    defer { skipSpaces() }
    return spelling(start..<index)
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
    let spelling = spelling(start..<index)
    guard let value = Double(spelling) else { throw ExpressionError(column: start + 1, .badNumber(spelling)) }
    guard value.isFinite else { throw ExpressionError(column: start + 1, .numberTooLarge(spelling)) }
    skipSpaces()
    return value
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

  private func spelling(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(text[range]))
  }
}
