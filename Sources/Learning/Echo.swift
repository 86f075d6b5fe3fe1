/// Input repeated in messages: made harmless to a terminal and kept short.
public enum Echo {
  /// The most characters of input that a message repeats.
  public static let longest = 60

  /// `text` in quotation marks, with control and invisible characters written as `\u{1b}` and everything beyond
  /// ``longest`` characters replaced by `...`.
  public static func quote(_ text: some StringProtocol) -> String {
    "\"\(escape(text))\""
  }

  /// As ``quote(_:)``, without the quotation marks.
  public static func escape(_ text: some StringProtocol) -> String {
    var echoed = ""
    var length = 0
    var safeCut = echoed.endIndex
    for scalar in text.unicodeScalars {
      let piece = scalar.isPrintable ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
      length += piece.unicodeScalars.count
      guard length <= longest else { return echoed[..<safeCut] + "..." }
      echoed.unicodeScalars.append(contentsOf: piece.unicodeScalars)
      if length <= longest - 3 { safeCut = echoed.endIndex }
    }
    return echoed
  }
}
