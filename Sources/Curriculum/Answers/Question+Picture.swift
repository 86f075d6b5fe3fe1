import Learning

extension Question {
  /// Whether `words`, which stand in a picture, say the answer. Only numbers are looked for: a letter or an order is
  /// nothing that a picture shows.
  public func isAnswered(by words: [String]) -> Bool {
    let shown = Self.numbers(in: words.joined(separator: "\n"))
    return answer.numbers.allSatisfy { number in shown.contains { abs($0 - number) <= tolerance } }
  }

  /// The numbers in `text`, with either minus sign, and with or without commas between thousands.
  private static func numbers(in text: String) -> [Double] {
    text.replacing("−", with: "-").replacing(/([0-9]),([0-9]{3})/) { "\($0.1)\($0.2)" }
      .matches(of: /-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?/)
      .compactMap { Double($0.output.0) }
  }
}
