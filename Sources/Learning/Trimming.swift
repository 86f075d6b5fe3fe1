extension StringProtocol {
  /// Without white space and line breaks at either end.
  public var trimmed: String {
    String(drop { $0.isWhitespace }).trimmedAtEnd
  }

  /// Without white space and line breaks at the end.
  public var trimmedAtEnd: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last])
  }
}
