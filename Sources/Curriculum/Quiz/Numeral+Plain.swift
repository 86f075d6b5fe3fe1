import Learning

extension Numeral {
  /// As ``format(_:digits:)``, but always a plain decimal; what only rounding has left of a 0 is 0.
  static func plain(_ value: Double, digits: Int = 4) -> String {
    spelledOut(format(value.magnitude < 1e-12 ? 0 : value, digits: digits))
  }

  /// As ``plain(_:digits:)``, in parentheses when negative, to stand after an operator or before a power.
  static func plainFactor(_ value: Double, digits: Int = 4) -> String {
    let text = plain(value, digits: digits)
    return text.hasPrefix("-") ? "(\(text))" : text
  }

  /// `text` with every number in exponent notation spelled out: `5e-5` becomes `0.00005`.
  static func spelledOut(_ text: String) -> String {
    // Few texts have an exponent, and building the pattern takes far longer than looking for its letter.
    guard text.utf8.contains(UInt8(ascii: "e")) else { return text }
    // Not \d, which takes in the ² of 1e-5².
    return text.replacing(#/([0-9]+)(?:\.([0-9]+))?e([+-]?[0-9]{1,2})/#) { match in
      let (whole, fraction) = (String(match.1), match.2.map(String.init) ?? "")
      guard let exponent = Int(match.3) else { return String(match.0) }
      let digits = whole + fraction
      // Where the point stands among the digits.
      let point = whole.count + exponent
      if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
      if point >= digits.count { return digits + String(repeating: "0", count: point - digits.count) }
      return digits.prefix(point) + "." + digits.dropFirst(point)
    }
  }
}
