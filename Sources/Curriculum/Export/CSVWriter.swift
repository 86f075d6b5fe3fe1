/// Comma-separated values as RFC 4180 has them.
public enum CSVWriter {
  /// One row with its line end.
  public static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell, in quotation marks where it needs them. A text that a spreadsheet would take for a formula gets an
  /// apostrophe, unless it is a number; characters that steer a terminal are replaced.
  static func cell(_ text: String) -> String {
    let text = String(String.UnicodeScalarView(text.unicodeScalars.map { isHarmful($0) ? "\u{FFFD}" : $0 }))
    let isFormula = text.first.map { "=+-@".contains($0) } == true && Double(text) == nil
    let safe = isFormula ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\t": false
    default: !scalar.isPrintable
    }
  }
}
