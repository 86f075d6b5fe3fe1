import Learning

/// Comma-separated values as RFC 4180 has them.
public enum CSVWriter {
  /// One row with its line end.
  public static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell, in quotation marks where it needs them. A text that a spreadsheet would take for a formula gets an
  /// apostrophe, unless it is a number; characters that steer a terminal are replaced, a carriage return among them.
  static func cell(_ text: String) -> String {
    let text = String(String.UnicodeScalarView(text.unicodeScalars.map { isHarmful($0) ? "\u{FFFD}" : $0 }))
    let isFormula =
      text.unicodeScalars.first.map { "=+-@".unicodeScalars.contains($0) } == true && Double(text) == nil
    let safe = isFormula ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { "\",\n".unicodeScalars.contains($0) }) else { return safe }
    return "\"" + safe.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\t": false
    default: !scalar.isPrintable
    }
  }
}
