import Learning

extension Given {
  /// `x=1,y=2`: a finite number for each name.
  func point() throws -> [String: Double] {
    var point: [String: Double] = [:]
    guard !text.allSatisfy(\.isWhitespace) else { return point }
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { side in
        side.filter { !$0.isWhitespace }
      }
      guard sides.count == 2, Self.isName(sides[0]) else {
        throw UsageError.malformed(
          option: name, text: String(item), form: "a value: write NAME=NUMBER, as in x=1,y=2")
      }
      guard !Self.constants.contains(sides[0]) else {
        throw UsageError.refused(option: name, sentence: "\(sides[0]) is a constant", fault: .request)
      }
      guard point.updateValue(try Given(name, sides[1]).number(), forKey: sides[0]) == nil else {
        throw UsageError.refused(option: name, sentence: "\(sides[0]) is given twice", fault: .request)
      }
    }
    return point
  }

  private static let constants: Set<String> = ["e", "pi"]

  /// A letter, then letters, digits and underscores.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { byte in
      isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
