extension Unicode.Scalar {
  /// Whether this may stand in a lesson or a table: nothing that moves a cursor, hides or reorders text, or has no glyph.
  var isPrintable: Bool {
    if isASCII { return (0x20..<0x7F).contains(value) }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return false
    default: return true
    }
  }
}
