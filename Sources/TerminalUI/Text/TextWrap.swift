/// Text broken into lines by the columns it takes.
public enum TextWrap {
  /// `text` in lines of at most `width` columns, broken at spaces; a word longer than a line is cut.
  ///
  /// Line feeds stay line breaks; runs of spaces inside a line collapse into one.
  public static func lines(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    // Split as bytes: characters would have to be found one by one only to be told from spaces.
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .flatMap { paragraph($0, width: width) }
  }

  private static func paragraph(_ text: Substring.UTF8View, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: UInt8(ascii: " ")) {
      var piece = Substring(word)
      var columns = TextWidth.columns(of: piece)
      if !line.isEmpty, used + 1 + columns > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      while columns > width {
        let beginning = head(of: piece, columns: width)
        guard !beginning.text.isEmpty else { break }
        lines.append(String(beginning.text))
        piece = piece[beginning.text.endIndex...]
        columns -= beginning.columns
      }
      if !line.isEmpty {
        line += " "
        used += 1
      }
      line += piece
      used += columns
    }
    lines.append(line)
    return lines
  }

  /// The longest beginning of `text` that takes at most `columns` columns.
  public static func prefix(of text: String, columns limit: Int) -> String {
    String(head(of: text[...], columns: limit).text)
  }

  /// `text` if it takes at most `columns` columns; else as much of it as there is room for before an ellipsis.
  public static func shortened(_ text: String, columns: Int) -> String {
    TextWidth.columns(of: text) <= columns ? text : prefix(of: text, columns: columns - 1) + "…"
  }

  /// The longest beginning of `text` that takes at most `limit` columns, and the columns it takes.
  private static func head(of text: Substring, columns limit: Int) -> (text: Substring, columns: Int) {
    let scalars = text.unicodeScalars
    var (end, used) = (scalars.startIndex, 0)
    while end < scalars.endIndex {
      let columns = TextWidth.columns(of: scalars[end])
      if used + columns > limit { break }
      used += columns
      scalars.formIndex(after: &end)
    }
    return (text[..<end], used)
  }

  /// `text` preceded by spaces up to `columns` columns; unchanged when longer.
  public static func leftPadded(_ text: String, columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - TextWidth.columns(of: text))) + text
  }
}
