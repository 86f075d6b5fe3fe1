/// Reads Moodle's GIFT format as its documentation describes it, to check what the writer writes.
struct GIFTReader {
  /// A question as it was read.
  struct Item: Equatable {
    var category: String?
    var name = ""
    var format = ""
    var prompt = ""
    var isNumerical = false
    var answers: [Answer] = []
    var generalFeedback = ""
  }

  /// One of the answers.
  struct Answer: Equatable {
    var isRight = false
    /// The share of the marks in per cent.
    var weight: Int?
    var text = ""
    var tolerance: String?
    var feedback = ""
  }

  /// A character, and whether a backslash takes its special meaning away.
  private struct Token {
    let character: Character
    let isEscaped: Bool

    func `is`(_ special: Character) -> Bool { !isEscaped && character == special }
  }

  /// Why a text is no GIFT.
  struct Problem: Error, Equatable {
    let expected: String
    let near: String
  }

  private var tokens: ArraySlice<Token>

  private init(_ text: String) {
    var tokens: [Token] = []
    var isEscaped = false
    for character in text {
      if !isEscaped, character == "\\" {
        isEscaped = true
        continue
      }
      tokens.append(Token(character: isEscaped && character == "n" ? "\n" : character, isEscaped: isEscaped))
      isEscaped = false
    }
    self.tokens = tokens[...]
  }

  /// The questions in `text`, which blank lines separate.
  static func items(in text: String) throws -> [Item] {
    var category: String?
    return try text.split(separator: "\n\n").compactMap { block in
      let block = String(block)
      if block.hasPrefix("$CATEGORY: ") {
        var reader = GIFTReader(String(block.dropFirst("$CATEGORY: ".count)))
        category = reader.text { _ in false }
        return nil
      }
      var reader = GIFTReader(block)
      var item = try reader.item()
      item.category = category
      return item
    }
  }

  private mutating func item() throws -> Item {
    var item = Item()
    try expect("::")
    item.name = text { $0.is(":") }
    try expect("::")
    item.format = tokens.starts(with: Array("[html]"), by: { $0.is($1) }) ? "html" : "plain"
    try expect("[\(item.format)]")
    item.prompt = text { $0.is("{") }.trimmingSpaces
    try expect("{")
    if tokens.first?.is("#") == true {
      item.isNumerical = true
      tokens.removeFirst()
    }
    skipSpace()
    while let token = tokens.first, token.is("=") || token.is("~") {
      item.answers.append(try answer(isNumerical: item.isNumerical))
      skipSpace()
    }
    try expect("####")
    item.generalFeedback = text { $0.is("}") }.trimmingSpaces
    try expect("}")
    return item
  }

  private mutating func answer(isNumerical: Bool) throws -> Answer {
    var answer = Answer()
    answer.isRight = tokens.removeFirst().is("=")
    if tokens.first?.is("%") == true {
      tokens.removeFirst()
      answer.weight = Int(text { $0.is("%") })
      try expect("%")
      answer.isRight = answer.weight == 100
    }
    let isEnd = { (token: Token) in token.is("#") || token.is("=") || token.is("~") || token.is("}") }
    answer.text = text { isEnd($0) || isNumerical && $0.is(":") }.trimmingSpaces
    if isNumerical, tokens.first?.is(":") == true {
      tokens.removeFirst()
      answer.tolerance = text(until: isEnd).trimmingSpaces
    }
    if tokens.first?.is("#") == true, tokens.dropFirst().first?.is("#") != true {
      tokens.removeFirst()
      answer.feedback = text(until: isEnd).trimmingSpaces
    }
    return answer
  }

  private mutating func text(until isEnd: (Token) -> Bool) -> String {
    let end = tokens.firstIndex(where: isEnd) ?? tokens.endIndex
    defer { tokens = tokens[end...] }
    return String(tokens[..<end].map(\.character))
  }

  private mutating func skipSpace() {
    tokens = tokens.drop { !$0.isEscaped && $0.character.isWhitespace }
  }

  private mutating func expect(_ word: String) throws {
    guard tokens.prefix(word.count).map(\.character) == Array(word),
      tokens.prefix(word.count).allSatisfy({ !$0.isEscaped })
    else { throw Problem(expected: word, near: String(tokens.prefix(40).map(\.character))) }
    tokens = tokens.dropFirst(word.count)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let body = drop { $0.isWhitespace }
    return String(body.reversed().drop { $0.isWhitespace }.reversed())
  }
}
