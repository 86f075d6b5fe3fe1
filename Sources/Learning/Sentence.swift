extension StringProtocol {
  /// With a capital at its beginning.
  public var capitalised: String { prefix(1).uppercased() + dropFirst() }

  /// With a capital at its beginning and a full stop at its end.
  public var asSentence: String { capitalised + (hasSuffix(".") ? "" : ".") }
}
