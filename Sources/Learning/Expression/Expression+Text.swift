extension Expression {
  /// The text as typed with other texts in place of variables: `3*(-2)` for `3*x` with `(-2)` for x.
  public func source(with values: [String: String]) -> String {
    var text = ""
    var rest = source[...]
    while let first = rest.first {
      let isWord = first.isLetter || first.isNumber || first == "." || first == "_"
      // A number takes the e of its power of ten along.
      let word =
        isWord ? rest.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" } : rest.prefix(1)
      text += values[String(word)] ?? String(word)
      rest = rest[word.endIndex...]
    }
    return text
  }
}
