/// Pasted numbers on one line, for an editor that has only one.
public enum PastedNumbers {
  /// The rows of `text` with blanks and semicolons, `1.5 2; 3 4`, as they are read; what cannot be read as rows keeps its
  /// parts apart, so that the editor's reader says why.
  public static func rows(_ text: String) -> String {
    guard text.contains(where: isPasted) else { return text }
    guard let grid = try? Grid(parsing: text) else { return apart(text) }
    return grid.rows.map { $0.map(Numeral.exact).joined(separator: " ") }.joined(separator: "; ")
  }

  /// The same for several grids, `1 2; 3 4 / 5 6; 7 8`: a slash between blanks, or alone in a line, parts them.
  public static func planes(_ text: String) -> String {
    var planes: [[String]] = [[]]
    for line in text.split(whereSeparator: \.isNewline) {
      let pieces = " \(line) ".split(separator: " / ", omittingEmptySubsequences: false).map {
        String($0).trimmed
      }
      for (index, piece) in pieces.enumerated() {
        if index > 0 { planes.append([]) }
        if !piece.isEmpty { planes[planes.count - 1].append(piece) }
      }
    }
    return planes.map { rows($0.joined(separator: "\n")) }.joined(separator: " / ")
  }

  /// The same for a series: `1.5 2 3 4`.
  public static func series(_ text: String) -> String {
    guard text.contains(where: isPasted) else { return text }
    guard let column = try? NumberColumn(typed: text) else { return apart(text) }
    return column.numbers.map(Numeral.exact).joined(separator: " ")
  }

  private static func isPasted(_ character: Character) -> Bool { character.isNewline || character == "\t" }

  private static func apart(_ text: String) -> String {
    text.trimmed.replacing("\t", with: ", ").split(whereSeparator: \.isNewline).joined(separator: "; ")
  }
}
