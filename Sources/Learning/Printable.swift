extension Unicode.Scalar {
  /// Whether this may be shown as it is: nothing that moves a cursor, hides or reorders text, or has no glyph.
  public var isPrintable: Bool {
    if isASCII { return (0x20..<0x7F).contains(value) }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return false
    default:
      // Fillers are letters that nobody sees; the selectors of variants are part of the glyph before them.
      return !properties.isDefaultIgnorableCodePoint || properties.isVariationSelector
    }
  }
}

/// Text from anywhere made harmless for a terminal, by Unicode scalars: a combining mark hides a control character from
/// whatever looks at whole characters.
public enum Printable {
  /// `text` with everything that is not printable written as `\u{1b}`; line breaks and tabs stay.
  public static func text(_ text: String) -> String {
    spelled(text, keeping: { $0 == 0x0A || $0 == 0x09 }, keepsReturns: true) {
      "\\u{\(hexadecimal($0.value))}"
    }
  }

  /// As ``text(_:)``, without line breaks and tabs.
  public static func line(_ text: String) -> String {
    spelled(text, keeping: { _ in false }, keepsReturns: false) { "\\u{\(hexadecimal($0.value))}" }
  }

  /// A JSON document that says the same with `\u001b` for everything that is not printable.
  public static func json(_ document: String) -> String {
    spelled(document, keeping: { $0 == 0x0A }, keepsReturns: false, jsonEscape)
  }

  /// `\u001b`; outside the basic plane the two halves of the pair.
  public static func jsonEscape(_ scalar: Unicode.Scalar) -> String {
    scalar.utf16.map { unit in
      let digits = hexadecimal(UInt32(unit))
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    .joined()
  }

  private static func hexadecimal(_ value: UInt32) -> String { String(value, radix: 16) }

  /// - Parameters:
  ///   - isKept: whether a control character of ASCII stays.
  ///   - keepsReturns: whether a carriage return stays where a line feed follows, as tables have it.
  private static func spelled(
    _ text: String, keeping isKept: (UInt8) -> Bool, keepsReturns: Bool,
    _ spelling: (Unicode.Scalar) -> String
  ) -> String {
    // Nearly always so, and much faster.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || isKept($0) }) { return text }
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let stays =
        scalar.isPrintable || scalar.isASCII && isKept(UInt8(scalar.value))
        || keepsReturns && scalar == "\r" && rest.first == "\n"
      if stays { result.unicodeScalars.append(scalar) } else { result += spelling(scalar) }
    }
    return result
  }
}
