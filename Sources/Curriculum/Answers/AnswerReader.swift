import Learning

/// Reads what people type as an answer, generously.
///
/// A text may have more than one reading (`2,50` is 2.5 or the pair 2 and 50; `1,000` is 1 or a thousand); a reply is
/// right when any of its readings is.
public struct AnswerReader {
  let kind: AnswerKind
  let choices: [String]

  /// A reader of answers of `kind`, to a question with `choices`.
  public init(kind: AnswerKind, choices: [String] = []) {
    (self.kind, self.choices) = (kind, choices)
  }

  /// All readings of `text`, the likeliest first; none when it is no answer of this kind.
  public func readings(of text: String) -> [Answer] {
    let text = Self.plain(text)
    guard !text.isEmpty, text.utf8.count <= 1000 else { return [] }
    return kind.rules.readings(of: text, choices: choices)
  }

  /// Signs of the keyboard, small letters, without `w =` or `≈` before and a full stop or comma behind. What stands behind
  /// `≤` or `<=` is the bound of a range, which is no answer.
  static func plain(_ text: String) -> String {
    var plain = String(Signs.plain(text.trimmed.lowercased()).map { "’`".contains($0) ? "'" : $0 })
    if let values = values(named: plain) { return values }
    if let sign = plain.lastIndex(where: { "=≈~".contains($0) }),
      !plain[..<sign].contains(where: { "<>≤≥!≠".contains($0) })
    {
      plain = String(plain[plain.index(after: sign)...])
    }
    if let last = plain.last, ".,;".contains(last), plain.count > 1 { plain.removeLast() }
    return plain.trimmed
  }

  /// `-0.1, 0.1` for `dx = -0.1, dy = 0.1`; `nil` for anything but two named values or more.
  private static func values(named text: String) -> String? {
    guard text.count(where: { $0 == "=" }) > 1,
      text.wholeMatch(of: #/(?:[a-z][a-z0-9_]*\s*=\s*[^\s=,;]+[\s,;]*){2,}/#) != nil
    else { return nil }
    return text.matches(of: #/=\s*([^\s=,;]+)/#).map { String($0.output.1) }.joined(separator: ", ")
  }
}
