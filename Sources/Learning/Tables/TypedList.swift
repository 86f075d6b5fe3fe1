/// A list of numbers as it is typed into one line, for readers that give its words a meaning of their own.
enum TypedList {
  /// The words of `text`, between commas, semicolons and blanks.
  ///
  /// - Throws: ``TableError/unclear(_:readings:at:)`` where blanks or semicolons part words and a comma stands within one, as a
  ///   decimal comma would: `1,5 2,5`.
  static func words(_ text: String) throws(TableError) -> [Substring] {
    let parts = text.split { $0.isWhitespace || $0 == ";" }
    if parts.count > 1, parts.contains(where: hasDecimalComma) {
      throw .unclearCommas(in: Array(text.utf8)[...], at: .cell(row: 0, column: 0))
    }
    return text.split { $0 == "," || $0 == ";" || $0.isWhitespace }
  }

  private static func hasDecimalComma(_ word: Substring) -> Bool {
    let sides = word.split(separator: ",", omittingEmptySubsequences: false)
    return sides.count == 2
      && sides.allSatisfy { side in
        let digits = side.drop { "+-−".contains($0) }.utf8
        return !digits.isEmpty && digits.allSatisfy(Byte.isDigit)
      }
  }
}
