extension Look {
  /// `sentence` in words that the glyphs can spell: `x²` is `x^2` where there is ASCII only. A character alone would mislead
  /// there, since x2 is something else.
  public func spelled(_ sentence: String) -> String {
    glyphs == .ascii ? AsciiText.spelled(sentence) : sentence
  }

  /// As ``spelled(_:)`` where that takes at most `columns` columns; else `line` as it is, one character for another.
  public func spelled(_ line: String, within columns: Int) -> String {
    let spelled = spelled(line)
    return TextWidth.columns(of: spelled) <= columns ? spelled : line
  }
}

extension Frame {
  /// `text` in lines of at most `width` columns, spelled as the frame's glyphs can.
  public func lines(of text: String, width: Int) -> [String] {
    TextWrap.lines(look.spelled(text), width: width)
  }
}
