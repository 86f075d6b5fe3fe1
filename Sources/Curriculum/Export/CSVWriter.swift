/// Comma-separated values as RFC 4180 has them.
public enum CSVWriter {
  /// One row with its line end.
  public static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell, in quotation marks where it needs them. A text that a spreadsheet would take for a formula gets an
  /// apostrophe, unless it is a number.
  static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@".contains($0) } == true && Double(text) == nil
    let safe = isFormula ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
